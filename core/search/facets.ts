import { COLOURS, type Columns, hasMarked, numberOfColour } from './columns';
import type { GrowingList, Table } from './growing';
import type { Hits } from './ranking';

/** The sides by which a library can be narrowed. */
export type FacetName = 'about' | 'colour' | 'tag' | 'site';

/** What a reader has chosen on each side. */
export type Chosen = Readonly<Record<FacetName, readonly string[]>>;

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** How often each value occurs, most frequent first; equal ones by value. The rarest of more than 500 are left out. */
export type FacetCounts = Readonly<Record<FacetName, readonly FacetCount[]>>;

/** Values of one side that are given: more than anybody opens. */
const MOST = 500;

/** Counts every side of what fits a search. Linear in the size of the library, whatever fits. */
export function countFacets(columns: Columns, hits: Hits): FacetCounts {
  const { tables } = columns;
  return {
    about: counted(countLists(columns.entities, hits, tables.entities), tables.entities.texts),
    tag: counted(countLists(columns.tags, hits, tables.tags), tables.tags.texts),
    site: counted(countColumn(columns.site, hits, tables.sites.size), tables.sites.texts),
    colour: counted(countColumn(columns.colour, hits, COLOURS.length + 1), ['', ...COLOURS]),
  };
}

function countLists(lists: Columns['tags'], hits: Hits, { size }: Table): Uint32Array {
  const counts = new Uint32Array(size);
  const [ends, values] = [lists.ends.values, lists.values.values];
  let at = 0;
  for (let ordinal = 0; ordinal < hits.length; ordinal++) {
    const end = ends[ordinal] ?? 0;
    for (; at < end && hits[ordinal] === 1; at++) {
      const number = values[at] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
    at = end;
  }
  return counts;
}

function countColumn(column: GrowingList, hits: Hits, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  const { values } = column;
  for (let ordinal = 0; ordinal < hits.length; ordinal++) {
    if (hits[ordinal] !== 1) continue;
    const number = values[ordinal] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

function counted(counts: Uint32Array, values: readonly string[]): readonly FacetCount[] {
  const found: FacetCount[] = [];
  for (const [number, count] of counts.entries()) {
    const value = values[number] ?? '';
    if (count > 0 && value !== '') found.push({ value, count });
  }
  found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return found.slice(0, MOST);
}

/** A test that an annotation has one of the chosen values on every side where some are chosen. */
export function chosenTest(columns: Columns, chosen: Chosen): (ordinal: number) => boolean {
  const { tables } = columns;
  const tests: ((ordinal: number) => boolean)[] = [];
  const addLists = (lists: Columns['tags'], table: Table, wanted: readonly string[]) => {
    if (wanted.length === 0) return;
    const marked = markNumbers(table, (text) => wanted.includes(text));
    tests.push((ordinal) => hasMarked(lists, ordinal, marked));
  };
  addLists(columns.entities, tables.entities, chosen.about);
  addLists(columns.tags, tables.tags, chosen.tag);
  if (chosen.site.length > 0) {
    const marked = markNumbers(tables.sites, (text) => chosen.site.includes(text));
    tests.push((ordinal) => marked[columns.site.at(ordinal)] === 1);
  }
  if (chosen.colour.length > 0) {
    const wanted = chosen.colour.map(numberOfColour);
    tests.push((ordinal) => wanted.includes(columns.colour.at(ordinal)));
  }
  return (ordinal) => tests.every((test) => test(ordinal));
}

/** Which texts of a table pass a test: 1 at their numbers. */
export function markNumbers(table: Table, test: (text: string) => boolean): Uint8Array {
  return Uint8Array.from(table.texts, (text) => (text !== '' && test(text) ? 1 : 0));
}
