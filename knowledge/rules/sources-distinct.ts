import { problemAt, type Rule } from '../compiler/knowledge';

/** One publication is one source: two keys for it would pass for two witnesses. */
export const sourcesDistinct: Rule = {
  name: 'sources-distinct',
  description:
    'An address stands under one key in a file: one report under two keys would pass for two witnesses.',
  check: ({ entities }) =>
    entities.flatMap((entity) => {
      const keyOf = new Map<string, string>();
      return Object.entries(entity.value.sources ?? {}).flatMap(([key, { url }]) => {
        const address = url.replace(/^https?:\/\/(www\.|m\.)?/, '').replace(/\/$/, '');
        const other = keyOf.get(address);
        keyOf.set(address, key);
        if (other === undefined) return [];
        return problemAt(
          entity,
          ['sources', key],
          'sources-distinct',
          `"${key}" has the same address as "${other}"; keep one key`,
        );
      });
    }),
};
