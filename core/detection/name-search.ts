import {
  inflectedEnd,
  isInAddress,
  judgeEnd,
  type LastSymbol,
  mayBegin,
} from '@/core/text/name-borders';
import type { Span } from '@/core/text/span';
import { createFinder, type Finder } from './finder';
import { ALIAS, CASING, SPOKEN } from './gazetteer-format';
import type { GazetteerNames } from './gazetteer-names';
import { createNameWalker, type NameWalker, SEEN } from './name-walker';

/** How a candidate's letters stand on the page, one bit each: what the judgement may use beside the words around it. */
export const MATCH = {
  /** A decoy: a longer other name. */
  decoy: 1,
  /** Every letter is a capital, and the alias is not written so (`ROCKET LAB`). */
  caps: 2,
  /** A name, or a word of it, without the capitals that it has (`spacex`, `Rocket lab`). */
  lower: 4,
  /** A CamelCase brand written in two words (`Space X`). */
  split: 8,
  /** Directly after `#`. */
  hashtag: 16,
  /** Followed by a number or letter that makes it a designation we do not know (`Falcon 7X`, `Long March 99`). */
  numbered: 32,
  /** Followed by a plural or genitive s that is not in the span (`Falcon 9s`). */
  plural: 64,
  /** The alias is ambiguous, as `gazetteer.alias` says too. */
  ambiguous: 128,
} as const;

/** A name found in the text, before any judgement. */
export interface RawCandidate extends Span {
  /** Its alias, for `gazetteer.alias`. */
  readonly alias: number;
  /** Bits of `MATCH`. */
  readonly flags: number;
}

/** What to look at, and how. */
export interface ScanOptions {
  /** Only names that start at or after this offset. Default 0. */
  readonly from?: number;
  /** Only names that start before this offset; they may end behind it. Default: the text's length. */
  readonly to?: number;
  /** The text is `textContent`, in which blocks touch: a capital after a small letter may begin a name. Default false. */
  readonly joined?: boolean;
  /** Adds to a name what only the whole of it can tell, given its alias' bits of `ALIAS`. Default: nothing is added. */
  readonly complete?: (text: string, found: RawCandidate, attributes: number) => RawCandidate;
}

/** Finds the gazetteer's names in texts. */
export interface Matcher {
  /**
   * Every name in `text`: leftmost first, the longest at each place, sorted by start, never overlapping.
   * Spans leave out possessives, plurals, articles and flight serials, and never cross an empty line.
   * Names that begin with a small letter (`ispace`, `spacex`) count in long texts only beside another name:
   * looking for them would cost every page without any name as much again. Linear in the text's length.
   */
  scan(text: string, options?: ScanOptions): RawCandidate[];
  /** The first name alone, or `null`; never one that begins with a small letter. */
  first(text: string, options?: ScanOptions): RawCandidate | null;
}

/**
 * Builds a matcher which leaves names as they are in the gazetteer: all that is needed to ask whether there are any.
 * Costs little, and may be done anew for every text. `finder` says where to look: everywhere unless told otherwise.
 */
export function createNameSearch(
  { tables }: GazetteerNames,
  finder: Finder = createFinder(tables),
): Matcher {
  const { trie } = tables;
  // Most pages hold nothing that is worth a walk, and engines compile what is called first.
  let walker: NameWalker | null = null;

  /** The longest name that begins at `start`. */
  function nameAt(text: string, start: number, joined: boolean): RawCandidate | null {
    if (!mayBegin(text, start, joined)) return null;
    const isTagged = text.charCodeAt(start - 1) === 0x23;
    // Chinese, Japanese and Korean writers do not mind the capitals of foreign names.
    const isRelaxed = isTagged || touchesUnspaced(text, start - 1, -1);
    let best: RawCandidate | null = null;
    walker ??= createNameWalker(tables);
    walker.walk(text, start, isRelaxed, (alias, at, last, seen) => {
      const attributes = trie[alias] ?? 0;
      const isFree = isRelaxed || touchesUnspaced(text, at, 1);
      if (!hasItsCase(attributes, seen, at - start, isFree)) return;
      const end = endOf(text, start, at, last, seen, attributes, joined);
      if (end === null) return;
      const flags = flagsOf(attributes, seen) | end.flags | (isTagged ? MATCH.hashtag : 0);
      if (best === null || end.end > best.end || (end.end === best.end && flags < best.flags))
        best = { start, end: end.end, alias, flags };
    });
    return best;
  }

  function next(find: Find, text: string, from: number, options: ScanOptions): RawCandidate | null {
    const to = options.to ?? text.length;
    let at = from;
    while (true) {
      const start = find(text, at, to);
      if (start === null) return null;
      const found = nameAt(text, start, options.joined === true);
      if (found !== null && isWanted(text, found, trie))
        return options.complete?.(text, found, trie[found.alias] ?? 0) ?? found;
      at = found === null ? start + 1 : found.end;
    }
  }

  function scanWith(find: Find, text: string, options: ScanOptions): RawCandidate[] {
    const found: RawCandidate[] = [];
    let candidate = next(find, text, options.from ?? 0, options);
    while (candidate !== null) {
      found.push(candidate);
      candidate = next(find, text, candidate.end, options);
    }
    return found;
  }

  /** Both kinds of starts in one pass: exact, and dear in long texts. */
  function findAny(text: string, from: number, to: number): number | null {
    const capital = finder.find(text, from, to);
    return finder.findSmall(text, from, capital ?? to) ?? capital;
  }

  return {
    first: (text, options = {}) => next(finder.find, text, options.from ?? 0, options),
    scan(text, options = {}) {
      if (isShort(text, options)) return scanWith(findAny, text, options);
      const found = scanWith(finder.find, text, options);
      return found.length === 0 ? found : merge(found, scanWith(finder.findSmall, text, options));
    },
  };
}

