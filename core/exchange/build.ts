import {
  type Annotation,
  type Body,
  HIGHLIGHT_COLOURS,
  type HighlightColour,
  type PageDescription,
  type Selector,
  type StoredAnnotation,
} from '@/core/annotation/annotation';
import { cleanTags } from '@/core/annotation/edit-note';
import { pageKeyOf } from '@/core/annotation/page-key';
import { ENTITY_KINDS } from '@/core/knowledge/entity';
import { addressOf, LONGEST_TEXT } from './read';
import { sha256 } from './sha256';

/** What a decoder found out about one annotation. */
export interface Parts {
  /** `urn:uuid:…` (see `idFrom`). */
  readonly id: string;
  /** The page's address, `urn:downrange:<entity id>`, or `urn:downrange-import:…` for rows that name no page. */
  readonly source: string;
  readonly quote?: {
    readonly exact: string;
    readonly prefix?: string;
    readonly suffix?: string;
  };
  /** UTF-16 units of our page text. */
  readonly position?: { readonly start: number; readonly end: number };
  readonly css?: string;
  readonly note?: string;
  readonly noteFormat?: 'text/markdown' | 'text/plain';
  readonly tags?: readonly string[];
  /** Entity ids. */
  readonly entities?: readonly string[];
  readonly colour?: HighlightColour;
  readonly created: string | null;
  readonly modified: string | null;
  /** When the page was read. */
  readonly read?: string;
  readonly page?: Partial<PageDescription>;
  readonly pageKey?: string;
  readonly revision?: number;
  readonly foreign?: Readonly<Record<string, unknown>>;
}

/** Marks, in `foreign`, a record whose dates the file did not give: they are those of the import. */
export const UNDATED = 'undated';

/** Builds the stored form, or says in words for people why these parts make no annotation. */
export function buildAnnotation(parts: Parts, now: string): StoredAnnotation | string {
  const source = addressOf(parts.source);
  if (source === null)
    return `"${parts.source.slice(0, 80)}" is not the address of a page. Give a full http or https address.`;
  const long = [parts.quote?.exact, parts.quote?.prefix, parts.quote?.suffix, parts.note].some(
    (text) => text !== undefined && text.length > LONGEST_TEXT,
  );
  if (long) return 'a text is longer than 1,000,000 characters. Shorten it or take the record out.';
  if (parts.quote !== undefined && parts.quote.exact.trim() === '')
    return 'the quotation is empty. Give the quoted words or take the selector out.';
  const body = bodyOf(parts);
  const about = source.startsWith('urn:downrange:') ? 'entity' : 'page';
  if (about === 'page' && parts.quote === undefined && body.length === 0 && !hasTitle(parts))
    return 'there is neither a quotation nor a note. Take the record out.';
  const created = parts.created ?? parts.modified ?? now;
  const modified = parts.modified ?? created;
  const selector = selectorsOf(parts);
  const annotation: Annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: parts.id,
    type: 'Annotation',
    motivation: motivationOf(parts, about),
    created,
    modified,
    body,
    target: {
      type: 'SpecificResource',
      source,
      ...(selector.length === 0 ? {} : { selector }),
      ...(parts.read === undefined ? {} : { state: { type: 'TimeState', sourceDate: parts.read } }),
      ...(parts.colour === undefined ? {} : { styleClass: parts.colour }),
    },
  };
  const isUndated = parts.created === null && parts.modified === null;
  const foreign = { ...parts.foreign, ...(isUndated ? { [UNDATED]: true } : {}) };
  return {
    annotation,
    // A file may name the page's identity, but like a canonical link only within the site of its address.
    pageKey: about === 'entity' ? source : pageKeyOf(source, parts.pageKey ?? null).key,
    ...(about === 'entity' ? {} : { page: { ...parts.page, url: source, title: titleOf(parts) } }),
    revision: parts.revision ?? 1,
    ...(Object.keys(foreign).length === 0 ? {} : { foreign }),
  };
}

/** A stable `urn:uuid:` for a name within a tool: the same record of the same tool always gets the same id. */
export function idFrom(tool: string, name: string): string {
  const hex = sha256(`${tool}\n${name}`);
  // Version 8 and variant 10 of RFC 9562: "made by other means".
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Our form of an id that another tool gave: a UUID stays itself, everything else is derived. */
export function idOf(tool: string, foreignId: string): string {
  const uuid =
    /^(?:urn:uuid:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i.exec(
      foreignId,
    );
  return uuid?.[1] === undefined ? idFrom(tool, foreignId) : `urn:uuid:${uuid[1].toLowerCase()}`;
}

/** A colour of ours by name or hex, in any case; undefined for others. */
export function colourOf(text: unknown): HighlightColour | undefined {
  if (typeof text !== 'string') return undefined;
  const wanted = text.trim().toLowerCase();
  return coloursByName().find(([name, hex]) => name === wanted || hex === wanted)?.[0];
}

function coloursByName(): readonly (readonly [HighlightColour, string])[] {
  // `as`: Object.entries forgets that the keys are the names of the constant.
  return Object.entries(HIGHLIGHT_COLOURS) as [HighlightColour, string][];
}

/** True for `rocket/zhuque-3`: a known kind and a slug. */
export function isEntityId(text: string): boolean {
  const [kind, slug, ...rest] = text.split('/');
  return (
    rest.length === 0 &&
    ENTITY_KINDS.some((known) => known === kind) &&
    slug !== undefined &&
    /^[a-z0-9][a-z0-9-]{0,100}$/.test(slug)
  );
}

function bodyOf(parts: Parts): readonly Body[] {
  const note = parts.note ?? '';
  return [
    ...(note.trim() === ''
      ? []
      : [
          {
            type: 'TextualBody',
            value: note,
            format: parts.noteFormat ?? 'text/markdown',
            purpose: 'commenting',
          } as const,
        ]),
    ...cleanTags((parts.tags ?? []).map((tag) => tag.slice(0, 500))).map(
      (value): Body => ({ type: 'TextualBody', value, format: 'text/plain', purpose: 'tagging' }),
    ),
    ...[...new Set(parts.entities ?? [])].filter(isEntityId).map(
      (id): Body => ({
        type: 'SpecificResource',
        source: `urn:downrange:${id}`,
        purpose: 'identifying',
      }),
    ),
  ];
}

function selectorsOf({ quote, position, css }: Parts): readonly Selector[] {
  if (quote === undefined) return [];
  const { exact, prefix, suffix } = quote;
  const isPlace =
    position !== undefined &&
    Number.isSafeInteger(position.start) &&
    Number.isSafeInteger(position.end) &&
    position.start >= 0 &&
    position.end >= position.start;
  return [
    {
      type: 'TextQuoteSelector',
      exact,
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    },
    ...(isPlace
      ? [{ type: 'TextPositionSelector', start: position.start, end: position.end } as const]
      : []),
    ...(css === undefined ? [] : [{ type: 'CssSelector', value: css } as const]),
  ];
}

function motivationOf(parts: Parts, about: 'entity' | 'page'): Annotation['motivation'] {
  if (about === 'entity') return 'describing';
  if (parts.quote === undefined) return 'bookmarking';
  return (parts.note ?? '').trim() === '' ? 'highlighting' : 'commenting';
}

function hasTitle(parts: Parts): boolean {
  return (parts.page?.title ?? '').trim() !== '';
}

function titleOf(parts: Parts): string {
  const title = parts.page?.title?.trim() ?? '';
  return title === '' ? parts.source : title;
}
