import { problemAt, type Rule } from '../compiler/knowledge';

/** The same thing is claimed once. */
export const claimsDistinct: Rule = {
  name: 'claims-distinct',
  description:
    'A claim is made once: two with the same property, value, mode, note and date become one with a list of sources.',
  check: ({ entities }) =>
    entities.flatMap((entity) => {
      const seen = new Set<string>();
      return (entity.value.claims ?? []).flatMap((claim, index) => {
        const { source: _, ...said } = claim;
        const key = JSON.stringify(said);
        if (!seen.has(key)) {
          seen.add(key);
          return [];
        }
        return problemAt(
          entity,
          ['claims', index],
          'claims-distinct',
          `this claim on ${claim.property} stands here twice; keep one, with source: [a, b]`,
        );
      });
    }),
};
