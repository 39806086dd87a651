import { problemAt, type Rule } from '../compiler/knowledge';
import { nearest } from '../schema/nearest';

/** A claim's property exists and may be said of this kind of entity. */
export const propertyKnown: Rule = {
  name: 'property-known',
  description:
    'A claim uses a property of `properties.yaml` that lists the entity’s kind under `kinds`.',
  check: ({ entities, properties }) =>
    entities.flatMap((entity) =>
      (entity.value.claims ?? []).flatMap((claim, index) => {
        const path = ['claims', index, 'property'];
        const property = properties.get(claim.property);
        if (property === undefined) {
          const close = nearest(claim.property, properties.keys());
          const remedy =
            close === null ? 'choose one of properties.yaml' : `did you mean "${close}"?`;
          return problemAt(
            entity,
            path,
            'property-known',
            `there is no property "${claim.property}"; ${remedy}`,
          );
        }
        if (property.kinds.includes(entity.kind)) return [];
        const usable = [...properties]
          .filter(([, other]) => other.kinds.includes(entity.kind) && other.type === property.type)
          .map(([name]) => name);
        return problemAt(
          entity,
          path,
          'property-known',
          `${claim.property} is not said of a ${entity.kind}; it is for ${property.kinds.join(', ')}${
            usable.length > 0 ? ` (a ${entity.kind} may have: ${usable.join(', ')})` : ''
          }`,
        );
      }),
    ),
};
