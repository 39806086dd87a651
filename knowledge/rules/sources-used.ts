import { problemAt, type Rule } from '../compiler/knowledge';

/** Every source of a file is cited in it, and none hides a shared one. */
export const sourcesUsed: Rule = {
  name: 'sources-used',
  description:
    'Every source of a file is cited by one of its claims or events, and none takes the key of a shared source.',
  check: ({ entities, sharedSources }) =>
    entities.flatMap((entity) => {
      const cited = new Set(
        [...(entity.value.claims ?? []), ...(entity.value.events ?? [])].flatMap(
          ({ source }) => source ?? [],
        ),
      );
      return Object.keys(entity.value.sources ?? {}).flatMap((key) => {
        const report = (message: string) =>
          problemAt(entity, ['sources', key], 'sources-used', message);
        if (sharedSources[key] !== undefined)
          return report(
            `"${key}" is a shared source already; remove it here, or give it another key`,
          );
        if (!cited.has(key))
          return report(`nothing cites the source "${key}"; cite it or remove it`);
        return [];
      });
    }),
};
