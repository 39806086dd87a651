import type { Card } from '@/core/knowledge/card';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { isOwnId, type OwnIndex } from './own-entry';

/**
 * The card of an entity of the reader's own: its names. Its facts are read in documents of ours only. Null for
 * entities of the knowledge base, and for one that was removed.
 */
export function ownCard(index: OwnIndex, id: EntityId): Card | null {
  if (!isOwnId(id)) return null;
  const names = index.names.filter((one) => one.id === id);
  const name = names[0]?.name;
  if (name === undefined) return null;
  return {
    id,
    kind: kindOf(id),
    names: { en: name },
    alsoCalled: names.map(({ text }) => text).filter((text) => text !== name),
    claims: [],
    events: [],
    sources: [],
    related: {},
    referredBy: {},
  };
}
