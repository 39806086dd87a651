import { type LoadedEntity, problemAt, type Rule } from '../compiler/knowledge';

/** One launch is not counted for two rockets that have nothing to do with each other. */
export const gcatOwnedOnce: Rule = {
  name: 'gcat-owned-once',
  description:
    'A launch-log site belongs to one site, and a vehicle type to one rocket and the families it belongs to; else flights are counted twice.',
  check: ({ entities, byId }) => {
    const owners = new Map<string, LoadedEntity[]>();
    const listed = entities.flatMap((entity) => [
      ...(entity.kind === 'site' ? (entity.value.gcat?.sites ?? []) : []).map((name, index) => ({
        entity,
        key: `site ${name}`,
        path: ['gcat', 'sites', index],
      })),
      ...(entity.kind === 'rocket' ? (entity.value.gcat?.vehicles ?? []) : []).map(
        (name, index) => ({ entity, key: `vehicle ${name}`, path: ['gcat', 'vehicles', index] }),
      ),
    ]);
    for (const { entity, key } of listed) owners.set(key, [...(owners.get(key) ?? []), entity]);
    const families = (entity: LoadedEntity) => ancestors(entity, byId);
    return listed.flatMap(({ entity, key, path }) => {
      const other = owners
        .get(key)
        ?.find(
          (owner) =>
            owner !== entity && !families(owner).has(entity.id) && !families(entity).has(owner.id),
        );
      if (other === undefined) return [];
      return problemAt(
        entity,
        path,
        'gcat-owned-once',
        `${key} is covered by ${other.id} too; keep it in one${
          key.startsWith('vehicle') ? ', or make one the family of the other' : ''
        }`,
      );
    });
  },
};

/** The families of a rocket, and theirs. */
function ancestors(
  entity: LoadedEntity,
  byId: ReadonlyMap<string, LoadedEntity>,
  seen = new Set<string>(),
): ReadonlySet<string> {
  for (const claim of entity.value.claims ?? []) {
    if (claim.property !== 'family' || typeof claim.value !== 'string' || seen.has(claim.value))
      continue;
    seen.add(claim.value);
    const family = byId.get(claim.value);
    if (family !== undefined) ancestors(family, byId, seen);
  }
  return seen;
}
