import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AnnotationStore, createAnnotationStore } from '@/platform/storage/annotation-store';
import { type Connection, createConnection } from '@/platform/storage/database';
import { createDraftStore } from '@/platform/storage/draft-store';
import { DATABASE_NAME, SCHEMA_VERSION } from '@/platform/storage/schema';
import { aStoredAnnotation } from '../../support/annotations';

const NOW = '2026-03-02T10:00:00.000Z';
const FIRST = aStoredAnnotation({ note: 'kept' });
const SECOND = aStoredAnnotation({ id: 'urn:uuid:00000000-0000-4000-8000-000000000002' });

let connection: Connection;
let store: AnnotationStore;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  connection = createConnection();
  store = createAnnotationStore(connection);
  await store.put(FIRST, null);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Opens the database beside our connection, as another version of ours or the browser's tools would. */
function openRaw(version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE_NAME, version);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** What a new start of the extension finds. */
async function afterRestart() {
  await connection.close();
  return createAnnotationStore(createConnection()).all();
}

/** Makes the next write to a store fail as the browser does it: at once, or while it is being committed. */
function failWrites(how: 'at once' | 'later', name: string): void {
  const add = IDBObjectStore.prototype.add;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...parameters: Parameters<typeof add>
  ) {
    if (how === 'at once') throw new DOMException('simulated', name);
    const request = add.apply(this, parameters);
    this.transaction.abort();
    return request;
  });
}

describe('a write that fails', () => {
  it.each([
    {
      name: 'because the disk is full',
      how: 'at once',
      fault: 'QuotaExceededError',
      code: 'storage-full',
      message: /no room left .* nothing was lost/,
    },
    {
      name: 'because the transaction is aborted under it',
      how: 'later',
      fault: 'AbortError',
      code: 'unavailable',
      message: /could not be stored .* Try again/,
    },
    {
      name: 'for a reason that nobody thought of',
      how: 'at once',
      fault: 'UnknownError',
      code: 'unavailable',
      message: /could not be stored .* Try again/,
    },
  ] as const)('$name is told, and leaves everything as it was', async (row) => {
    failWrites(row.how, row.fault);
    for (const written of [
      await store.put(SECOND, null),
      await store.putAll([SECOND], NOW),
      await store.setTrashed([FIRST.annotation.id], NOW, NOW),
    ]) {
      expect(written).toMatchObject({ ok: false, error: { code: row.code } });
      expect(written.ok ? '' : written.error.message).toMatch(row.message);
    }
    vi.restoreAllMocks();
    expect(await afterRestart()).toEqual({ ok: true, value: [FIRST] });
  });

  it('works again when there is room', async () => {
    failWrites('at once', 'QuotaExceededError');
    await store.put(SECOND, null);
    vi.restoreAllMocks();
    expect(await store.put(SECOND, null)).toEqual({ ok: true, value: SECOND });
  });

  it('of a draft is no reason to throw: the writer is told', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('simulated', 'QuotaExceededError');
    });
    const drafts = createDraftStore(connection);
    const draft = { key: 'a', text: 'half a thought', tags: [], revision: 0, at: NOW };
    expect(await drafts.put(draft)).toBe(false);
  });
});

