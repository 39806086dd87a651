import type { ClaimSource } from '../schema/entity';
import { readValues } from './claim-values';
import { findSource, type Knowledge, type LoadedEntity } from './knowledge';

/**
 * The knowledge base without the claims and events that cannot be compiled: for trying a build while
 * files are still being written, never for one that readers get.
 */
export function soundPart(knowledge: Knowledge): Knowledge {
  const entities = knowledge.entities.map((entity): LoadedEntity => {
    const isCited = (keys: readonly string[] = []) =>
      keys.length > 0 && keys.every((key) => findSource(knowledge, entity, key) !== undefined);
    return {
      ...entity,
      value: {
        ...entity.value,
        claims: (entity.value.claims ?? []).filter(
          (claim) => isCited(claim.source) && isReadable(claim, knowledge),
        ),
        events: (entity.value.events ?? []).filter((event) => isCited(event.source)),
      },
    };
  });
  return { ...knowledge, entities, byId: new Map(entities.map((entity) => [entity.id, entity])) };
}

function isReadable(claim: ClaimSource, { byId, properties, terms }: Knowledge): boolean {
  const property = properties.get(claim.property);
  if (property === undefined || claim.asOf === undefined) return false;
  const read = readValues(claim, property, terms);
  return read.ok && read.value.every((value) => value.type !== 'entity' || byId.has(value.id));
}
