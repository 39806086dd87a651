import type { StoredAnnotation } from '@/core/annotation/annotation';
import { err, ok, type Result } from '@/core/result';
import { commit, settleAll } from './commit';
import type { Connection, Database } from './database';
import { type Indexed, isSound, withAddresses, withIndex, withoutIndex } from './records';
import type { ChangeRecord, PageRecord } from './schema';
import { damaged, notFound, type StoreError, storeError } from './store-error';

/** Days that a deleted annotation can be brought back. */
const TRASH_DAYS = 30;

/**
 * Everything that a reader wrote. Each write is one transaction with its line in the change log, and is
 * answered only after that transaction has completed. Dates come from the caller.
 */
export interface AnnotationStore {
  get(id: string): Promise<Result<StoredAnnotation, StoreError>>;
  /** Live annotations of a page, oldest first. */
  forPage(pageKey: string): Promise<Result<readonly StoredAnnotation[], StoreError>>;
  /** The live note on a page itself; null for none. */
  pageNote(pageKey: string): Promise<Result<StoredAnnotation | null, StoreError>>;
  /** Live annotations about an entity, oldest first. */
  forEntity(id: string): Promise<Result<readonly StoredAnnotation[], StoreError>>;
  /** How many live annotations are about each of these entities; those without any are left out. */
  entityCounts(
    ids: readonly string[],
  ): Promise<Result<Readonly<Record<string, number>>, StoreError>>;
  /** Every annotation, trash included, in no order. */
  all(): Promise<Result<readonly StoredAnnotation[], StoreError>>;
  /**
   * Writes an annotation. `stored.revision` is one above the revision that the change is based on: 1 for a
   * new one. Repeating a write that has already happened answers as if it had happened now.
   */
  put(
    stored: StoredAnnotation,
    page: PageRecord | null,
  ): Promise<Result<StoredAnnotation, StoreError>>;
  /** Writes many, or none of them: an import. Revisions are taken as they come. */
  putAll(list: readonly StoredAnnotation[], at: string): Promise<Result<number, StoreError>>;
  /** Moves to the trash, or back (`at` null). */
  setTrashed(
    ids: readonly string[],
    at: string | null,
    now: string,
  ): Promise<Result<number, StoreError>>;
  /** Removes for good what has been in the trash for longer than `TRASH_DAYS` at `now`; `all` removes every trashed one. */
  purge(now: string, all: boolean): Promise<Result<number, StoreError>>;
}

