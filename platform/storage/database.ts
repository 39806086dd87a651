import { type IDBPDatabase, openDB } from 'idb';
import { err, ok, type Result } from '@/core/result';
import { migrate } from './migrations';
import { DATABASE_NAME, SCHEMA_VERSION, type Schema } from './schema';

export type Database = IDBPDatabase<Schema>;

/** Why the database cannot be used. Nothing has been touched. */
export type OpenError =
  | { readonly code: 'newer-version'; readonly message: string }
  | { readonly code: 'blocked'; readonly message: string }
  | { readonly code: 'unusable'; readonly message: string };

/** Gives the open database, opening it anew after the browser has closed it. */
export interface Connection {
  get(): Promise<Result<Database, OpenError>>;
  close(): Promise<void>;
}

/** A connection that is opened on first use and kept. `name` differs in tests only. */
export function createConnection(name: string = DATABASE_NAME): Connection {
  let opening: Promise<Result<Database, OpenError>> | null = null;
  const forget = () => {
    opening = null;
  };
  return {
    get() {
      opening ??= open(name, forget).then((result) => {
        if (!result.ok) forget();
        return result;
      });
      return opening;
    },
    async close() {
      const current = await opening;
      forget();
      if (current?.ok === true) current.value.close();
    },
  };
}

async function open(name: string, forget: () => void): Promise<Result<Database, OpenError>> {
  let blocked = false;
  try {
    const opening = openDB<Schema>(name, SCHEMA_VERSION, {
      upgrade: (database, from, _to, transaction) => migrate(database, transaction, from),
      // An older page of ours holds the old version open: it closes itself (`blocking`), so this passes.
      blocked: () => {
        blocked = true;
      },
      // A newer version wants in: letting go at once is what keeps it from being blocked.
      blocking: (_current, _wanted, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    return ok(await opening);
  } catch (fault) {
    const reason = fault instanceof Error ? fault : new Error(String(fault));
    if (reason.name === 'VersionError') {
      return err({
        code: 'newer-version',
        message:
          'Your notes were saved by a newer version of Downrange. Nothing was changed. Update Downrange to open them.',
      });
    }
    if (blocked) {
      return err({
        code: 'blocked',
        message:
          'Another window holds the old database open. Close the other windows of Downrange and try again.',
      });
    }
    return err({
      code: 'unusable',
      message: `The browser could not open the database of notes (${reason.message}). Restart the browser and try again.`,
    });
  }
}
