import { problemAt, type Rule } from '../compiler/knowledge';
import { namedBy, nameKey } from '../compiler/names';

/** An entity lists each of its names once. */
export const aliasesDistinct: Rule = {
  name: 'aliases-distinct',
  description:
    'A name is listed once, in one typographic form. A main name is repeated under `aliases` only to give its `ambiguity`.',
  check: ({ entities }) =>
    entities.flatMap((entity) => {
      const seen = new Map<string, { readonly text: string; readonly isName: boolean }>();
      return namedBy(entity.value).flatMap(({ text, path, alias }) => {
        const key = nameKey(text);
        const earlier = seen.get(key);
        if (earlier === undefined || alias === undefined) {
          seen.set(key, { text, isName: alias === undefined });
          return [];
        }
        if (earlier.isName && alias.ambiguity !== undefined) {
          seen.set(key, { text, isName: false });
          return [];
        }
        return problemAt(
          entity,
          path,
          'aliases-distinct',
          earlier.isName
            ? `"${text}" repeats the name "${earlier.text}"; remove it (a name is repeated only to give its ambiguity)`
            : `"${text}" repeats the alias "${earlier.text}"; hyphens, spaces, capitals and widths are matched anyway: remove it`,
        );
      });
    }),
};
