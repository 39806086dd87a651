import { openDB } from 'idb';

/*
 * The library's index as it was last, so that the next opening need not read every annotation. In a database of its
 * own: it can be made anew at any time, and must never stand in the way of what a reader wrote.
 */

const NAME = 'downrange-index';
const STORE = 'snapshots';
const HEAD = 'library';
const REST = 'words';

/** What was stored, with what it must be held against before it is believed. */
export interface StoredHead<Head> {
  /** Version of the index's shape and of the way in which it cuts words. */
  readonly version: number;
  /** The last line of the change log that it knows. */
  readonly seq: number;
  /** Records of the database that the index leaves out: damaged ones. */
  readonly unread: number;
  readonly head: Head;
}

/**
 * Keeps one snapshot in two parts: the head is small and read first. Failures are silent: without a snapshot the index
 * is made anew.
 */
export interface SnapshotStore<Head, Rest> {
  /** Null when there is none. */
  readHead(): Promise<StoredHead<Head> | null>;
  /** What was stored with the head of that `seq`; null when there is none, or another has taken its place. */
  readRest(seq: number): Promise<Rest | null>;
  write(stored: StoredHead<Head>, rest: Rest): Promise<void>;
}

/** The store in this browser. `name` differs in tests only. */
export function createSnapshotStore<Head, Rest>(name = NAME): SnapshotStore<Head, Rest> {
  const open = () =>
    openDB(name, 1, {
      upgrade: (database) => {
        database.createObjectStore(STORE);
      },
    });
  /** What is stored under a key; null also for a damaged file or a newer version: the annotations are elsewhere and whole. */
  const read = async <Stored>(key: string): Promise<Stored | null> => {
    try {
      const database = await open();
      // Typed by the caller: nobody else writes here, and its `version` is checked first.
      const stored: Stored | undefined = await database.get(STORE, key);
      database.close();
      return stored ?? null;
    } catch {
      // As above.
      return null;
    }
  };
  return {
    readHead: () => read<StoredHead<Head>>(HEAD),
    async readRest(seq) {
      const stored = await read<{ readonly seq: number; readonly rest: Rest }>(REST);
      return stored?.seq === seq ? stored.rest : null;
    },
    async write(stored, rest) {
      try {
        const database = await open();
        const write = database.transaction(STORE, 'readwrite');
        void write.store.put(stored, HEAD);
        void write.store.put({ seq: stored.seq, rest }, REST);
        await write.done;
        database.close();
      } catch {
        // No room left: the index is made anew the next time.
      }
    },
  };
}
