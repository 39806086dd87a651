import { readValues } from '../compiler/claim-values';
import { problemAt, type Rule } from '../compiler/knowledge';

/** A claim's value is what the property's type asks for. */
export const valueMatchesType: Rule = {
  name: 'value-matches-type',
  description:
    'A value has the shape that the property’s `type` asks for; a list only where it says `many`, `count` only where it says `counted`, terms only from `terms.yaml`.',
  check: ({ entities, properties, terms }) =>
    entities.flatMap((entity) =>
      (entity.value.claims ?? []).flatMap((claim, index) => {
        const property = properties.get(claim.property);
        if (property === undefined) return [];
        const read = readValues(claim, property, terms);
        if (read.ok) return [];
        return read.error.map((message) =>
          problemAt(entity, ['claims', index, 'value'], 'value-matches-type', message),
        );
      }),
    ),
};
