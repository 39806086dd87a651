import type { Selector, HighlightColour } from '@/core/annotation/annotation';
import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';

/*
 * Every message between the parts of Downrange, as types only. Requests are imperative and return a
 * `Result`; events are past tense and return nothing. Two request maps: what a content script may ask
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
  /** Aliases never to be marked here, folded. */
  readonly neverMark: readonly string[];
}

export interface PageRequests {
  /** Asks for the reader to be injected into the asking frame; false when the site is switched off. */
  'reader.request': { params: { readonly reason: 'mentions' | 'selection' | 'stored' }; value: boolean };
  /** Cards in the order asked; unknown ids are left out. At most 64 ids. */
  'cards.get': { params: { readonly ids: readonly EntityId[] }; value: readonly Card[] };
  'settings.forSite': { params: Record<string, never>; value: SiteSettings };
}

export interface DocumentRequests extends PageRequests {}
