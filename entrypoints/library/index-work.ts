import { applyEdit, type Look, lookOf, withLook } from '@/core/annotation/bulk-edit';
import { ok, type Result } from '@/core/result';
import {
  createLibraryIndex,
  type IndexHead,
  type IndexWords,
  type LibraryIndex,
} from '@/core/search/library-index';
import type { NamesOf } from '@/core/search/word-search';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import type { SnapshotStore } from '@/platform/storage/snapshot-store';
import type { StoreError } from '@/platform/storage/store-error';
import type { Failure, IndexRequestName, IndexRequests, IndexState, Row } from './index-protocol';

/** Raised when the index has another shape or cuts words in another way: stored ones are then made anew. */
const VERSION = 2;

/** Rows to look at while a large library is read for the first time. */
const FIRST_ROWS = 40;

/** Changes after which the index is stored again. Fewer are quickly read from the change log. */
const STORE_AFTER = 500;

/** Annotations that are read at a time. */
const SOME = 1000;

/** When a larger share of the library has changed, reading it whole takes less time than asking for each. */
const MOST_AGAIN = 0.5;

/** A larger share of ordinals that stand for nothing costs more than reading everything again. */
const MOST_GONE = 0.4;

export type IndexWork = <Name extends IndexRequestName>(
  name: Name,
  ask: IndexRequests[Name]['ask'],
) => Promise<IndexRequests[Name]['answer']>;

