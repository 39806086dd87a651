import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { createDraftStore } from '@/platform/storage/draft-store';
import { DATABASE_NAME, SCHEMA_VERSION } from '@/platform/storage/schema';

/** A database as some version left it: `tests/fixtures/storage/version-N.json`, never edited once it is there. */
interface Frozen {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string;
        readonly autoIncrement: boolean;
        readonly indexes: readonly {
          readonly name: string;
          readonly keyPath: string;
          readonly multiEntry: boolean;
        }[];
        readonly records: readonly Readonly<Record<string, unknown>>[];
      }
    >
  >;
}

const FOLDER = fileURLToPath(new URL('../../fixtures/storage/', import.meta.url));
const VERSIONS = readdirSync(FOLDER)
  .filter((name) => name.startsWith('version-'))
  .map((name): Frozen => JSON.parse(readFileSync(FOLDER + name, 'utf8')))
  .sort((a, b) => a.version - b.version);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Makes the database as that version made it, without any code of ours. */
async function thaw({ version, stores }: Frozen): Promise<void> {
  const opening = indexedDB.open(DATABASE_NAME, version);
  opening.onupgradeneeded = () => {
    for (const [name, { keyPath, autoIncrement, indexes, records }] of Object.entries(stores)) {
      const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, multiEntry } of indexes)
        store.createIndex(index, path, { multiEntry });
      for (const record of records) store.put(record);
    }
  };
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = () => reject(opening.error);
  });
  opening.result.close();
}

/** The shape of the database that is open now: stores, key paths and indexes. */
async function shapeOf(name: string) {
  const opening = indexedDB.open(name);
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const database = opening.result;
  const shape = [...database.objectStoreNames].map((store) => {
    const { keyPath, autoIncrement, indexNames } = database.transaction(store).objectStore(store);
    return { store, keyPath, autoIncrement, indexes: [...indexNames] };
  });
  database.close();
  return { version: database.version, shape };
}

it('has a frozen database of every version', () => {
  expect(VERSIONS.map(({ version }) => version)).toEqual(
    Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1),
  );
});

describe.each(VERSIONS)('a database of version $version', (frozen) => {
  it('opens, with everything in it', async () => {
    await thaw(frozen);
    const connection = createConnection();
    const store = createAnnotationStore(connection);
    const all = await store.all();
    const records = frozen.stores.annotations?.records ?? [];
    expect(all.ok ? all.value.map(({ annotation }) => annotation.id).sort() : all).toEqual(
      records.map((record) => (record.annotation as { id: string }).id).sort(),
    );
    expect(all.ok && all.value.every((one) => one.revision >= 1)).toBe(true);
    const opened = await connection.get();
    if (!opened.ok) throw new Error(opened.error.message);
    for (const name of ['pages', 'changes', 'drafts'] as const)
      expect(await opened.value.getAll(name)).toEqual(frozen.stores[name]?.records);
    expect((await createDraftStore(connection).all()).length).toBeGreaterThan(0);
  });

  it('is found by page, by entity and in the trash, as before', async () => {
    await thaw(frozen);
    const store = createAnnotationStore(createConnection());
    expect(await store.forPage('https://news.example/story')).toMatchObject({
      ok: true,
      value: [{ annotation: { motivation: 'commenting' } }],
    });
    expect(await store.entityCounts(['rocket/zhuque-3'])).toEqual({
      ok: true,
      value: { 'rocket/zhuque-3': 2 },
    });
    expect(await store.purge('2030-01-01T00:00:00.000Z', false)).toEqual({ ok: true, value: 1 });
  });

  it('has the shape of a new one afterwards', async () => {
    await thaw(frozen);
    const old = createConnection();
    await old.get();
    await old.close();
    const fresh = createConnection('fresh');
    await fresh.get();
    await fresh.close();
    expect(await shapeOf(DATABASE_NAME)).toEqual(await shapeOf('fresh'));
  });

  it('takes new notes', async () => {
    await thaw(frozen);
    const store = createAnnotationStore(createConnection());
    const [stored] = await store.all().then((all) => (all.ok ? all.value : []));
    if (stored === undefined) throw new Error('expected an annotation in the fixture');
    const next = { ...stored, revision: stored.revision + 1 };
    expect(await store.put(next, null)).toEqual({ ok: true, value: next });
  });
});
