import type { StoredAnnotation } from '@/core/annotation/annotation';
import { err, ok, type Result } from '@/core/result';
import { change, idsOf, lastSeq, live, putSome, readMany, rewrite, SOME } from './batches';
import { commit, settleAll } from './commit';
import type { Connection, Database } from './database';
import { type Indexed, isSound, withAddresses, withIndex, withoutIndex } from './records';
import type { PageRecord } from './schema';
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
  /** Every annotation, trash included, in no order. All at once: of a large library ask for `each`. */
  all(): Promise<Result<readonly StoredAnnotation[], StoreError>>;
  /** Those of the ids that are here, trash included, in the order asked. */
  many(ids: readonly string[]): Promise<Result<readonly StoredAnnotation[], StoreError>>;
  /** The ids of all, trash included, in no order. */
  ids(): Promise<Result<readonly string[], StoreError>>;
  /** Gives every annotation, trash included, some at a time and in no order. */
  each(
    visit: (some: readonly StoredAnnotation[]) => Promise<void>,
  ): Promise<Result<number, StoreError>>;
  /** How many there are, trash included, and the last line of the change log; 0 when nothing was ever changed. */
  extent(): Promise<Result<{ readonly count: number; readonly seq: number }, StoreError>>;
  /** The live ones that were changed last, at most `limit`. */
  newest(limit: number): Promise<Result<readonly StoredAnnotation[], StoreError>>;
  /** Ids of what was changed after a line of the change log, each once, and the last line. */
  changedSince(
    seq: number,
  ): Promise<Result<{ readonly ids: readonly string[]; readonly seq: number }, StoreError>>;
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
  /**
   * Writes all that `next` gives, until it gives null, or none of it: an import that is too large to be held at once.
   * `next` is given what is stored under ids that it asks for, and may wait for nothing else: the transaction would
   * end.
   */
  putEach(
    next: (
      stored: (ids: readonly string[]) => Promise<readonly StoredAnnotation[]>,
    ) => Promise<readonly StoredAnnotation[] | null>,
    at: string,
  ): Promise<Result<number, StoreError>>;
  /** Changes many, or none of them. What `edit` answers with null stays; all else is one revision further. */
  rewrite(
    ids: readonly string[],
    edit: (stored: StoredAnnotation) => StoredAnnotation | null,
    now: string,
  ): Promise<Result<number, StoreError>>;
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

    many: (ids) =>
      use(async (database) => {
        const { store } = database.transaction('annotations');
        return ok(await readMany(ids, (id) => store.get(id)));
      }),
    ids: () => use(async (database) => ok(await database.getAllKeys('annotations'))),
    each: (visit) =>
      use(async (database) => {
        let [count, after]: [number, IDBKeyRange | null] = [0, null];
        for (;;) {
          const some = await database.getAll('annotations', after, SOME);
          const last = some.at(-1);
          if (last === undefined) return ok(count);
          count += some.length;
          after = IDBKeyRange.lowerBound(last.annotation.id, true);
          await visit(some.filter(isSound).map(withoutIndex));
        }
      }),
    extent: () =>
      use(async (database) => {
        const read = database.transaction(['annotations', 'changes']);
        const [count, seq] = await Promise.all([
          read.objectStore('annotations').count(),
          lastSeq(read.objectStore('changes')),
        ]);
        return ok({ count, seq });
      }),
    newest: (limit) =>
      use(async (database) => {
        const { store } = database.transaction('annotations');
        const newest: StoredAnnotation[] = [];
        let cursor = await store.index('modified').openCursor(null, 'prev');
        while (cursor !== null && newest.length < limit) {
          if (cursor.value.deletedAt === undefined && isSound(cursor.value))
            newest.push(withoutIndex(cursor.value));
          cursor = await cursor.continue();
        }
        return ok(newest);
      }),
    changedSince: (seq) =>
      use(async (database) => {
        const { store } = database.transaction('changes');
        const [changes, last] = await Promise.all([
          store.getAll(IDBKeyRange.lowerBound(seq, true)),
          lastSeq(store),
        ]);
        return ok({ ids: [...new Set(changes.flatMap(idsOf))], seq: last });
      }),

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

    putEach: (next, at) =>
      use(async (database) => {
        const write = database.transaction(['annotations', 'changes'], 'readwrite');
        const annotations = write.objectStore('annotations');
        // Asking for what is not there costs as much as for what is: most of an import is new.
        const here = new Set(await annotations.getAllKeys());
        const stored = (ids: readonly string[]) =>
          readMany(
            ids.filter((id) => here.has(id)),
            (id) => annotations.get(id),
          );
        let count = 0;
        await commit(write, async () => {
          for (let list = await next(stored); list !== null; list = await next(stored)) {
            count += list.length;
            await putSome(write, list, at);
          }
        });
        return ok(count);
      }),

    rewrite: (ids, edit, now) =>
      use((database) =>
        rewrite(database, ids, (current) => {
          const next = edit(current);
          if (next === null) return null;
          const stored = { ...next, revision: current.revision + 1 };
          return { stored, line: change(stored, 'put', now) };
        }),
      ),

    setTrashed: (ids, at, now) =>
      use((database) =>
        rewrite(database, ids, (current) => {
          // Where it is already: a second request for the same, or one from another window.
          if ((current.deletedAt === undefined) === (at === null)) return null;
          const { deletedAt: _, ...rest } = current;
          const revision = current.revision + 1;
          const stored = { ...rest, ...(at === null ? {} : { deletedAt: at }), revision };
          return { stored, line: change(stored, at === null ? 'restore' : 'trash', now) };
        }),
      ),

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

/** The very write that is asked for has already been made: the first answer was lost on its way. */
function isSame(current: Indexed, wanted: StoredAnnotation): boolean {
  return (
    current.revision === wanted.revision &&
    JSON.stringify(current.annotation) === JSON.stringify(wanted.annotation)
  );
}
