import { type Knowledge, problemAt, type Rule } from '../compiler/knowledge';
import { nearest } from '../schema/nearest';

/** Numbers have a unit of the right family, and nothing else has one. */
export const unitKnown: Rule = {
  name: 'unit-known',
  description:
    'A number has a unit of `units.yaml`, of the family that its property names; other values have none.',
  check: (knowledge) =>
    knowledge.entities.flatMap((entity) =>
      (entity.value.claims ?? []).flatMap((claim, index) => {
        const property = knowledge.properties.get(claim.property);
        if (property === undefined) return [];
        const fault = unitFault(knowledge.units, claim.property, claim.unit, property.units);
        const at = claim.unit === undefined ? 'property' : 'unit';
        return fault === null ? [] : problemAt(entity, ['claims', index, at], 'unit-known', fault);
      }),
    ),
};

/** What is wrong with the unit, or null. */
function unitFault(
  units: Knowledge['units'],
  property: string,
  unit: string | undefined,
  family: string | undefined,
): string | null {
  if (family === undefined)
    return unit === undefined ? null : `${property} has no unit; remove "${unit}"`;
  const usable = Object.keys(units).filter((key) => units[key]?.family === family);
  if (unit === undefined) return `${property} needs a unit; add one of ${usable.join(', ')}`;
  const known = units[unit];
  if (known === undefined) {
    const close = nearest(unit, usable);
    const remedy = close === null ? `use one of ${usable.join(', ')}` : `did you mean "${close}"?`;
    return `there is no unit "${unit}"; ${remedy}`;
  }
  if (known.family === family) return null;
  return `${property} is a ${family}, and "${unit}" a ${known.family}; use one of ${usable.join(', ')}`;
}
