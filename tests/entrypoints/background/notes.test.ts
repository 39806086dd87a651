import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { annotationMethods } from '@/entrypoints/background/annotation-methods';
import { noteMethods } from '@/entrypoints/background/note-methods';
import { noteStarts } from '@/entrypoints/background/note-starts';
import type { Sender } from '@/platform/messaging/transport';
import { type AnnotationStore, createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { createDraftStore, type DraftStore } from '@/platform/storage/draft-store';
import { aStoredAnnotation } from '../../support/annotations';

const URL_OF_PAGE = 'https://news.example/story?utm_source=feed';
const PAGE = { url: URL_OF_PAGE, title: 'A story' };
const inPage: Sender = {
  url: URL_OF_PAGE,
  tabId: 1,
  tabUrl: URL_OF_PAGE,
  frameId: 0,
  isOwnDocument: false,
};
const frame: Sender = { ...inPage, url: 'ext://own/note.html', frameId: 5, isOwnDocument: true };

let store: AnnotationStore;
let drafts: DraftStore;
let announced: string[][];
let clock: number;

/** A clock that never gives the same answer twice, as a real one. */
const now = () => new Date(Date.UTC(2026, 2, 1) + clock++).toISOString();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  const connection = createConnection();
  store = createAnnotationStore(connection);
  drafts = createDraftStore(connection);
  announced = [];
  clock = 0;
});

const starts = () => noteStarts(store, drafts, now);
const notes = () =>
  noteMethods(
    store,
    drafts,
    {
      openNote: async () => true,
      announce: async (urls) => {
        announced.push([...urls]);
      },
    },
    now,
  );
const onPage = async (canonical: string | null = null) => {
  const begun = await starts()['annotations.noteOnPage'].answer({ canonical, page: PAGE }, inPage);
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.value;
};
const save = (id: string, text: string, revision: number, tags: readonly string[] = []) =>
  notes()['note.save'].answer({ id, text, tags, revision }, frame);
const stored = async () => {
  const all = await store.all();
  if (!all.ok) throw new Error(all.error.message);
  return all.value;
};

