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

/** Blocked, the browser would wait without an end: the asker is told instead, and may ask again. */
function open(name: string, forget: () => void): Promise<Result<Database, OpenError>> {
  return new Promise((resolve) => {
    let isBlocked = false;
    const opening = openDB<Schema>(name, SCHEMA_VERSION, {
      upgrade: (database, from, _to, transaction) => migrate(database, transaction, from),
      // A window of ours that is too old, or too busy, to let go: newer ones do (`blocking`).
      blocked: () => {
        isBlocked = true;
        resolve(err(BLOCKED));
      },
      // A newer version wants in: letting go at once is what keeps it from being blocked.
      blocking: (_current, _wanted, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    opening.then(
      (database) => {
        // Too late for this asker: the next one opens it anew, and finds it upgraded.
        if (isBlocked) database.close();
        else resolve(ok(database));
      },
      (fault: unknown) => resolve(err(openError(fault))),
    );
  });
}

const BLOCKED: OpenError = {
  code: 'blocked',
  message:
    'Another window holds the old database open. Close the other windows of Downrange and try again.',
};

function openError(fault: unknown): OpenError {
  const reason = fault instanceof Error ? fault : new Error(String(fault));
  if (reason.name === 'VersionError') {
    return {
      code: 'newer-version',
      message:
        'Your notes were saved by a newer version of Downrange. Nothing was changed. Update Downrange to open them.',
    };
  }
  return {
    code: 'unusable',
    message: `The browser could not open the database of notes (${reason.message}). Restart the browser and try again.`,
  };
}