describe('a database that is not as we left it', () => {
  it('deleted under us is made anew, and says nothing that is not so', async () => {
    const deleting = indexedDB.deleteDatabase(DATABASE_NAME);
    await new Promise((resolve) => {
      deleting.onsuccess = resolve;
    });
    expect(await store.all()).toEqual({ ok: true, value: [] });
    expect(await store.put({ ...FIRST, revision: 2 }, null)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await store.put(SECOND, null)).toEqual({ ok: true, value: SECOND });
  });

  it('of a newer version is refused with what to do, and not touched', async () => {
    await connection.close();
    const newer = await openRaw(SCHEMA_VERSION + 1);
    newer.close();
    const refused = { ok: false, error: { code: 'unavailable' } };
    for (const answer of [await store.all(), await store.put(SECOND, null)]) {
      expect(answer).toMatchObject(refused);
      expect(answer.ok ? '' : answer.error.message).toMatch(/newer version .* Nothing was changed/);
    }
    const still = await openRaw(SCHEMA_VERSION + 1);
    expect(await count(still)).toBe(1);
    still.close();
  });

  it('gives way at once to a newer version that wants to upgrade it', async () => {
    const newer = await openRaw(SCHEMA_VERSION + 1);
    expect(newer.version).toBe(SCHEMA_VERSION + 1);
    newer.close();
  });

  it('held open by an old window that does not let go is waited for, and then opens', async () => {
    await connection.close();
    globalThis.indexedDB = new IDBFactory();
    const old = indexedDB.open(DATABASE_NAME, SCHEMA_VERSION);
    const holder = await new Promise<IDBDatabase>((resolve) => {
      old.onsuccess = () => resolve(old.result);
    });
    const upgrading = indexedDB.open(DATABASE_NAME, SCHEMA_VERSION + 1);
    const blocked = new Promise((resolve) => {
      upgrading.onblocked = resolve;
    });
    await blocked;
    const opening = createConnection().get();
    holder.close();
    await new Promise((resolve) => {
      upgrading.onsuccess = resolve;
    });
    upgrading.result.close();
    // Ours is the older one by then: it says so, and has changed nothing.
    expect(await opening).toMatchObject({ ok: false, error: { code: 'newer-version' } });
  });

  it('says that another window is in the way of an upgrade, and upgrades once it has gone', async () => {
    globalThis.indexedDB = new IDBFactory();
    const old = indexedDB.open(DATABASE_NAME, SCHEMA_VERSION - 1);
    old.onupgradeneeded = () => {
      const annotations = old.result.createObjectStore('annotations', { keyPath: 'annotation.id' });
      annotations.createIndex('page', 'pageKey');
      annotations.put(FIRST);
    };
    await new Promise((resolve) => {
      old.onsuccess = resolve;
    });
    const blocked = createConnection();
    const refused = await blocked.get();
    expect(refused).toMatchObject({ ok: false, error: { code: 'blocked' } });
    expect(refused.ok ? '' : refused.error.message).toContain('Close the other windows');
    old.result.close();
    expect(await createAnnotationStore(blocked).get(FIRST.annotation.id)).toMatchObject({
      ok: true,
    });
    await blocked.close();
  });

  it.each([
    { name: 'without a target', broken: { annotation: { id: 'urn:broken' }, pageKey: 'p' } },
    {
      name: 'with a body that is no list',
      broken: {
        ...FIRST,
        annotation: { ...FIRST.annotation, id: 'urn:broken', body: 'a note' },
      },
    },
    { name: 'without a revision', broken: withoutRevision() },
    {
      name: 'whose dates are numbers',
      broken: {
        ...FIRST,
        annotation: { ...FIRST.annotation, id: 'urn:broken', created: 7, modified: 7 },
      },
    },
  ])('with a record $name gives the others, and keeps that one', async ({ broken }) => {
    const opened = await connection.get();
    if (!opened.ok) throw new Error(opened.error.message);
    const raw = opened.value.transaction('annotations', 'readwrite');
    await raw.store.put(broken as never);
    await raw.done;
    expect(await store.all()).toEqual({ ok: true, value: [FIRST] });
    expect(await store.forPage(FIRST.pageKey)).toEqual({ ok: true, value: [FIRST] });
    expect(await store.get('urn:broken')).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: expect.stringMatching(/damaged/) },
    });
    expect(await opened.value.count('annotations')).toBe(2);
    expect(await store.purge(NOW, true)).toEqual({ ok: true, value: 0 });
  });
});

function withoutRevision(): object {
  const { revision: _, ...rest } = FIRST;
  return { ...rest, annotation: { ...FIRST.annotation, id: 'urn:broken' } };
}

function count(database: IDBDatabase): Promise<number> {
  const counting = database.transaction('annotations').objectStore('annotations').count();
  return new Promise((resolve) => {
    counting.onsuccess = () => resolve(counting.result);
  });
}