/** Keeps the index of a library in step with its database, and answers from it. */
export function createIndexWork(
  store: AnnotationStore,
  snapshots: SnapshotStore<IndexHead, IndexWords>,
  namesOf: NamesOf,
  report: (state: IndexState) => void,
): IndexWork {
  let index: LibraryIndex = createLibraryIndex(namesOf, null);
  let seq = 0;
  let unread = 0;
  let unsaved = 0;
  let lastEdit: readonly Look[] = [];
  // What is shown first needs no words: they come after it.
  let words: Promise<unknown> = Promise.resolve();

  async function open(): Promise<Result<null, StoreError>> {
    const extent = await store.extent();
    if (!extent.ok) return extent;
    const stored = await snapshots.readHead();
    if (stored !== null && stored.version === VERSION && stored.seq <= extent.value.seq) {
      index = createLibraryIndex(namesOf, stored.head);
      seq = stored.seq;
      unread = stored.unread;
      const caught = await catchUp();
      if (!caught.ok) return caught;
      const { live, bin, gone } = index;
      const isWhole = live + bin + unread === extent.value.count;
      if (isWhole && gone <= (live + bin) * MOST_GONE) {
        words = readWords(stored.seq);
        return caught;
      }
    }
    return readAll(extent.value);
  }

  /** Completes an index that began with the head of a snapshot. */
  async function readWords(from: number): Promise<void> {
    const begun = index;
    const found = await snapshots.readRest(from);
    // Meanwhile it was made anew, with all words.
    if (index !== begun) return;
    if (found !== null) return index.takeWords(found);
    const extent = await store.extent();
    const read = extent.ok ? await readAll(extent.value) : extent;
    if (read.ok) tell();
    else report({ phase: 'failed', message: read.error.message });
  }

  /** Makes the index from the database. What is changed meanwhile is in the change log. */
  async function readAll(extent: {
    count: number;
    seq: number;
  }): Promise<Result<null, StoreError>> {
    index = createLibraryIndex(namesOf, null);
    seq = extent.seq;
    const { count } = extent;
    const newest = await store.newest(FIRST_ROWS);
    const rows = newest.ok ? newest.value : [];
    let done = 0;
    report({ phase: 'reading', done, count, rows });
    const read = await store.each(async (some) => {
      index.add(some);
      done += some.length;
      report({ phase: 'reading', done, count, rows });
    });
    if (!read.ok) return read;
    unsaved = done;
    unread = Math.max(0, count - done);
    return catchUp();
  }

  async function catchUp(): Promise<Result<null, StoreError>> {
    const changed = await store.changedSince(seq);
    if (!changed.ok) return changed;
    const taken = await take(changed.value.ids);
    if (taken.ok) seq = changed.value.seq;
    return taken;
  }

  /** Reads annotations again; those that are no longer there leave the index. */
  async function take(ids: readonly string[]): Promise<Result<null, StoreError>> {
    if (ids.length > (index.live + index.bin) * MOST_AGAIN + SOME) {
      const extent = await store.extent();
      return extent.ok ? readAll(extent.value) : extent;
    }
    for (let at = 0; at < ids.length; at += SOME) {
      const some = ids.slice(at, at + SOME);
      const found = await store.many(some);
      if (!found.ok) return found;
      index.remove(some);
      index.add(found.value);
    }
    unsaved += ids.length;
    return ok(null);
  }

  const tell = () => report({ phase: 'ready', live: index.live, bin: index.bin, damaged: unread });

  /** Stores the index when enough has changed. Waited for only where the reader expects to wait. */
  async function save(): Promise<void> {
    if (unsaved < STORE_AFTER) return;
    await words;
    unsaved = 0;
    const { head, words: rest } = index.toSnapshot();
    await snapshots.write({ version: VERSION, seq, unread, head }, rest);
  }

  const opening = open().then((opened) => {
    if (!opened.ok) report({ phase: 'failed', message: opened.error.message });
    else {
      tell();
      void save();
    }
    return opened.ok;
  });

  async function rowsAt(ordinals: Uint32Array): Promise<readonly Row[]> {
    const byId = new Map(
      Array.from(ordinals, (ordinal) => [index.idOf(ordinal), ordinal] as const),
    );
    const found = await store.many([...byId.keys()]);
    if (!found.ok) return [];
    return found.value.flatMap((stored) => {
      const ordinal = byId.get(stored.annotation.id);
      return ordinal === undefined ? [] : [{ ordinal, stored }];
    });
  }

  /** What a write of ours changed is in the change log like all else. */
  async function after(written: Result<number, StoreError>): Promise<Failure | number> {
    if (!written.ok) return { message: written.error.message };
    const caught = await catchUp();
    tell();
    void save();
    return caught.ok ? written.value : { message: caught.error.message };
  }

  const answers: { readonly [Name in IndexRequestName]: Answer<Name> } = {
    async find({ wanted, rows }) {
      const { query } = wanted;
      if (query.words !== '' || query.phrases.length > 0) await words;
      const { ordinals, facets } = index.find(wanted);
      return { ordinals, facets, rows: await rowsAt(ordinals.slice(0, rows)) };
    },
    rows: rowsAt,
    ids: async (ordinals) => Array.from(ordinals, (ordinal) => index.idOf(ordinal)),
    async arrange({ what, by }) {
      if (typeof what === 'string')
        return index.arrange(index.everything(what === 'everything'), by);
      return index.arrange(what instanceof Uint32Array ? what : index.ordinalsOf(what), by);
    },
    addresses: async () => index.addresses(),
    async catchUp() {
      const before = unsaved;
      await catchUp();
      if (unsaved !== before) tell();
      await save();
      return null;
    },
    async trash({ ids, at, now }) {
      const done = await after(await store.setTrashed(ids, at, now));
      return typeof done === 'number' ? null : done;
    },
    async edit({ ids, edit, now }) {
      const looks: Look[] = [];
      const written = await store.rewrite(
        ids,
        (stored) => {
          const next = applyEdit(stored, edit, now);
          if (next !== null) looks.push(lookOf(stored));
          return next;
        },
        now,
      );
      if (written.ok) lastEdit = looks;
      const done = await after(written);
      return typeof done === 'number' ? { changed: done } : done;
    },
    async undoEdit({ now }) {
      const looks = new Map(lastEdit.map((look) => [look.id, look]));
      const written = await store.rewrite(
        [...looks.keys()],
        (stored) => {
          const look = looks.get(stored.annotation.id);
          return look === undefined ? null : withLook(stored, look, now);
        },
        now,
      );
      const done = await after(written);
      return typeof done === 'number' ? null : done;
    },
  };
  return async (name, ask) => {
    if (!(await opening)) throw new Error('the library could not be opened');
    return answers[name](ask);
  };
}

type Answer<Name extends IndexRequestName> = (
  ask: IndexRequests[Name]['ask'],
) => Promise<IndexRequests[Name]['answer']>;
