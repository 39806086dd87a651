import { isOwnId, type OwnEntry, type OwnFact } from './own-entry';

/**
 * Both lists as one, by id; nothing that a reader wrote is left out. Of two entries about the same entity the later
 * name is kept, the earlier one becomes a further name, and names and facts are joined. Merging again changes
 * nothing. Sorted by id.
 */
export function mergeOwn(
  local: readonly OwnEntry[],
  incoming: readonly OwnEntry[],
): readonly OwnEntry[] {
  const merged = new Map<string, OwnEntry>();
  for (const entry of [...local, ...incoming]) {
    const known = merged.get(entry.id);
    merged.set(entry.id, known === undefined ? entry : mergeTwo(known, entry));
  }
  return [...merged.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function mergeTwo(one: OwnEntry, other: OwnEntry): OwnEntry {
  const [later, earlier] = isLater(one, other) ? [one, other] : [other, one];
  const facts = new Map([...later.facts, ...earlier.facts].map((fact) => [keyOf(fact), fact]));
  const isRenamed = earlier.name !== later.name && isOwnId(later.id);
  const names = [...later.names, ...(isRenamed ? [earlier.name] : []), ...earlier.names];
  return {
    ...later,
    names: [...new Set(names)].filter((name) => name !== later.name),
    facts: [...facts.values()],
  };
}

/** A total order, so that the result does not depend on which came first. */
function isLater(one: OwnEntry, other: OwnEntry): boolean {
  if (one.modified !== other.modified) return one.modified > other.modified;
  return JSON.stringify(one) >= JSON.stringify(other);
}

function keyOf({ label, value, asOf, source }: OwnFact): string {
  return JSON.stringify([label, value, asOf, source]);
}
