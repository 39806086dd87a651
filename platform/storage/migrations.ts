import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Schema } from './schema';

type Database = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** Brings the database from the version before to its own. Runs inside the upgrade's transaction. */
export type Migration = (database: Database, transaction: Upgrade) => void;

/** One step for each released version, in order: the step at index n leads to version n + 1. Never edited once released. */
const MIGRATIONS: readonly Migration[] = [
  (database) => {
    const annotations = database.createObjectStore('annotations', { keyPath: 'annotation.id' });
    annotations.createIndex('page', 'pageKey');
    annotations.createIndex('entity', 'index.entities', { multiEntry: true });
    annotations.createIndex('tag', 'index.tags', { multiEntry: true });
    annotations.createIndex('modified', 'index.modified');
    annotations.createIndex('deleted', 'deletedAt');
    database.createObjectStore('pages', { keyPath: 'pageKey' });
    database.createObjectStore('changes', { keyPath: 'seq', autoIncrement: true });
    database.createObjectStore('drafts', { keyPath: 'key' });
  },
  (database) => {
    database.createObjectStore('own', { keyPath: 'id' });
  },
];

/** Runs every step after `from`. */
export function migrate(database: Database, transaction: Upgrade, from: number): void {
  for (const step of MIGRATIONS.slice(from)) step(database, transaction);
}
