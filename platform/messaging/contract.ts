import type { HighlightColour, Selector } from '@/core/annotation/annotation';
import type { Card } from '@/core/knowledge/card';
import type { EntityId, EntityKind } from '@/core/knowledge/entity';

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
  /** Names never to be marked here, as the reader saw them. */
  readonly neverMark: readonly string[];
}

export interface PageRequests {
  /** Asks for the reader to be injected into the asking frame; false when the site is switched off. */
  'reader.request': { params: { readonly reason: 'mentions' | 'stored' }; value: boolean };
  /** Cards in the order asked; unknown ids are left out. At most 64 ids a request. */
  'cards.get': { params: { readonly ids: readonly EntityId[] }; value: readonly Card[] };
  'settings.forSite': { params: Record<string, never>; value: SiteSettings };
  /** Tells how many entities the asking frame shows, for the badge. */
  'page.report': { params: { readonly entities: number }; value: null };
  /** A name that the reader never wants marked on the asking site. */
  'names.neverHere': { params: { readonly name: string }; value: null };
  /** The card in the other unit system from now on. */
  'settings.units': { params: { readonly units: 'metric' | 'us' }; value: null };
}

export type DocumentRequests = Record<never, { params: unknown; value: unknown }>;

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
  | { readonly downrange: 'describe' };

/** The reader's answer to `describe`. */
export interface PageSummary {
  readonly mentions: readonly MentionSummary[];
  /** False when the page was too large to be read whole. */
  readonly complete: boolean;
  /** False while the first reading is still going on. */
  readonly settled: boolean;
  /** Publication date of the story, null when the page states none. */
  readonly published: string | null;
  /** The entity whose card floats beside a name at the moment. */
  readonly open: EntityId | null;
}
