import { openDB } from 'idb';

/*
 * The library's index as it was last, so that the next opening need not read every annotation. In a database of its
 * own: it can be made anew at any time, and must never stand in the way of what a reader wrote.
 */

const NAME = 'downrange-index';
const STORE = 'snapshots';
const KEY = 'library';

/** What was stored, with what it must be held against before it is believed. */
export interface StoredSnapshot<Snapshot> {
  /** Version of the index's shape and of the way in which it cuts words. */
  readonly version: number;
  /** The last line of the change log that it knows. */
  readonly seq: number;
  /** Records of the database that the index leaves out: damaged ones. */
  readonly unread: number;
  readonly snapshot: Snapshot;
}

/** Keeps one snapshot. Failures are silent: without one the index is made anew. */
export interface SnapshotStore<Snapshot> {
  /** Null when there is none. */
  read(): Promise<StoredSnapshot<Snapshot> | null>;
  write(stored: StoredSnapshot<Snapshot>): Promise<void>;
}

/** The store in this browser. `name` differs in tests only. */
export function createSnapshotStore<Snapshot>(name = NAME): SnapshotStore<Snapshot> {
  const open = () =>
    openDB(name, 1, {
      upgrade: (database) => {
        database.createObjectStore(STORE);
      },
    });
  return {
    async read() {
      try {
        const database = await open();
        // Typed by the caller: nobody else writes here, and its `version` is checked first.
        const stored: StoredSnapshot<Snapshot> | undefined = await database.get(STORE, KEY);
        database.close();
        return stored ?? null;
      } catch {
        // A damaged file or a newer version: the annotations themselves are elsewhere and whole.
        return null;
      }
    },
    async write(stored) {
      try {
        const database = await open();
        await database.put(STORE, stored, KEY);
        database.close();
      } catch {
        // No room left: the index is made anew the next time.
      }
    },
  };
}
