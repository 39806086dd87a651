import type { Span } from '@/core/text/span';
import type { Gazetteer } from './gazetteer';
import { createSimpleMatcher } from './matcher-simple';

/** How a candidate's letters stand on the page, one bit each: what the judgement may use beside the words around it. */
export const MATCH = {
  /** A decoy: a longer other name. */
  decoy: 1,
  /** Every letter is a capital, and the alias is not written so (`ROCKET LAB`). */
  caps: 2,
  /** A brand written without any capital (`spacex`). */
  lower: 4,
  /** A CamelCase brand written in two words (`Space X`). */
  split: 8,
  /** Directly after `#`. */
  hashtag: 16,
  /** Followed by a number or letter that makes it a designation we do not know (`Falcon 7X`, `Long March 99`). */
  numbered: 32,
  /** Followed by a plural or genitive s that is not in the span (`Falcon 9s`). */
  plural: 64,
} as const;

/** A name found in the text, before any judgement. */
export interface RawCandidate extends Span {
  /** Its alias, for `gazetteer.alias`. */
  readonly alias: number;
  /** Bits of `MATCH`. */
  readonly flags: number;
}

/** What to look at. */
export interface ScanOptions {
  /** Only names that start at or after this offset. Default 0. */
  readonly from?: number;
  /** Only names that start before this offset; they may end behind it. Default: the text's length. */
  readonly to?: number;
}

/** Finds the gazetteer's names in texts. */
export interface Matcher {
  /**
   * Every name in `text`: leftmost first, the longest at each place, sorted by start, never overlapping.
   * Spans leave out possessives, plurals, articles and flight serials, and never cross an empty line.
   * Linear in the text's length.
   */
  scan(text: string, options?: ScanOptions): RawCandidate[];
}

/** Builds a matcher; costs nothing, and may be done anew for every text. */
export function createMatcher(gazetteer: Gazetteer): Matcher {
  return createSimpleMatcher(gazetteer);
}
