import { problemAt, type Rule } from '../compiler/knowledge';
import { namedBy } from '../compiler/names';

/** Up to three capitals mean something else somewhere. */
export const shortAcronymsAmbiguous: Rule = {
  name: 'short-acronyms-ambiguous',
  description:
    'A name of up to three Latin letters, or of one Chinese character, means something else somewhere: it carries `ambiguity`.',
  check: ({ entities }) =>
    entities.flatMap((entity) => {
      const named = namedBy(entity.value);
      const declared = new Set(
        named.flatMap(({ text, alias }) => (alias?.ambiguity === undefined ? [] : text)),
      );
      return named.flatMap(({ text, path }) =>
        /^(\p{Script=Latin}{1,3}|\p{Script=Han})$/u.test(text) && !declared.has(text)
          ? problemAt(
              entity,
              path,
              'short-acronyms-ambiguous',
              `"${text}" is too short to mean only this; ${
                path[0] === 'names' ? 'repeat it under aliases with' : 'add'
              } ambiguity: what else it means`,
            )
          : [],
      );
    }),
};
