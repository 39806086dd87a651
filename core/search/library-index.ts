import { noteOf, quoteOf, type StoredAnnotation, tagsOf } from '@/core/annotation/annotation';
import type { Grouping } from '@/core/exchange/writer';
import { type Columns, type ColumnsSnapshot, createColumns, STATE } from './columns';
import { type Chosen, chosenTest, countFacets, type FacetCounts } from './facets';
import { fieldTests, phraseTest } from './field-search';
import type { Query } from './query';
import { bestFirst, markHits, newestFirst } from './ranking';
import { buildSegment, type IndexedText, joinSegments, type Segment } from './segment';
import { type NamesOf, type NameWords, nameWordsOf, scoreWords } from './word-search';

/** What is looked for. */
export interface Wanted {
  readonly query: Query;
  readonly chosen: Chosen;
  /** What is in the trash, or what is not. */
  readonly isBin: boolean;
  /** Only what stands on the page with this key or address; null for any. */
  readonly page: { readonly key: string; readonly url: string } | null;
}

export interface Found {
  /** Best first, of equal ones the newest; newest first when the query has no words. */
  readonly ordinals: Uint32Array<ArrayBuffer>;
  /** Of all that fits the query, whatever is chosen. */
  readonly facets: FacetCounts;
}

/** The annotations of an export in order: `keys` and `ends` say what each group is and where it ends. */
export interface Arranged {
  readonly ids: readonly string[];
  /** Page keys or ids of entities; empty for what has none, and for a group of all. */
  readonly keys: readonly string[];
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** What a list, its counts and its filters need of an index, as a browser can store it: a sixth of the whole. */
export interface IndexHead {
  readonly columns: ColumnsSnapshot;
  /** Ordinals by date, oldest first. */
  readonly byDate: Uint32Array<ArrayBuffer>;
}

/** What searching for words needs beside the head. */
export type IndexWords = readonly Segment[];

/**
 * Where what is in the library: about 300 bytes an annotation, which itself stays in the database. An annotation is
 * known by its ordinal as long as it is not changed.
 */
export interface LibraryIndex {
  /** Adds or replaces. About 60 µs each. */
  add(list: readonly StoredAnnotation[]): void;
  remove(ids: readonly string[]): void;
  find(wanted: Wanted): Found;
  /** All ordinals, oldest first, with or without the trash. */
  everything(withBin: boolean): Uint32Array<ArrayBuffer>;
  arrange(ordinals: Uint32Array, by: Grouping): Arranged;
  /** Of those that are here, in the order given. */
  ordinalsOf(ids: readonly string[]): Uint32Array<ArrayBuffer>;
  idOf(ordinal: number): string;
  /** Every address at which something is kept, the trash included, each once. */
  addresses(): readonly string[];
  readonly live: number;
  readonly bin: number;
  /** How many ordinals stand for nothing any more. */
  readonly gone: number;
  /** Takes the words of the snapshot whose head it began with. Until then no word of that is found. */
  takeWords(words: IndexWords): void;
  toSnapshot(): { readonly head: IndexHead; readonly words: IndexWords };
}

/** An index that begins with what the head of a snapshot holds. */
export function createLibraryIndex(namesOf: NamesOf, from: IndexHead | null): LibraryIndex {
  const columns = createColumns(from?.columns ?? null);
  let segments: readonly Segment[] = [];
  const ordinals = new Map<string, number>();
  const counts = [0, 0, 0];
  for (let ordinal = 0; ordinal < columns.size; ordinal++) {
    const state = columns.states.at(ordinal);
    counts[state] = (counts[state] ?? 0) + 1;
    if (state !== STATE.gone) ordinals.set(columns.ids[ordinal] ?? '', ordinal);
  }
  let byDate: Uint32Array<ArrayBuffer> = from?.byDate ?? new Uint32Array(0);
  let names: NameWords = [];
  const forget = (id: string) => {
    const ordinal = ordinals.get(id);
    if (ordinal === undefined) return;
    const state = columns.states.at(ordinal);
    counts[state] = (counts[state] ?? 0) - 1;
    counts[STATE.gone] = (counts[STATE.gone] ?? 0) + 1;
    columns.states.set(ordinal, STATE.gone);
    ordinals.delete(id);
  };
  const oldestFirst = () => {
    if (byDate.length < columns.size) byDate = withLater(byDate, columns);
    return byDate;
  };
  const currentNames = () => {
    if (names.length !== columns.tables.entities.size) names = nameWordsOf(columns, namesOf);
    return names;
  };
  return {
    add(list) {
      if (list.length === 0) return;
      const first = columns.size;
      for (const one of list) {
        forget(one.annotation.id);
        ordinals.set(one.annotation.id, columns.size);
        columns.push(one);
        const state = columns.states.at(columns.size - 1);
        counts[state] = (counts[state] ?? 0) + 1;
      }
      segments = withSegment(segments, buildSegment(first, list.map(textOf)));
    },
    remove(ids) {
      for (const id of ids) forget(id);
    },
    find(wanted) {
      const { query, page, isBin, chosen } = wanted;
      const scores = scoreWords(query.words, columns, segments, currentNames());
      const state = isBin ? STATE.bin : STATE.live;
      const tests = [
        ...(page === null ? [] : [pageTest(columns, page)]),
        ...fieldTests(columns, query, namesOf),
        ...query.phrases.map((phrase) => phraseTest(phrase, columns, segments)),
      ];
      const hits = markHits(columns, state, scores, tests);
      const facets = countFacets(columns, hits);
      const all =
        scores === null ? newestFirst(oldestFirst(), hits) : bestFirst(oldestFirst(), hits, scores);
      const isNarrowed = Object.values(chosen).some((values) => values.length > 0);
      return { ordinals: isNarrowed ? all.filter(chosenTest(columns, chosen)) : all, facets };
    },
    everything: (withBin) =>
      new Uint32Array(oldestFirst()).filter((ordinal) => {
        const state = columns.states.at(ordinal);
        return state === STATE.live || (withBin && state === STATE.bin);
      }),
    arrange: (wanted, by) => arrange(columns, wanted, by),
    ordinalsOf: (ids) => Uint32Array.from(ids.flatMap((id) => ordinals.get(id) ?? [])),
    idOf: (ordinal) => columns.ids[ordinal] ?? '',
    addresses() {
      const kept = oldestFirst().filter((ordinal) => columns.states.at(ordinal) !== STATE.gone);
      const numbers = new Set(Array.from(kept, (ordinal) => columns.urls.at(ordinal)));
      return [...numbers].map(columns.tables.addresses.textOf).filter((url) => url !== '');
    },
    get live() {
      return counts[STATE.live] ?? 0;
    },
    get bin() {
      return counts[STATE.bin] ?? 0;
    },
    get gone() {
      return counts[STATE.gone] ?? 0;
    },
    takeWords(words) {
      for (const later of segments) words = withSegment(words, later);
      segments = words;
    },
    toSnapshot: () => ({
      head: { columns: columns.toSnapshot(), byDate: oldestFirst() },
      words: segments,
    }),
  };
}

/** A new segment behind the others, joined with those before it that are not twice as large: few segments, little copying. */
function withSegment(segments: readonly Segment[], added: Segment): readonly Segment[] {
  const before = [...segments];
  let last = added;
  for (let one = before.pop(); one !== undefined; one = before.pop()) {
    if (one.count > last.count * 2) return [...before, one, last];
    last = joinSegments(one, last);
  }
  return [last];
}

function textOf({ annotation, page }: StoredAnnotation): IndexedText {
  const [quote, note] = [quoteOf(annotation) ?? '', noteOf(annotation)];
  const title = page?.title ?? '';
  return {
    parts: [
      [quote, 1],
      [note, 2],
      [`${title} ${page?.siteName ?? ''}`, 1],
      [tagsOf(annotation).join(' '), 3],
    ],
    plain: `${quote}\n${note}\n${title}`.toLowerCase(),
  };
}

/** The order by date with what was added behind it, gone ones included: these are passed over by their state. */
function withLater(byDate: Uint32Array, { size, created }: Columns): Uint32Array<ArrayBuffer> {
  const isAfter = (a: number, b: number) => (created[a] ?? 0) > (created[b] ?? 0);
  const later = Uint32Array.from({ length: size - byDate.length }, (_, at) => byDate.length + at);
  later.sort((a, b) => (created[a] ?? 0) - (created[b] ?? 0) || a - b);
  const joined = new Uint32Array(size);
  for (let at = 0, a = 0, b = 0; at < size; at++) {
    const [one, other] = [byDate[a], later[b]];
    const takesOther = one === undefined || (other !== undefined && isAfter(one, other));
    joined[at] = (takesOther ? other : one) ?? 0;
    if (takesOther) b++;
    else a++;
  }
  return joined;
}

function pageTest(columns: Columns, page: { readonly key: string; readonly url: string }) {
  const { addresses } = columns.tables;
  const [key, url] = [addresses.find(page.key), addresses.find(page.url)];
  return (ordinal: number) => columns.pages.at(ordinal) === key || columns.urls.at(ordinal) === url;
}

function arrange(columns: Columns, ordinals: Uint32Array, by: Grouping): Arranged {
  const ids: string[] = [];
  const groups = new Map<number, number[]>();
  const put = (group: number, ordinal: number) => {
    const there = groups.get(group);
    if (there === undefined) groups.set(group, [ordinal]);
    else there.push(ordinal);
  };
  for (const ordinal of ordinals) {
    if (by === 'record') put(0, ordinal);
    else if (by === 'page') put(columns.pages.at(ordinal), ordinal);
    else {
      const { ends, values } = columns.entities;
      const [start, end] = [ordinal === 0 ? 0 : ends.at(ordinal - 1), ends.at(ordinal)];
      // Number 0 is the empty text: what is about nothing.
      if (start === end) put(0, ordinal);
      for (let at = start; at < end; at++) put(values.at(at), ordinal);
    }
  }
  const lengths: number[] = [];
  for (const group of groups.values()) {
    for (const ordinal of group) ids.push(columns.ids[ordinal] ?? '');
    lengths.push(ids.length);
  }
  const { addresses, entities } = columns.tables;
  const keys = Array.from(groups.keys(), (number) =>
    by === 'record' ? '' : (by === 'page' ? addresses : entities).textOf(number),
  );
  return { ids, keys, ends: Uint32Array.from(lengths) };
}
