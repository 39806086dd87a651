import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import type { IndexHead, IndexWords } from '@/core/search/library-index';
import { parseQuery } from '@/core/search/query';
import type { IndexState } from '@/entrypoints/library/index-protocol';
import { createIndexWork } from '@/entrypoints/library/index-work';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import type { StoredHead } from '@/platform/storage/snapshot-store';
import { aMixedCorpus, anId, NOW } from '@/tests/core/exchange/corpus';
import { aStoredAnnotation } from '@/tests/support/annotations';

let databases = 0;
const NOTHING = { about: [], colour: [], tag: [], site: [] };

/** A snapshot store in memory; `kept` is what it holds. */
function aSnapshotStore() {
  const kept: { value: StoredHead<IndexHead> | null; words: IndexWords | null } = {
    value: null,
    words: null,
  };
  return {
    kept,
    readHead: async () => kept.value,
    readRest: async (seq: number) => (seq === kept.value?.seq ? kept.words : null),
    async write(stored: StoredHead<IndexHead>, words: IndexWords) {
      kept.value = structuredClone(stored);
      kept.words = structuredClone(words);
    },
  };
}

async function library(list: readonly StoredAnnotation[]) {
  databases += 1;
  const store = createAnnotationStore(createConnection(`index-${databases}`));
  if (list.length > 0) await store.putAll(list, NOW);
  const snapshots = aSnapshotStore();
  const states: IndexState[] = [];
  const open = () =>
    createIndexWork(
      store,
      snapshots,
      (id) => [id],
      (state) => states.push(state),
    );
  return { store, snapshots, states, open };
}

const many = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    aStoredAnnotation({
      id: anId(n),
      quote: `Number ${n}`,
      modified: `2026-03-01T10:00:00.${String(n % 1000).padStart(3, '0')}Z`,
    }),
  );

async function find(work: ReturnType<typeof createIndexWork>, text: string, isBin = false) {
  const wanted = { query: parseQuery(text, NOW), chosen: NOTHING, isBin, page: null };
  const { rows } = await work('find', { wanted, rows: 100 });
  return rows.map(({ stored }) => stored.annotation.id);
}

