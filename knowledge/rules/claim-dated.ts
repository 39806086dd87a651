import { problemAt, type Rule } from '../compiler/knowledge';

/** Every claim says when it was true. */
export const claimDated: Rule = {
  name: 'claim-dated',
  description:
    'Every claim has `asOf`: the day for which the source says so, else the day of the source. A volatile one is worthless without.',
  check: ({ entities, properties }) =>
    entities.flatMap((entity) =>
      (entity.value.claims ?? []).flatMap((claim, index) => {
        if (claim.asOf !== undefined) return [];
        const volatile = properties.get(claim.property)?.volatile === true;
        return problemAt(
          entity,
          ['claims', index],
          'claim-dated',
          `the claim "${claim.property}" has no asOf${
            volatile ? ', and such a fact changes within months' : ''
          }; add the day for which the source says so, else the day of the source`,
        );
      }),
    ),
};
