import type { OwnEntry } from '@/core/own/own-entry';
import { err, ok, type Result } from '@/core/result';
import type { Connection, Database } from './database';

export type OwnStoreError = {
  readonly code: 'storage-full' | 'unavailable';
  readonly message: string;
};

/** What the reader knows beside the knowledge base, in a store that no update touches. */
export interface OwnStore {
  /** Sorted by id. */
  all(): Promise<Result<readonly OwnEntry[], OwnStoreError>>;
  /** Writes all of them and removes what has one of the ids, or does nothing; entries with the same id are replaced. Answers once they are stored. */
  putAll(
    entries: readonly OwnEntry[],
    removed?: readonly string[],
  ): Promise<Result<null, OwnStoreError>>;
  remove(id: string): Promise<Result<null, OwnStoreError>>;
}

export function createOwnStore(connection: Connection): OwnStore {
  const use = async <T>(
    work: (database: Database) => Promise<T>,
  ): Promise<Result<T, OwnStoreError>> => {
    const opened = await connection.get();
    if (!opened.ok) return err({ code: 'unavailable', message: opened.error.message });
    try {
      return ok(await work(opened.value));
    } catch (fault) {
      // The database's own failures, by their names: full, or closed under us.
      const isFull = fault instanceof Error && fault.name === 'QuotaExceededError';
      return err({
        code: isFull ? 'storage-full' : 'unavailable',
        message: isFull
          ? 'The disk is full: nothing was saved. Make room and try again.'
          : 'The database of notes did not answer. Try again.',
      });
    }
  };
  return {
    all: () => use((database) => database.getAll('own')),
    putAll: (entries, removed = []) =>
      use(async (database) => {
        const write = database.transaction('own', 'readwrite');
        for (const id of removed) void write.store.delete(id);
        for (const entry of entries) void write.store.put(entry);
        await write.done;
        return null;
      }),
    remove: (id) =>
      use(async (database) => {
        await database.delete('own', id);
        return null;
      }),
  };
}
