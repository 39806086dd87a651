import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { type AnnotationStore, createAnnotationStore } from '@/platform/storage/annotation-store';
import { type Connection, createConnection } from '@/platform/storage/database';
import { createDraftStore } from '@/platform/storage/draft-store';
import { DATABASE_NAME, SCHEMA_VERSION } from '@/platform/storage/schema';
import { aStoredAnnotation } from '../../support/annotations';

const NOW = '2026-03-02T10:00:00.000Z';
const PAGE = {
  pageKey: 'news.example/story',
  urls: [],
  title: 'A story',
  rule: 'cleaned',
  lastSeen: NOW,
};

let connection: Connection;
let store: AnnotationStore;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  connection = createConnection();
  store = createAnnotationStore(connection);
});

async function changes() {
  const opened = await connection.get();
  if (!opened.ok) throw new Error(opened.error.message);
  return (await opened.value.getAll('changes')).map((line) =>
    line.kind === 'import'
      ? { kind: line.kind, written: line.written }
      : { id: line.id, kind: line.kind, revision: line.revision },
  );
}

describe('an import', () => {
  const parts = (lists: readonly (readonly StoredAnnotation[])[]) => {
    const left = [...lists];
    return async () => left.shift() ?? null;
  };
  const [one, two, three] = ['a', 'b', 'c'].map((name) =>
    aStoredAnnotation({ id: `urn:uuid:${name}` }),
  ) as [StoredAnnotation, StoredAnnotation, StoredAnnotation];

  it('writes every part, with one line in the change log for each', async () => {
    expect(await store.putEach(parts([[one, two], [], [three]]), NOW)).toEqual({
      ok: true,
      value: 3,
    });
    expect(await store.ids()).toMatchObject({ value: ['urn:uuid:a', 'urn:uuid:b', 'urn:uuid:c'] });
    expect(await changes()).toEqual([
      {
        kind: 'import',
        written: [
          { id: 'urn:uuid:a', revision: 1 },
          { id: 'urn:uuid:b', revision: 1 },
        ],
      },
      { kind: 'import', written: [{ id: 'urn:uuid:c', revision: 1 }] },
    ]);
    expect(await store.changedSince(1)).toEqual({
      ok: true,
      value: { ids: ['urn:uuid:c'], seq: 2 },
    });
  });

  it('writes nothing when a part cannot be read', async () => {
    const next = parts([[one, two]]);
    const failing = async () => {
      const part = await next();
      if (part === null) throw new Error('the file has gone');
      return part;
    };
    expect((await store.putEach(failing, NOW)).ok).toBe(false);
    expect(await store.ids()).toMatchObject({ value: [] });
    expect(await changes()).toEqual([]);
  });
});

