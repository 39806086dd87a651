import type { HighlightColour, PageDescription, Selector } from '@/core/annotation/annotation';
import type { MarkedPassage } from '@/core/annotation/marked-passage';
import type { Card } from '@/core/knowledge/card';
import type { EntityId, EntityKind } from '@/core/knowledge/entity';
import type { Published } from '@/core/knowledge/since';
import type { OwnEntry } from '@/core/own/own-entry';

/*
 * Every message between the parts of Downrange, as types only. Requests are imperative and answer with a
 * `Result`; events are past tense and answer nothing. Two request maps: what a content script may ask
 * (`PageRequests`) and what only the extension's own documents may ask (`DocumentRequests`), so that a
 * compromised page process cannot reach the second.
 */

export type ErrorCode =
  | 'not-found'
  | 'stale-revision'
  | 'invalid'
  | 'storage-full'
  | 'forbidden'
  | 'unavailable'
  | 'internal';

export interface ContractError {
  readonly code: ErrorCode;
  /** For people: what happened and what to do. */
  readonly message: string;
}

/** What a page may know of a stored annotation: where it is and how it looks, never what the note says. */
export interface PaintedTarget {
  readonly id: string;
  readonly revision: number;
  readonly selector: readonly Selector[];
  readonly colour: HighlightColour;
  readonly hasNote: boolean;
}

/** How Downrange behaves on the site of the asking page. */
export interface SiteSettings {
  /** Mark names and show cards. */
  readonly cards: boolean;
  /** Offer highlighting and paint stored highlights. */
  readonly highlights: boolean;
  /** Mark every mention, or only the first of an entity in each section. */
  readonly marking: 'first-in-section' | 'all';
  readonly openOn: 'rest' | 'alt' | 'click' | 'off';
  readonly restMs: number;
  readonly units: 'metric' | 'us';
  readonly language: 'auto' | 'en' | 'zh';
  /** Colour labels that the reader renamed, by colour name. */
  readonly colourLabels: Readonly<Record<string, string>>;
  /** Names never to be marked here, as the reader saw them. */
  readonly neverMark: readonly string[];
}

export interface PageRequests {
  /** Asks for the reader to be injected into the asking frame; false when the site is switched off. */
  'reader.request': {
    params: { readonly reason: 'mentions' | 'stored'; readonly canonical?: string | null };
    value: boolean;
  };
  /** Asks for what tells names from words like them, to be injected into the asking frame; false as above. */
  'secondLook.request': { params: Record<string, never>; value: boolean };
  /** Asks for what is shown over the page to be injected into the asking frame; has been when this is answered. */
  'overlay.request': { params: Record<string, never>; value: null };
  /** Cards in the order asked; unknown ids are left out. At most 64 ids a request. */
  'cards.get': { params: { readonly ids: readonly EntityId[] }; value: readonly Card[] };
  'settings.forSite': { params: Record<string, never>; value: SiteSettings };
  /** Tells how many entities the asking frame shows, for the badge. */
  'page.report': { params: { readonly entities: number }; value: null };
  /** A name that the reader never wants marked on the asking site. */
  'names.neverHere': { params: { readonly name: string }; value: null };
  /**
   * The passages to paint on the asking page.
   * `canonical` is the page's canonical link as written; it is believed only within the site.
   */
  'annotations.forPage': {
    params: { readonly canonical: string | null };
    value: readonly PaintedTarget[];
  };
  /** How many notes and highlights there are about each entity; without those that have none. At most 256 ids. */
  'annotations.entityCounts': {
    params: { readonly ids: readonly EntityId[] };
    value: Readonly<Record<string, number>>;
  };
  /** The id of the reader's note on an entity; of a new one, kept as a draft, where there is none. */
  'annotations.noteOnEntity': { params: { readonly entity: EntityId }; value: string };
  /** The same for the note on the asking page. */
  'annotations.noteOnPage': {
    params: { readonly canonical: string | null; readonly page: PageDescription };
    value: string;
  };
  /** Stores a highlight on the asking page. The id is the asker's, so that a repeated request stores once. */
  'annotations.create': { params: NewHighlight; value: PaintedTarget };
  /** Changes the colour of a highlight on the asking page. */
  'annotations.recolour': {
    params: OwnHighlight & { readonly revision: number; readonly colour: HighlightColour };
    value: PaintedTarget;
  };
  /** The words that a highlight on the asking page is on, as they are stored. */
  'annotations.passage': { params: OwnHighlight; value: MarkedPassage };
  /** Puts a highlight on other words of the asking page, chosen by hand; where it was is lost with the answer. */
  'annotations.move': {
    params: OwnHighlight & { readonly revision: number; readonly passage: MarkedPassage };
    value: PaintedTarget;
  };
  /** Moves a highlight on the asking page to the trash. */
  'annotations.trash': { params: OwnHighlight; value: null };
  /** Takes it out again. */
  'annotations.restore': { params: OwnHighlight; value: null };
  /** A name that the reader never wants marked anywhere. */
  'names.never': { params: { readonly name: string }; value: null };
  /** Opens the settings where the reader's own names and facts about an entity are written. */
  'own.edit': { params: { readonly id: string }; value: null };
  /** Opens the library on an entity, or on the asking page. */
  'library.open': { params: { readonly entity: EntityId | null }; value: null };
  /** The card in the other unit system from now on. */
  'settings.units': { params: { readonly units: 'metric' | 'us' }; value: null };
}

