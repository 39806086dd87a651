import { type DBSchema, openDB } from 'idb';

/*
 * Automatic backups outside the database: should that be lost or damaged, what a reader wrote is still here. One a
 * day, the last seven, in a database of their own. Not in the extension's local storage: content scripts can read
 * that, and a page that has taken over its process could read with them.
 */

const BACKUPS_NAME = 'downrange-backups';
/** Backups kept; the oldest goes first. */
const KEPT_BACKUPS = 7;

export interface BackupEntry {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Length of its text in UTF-16 code units. */
  readonly size: number;
}

/** Days apart from texts: listing them must not read them. */
interface BackupSchema extends DBSchema {
  days: { key: string; value: BackupEntry };
  texts: { key: string; value: string };
}

/** Backups are kept in the database called `name`, which differs in tests only. */
export interface BackupStore {
  /** Keeps a backup as that day's, replacing an earlier one of the day, and drops all but the last seven, all or nothing. */
  keep(day: string, text: string): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly BackupEntry[]>;
  /** The text of a backup; null when there is none for that day. */
  read(day: string): Promise<string | null>;
}

/** Opens the backups at each call and closes them behind it: once a day and on a reader's wish is seldom. Rejects when the browser refuses its storage. */
export function createBackupStore(name: string = BACKUPS_NAME): BackupStore {
  return {
    keep: (day, text) =>
      using(name, async (database) => {
        const transaction = database.transaction(['days', 'texts'], 'readwrite');
        const days = transaction.objectStore('days');
        const texts = transaction.objectStore('texts');
        await days.put({ day, size: text.length });
        await texts.put(text, day);
        const kept = await days.getAllKeys();
        for (const old of kept.slice(0, -KEPT_BACKUPS)) {
          await days.delete(old);
          await texts.delete(old);
        }
        await transaction.done;
      }),
    list: () => using(name, async (database) => (await database.getAll('days')).reverse()),
    read: (day) => using(name, async (database) => (await database.get('texts', day)) ?? null),
  };
}

type Backups = Awaited<ReturnType<typeof open>>;

function open(name: string) {
  return openDB<BackupSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('days', { keyPath: 'day' });
      database.createObjectStore('texts');
    },
  });
}

async function using<T>(name: string, work: (database: Backups) => Promise<T>): Promise<T> {
  const database = await open(name);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
