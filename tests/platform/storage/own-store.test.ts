import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { type Connection, createConnection } from '@/platform/storage/database';
import { createOwnStore, type OwnStore } from '@/platform/storage/own-store';
import { DATABASE_NAME } from '@/platform/storage/schema';
import { aStoredAnnotation } from '../../support/annotations';
import { anOwnEntity, anOwnEntry } from '../../support/own';

let connection: Connection;
let store: OwnStore;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  connection = createConnection();
  store = createOwnStore(connection);
});

describe('entries of the reader’s own', () => {
  it('are stored, replaced by id and removed', async () => {
    await store.putAll([anOwnEntity(), anOwnEntry()]);
    await store.putAll([anOwnEntry({ names: ['GE'] })]);
    expect(await store.all()).toEqual({
      ok: true,
      value: [anOwnEntry({ names: ['GE'] }), anOwnEntity()],
    });
    await store.remove('company/galactic-energy');
    expect(await store.all()).toEqual({ ok: true, value: [anOwnEntity()] });
  });

  it('are none at first, and removing what is not there changes nothing', async () => {
    expect(await store.all()).toEqual({ ok: true, value: [] });
    expect((await store.remove('company/spacex')).ok).toBe(true);
  });

  it('find their place in a database of the version before, and leave what is in it', async () => {
    const old = indexedDB.open(DATABASE_NAME, 1);
    await new Promise((resolve) => {
      old.onupgradeneeded = () => {
        const annotations = old.result.createObjectStore('annotations', {
          keyPath: 'annotation.id',
        });
        annotations.put({ ...aStoredAnnotation(), index: {} });
      };
      old.onsuccess = resolve;
    });
    old.result.close();
    await store.putAll([anOwnEntry()]);
    expect(await store.all()).toMatchObject({ ok: true, value: [{ names: ['银河动力'] }] });
    expect(await createAnnotationStore(connection).all()).toMatchObject({
      ok: true,
      value: [{ annotation: { id: aStoredAnnotation().annotation.id } }],
    });
  });

  it('say so where the database cannot be used', async () => {
    const newer = indexedDB.open(DATABASE_NAME, 99);
    await new Promise((resolve) => {
      newer.onsuccess = resolve;
    });
    newer.result.close();
    expect(await store.putAll([anOwnEntry()])).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: expect.stringContaining('newer version') },
    });
  });
});