describe('writing', () => {
  it('stores a new annotation, its page and a line in the change log', async () => {
    const one = aStoredAnnotation();
    expect(await store.put(one, PAGE)).toEqual({ ok: true, value: one });
    expect(await store.forPage(PAGE.pageKey)).toEqual({ ok: true, value: [one] });
    expect(await changes()).toEqual([{ id: one.annotation.id, kind: 'put', revision: 1 }]);
  });

  it('answers a repeated write as the first time and logs it once', async () => {
    const one = aStoredAnnotation();
    await store.put(one, PAGE);
    expect(await store.put(one, PAGE)).toEqual({ ok: true, value: one });
    expect(await changes()).toHaveLength(1);
  });

  it('takes a change that knows the revision before it', async () => {
    const one = aStoredAnnotation();
    const next = aStoredAnnotation({ note: 'Ask them.', revision: 2 });
    await store.put(one, PAGE);
    expect(await store.put(next, null)).toEqual({ ok: true, value: next });
    expect(await store.get(one.annotation.id)).toEqual({ ok: true, value: next });
  });

  it('refuses a change based on an older revision, keeps the newer, and hands it over', async () => {
    const mine = aStoredAnnotation({ note: 'mine', revision: 2 });
    const theirs = aStoredAnnotation({ note: 'theirs', revision: 2 });
    await store.put(aStoredAnnotation(), PAGE);
    await store.put(mine, null);
    expect(await store.put(theirs, null)).toMatchObject({
      ok: false,
      error: { code: 'stale-revision', current: mine },
    });
    expect(await store.get(mine.annotation.id)).toEqual({ ok: true, value: mine });
    expect(await changes()).toHaveLength(2);
  });

  it('does not bring a purged annotation back by a late change', async () => {
    expect(await store.put(aStoredAnnotation({ revision: 3 }), null)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('writes many or none', async () => {
    const good = aStoredAnnotation({ id: 'urn:uuid:a' });
    const bad = { ...aStoredAnnotation({ id: 'urn:uuid:b' }), foreign: { call: () => 1 } };
    expect((await store.putAll([good, bad as never], NOW)).ok).toBe(false);
    expect(await store.all()).toEqual({ ok: true, value: [] });
    expect(await changes()).toEqual([]);
    expect(await store.putAll([good], NOW)).toEqual({ ok: true, value: 1 });
  });
});

describe('the trash', () => {
  const id = aStoredAnnotation().annotation.id;

  it('hides what is in it from the page and gives it back unchanged but for its revision', async () => {
    const one = aStoredAnnotation({ entities: ['company/spacex'] });
    await store.put(one, PAGE);
    expect(await store.setTrashed([id], NOW, NOW)).toEqual({ ok: true, value: 1 });
    expect(await store.forPage(PAGE.pageKey)).toEqual({ ok: true, value: [] });
    expect(await store.forEntity('company/spacex')).toEqual({ ok: true, value: [] });
    await store.setTrashed([id], null, NOW);
    expect(await store.forEntity('company/spacex')).toEqual({
      ok: true,
      value: [{ ...one, revision: 3 }],
    });
    expect((await changes()).map((line) => line.kind)).toEqual(['put', 'trash', 'restore']);
  });

  it.each([
    { name: 'a day over the limit', now: '2026-04-02T10:00:00.000Z', removed: 1 },
    { name: 'the limit itself', now: '2026-04-01T10:00:00.000Z', removed: 1 },
    { name: 'a second before it', now: '2026-04-01T09:59:59.000Z', removed: 0 },
    { name: 'a clock that jumped back', now: '2020-01-01T00:00:00.000Z', removed: 0 },
  ])('removes for good at $name: $removed', async ({ now, removed }) => {
    await store.put(aStoredAnnotation(), PAGE);
    await store.setTrashed([id], NOW, NOW);
    expect(await store.purge(now, false)).toEqual({ ok: true, value: removed });
    expect((await store.get(id)).ok).toBe(removed === 0);
  });

  it('never purges what is not in it', async () => {
    await store.put(aStoredAnnotation(), PAGE);
    expect(await store.purge('2036-01-01T00:00:00.000Z', true)).toEqual({ ok: true, value: 0 });
  });
});

describe('finding', () => {
  it('finds by entity, and keeps pages apart', async () => {
    await store.put(
      aStoredAnnotation({ id: 'urn:uuid:a', entities: ['rocket/zhuque-3', 'company/landspace'] }),
      PAGE,
    );
    await store.put(aStoredAnnotation({ id: 'urn:uuid:b', pageKey: 'other.example/x' }), null);
    const about = await store.forEntity('company/landspace');
    expect(about.ok && about.value.map((stored) => stored.annotation.id)).toEqual(['urn:uuid:a']);
    const there = await store.forPage('other.example/x');
    expect(there.ok && there.value.map((stored) => stored.annotation.id)).toEqual(['urn:uuid:b']);
  });

  it('says not-found for what was never there', async () => {
    expect(await store.get('urn:uuid:none')).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe('opening', () => {
  it('refuses a database from a newer version and leaves it untouched', async () => {
    const newer = indexedDB.open(DATABASE_NAME, SCHEMA_VERSION + 1);
    await new Promise((resolve) => {
      newer.onupgradeneeded = () => newer.result.createObjectStore('future').put('precious', 1);
      newer.onsuccess = resolve;
    });
    newer.result.close();
    expect(await store.all()).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: expect.stringContaining('newer version') },
    });
    const again = indexedDB.open(DATABASE_NAME);
    await new Promise((resolve) => {
      again.onsuccess = resolve;
    });
    expect(again.result.version).toBe(SCHEMA_VERSION + 1);
    expect([...again.result.objectStoreNames]).toEqual(['future']);
  });

  it('opens again after the database was closed under it', async () => {
    await store.put(aStoredAnnotation(), PAGE);
    await connection.close();
    expect((await store.all()).ok).toBe(true);
  });
});

describe('drafts', () => {
  it('keeps the last text typed, until it is removed', async () => {
    const drafts = createDraftStore(connection);
    const draft = { key: 'urn:uuid:a', text: 'half a sen', tags: [], revision: 1, at: NOW };
    expect(await drafts.put(draft)).toBe(true);
    expect(await drafts.put({ ...draft, text: 'half a sentence' })).toBe(true);
    expect(await drafts.get('urn:uuid:a')).toMatchObject({ text: 'half a sentence' });
    await drafts.remove('urn:uuid:a', 'half a sen');
    expect(await drafts.get('urn:uuid:a')).toMatchObject({ text: 'half a sentence' });
    await drafts.remove('urn:uuid:a', 'half a sentence');
    expect(await drafts.get('urn:uuid:a')).toBeNull();
    expect(await drafts.all()).toEqual([]);
  });
});
