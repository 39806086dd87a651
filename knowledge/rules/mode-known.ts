import { problemAt, type Rule } from '../compiler/knowledge';
import { nearest } from '../schema/nearest';

/** A claim's mode and an event's kind are words of `terms.yaml`. */
export const modeKnown: Rule = {
  name: 'mode-known',
  description:
    'A claim’s `mode` is a key of `modes`, an event’s `kind` a key of `events` in `terms.yaml`.',
  check: ({ entities, terms }) => {
    const modes = Object.keys(terms.modes ?? {});
    const events = Object.keys(terms.events ?? {});
    return entities.flatMap((entity) => [
      ...(entity.value.claims ?? []).flatMap(({ mode }, index) =>
        mode === undefined || modes.includes(mode)
          ? []
          : problemAt(
              entity,
              ['claims', index, 'mode'],
              'mode-known',
              `there is no mode "${mode}"; ${remedy(mode, modes)}`,
            ),
      ),
      ...(entity.value.events ?? []).flatMap(({ kind }, index) =>
        events.includes(kind)
          ? []
          : problemAt(
              entity,
              ['events', index, 'kind'],
              'mode-known',
              `there is no kind of event "${kind}"; ${remedy(kind, events)}`,
            ),
      ),
    ]);
  },
};

function remedy(word: string, known: readonly string[]): string {
  const close = nearest(word, known);
  return close === null ? `use one of ${known.join(', ')}` : `did you mean "${close}"?`;
}
