import { ENTITY_KINDS, type EntityId, type EntityKind } from '@/core/knowledge/entity';

/** One fact of the reader's, in the reader's words. Nothing of it is checked or converted. */
export interface OwnFact {
  /** What it is about, such as `Founded`; may be empty. */
  readonly label: string;
  readonly value: string;
  /** The date for which it holds, `2025`, `2025-12` or `2025-12-03`; empty for none. */
  readonly asOf: string;
  /** Where it is from, an address or a title; empty for none. */
  readonly source: string;
}

/**
 * What a reader adds about one entity: one that the knowledge base has, or one of the reader's own. Kept apart
 * from the knowledge base, which is replaced with every update.
 */
export interface OwnEntry {
  /** An id of the knowledge base, or one that `newOwnId` made. */
  readonly id: EntityId;
  /** The usual name; of an entity of the knowledge base a copy, for when a later one no longer has it. */
  readonly name: string;
  /** Further strings that always name it. */
  readonly names: readonly string[];
  readonly facts: readonly OwnFact[];
  /** ISO 8601, UTC. */
  readonly modified: string;
}

/** What the content scripts know of all entries: never a fact, only what they have to find, and where there is more. */
export interface OwnIndex {
  readonly names: readonly OwnName[];
  /** How many facts of the reader's each entity has; those without any are left out. */
  readonly factCounts: Readonly<Record<string, number>>;
}

/** A string that always names an entity, because the reader says so. */
export interface OwnName {
  readonly text: string;
  readonly id: EntityId;
  /** The entity's usual name. */
  readonly name: string;
}

const OWN_ID = /^([a-z]+)\/own-[0-9a-f]{12}$/;

/** True for an entity of the reader's own: slugs of the knowledge base are made from names, and none looks like this. */
export function isOwnId(id: string): boolean {
  return kindOfOwnId(id) !== null;
}

/** An id for a new entity of the reader's own, from random bytes (six are enough for what one reader types). */
export function newOwnId(kind: EntityKind, random: Uint8Array): EntityId {
  const hex = Array.from(random.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0'));
  return `${kind}/own-${hex.join('')}`;
}

/** What the content scripts need of the entries. Names in the order of the entries, each string once. */
export function ownIndexOf(entries: readonly OwnEntry[]): OwnIndex {
  const names = new Map<string, OwnName>();
  for (const { id, name, names: more } of entries)
    for (const text of isOwnId(id) ? [name, ...more] : more)
      if (!names.has(text)) names.set(text, { text, id, name });
  const counts = entries.filter(({ facts }) => facts.length > 0);
  return {
    names: [...names.values()],
    factCounts: Object.fromEntries(counts.map(({ id, facts }) => [id, facts.length])),
  };
}

function kindOfOwnId(id: string): EntityKind | null {
  const kind = OWN_ID.exec(id)?.[1];
  return ENTITY_KINDS.find((candidate) => candidate === kind) ?? null;
}