export function createAnnotationStore(connection: Connection): AnnotationStore {
  const use = async <T>(
    work: (database: Database) => Promise<Result<T, StoreError>>,
  ): Promise<Result<T, StoreError>> => {
    const opened = await connection.get();
    if (!opened.ok) return err({ code: 'unavailable', message: opened.error.message });
    try {
      return await work(opened.value);
    } catch (fault) {
      return err(storeError(fault));
    }
  };

  return {
    get: (id) =>
      use(async (database) => {
        const found = await database.get('annotations', id);
        if (found === undefined) return err(notFound());
        return isSound(found) ? ok(withoutIndex(found)) : err(damaged());
      }),
    forPage: (pageKey) =>
      use(async (database) =>
        ok(live(await database.getAllFromIndex('annotations', 'page', pageKey))),
      ),
    pageNote: (pageKey) =>
      use(async (database) => {
        const all = live(await database.getAllFromIndex('annotations', 'page', pageKey));
        return ok(all.find(({ annotation }) => annotation.motivation === 'bookmarking') ?? null);
      }),
    forEntity: (id) =>
      use(async (database) =>
        ok(live(await database.getAllFromIndex('annotations', 'entity', id))),
      ),
    entityCounts: (ids) =>
      use(async (database) => {
        const index = database.transaction('annotations').store.index('entity');
        const counts = await Promise.all(
          ids.map(async (id) => [id, await index.count(id)] as const),
        );
        return ok(Object.fromEntries(counts.filter(([, count]) => count > 0)));
      }),
    all: () =>
      use(async (database) =>
        ok((await database.getAll('annotations')).filter(isSound).map(withoutIndex)),
      ),

    put: (stored, page) =>
      use(async (database) => {
        const write = database.transaction(['annotations', 'changes', 'pages'], 'readwrite');
        const annotations = write.objectStore('annotations');
        const { id, modified } = stored.annotation;
        const current = await annotations.get(id);
        const before = current?.revision ?? 0;
        if (current !== undefined && isSame(current, stored)) {
          await write.done;
          return ok(withoutIndex(current));
        }
        if (stored.revision !== before + 1) {
          await write.done;
          if (current === undefined) return err(notFound());
          return err({
            code: 'stale-revision',
            message:
              'This note was changed in another window meanwhile. Both texts are kept: choose one, or join them.',
            current: withoutIndex(current),
          });
        }
        await commit(write, async () => {
          await annotations.put(withIndex(stored));
          await write.objectStore('changes').add(change(stored, 'put', modified));
          if (page === null) return;
          const known = await write.objectStore('pages').get(page.pageKey);
          await write.objectStore('pages').put(withAddresses(page, known));
        });
        return ok(stored);
      }),

    putAll: (list, at) =>
      use(async (database) => {
        const write = database.transaction(['annotations', 'changes'], 'readwrite');
        const annotations = write.objectStore('annotations');
        const changes = write.objectStore('changes');
        await commit(write, () =>
          // All at once: waiting for each would cost an import of thousands a turn of the loop for every record.
          settleAll(
            list.flatMap((stored) => [
              () => annotations.put(withIndex(stored)),
              () => changes.add(change(stored, 'put', at)),
            ]),
          ),
        );
        return ok(list.length);
      }),

    setTrashed: (ids, at, now) =>
      use(async (database) => {
        const write = database.transaction(['annotations', 'changes'], 'readwrite');
        const annotations = write.objectStore('annotations');
        let changed = 0;
        const trash = async (id: string) => {
          const current = await annotations.get(id);
          // Where it is already: a second request for the same, or one from another window.
          if (current === undefined || (current.deletedAt === undefined) === (at === null)) return;
          const { deletedAt: _, ...rest } = current;
          const next = {
            ...rest,
            ...(at === null ? {} : { deletedAt: at }),
            revision: current.revision + 1,
          };
          await annotations.put(withIndex(next));
          await write
            .objectStore('changes')
            .add(change(next, at === null ? 'restore' : 'trash', now));
          changed++;
        };
        await commit(write, async () => {
          for (const id of ids) await trash(id);
        });
        return ok(changed);
      }),

    purge: (now, all) =>
      use(async (database) => {
        const limit = new Date(Date.parse(now) - TRASH_DAYS * 86_400_000).toISOString();
        const write = database.transaction(['annotations', 'changes'], 'readwrite');
        const index = write.objectStore('annotations').index('deleted');
        let removed = 0;
        await commit(write, async () => {
          for (
            let cursor = await index.openCursor(all ? null : IDBKeyRange.upperBound(limit));
            cursor !== null;
            cursor = await cursor.continue()
          ) {
            await write.objectStore('changes').add(change(cursor.value, 'purge', now));
            await cursor.delete();
            removed++;
          }
        });
        return ok(removed);
      }),
  };
}

function live(list: readonly Indexed[]): readonly StoredAnnotation[] {
  return list
    .filter((stored) => isSound(stored) && stored.deletedAt === undefined)
    .map(withoutIndex)
    .sort((a, b) => (a.annotation.created < b.annotation.created ? -1 : 1));
}

function change(stored: StoredAnnotation, kind: ChangeRecord['kind'], at: string): ChangeRecord {
  return { id: stored.annotation.id, revision: stored.revision, kind, at };
}

/** The very write that is asked for has already been made: the first answer was lost on its way. */
function isSame(current: Indexed, wanted: StoredAnnotation): boolean {
  return (
    current.revision === wanted.revision &&
    JSON.stringify(current.annotation) === JSON.stringify(wanted.annotation)
  );
}
