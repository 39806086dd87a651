import {
  entitiesOf,
  HIGHLIGHT_COLOURS,
  type HighlightColour,
  type StoredAnnotation,
  tagsOf,
} from '@/core/annotation/annotation';
import { createGrowingList, createTable, type GrowingList, type Table } from './growing';

/*
 * What the library narrows and sorts by, a few bytes an annotation instead of the annotation: its ordinal is its place
 * in every column. A changed annotation gets a new ordinal; the old one is marked as gone.
 */

/** What an ordinal stands for. */
export const STATE = { gone: 0, live: 1, bin: 2 } as const;

/** Lists of numbers, one an annotation, behind each other. */
interface Lists {
  readonly ends: GrowingList;
  readonly values: GrowingList;
}

export interface Columns {
  readonly size: number;
  readonly ids: readonly string[];
  /** One of `STATE`. */
  readonly states: GrowingList;
  /** Milliseconds since 1970. */
  readonly created: Float64Array;
  /** Numbers in `addresses`. */
  readonly pages: GrowingList;
  readonly urls: GrowingList;
  /** Numbers in `sites` and `siteNames`; 0 is none. */
  readonly site: GrowingList;
  readonly siteName: GrowingList;
  /** Place in `COLOURS`, from 1; 0 is none. */
  readonly colour: GrowingList;
  readonly tags: Lists;
  readonly entities: Lists;
  readonly tables: Readonly<Record<TableName, Table>>;
  /** Gives the annotation the next ordinal. */
  push(stored: StoredAnnotation): void;
  toSnapshot(): ColumnsSnapshot;
}

type TableName = 'addresses' | 'sites' | 'siteNames' | 'tags' | 'entities';

/** Everything in the columns, as a browser can store it. */
export interface ColumnsSnapshot {
  readonly ids: readonly string[];
  readonly created: Float64Array;
  readonly numbers: Readonly<Record<NumbersName, Uint32Array>>;
  readonly tables: Readonly<Record<TableName, readonly string[]>>;
}

type NumbersName =
  | 'states'
  | 'pages'
  | 'urls'
  | 'site'
  | 'siteName'
  | 'colour'
  | 'tagEnds'
  | 'tagValues'
  | 'entityEnds'
  | 'entityValues';

/** The colours by number; a colour's number is its place and one. */
// `as`: Object.keys forgets that the keys are the names of the constant.
export const COLOURS = Object.keys(HIGHLIGHT_COLOURS) as readonly HighlightColour[];

const COLOUR_NUMBERS = new Map<string, number>(COLOURS.map((name, at) => [name, at + 1]));

/** The number of a colour; 0 for what is none. */
export function numberOfColour(name: string): number {
  return COLOUR_NUMBERS.get(name) ?? 0;
}

/** Columns that begin with what a snapshot holds. */
export function createColumns(from: ColumnsSnapshot | null): Columns {
  const numbers = (name: NumbersName) => createGrowingList(from?.numbers[name]);
  const table = (name: TableName) => createTable(from?.tables[name] ?? ['']);
  const ids = [...(from?.ids ?? [])];
  let created = new Float64Array(Math.max(64, ids.length));
  created.set(from?.created ?? []);
  const tables = {
    addresses: table('addresses'),
    sites: table('sites'),
    siteNames: table('siteNames'),
    tags: table('tags'),
    entities: table('entities'),
  };
  const columns = {
    states: numbers('states'),
    pages: numbers('pages'),
    urls: numbers('urls'),
    site: numbers('site'),
    siteName: numbers('siteName'),
    colour: numbers('colour'),
    tags: { ends: numbers('tagEnds'), values: numbers('tagValues') },
    entities: { ends: numbers('entityEnds'), values: numbers('entityValues') },
  };
  return {
    ...columns,
    ids,
    tables,
    get size() {
      return ids.length;
    },
    get created() {
      return created;
    },
    push(stored) {
      const { annotation, page, pageKey, deletedAt } = stored;
      if (ids.length === created.length) {
        const longer = new Float64Array(ids.length * 2);
        longer.set(created);
        created = longer;
      }
      created[ids.length] = Date.parse(annotation.created);
      ids.push(annotation.id);
      columns.states.push(deletedAt === undefined ? STATE.live : STATE.bin);
      columns.pages.push(tables.addresses.numberOf(pageKey));
      columns.urls.push(tables.addresses.numberOf(page?.url ?? ''));
      columns.site.push(tables.sites.numberOf(siteOf(stored)));
      columns.siteName.push(tables.siteNames.numberOf((page?.siteName ?? '').toLowerCase()));
      const colour = annotation.target.styleClass;
      columns.colour.push(colour === undefined ? 0 : numberOfColour(colour));
      pushList(columns.tags, tagsOf(annotation), tables.tags);
      pushList(columns.entities, aboutOf(stored), tables.entities);
    },
    toSnapshot: () => ({
      ids,
      created: created.slice(0, ids.length),
      numbers: {
        states: columns.states.toArray(),
        pages: columns.pages.toArray(),
        urls: columns.urls.toArray(),
        site: columns.site.toArray(),
        siteName: columns.siteName.toArray(),
        colour: columns.colour.toArray(),
        tagEnds: columns.tags.ends.toArray(),
        tagValues: columns.tags.values.toArray(),
        entityEnds: columns.entities.ends.toArray(),
        entityValues: columns.entities.values.toArray(),
      },
      tables: {
        addresses: tables.addresses.texts,
        sites: tables.sites.texts,
        siteNames: tables.siteNames.texts,
        tags: tables.tags.texts,
        entities: tables.entities.texts,
      },
    }),
  };
}

function pushList({ ends, values }: Lists, texts: readonly string[], table: Table): void {
  for (const text of new Set(texts)) values.push(table.numberOf(text));
  ends.push(values.length);
}

/** True when one of an annotation's numbers is marked. */
export function hasMarked({ ends, values }: Lists, ordinal: number, marked: Uint8Array): boolean {
  const [bounds, numbers] = [ends.values, values.values];
  const end = bounds[ordinal] ?? 0;
  for (let at = ordinal === 0 ? 0 : (bounds[ordinal - 1] ?? 0); at < end; at++)
    if (marked[numbers[at] ?? 0] === 1) return true;
  return false;
}

/** The entities that an annotation is about: those that its bodies name, and the one that it is a note on. */
function aboutOf({ annotation }: StoredAnnotation): readonly string[] {
  const { source } = annotation.target;
  const named = entitiesOf(annotation);
  return source.startsWith('urn:downrange:')
    ? [...new Set([source.slice('urn:downrange:'.length), ...named])]
    : named;
}

/** The host of an annotation's page without `www.`; the empty string for none. */
export function siteOf({ page }: StoredAnnotation): string {
  return hostOf(page?.url).replace(/^www\./, '');
}

/** The host of an address; the empty string for none. No URL parser in `core`: the shape is enough to compare. */
function hostOf(url: string | undefined): string {
  return /^[a-z]+:\/\/([^/?#:]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
}
