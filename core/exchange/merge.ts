import { noteOf, quoteOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';
import { UNDATED } from './build';
import { instantOf } from './read';

/** Two versions of one annotation of which neither is known to come after the other. */
export interface MergeConflict {
  readonly id: string;
  readonly local: StoredAnnotation;
  readonly incoming: StoredAnnotation;
  /** The one that `applyMerge` takes for `newest`; the same whichever of the two was here first. */
  readonly newest: 'local' | 'incoming';
}

export interface MergeRefusal {
  readonly record: StoredAnnotation;
  /** For people. */
  readonly reason: string;
}

/** What an import would do; every incoming record is in exactly one list. Lists are sorted by id. */
export interface MergeResult {
  readonly added: readonly StoredAnnotation[];
  /** Later versions of what is here. */
  readonly updated: readonly {
    readonly local: StoredAnnotation;
    readonly incoming: StoredAnnotation;
  }[];
  /** The same as what is here, or an earlier version of it. */
  readonly unchanged: readonly StoredAnnotation[];
  readonly conflicts: readonly MergeConflict[];
  readonly refused: readonly MergeRefusal[];
}

/** What becomes of conflicts: what is here stays, what comes is taken, or the later of both. */
export type ConflictChoice = 'local' | 'incoming' | 'newest';

/**
 * Compares what is stored with what comes from a file or another device, and writes nothing. Nothing is ever removed
 * because it is absent. The result does not depend on the order of either list, and merging again what was applied
 * finds everything unchanged. A version follows another when its revision is higher and it is not older; everything
 * else that differs is a conflict, which is for the reader to decide. Linear but for the sorting.
 */
export function merge(
  local: readonly StoredAnnotation[],
  incoming: readonly StoredAnnotation[],
): MergeResult {
  const here = new Map<string, StoredAnnotation>();
  for (const record of local) keepLater(here, record);
  const groups = new Map<string, StoredAnnotation[]>();
  const refused: MergeRefusal[] = [];
  for (const record of incoming) {
    const reason = refusalOf(record);
    if (reason !== null) {
      refused.push({ record, reason });
      continue;
    }
    const group = groups.get(record.annotation.id);
    if (group === undefined) groups.set(record.annotation.id, [record]);
    else group.push(record);
  }
  const added: StoredAnnotation[] = [];
  const updated: { local: StoredAnnotation; incoming: StoredAnnotation }[] = [];
  const unchanged: StoredAnnotation[] = [];
  const conflicts: MergeConflict[] = [];
  for (const id of [...groups.keys()].sort()) {
    const [first, ...earlier] = (groups.get(id) ?? []).sort((a, b) => compareVersions(b, a));
    if (first === undefined) continue;
    const mine = here.get(id);
    const base = mine ?? first;
    if (mine === undefined) added.push(first);
    let hasLater = false;
    for (const record of mine === undefined ? earlier : [first, ...earlier]) {
      const verdict = relate(base, record);
      if (verdict === 'later' && !hasLater) {
        hasLater = true;
        updated.push({ local: base, incoming: record });
      } else if (verdict === 'conflict')
        conflicts.push({
          id,
          local: base,
          incoming: record,
          newest: compareVersions(record, base) > 0 ? 'incoming' : 'local',
        });
      else unchanged.push(record);
    }
  }
  refused.sort((a, b) => compareTexts(canonical(a.record), canonical(b.record)));
  return { added, updated, unchanged, conflicts, refused };
}

/** What the store would hold after a merge: everything that is in it now, with what was added and updated. By id. */
export function applyMerge(
  local: readonly StoredAnnotation[],
  result: MergeResult,
  choice: ConflictChoice,
): readonly StoredAnnotation[] {
  const store = new Map<string, StoredAnnotation>();
  for (const record of local) keepLater(store, record);
  for (const record of result.added) store.set(record.annotation.id, record);
  for (const { incoming } of result.updated) store.set(incoming.annotation.id, incoming);
  for (const { id, incoming, newest } of result.conflicts) {
    if (choice === 'incoming') store.set(id, incoming);
    else if (choice === 'newest' && newest === 'incoming') keepLater(store, incoming);
  }
  return [...store.values()].sort((a, b) => compareTexts(a.annotation.id, b.annotation.id));
}

function keepLater(store: Map<string, StoredAnnotation>, record: StoredAnnotation): void {
  const there = store.get(record.annotation.id);
  if (there === undefined || compareVersions(record, there) > 0)
    store.set(record.annotation.id, record);
}

function refusalOf({ annotation, revision }: StoredAnnotation): string | null {
  if (!/^urn:uuid:./.test(annotation.id)) return 'its id is no urn:uuid: address';
  if (!Number.isSafeInteger(revision) || revision < 1)
    return 'its revision is no whole number from 1';
  if (instantOf(annotation.modified) !== annotation.modified)
    return 'its time of change is not written as 2026-03-01T10:00:00.000Z';
  return null;
}

/** How `incoming` stands to `local`: nothing new, a version after it, or a change beside it. */
function relate(
  local: StoredAnnotation,
  incoming: StoredAnnotation,
): 'same' | 'later' | 'conflict' {
  const order = compareVersions(incoming, local);
  if (order === 0) return 'same';
  if (saysTheSame(local, incoming)) return order > 0 ? 'later' : 'same';
  const [low, high] = order > 0 ? [local, incoming] : [incoming, local];
  const follows =
    high.revision > low.revision
      ? datedModified(high) >= datedModified(low)
      : // At revision 1 nobody has edited either here: the tool that it came from has.
        high.revision === 1 && datedModified(high) > datedModified(low);
  if (!follows) return 'conflict';
  return order > 0 ? 'later' : 'same';
}

/** The same words on the same passage: the two differ at most by what a format cannot carry. */
function saysTheSame(a: StoredAnnotation, b: StoredAnnotation): boolean {
  return (
    (a.deletedAt === undefined) === (b.deletedAt === undefined) &&
    noteOf(a.annotation) === noteOf(b.annotation) &&
    quoteOf(a.annotation) === quoteOf(b.annotation) &&
    a.annotation.target.styleClass === b.annotation.target.styleClass &&
    tagsOf(a.annotation).join('\n') === tagsOf(b.annotation).join('\n')
  );
}

/**
 * A total order of the versions of one annotation: revision, time of change, then the one that holds more. Records
 * whose file gave no dates stand before dated ones, and among them the earlier import, so that a second import of
 * the same file changes nothing.
 */
function compareVersions(a: StoredAnnotation, b: StoredAnnotation): number {
  if (a === b) return 0;
  if (a.revision !== b.revision) return a.revision - b.revision;
  const byTime = compareTexts(datedModified(a), datedModified(b));
  if (byTime !== 0) return byTime;
  if (isUndated(a)) {
    const byImport = compareTexts(b.annotation.modified, a.annotation.modified);
    if (byImport !== 0) return byImport;
  }
  // Most second imports bring what is here, built in the same way: then sorting keys is not needed.
  if (JSON.stringify(a) === JSON.stringify(b)) return 0;
  const [one, other] = [canonical(a), canonical(b)];
  return one.length - other.length || compareTexts(one, other);
}

function datedModified(record: StoredAnnotation): string {
  return isUndated(record) ? '' : record.annotation.modified;
}

function isUndated({ foreign }: StoredAnnotation): boolean {
  return foreign !== undefined && Object.hasOwn(foreign, UNDATED) && foreign[UNDATED] === true;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** JSON with keys in order: equal for equal values, however they were built. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => compareTexts(a, b)))
      : one,
  );
}