/** Methods that come with the reader's own names. */
export type OwnPageMethod = 'names.never' | 'own.edit';

/** A highlight, and the canonical link by which the asking page knows of it: a page saved to disk has no other. */
export interface OwnHighlight {
  readonly id: string;
  readonly canonical: string | null;
}

export interface NewHighlight {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly selector: readonly Selector[];
  readonly colour: HighlightColour;
  /** Entities mentioned in the passage. */
  readonly entities: readonly EntityId[];
  readonly canonical: string | null;
  readonly page: PageDescription;
}

/** A note as it is stored. */
export interface NoteText {
  /** Markdown; empty for none. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly revision: number;
}

/** A change of a note, with the revision that it is based on. */
export interface NoteChange extends NoteText {
  readonly id: string;
}

export interface DocumentRequests {
  /** Opens the note on the page in a tab, over that page. False where the browser lets no extension in. */
  'page.writeNote': { params: { readonly tabId: number }; value: boolean };
  /** What the reader knows beside the knowledge base; sorted by id. */
  'own.list': { params: Record<string, never>; value: readonly OwnEntry[] };
  /** The same about one entity; null for nothing. */
  'own.get': { params: { readonly id: string }; value: OwnEntry | null };
  /** Keeps an entry, in place of an earlier one about the same entity. */
  'own.put': { params: { readonly entry: OwnEntry }; value: OwnEntry };
  'own.remove': { params: { readonly id: string }; value: null };
  /** A note, and what was typed and not saved, if anything. */
  'note.get': {
    params: { readonly id: string };
    value: NoteText & {
      readonly colour: HighlightColour | null;
      readonly draft: { readonly text: string; readonly tags: readonly string[] } | null;
    };
  };
  /** Keeps what is being typed. False when it could not be kept. */
  'note.draft': { params: NoteChange; value: boolean };
  /** Saves a note. `conflict`: it was changed elsewhere meanwhile; nothing was written, and this is the other text. */
  'note.save': { params: NoteChange; value: NoteText & { readonly state: 'saved' | 'conflict' } };
}

/** A mention as other documents of ours list it. */
export interface MentionSummary {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  /** How often the entity is mentioned in this frame. */
  readonly count: number;
  readonly certainty: 'sure' | 'possibly';
}

/** What the background or an extension document tells or asks the reader in a page. */
export type ReaderCommand =
  | { readonly downrange: 'next-mention' }
  | { readonly downrange: 'previous-mention' }
  | { readonly downrange: 'show-entity'; readonly id: EntityId }
  | { readonly downrange: 'describe' }
  /** Something stored for this page has changed. */
  | { readonly downrange: 'annotations-changed' }
  /** Highlight what is selected (shortcut, context menu). */
  | { readonly downrange: 'highlight-selection'; readonly note: boolean }
  /** Open the note on this page (shortcut, context menu, popup, side panel). */
  | { readonly downrange: 'page-note' }
  /** Go to the next highlight and open its menu. */
  | { readonly downrange: 'next-highlight' }
  /** Show what became of a highlight's passage, on the page. */
  | { readonly downrange: 'show-change'; readonly id: string }
  /** What became of a highlight's passage, for a document of ours to show: answers with a `FoundChange` or null. */
  | { readonly downrange: 'tell-change'; readonly id: string }
  /** Let the reader select the words that a highlight belongs on. */
  | { readonly downrange: 'place-again'; readonly id: string }
  /** Scroll to a highlight. */
  | { readonly downrange: 'show-annotation'; readonly id: string };

/** The reader's answer to `describe`. */
export interface PageSummary {
  readonly mentions: readonly MentionSummary[];
  /** False when the page was too large to be read whole. */
  readonly complete: boolean;
  /** False while the first reading is still going on. */
  readonly settled: boolean;
  /** Publication date of the story, null when the page states none. */
  readonly published: string | null;
  /** Where the page says so; null with `published`. */
  readonly publishedBasis: Published['basis'] | null;
  /** Stored highlights by how they stand on the page: ids. */
  readonly highlights: {
    readonly placed: readonly string[];
    readonly changed: readonly string[];
    readonly lost: readonly string[];
    /** Still being looked for. */
    readonly waiting: readonly string[];
  };
  /** The page's canonical link as it states it: with the address it makes the page's identity. */
  readonly canonical: string | null;
  /** The entity whose card floats beside a name at the moment. */
  readonly open: EntityId | null;
}
