import { problemAt, type Rule } from '../compiler/knowledge';
import { looseNameKey } from '../compiler/names';

/** An ambiguous alias is tried on sentences for and against. */
export const ambiguousHasPassages: Rule = {
  name: 'ambiguous-has-passages',
  description:
    'Every alias with `ambiguity` has at least one passage for and one against in `passages/` (a warning until they exist).',
  check: ({ entities, passages }) => {
    const labels = new Map<string, Set<string>>();
    for (const passage of passages)
      for (const { text, label } of passage.marks) {
        const key = looseNameKey(text);
        if (label !== null) labels.set(key, (labels.get(key) ?? new Set()).add(label));
      }
    return entities.flatMap((entity) =>
      (entity.value.aliases ?? []).flatMap(({ ambiguity, kind, text }, index) => {
        // Tickers are matched with their exchange or beside it and need no sentence.
        if (ambiguity === undefined || kind === 'ticker') return [];
        const seen = labels.get(looseNameKey(text)) ?? new Set<string>();
        const missing = [
          ...(seen.has(entity.id) ? [] : [`one for: [[${text}|${entity.id}]]`]),
          ...([...seen].some((label) => label !== entity.id && label !== '?')
            ? []
            : [`one against: [[${text}|-]]`]),
        ];
        if (missing.length === 0) return [];
        return problemAt(
          entity,
          ['aliases', index],
          'ambiguous-has-passages',
          `"${text}" is ambiguous and lacks passages; write ${missing.join(' and ')}`,
          'warning',
        );
      }),
    );
  },
};