describe('the index of a library', () => {
  it('is read from the database the first time, with something to look at meanwhile', async () => {
    const { open, states } = await library(many(120));
    const work = open();
    expect(await find(work, 'number 77')).toContain(anId(77));
    const [first] = states;
    if (first?.phase !== 'reading') throw new Error('expected it to read first');
    expect(first).toMatchObject({ done: 0, count: 120 });
    expect(first.rows).toHaveLength(40);
    expect(states.at(-1)).toEqual({ phase: 'ready', live: 120, bin: 0, damaged: 0 });
  });

  it('is taken from its snapshot the next time, and learns what was changed since', async () => {
    const { store, open, states, snapshots } = await library(many(600));
    await find(open(), '');
    expect(snapshots.kept.value).not.toBeNull();
    states.length = 0;
    await store.putAll([aStoredAnnotation({ id: anId(900), quote: 'later' })], NOW);
    await store.setTrashed([anId(5)], NOW, NOW);
    const work = open();
    expect(await find(work, 'later')).toEqual([anId(900)]);
    expect(await find(work, '"number 5"', true)).toEqual([anId(5)]);
    expect(states).toEqual([{ phase: 'ready', live: 600, bin: 1, damaged: 0 }]);
  });

  it.each([
    {
      name: 'of another version',
      damage: (one: StoredHead<IndexHead>) => ({ ...one, version: 0 }),
    },
    {
      name: 'of a later database',
      damage: (one: StoredHead<IndexHead>) => ({ ...one, seq: 1e9 }),
    },
  ])('is made anew for a snapshot $name', async ({ damage }) => {
    const { open, states, snapshots } = await library(many(600));
    await find(open(), '');
    const { value } = snapshots.kept;
    if (value === null) throw new Error('expected a snapshot');
    snapshots.kept.value = damage(value);
    states.length = 0;
    expect(await find(open(), '')).toHaveLength(100);
    expect(states.some(({ phase }) => phase === 'reading')).toBe(true);
  });

  it('is made anew when the words of its snapshot are gone', async () => {
    const { open, states, snapshots } = await library(many(600));
    await find(open(), '');
    snapshots.kept.words = null;
    states.length = 0;
    const work = open();
    expect(await find(work, '"number 77"')).toEqual([anId(77)]);
    expect(states[0]).toMatchObject({ phase: 'ready', live: 600, bin: 0 });
    expect(states.some(({ phase }) => phase === 'reading')).toBe(true);
    expect(states.at(-1)).toMatchObject({ phase: 'ready', live: 600, bin: 0 });
  });

  it('stores what its snapshot held and what was changed since as one', async () => {
    const { store, open, snapshots } = await library(many(600));
    await find(open(), '');
    await store.putAll(
      many(1200)
        .slice(600)
        .map((one) => ({ ...one, revision: 2 })),
      NOW,
    );
    const work = open();
    await work('catchUp', null);
    expect(snapshots.kept.value?.head.byDate).toHaveLength(1200);
    expect(await find(open(), '"number 577"')).toEqual([anId(577)]);
    expect(await find(open(), '"number 977"')).toEqual([anId(977)]);
  });

  it('is made anew when the database holds another number than it knows', async () => {
    const { open, states, snapshots, store } = await library(many(600));
    await find(open(), '');
    const other = await library([]);
    await other.store.putAll(many(3), NOW);
    // A snapshot of a library that was lost meanwhile, with a change log as long.
    const extent = await other.store.extent();
    if (!extent.ok || snapshots.kept.value === null) throw new Error('expected both');
    other.snapshots.kept.value = { ...snapshots.kept.value, seq: extent.value.seq };
    expect(await find(other.open(), '')).toHaveLength(3);
    expect(states.length).toBeGreaterThan(0);
    expect((await store.extent()).ok).toBe(true);
  });

  it('follows what is written elsewhere when it is told to look', async () => {
    const { store, open, states } = await library(aMixedCorpus());
    const work = open();
    await find(work, '');
    await store.putAll([aStoredAnnotation({ id: anId(70), note: 'from a page' })], NOW);
    expect(await find(work, 'page')).not.toContain(anId(70));
    await work('catchUp', null);
    expect(await find(work, '"from a page"')).toEqual([anId(70)]);
    expect(states.at(-1)).toMatchObject({ phase: 'ready' });
    const before = states.length;
    await work('catchUp', null);
    expect(states).toHaveLength(before);
  });

  it('forgets what was removed for good', async () => {
    const { store, open } = await library(aMixedCorpus());
    const work = open();
    await work('trash', { ids: [anId(1)], at: NOW, now: NOW });
    expect(await find(work, '', true)).toEqual([anId(1)]);
    await store.purge(NOW, true);
    await work('catchUp', null);
    expect(await find(work, '', true)).toEqual([]);
  });

  it('changes many at once and takes it back to the letter', async () => {
    const list = many(60);
    const { store, open } = await library(list);
    const work = open();
    const ids = list.map(({ annotation }) => annotation.id);
    const looks = async () => {
      const all = await store.many(ids);
      return all.ok
        ? all.value.map(({ annotation }) => [annotation.body, annotation.target.styleClass])
        : [];
    };
    const before = await looks();
    expect(await work('edit', { ids, edit: { do: 'tag', tags: ['q3'] }, now: NOW })).toEqual({
      changed: 60,
    });
    expect(await find(work, 'tag:q3')).toHaveLength(60);
    expect(await work('edit', { ids, edit: { do: 'tag', tags: ['Q3'] }, now: NOW })).toEqual({
      changed: 0,
    });
    expect(
      await work('edit', { ids: ids.slice(0, 3), edit: { do: 'colour', colour: 'red' }, now: NOW }),
    ).toEqual({ changed: 3 });
    expect(await find(work, 'colour:red')).toHaveLength(3);
    expect(await work('undoEdit', { now: NOW })).toBeNull();
    expect(await find(work, 'colour:red')).toEqual([]);
    expect(await find(work, 'tag:q3')).toHaveLength(60);
    expect(await looks()).not.toEqual(before);
    await work('edit', { ids, edit: { do: 'untag', tags: ['q3'] }, now: NOW });
    expect(await looks()).toEqual(before);
  });

  it('gives the addresses at which something is kept, and arranges by ids', async () => {
    const { open } = await library(aMixedCorpus());
    const work = open();
    expect(await work('addresses', null)).toContain('https://news.example/story');
    const { ids, keys } = await work('arrange', {
      what: [anId(2), anId(1), anId(999)],
      by: 'record',
    });
    expect(ids).toEqual([anId(2), anId(1)]);
    expect(keys).toEqual(['']);
  });
});
