import type { Rule } from '../compiler/knowledge';
import type { Problem } from '../compiler/problem';

/** Passages are labelled with entities that exist. */
export const passagesResolve: Rule = {
  name: 'passages-resolve',
  description:
    'Each mark of a passage is labelled with an entity that exists, `-` (not ours) or `?` (cannot be decided). A passage without a mark names nothing of ours.',
  check: ({ ids, passages }) =>
    passages.flatMap(({ file, line, marks }): Problem[] => {
      const report = (message: string): Problem => ({
        file,
        line,
        rule: 'passages-resolve',
        message,
        severity: 'error',
      });
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
