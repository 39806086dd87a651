import type { EntityId } from '@/core/knowledge/entity';

/*
 * The W3C Web Annotation data model (https://www.w3.org/TR/annotation-model/), as far as we write it,
 * inside an envelope of ours. The annotation itself carries nothing that the model does not know;
 * what is ours alone (page key, revision, trash date) stays outside it.
 */

/** The eight highlight colours by name; hexes are Zotero's, so that colours survive the trip. */
export const HIGHLIGHT_COLOURS = {
  yellow: '#ffd400',
  red: '#ff6666',
  green: '#5fb236',
  blue: '#2ea8e5',
  purple: '#a28ae5',
  magenta: '#e56eee',
  orange: '#f19837',
  gray: '#aaaaaa',
} as const;

export type HighlightColour = keyof typeof HIGHLIGHT_COLOURS;

/** W3C §4.2.4. `exact` is page text as a reader sees it; `prefix` and `suffix` stand directly around it. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/**
 * W3C §4.2.5, but counted in UTF-16 code units of the page text, as everything inside Downrange is.
 * Exports convert to code points, imports convert back.
 */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** W3C §4.2.2: the element that holds the whole passage; a hint only. */
export interface CssSelector {
  readonly type: 'CssSelector';
  readonly value: string;
}

export type Selector = TextQuoteSelector | TextPositionSelector | CssSelector;

/** The note, in Markdown. */
export interface TextualBody {
  readonly type: 'TextualBody';
  readonly value: string;
  readonly format: 'text/markdown' | 'text/plain';
  readonly purpose: 'commenting' | 'tagging';
}

/** An entity that the passage, or the note, is about. `source` is the entity's id as an IRI: `urn:downrange:rocket/zhuque-3`. */
export interface IdentifyingBody {
  readonly type: 'SpecificResource';
  readonly source: `urn:downrange:${string}`;
  readonly purpose: 'identifying';
}

export type Body = TextualBody | IdentifyingBody;

/** What the annotation is about: a passage of a page (with selectors), a page (without), or an entity. */
export interface Target {
  readonly type: 'SpecificResource';
  /** The page's address, or `urn:downrange:<entity id>` for a note on an entity. */
  readonly source: string;
  /** Absent for notes on a page or an entity. Quote, position and CSS, in that order. */
  readonly selector?: readonly Selector[];
  /** When the page was read, UTC with `Z` (W3C §4.3.1). */
  readonly state?: { readonly type: 'TimeState'; readonly sourceDate: string };
  /** Names the colour; the W3C's own way to style a target (§4.4). */
  readonly styleClass?: HighlightColour;
}

export interface Annotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  /** `urn:uuid:…`, made by the client so that a repeated request cannot store twice. */
  readonly id: string;
  readonly type: 'Annotation';
  /** `highlighting` without a note, `commenting` with one, `bookmarking` for a page, `describing` for an entity. */
  readonly motivation: 'highlighting' | 'commenting' | 'bookmarking' | 'describing';
  /** ISO 8601, UTC with `Z`, milliseconds. */
  readonly created: string;
  readonly modified: string;
  readonly body: readonly Body[];
  readonly target: Target;
}

/** An annotation in the store: the W3C object whole, in an envelope. */
export interface StoredAnnotation {
  readonly annotation: Annotation;
  /** Identity of the page (see `core/annotation/page-key.ts`), or the entity's IRI for a note on an entity. */
  readonly pageKey: string;
  /** Title, author, site and publication date of the page when it was read; absent for entity notes. */
  readonly page?: PageDescription;
  /** Grows by one with every change; a write names the revision that it was based on. */
  readonly revision: number;
  /** ISO 8601; set while in the trash, from which it is removed after 30 days. */
  readonly deletedAt?: string;
  /** Annotation-level extras that an import brought and that exports must give back unchanged. */
  readonly foreign?: Readonly<Record<string, unknown>>;
}

export interface PageDescription {
  readonly url: string;
  readonly title: string;
  readonly siteName?: string;
  readonly author?: string;
  /** ISO date or date-time as the page states it. */
  readonly published?: string;
  /** BCP 47, as the page states it. */
  readonly language?: string;
}

/** Where an annotation stands on the page at hand. Never stored: it is found anew on every visit. */
export type AnchorState = 'waiting' | 'placed' | 'changed' | 'lost';

/** The entity ids that an annotation is about, in order, without duplicates. */
export function entitiesOf(annotation: Annotation): readonly EntityId[] {
  const ids = annotation.body.flatMap((body) =>
    body.type === 'SpecificResource'
      ? [body.source.slice('urn:downrange:'.length) as EntityId]
      : [],
  );
  return [...new Set(ids)];
}

/** The tags of an annotation, in order. */
export function tagsOf(annotation: Annotation): readonly string[] {
  return annotation.body.flatMap((body) =>
    body.type === 'TextualBody' && body.purpose === 'tagging' ? [body.value] : [],
  );
}

/** The note of an annotation in Markdown; the empty string when there is none. */
export function noteOf(annotation: Annotation): string {
  const note = annotation.body.find(
    (body) => body.type === 'TextualBody' && body.purpose === 'commenting',
  );
  return note?.type === 'TextualBody' ? note.value : '';
}

/** The passage as the reader selected it; null for notes on a page or an entity. */
export function quoteOf(annotation: Annotation): string | null {
  const quote = annotation.target.selector?.find(
    (selector) => selector.type === 'TextQuoteSelector',
  );
  return quote?.type === 'TextQuoteSelector' ? quote.exact : null;
}
