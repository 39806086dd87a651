import { type IDBPTransaction, unwrap } from 'idb';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { ok, type Result } from '@/core/result';
import { commit, settleAll } from './commit';
import type { Database } from './database';
import { type Indexed, isSound, withIndex, withoutIndex } from './records';
import type { ChangeRecord, ImportRecord, Schema } from './schema';
import type { StoreError } from './store-error';

/* Many annotations, some at a time: read, changed and written whole or not at all. */

/** Annotations that are read, or changed, at a time: few waits, and no more in memory than that. */
export const SOME = 1000;

type Read = (id: string) => Promise<Indexed | undefined>;

/** What is stored under ids, in their order; those that are not here are left out. `read` asks one transaction. */
export async function readMany(
  ids: readonly string[],
  read: Read,
): Promise<readonly StoredAnnotation[]> {
  const all = await Promise.all(ids.map(read));
  return all.flatMap((one) => (one !== undefined && isSound(one) ? [withoutIndex(one)] : []));
}

/** The annotations that a line of the change log is about. */
export function idsOf(line: ChangeRecord | ImportRecord): readonly string[] {
  return line.kind === 'import' ? line.written.map(({ id }) => id) : [line.id];
}

/** The number of the last line of the change log. */
export async function lastSeq(changes: {
  openKeyCursor(range: null, direction: 'prev'): Promise<{ readonly key: number } | null>;
}): Promise<number> {
  return (await changes.openKeyCursor(null, 'prev'))?.key ?? 0;
}

/** Changes what is stored under the ids in one transaction; tells how many were changed. */
export async function rewrite(
  database: Database,
  ids: readonly string[],
  edit: (
    current: StoredAnnotation,
  ) => { readonly stored: StoredAnnotation; readonly line: ChangeRecord } | null,
): Promise<Result<number, StoreError>> {
  const write = database.transaction(['annotations', 'changes'], 'readwrite');
  const annotations = write.objectStore('annotations');
  const changes = write.objectStore('changes');
  let count = 0;
  await commit(write, async () => {
    for (let at = 0; at < ids.length; at += SOME) {
      const current = await readMany(ids.slice(at, at + SOME), (id) => annotations.get(id));
      const edits = current.flatMap((one) => edit(one) ?? []);
      count += edits.length;
      await settleAll(
        edits.flatMap(({ stored, line }) => [
          () => annotations.put(withIndex(stored)),
          () => changes.add(line),
        ]),
      );
    }
  });
  return ok(count);
}

/**
 * Writes annotations and one line in the change log. Only the last request is waited for: a hundred thousand
 * promises cost more than the writing, and one that fails ends the whole transaction.
 */
export async function putSome(
  write: IDBPTransaction<Schema, ('annotations' | 'changes')[], 'readwrite'>,
  list: readonly StoredAnnotation[],
  at: string,
): Promise<void> {
  if (list.length === 0) return;
  const annotations = unwrap(write.objectStore('annotations'));
  for (const one of list) annotations.put(withIndex(one));
  const written = list.map(({ annotation, revision }) => ({ id: annotation.id, revision }));
  const line: ImportRecord = { kind: 'import', written, at };
  await settled(unwrap(write.objectStore('changes')).add(line));
}

function settled(request: IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** What is not in the trash, oldest first; damaged ones are passed over. */
export function live(list: readonly Indexed[]): readonly StoredAnnotation[] {
  return list
    .filter((stored) => isSound(stored) && stored.deletedAt === undefined)
    .map(withoutIndex)
    .sort((a, b) => (a.annotation.created < b.annotation.created ? -1 : 1));
}

/** The line of the change log for a write. */
export function change(
  stored: StoredAnnotation,
  kind: ChangeRecord['kind'],
  at: string,
): ChangeRecord {
  return { id: stored.annotation.id, revision: stored.revision, kind, at };
}
