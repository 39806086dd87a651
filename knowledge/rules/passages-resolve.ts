import type { Rule } from '../compiler/knowledge';
import type { Problem } from '../compiler/problem';

/** Passages are labelled with entities that exist. */
export const passagesResolve: Rule = {
  name: 'passages-resolve',
  description:
    'Every passage marks at least one name, and each mark is labelled with an entity that exists, `-` (not ours) or `?` (cannot be decided).',
  check: ({ ids, passages }) =>
    passages.flatMap(({ file, line, marks }): Problem[] => {
      const report = (message: string): Problem => ({
        file,
        line,
        rule: 'passages-resolve',
        message,
        severity: 'error',
      });
      if (marks.length === 0)
        return [
          report(
            'this passage marks no name; write [[Electron|rocket/electron]] or [[electron|-]]',
          ),
        ];
      return marks.flatMap(({ text, label }) => {
        if (label === null)
          return [
            report(
              `the label of "${text}" is no id; write an entity id, - (not ours) or ? (undecided)`,
            ),
          ];
        if (label === '-' || label === '?' || ids.has(label)) return [];
        return [report(`"${text}" is labelled ${label}, which has no file; correct the id`)];
      });
    }),
};