describe('a note on a page', () => {
  it('leaves nothing behind when it is opened and closed again', async () => {
    const id = await onPage();
    expect(await stored()).toEqual([]);
    expect(await notes()['note.get'].answer({ id }, frame)).toMatchObject({
      ok: true,
      value: { text: '', tags: [], revision: 0, draft: null },
    });
    expect(await save(id, '', 0)).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(await stored()).toEqual([]);
    await drafts.tidy('2026-03-02T00:00:00.000Z');
    expect(await drafts.all()).toEqual([]);
  });

  it('is stored with the first words: a bookmark without selectors, under the cleaned address', async () => {
    const id = await onPage();
    expect(await save(id, 'All about money.', 0, ['funding'])).toMatchObject({
      ok: true,
      value: { state: 'saved', revision: 1 },
    });
    expect(await stored()).toMatchObject([
      {
        pageKey: 'https://news.example/story',
        page: PAGE,
        annotation: { id, motivation: 'bookmarking', target: { source: URL_OF_PAGE } },
      },
    ]);
    expect((await stored())[0]?.annotation.target.selector).toBeUndefined();
    expect(await store.pageNote('https://news.example/story')).toMatchObject({
      value: { annotation: { id } },
    });
    expect(await drafts.all()).toEqual([]);
    expect(announced).toEqual([[URL_OF_PAGE, URL_OF_PAGE]]);
  });

  it('is the same one each time: begun, saved, and by the canonical address', async () => {
    const id = await onPage();
    expect(await onPage('https://news.example/story')).toBe(id);
    await save(id, 'words', 0);
    expect(await onPage()).toBe(id);
    expect(await onPage('https://other.example/theirs')).toBe(id);
  });

  it('goes to the trash when its words are deleted, and comes back with them', async () => {
    const id = await onPage();
    await save(id, 'words', 0);
    expect(await save(id, '', 1)).toMatchObject({ value: { state: 'saved', revision: 2 } });
    expect((await stored())[0]?.deletedAt).toBeDefined();
    expect(await save(id, 'words', 2)).toMatchObject({ value: { state: 'saved', revision: 3 } });
    expect((await stored())[0]?.deletedAt).toBeUndefined();
  });

  it('keeps what was typed and never saved', async () => {
    const id = await onPage();
    await notes()['note.draft'].answer({ id, text: 'half a th', tags: [], revision: 0 }, frame);
    await drafts.tidy('2027-01-01T00:00:00.000Z');
    expect(await onPage()).toBe(id);
    expect(await notes()['note.get'].answer({ id }, frame)).toMatchObject({
      value: { draft: { text: 'half a th', tags: [] } },
    });
  });

  it.each([
    { name: 'a page of the browser', url: 'about:config' },
    { name: 'no address', url: null },
  ])('is refused to $name', async ({ url }) => {
    const answer = await starts()['annotations.noteOnPage'].answer(
      { canonical: null, page: PAGE },
      { ...inPage, url },
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  it('is not shown in a frame on another site, begun or saved', async () => {
    const id = await onPage();
    const other = { ...frame, tabUrl: 'https://other.example/' };
    const refused = { ok: false, error: { code: 'forbidden' } };
    expect(await notes()['note.get'].answer({ id }, other)).toMatchObject(refused);
    await save(id, 'words', 0);
    expect(await notes()['note.get'].answer({ id }, other)).toMatchObject(refused);
  });
});

describe('a note on an entity', () => {
  it('is stored with its first words only, and found by the entity', async () => {
    const begin = () =>
      starts()['annotations.noteOnEntity'].answer({ entity: 'rocket/zhuque-3' }, inPage);
    const begun = await begin();
    expect(await stored()).toEqual([]);
    if (!begun.ok) throw new Error(begun.error.message);
    await save(begun.value, 'Watch it.', 0);
    expect(await begin()).toEqual(begun);
    expect(await store.entityCounts(['rocket/zhuque-3'])).toEqual({
      ok: true,
      value: { 'rocket/zhuque-3': 1 },
    });
  });
});

describe('a request that is asked twice, because the first answer was lost on its way', () => {
  const methods = () =>
    annotationMethods(
      store,
      async () => undefined,
      async (url, from) => {
        told.push([url, from]);
      },
      now,
    );
  let told: [string, number | null][] = [];
  beforeEach(() => {
    told = [];
  });
  const NO_LINK = { canonical: null };

  it('stores a highlight once, and answers the same', async () => {
    const wanted = {
      id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      selector: [{ type: 'TextQuoteSelector', exact: 'It landed.' } as const],
      colour: 'green' as const,
      entities: [],
      canonical: null,
      page: PAGE,
    };
    const first = await methods()['annotations.create'].answer(wanted, inPage);
    expect(first).toMatchObject({ ok: true, value: { id: wanted.id, revision: 1 } });
    expect(await methods()['annotations.create'].answer(wanted, inPage)).toEqual(first);
    expect(await stored()).toHaveLength(1);
  });

  it('saves a note once, without a conflict with itself', async () => {
    const one = aStoredAnnotation();
    await store.put(one, null);
    const { id } = one.annotation;
    const first = await save(id, 'mine', 1, ['#tag']);
    expect(first).toMatchObject({ value: { state: 'saved', revision: 2 } });
    expect(await save(id, 'mine', 1, ['#tag'])).toEqual(first);
  });

  it('still tells a conflict with what another window wrote', async () => {
    const one = aStoredAnnotation();
    await store.put(one, null);
    await save(one.annotation.id, 'theirs', 1);
    expect(await save(one.annotation.id, 'mine', 1)).toMatchObject({
      value: { state: 'conflict', text: 'theirs', revision: 2 },
    });
  });

  it('recolours once', async () => {
    const one = aStoredAnnotation({ url: URL_OF_PAGE });
    await store.put(one, null);
    const change = {
      ...NO_LINK,
      id: one.annotation.id,
      revision: 1,
      colour: 'red' as const,
    };
    const first = await methods()['annotations.recolour'].answer(change, inPage);
    expect(first).toMatchObject({ ok: true, value: { colour: 'red', revision: 2 } });
    expect(await methods()['annotations.recolour'].answer(change, inPage)).toEqual(first);
    // Other tabs with the page hear of it once; the one where it was done knows.
    expect(told).toEqual([[URL_OF_PAGE, 1]]);
  });

  it('puts a highlight on other words once, and back again with all that it had', async () => {
    const one = aStoredAnnotation({
      url: URL_OF_PAGE,
      note: 'mine',
      tags: ['t'],
      entities: ['rocket/zhuque-3'],
    });
    await store.put(one, null);
    const own = { ...NO_LINK, id: one.annotation.id };
    const before = await methods()['annotations.passage'].answer(own, inPage);
    if (!before.ok) throw new Error(before.error.message);
    const passage = {
      selector: [{ type: 'TextQuoteSelector', exact: 'It fell over.' } as const],
      entities: [],
      seenAt: null,
    };
    const move = () =>
      methods()['annotations.move'].answer({ ...own, revision: 1, passage }, inPage);
    const first = await move();
    expect(first).toMatchObject({ ok: true, value: { revision: 2, selector: passage.selector } });
    expect(await move()).toEqual(first);
    const moved = (await stored())[0]?.annotation;
    expect(moved?.body.map((body) => body.type)).toEqual(['TextualBody', 'TextualBody']);
    expect(moved?.target.state?.sourceDate).toBe(moved?.modified);
    await methods()['annotations.move'].answer(
      { ...own, revision: 2, passage: before.value },
      inPage,
    );
    const back = (await stored())[0]?.annotation;
    expect(back).toEqual({ ...one.annotation, modified: back?.modified });
  });

  it('moves nothing that was changed elsewhere meanwhile, and nothing of another site', async () => {
    const one = aStoredAnnotation({ url: URL_OF_PAGE });
    const other = aStoredAnnotation({
      id: 'urn:uuid:00000000-0000-4000-8000-000000000002',
      url: 'https://other.example/story',
      pageKey: 'other.example/story',
    });
    await store.putAll([one, other], now());
    const passage = {
      selector: [{ type: 'TextQuoteSelector', exact: 'It fell over.' } as const],
      entities: [],
      seenAt: null,
    };
    const move = (id: string, revision: number) =>
      methods()['annotations.move'].answer({ ...NO_LINK, id, revision, passage }, inPage);
    await save(one.annotation.id, 'theirs', 1);
    expect(await move(one.annotation.id, 1)).toMatchObject({ error: { code: 'stale-revision' } });
    expect(await move(other.annotation.id, 1)).toMatchObject({ error: { code: 'not-found' } });
    expect(told).toEqual([]);
  });

  it('changes highlights from a page saved to disk that says what it is a copy of', async () => {
    const one = aStoredAnnotation({
      url: 'https://news.example/story',
      pageKey: 'https://news.example/story',
    });
    await store.put(one, null);
    const saved: Sender = {
      ...inPage,
      url: 'file:///home/mei/story.html',
      tabUrl: 'file:///home/mei/story.html',
    };
    const recolour = (canonical: string | null) =>
      methods()['annotations.recolour'].answer(
        { id: one.annotation.id, revision: 1, colour: 'red', canonical },
        saved,
      );
    expect(await recolour(null)).toMatchObject({ error: { code: 'not-found' } });
    expect(await recolour('https://other.example/story')).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await recolour('https://news.example/story')).toMatchObject({
      value: { colour: 'red' },
    });
  });

  it('moves to the trash once', async () => {
    const one = aStoredAnnotation({ url: URL_OF_PAGE });
    await store.put(one, null);
    const trash = () =>
      methods()['annotations.trash'].answer({ ...NO_LINK, id: one.annotation.id }, inPage);
    expect(await trash()).toEqual({ ok: true, value: null });
    expect(await trash()).toEqual({ ok: true, value: null });
    expect((await stored())[0]?.revision).toBe(2);
  });
});