/** A search for places where names may begin. */
type Find = (text: string, from: number, to: number) => number | null;

/** Both lists in one, sorted by start; of two that overlap the one that starts first stays. */
function merge(found: RawCandidate[], others: readonly RawCandidate[]): RawCandidate[] {
  if (others.length === 0) return found;
  let end = 0;
  return [...found, ...others]
    .toSorted((a, b) => a.start - b.start)
    .filter((candidate) => {
      if (candidate.start < end) return false;
      end = candidate.end;
      return true;
    });
}

/** 4,000: the search for names without capitals costs less there than the call does. */
const SHORT_TEXT = 4000;

function isShort(text: string, { from = 0, to = text.length }: ScanOptions): boolean {
  return to - from <= SHORT_TEXT;
}

/** True when the letters are as capital as the alias wants them. */
function hasItsCase(attributes: number, seen: number, length: number, isFree: boolean): boolean {
  const casing = (attributes >> ALIAS.casingShift) & 3;
  const isAmbiguous = (attributes & ALIAS.ambiguous) !== 0;
  if (casing === CASING.free) return true;
  if (isFree && !isAmbiguous && length >= 5) return true;
  if (casing === CASING.brand) return (seen & SEEN.upper) !== 0 || length >= 5;
  if (casing === CASING.title) return (seen & (SEEN.lowerStart | SEEN.lowerWord)) === 0;
  if ((seen & SEEN.lowerHead) === 0) return true;
  // British papers write acronyms that are spoken as words like words: Nasa, Jaxa.
  const isSpoken = (seen & (SEEN.lowerStart | SEEN.capitals | SEEN.digit | SEEN.split)) === 0;
  return isSpoken && !isAmbiguous && length >= SPOKEN;
}

function endOf(
  text: string,
  start: number,
  at: number,
  last: LastSymbol,
  seen: number,
  attributes: number,
  joined: boolean,
): { end: number; flags: number } | null {
  if ((attributes & ALIAS.inflected) !== 0) {
    const end = inflectedEnd(text, at);
    return end === null ? null : { end, flags: 0 };
  }
  const isAmbiguous = (attributes & ALIAS.ambiguous) !== 0;
  const judged = judgeEnd(text, at, last, {
    mayTakePlural: !isAmbiguous && at - start >= 5,
    hasHao: (seen & SEEN.hao) !== 0 && last === 'digit',
    joined,
  });
  if (judged === null) return null;
  const hasStop = (attributes & ALIAS.stop) !== 0 && text.charCodeAt(at) === 0x2e;
  return { end: hasStop ? at + 1 : at, flags: judged.hasPlural ? MATCH.plural : 0 };
}

function flagsOf(attributes: number, seen: number): number {
  const casing = (attributes >> ALIAS.casingShift) & 3;
  let flags = (attributes & ALIAS.decoy) !== 0 ? MATCH.decoy : 0;
  if ((attributes & ALIAS.ambiguous) !== 0) flags |= MATCH.ambiguous;
  if ((seen & SEEN.split) !== 0) flags |= MATCH.split;
  if ((seen & (SEEN.lowerStart | SEEN.lowerWord)) !== 0 && casing !== CASING.free)
    flags |= MATCH.lower;
  if ((seen & SEEN.lower) === 0 && (seen & SEEN.capitals) !== 0 && casing !== CASING.acronym)
    flags |= MATCH.caps;
  return flags;
}

/** False for names in addresses, and for tickers that are not introduced as such. */
function isWanted(text: string, { start, end, alias }: RawCandidate, trie: Uint8Array): boolean {
  if (((trie[alias] ?? 0) & ALIAS.ticker) !== 0) return isTicker(text, start, end);
  return !isInAddress(text, start, end);
}

/** `NASDAQ: RKLB`, `(Nasdaq:RKLB)`, `$RKLB`, `688568.SH`, `RKLB.O`. */
function isTicker(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  return (
    /(?:[A-Z]{2,8}|Nasdaq|Euronext)\s?[:：]\s?$|\$$/.test(before) ||
    /^\.[A-Z]{1,2}\b/.test(text.slice(end, end + 4))
  );
}

/** True when Han, kana or Hangul, or their punctuation, stand at `at` or behind one space in `direction`. */
function touchesUnspaced(text: string, at: number, direction: 1 | -1): boolean {
  const code = text.charCodeAt(at);
  const reached = code === 0x20 ? text.charCodeAt(at + direction) : code;
  return (reached >= 0x3001 && reached <= 0xd7a3) || (reached >= 0xff00 && reached <= 0xff0f);
}
