import { isNumberStart } from '@/core/text/designation';
import { isLetter } from '@/core/text/fold';
import {
  FIRST_UNSPACED,
  hasBit,
  pairBit,
  pairHash,
  secondPairBit,
  tripleHash,
} from './gazetteer-format';
import type { GazetteerTables } from './gazetteer-names';
import { createNameOpenings } from './name-openings';

/** Finds the places where a name may begin; most of them begin one. */
export interface Finder {
  /** The first place from `from` on and before `to`, or `null`; not for names that begin with a small letter or digit. */
  find(text: string, from: number, to: number): number | null;
  /** The same for those. */
  findSmall(text: string, from: number, to: number): number | null;
}

/** 40: after so many characters without Han, kana or Hangul the text is left to the regular expression again. */
const STRETCH = 40;
/** U+3000: below it are other scripts; the punctuation of Chinese and Japanese above it begins no pair. */
const UNSPACED_PLANE = 0x3000;
/** U+FE00 to U+FEFF hold marks that readers do not see. */
const FIRST_VARIANT = 0xfe00;
/** U+FF00 to U+FF0F: the full-width marks, among them the commas of Chinese; behind them digits and letters. */
const FIRST_WIDE_MARK = 0xff00;
const WIDE_MARKS = 16;
const FIRST_WIDE_FORM = FIRST_WIDE_MARK + WIDE_MARKS;
/** 3: the small letters with which names such as jtSPACE and iSpace begin, before the hump. */
const LONGEST_SMALL_START = 3;

/**
 * Builds a finder. Letters are found by a regular expression for capitals (engines run it ten times faster than a
 * loop that is not yet compiled) and a table of hashed first letters; Han, kana and Hangul, where every character
 * may begin a name, by a loop over pairs of characters. `passOver` as for `createNameOpenings`.
 */
export function createFinder(tables: GazetteerTables, passOver?: () => void): Finder {
  const { pairs, pairBits } = tables;
  const { opensWord, opensPair } = createNameOpenings(tables, passOver);
  const capitals = new RegExp(tables.finder, 'g');
  let smallStarts: RegExp | null = null;

  /** Looks at every character from `from` on: a place, or the negative of where the script ends, less one. */
  function findUnspaced(text: string, from: number, to: number): number {
    let others = 0;
    let lastOther = from;
    for (let at = from; at < to; at++) {
      at = skipUnspaced(text, at, to);
      if (at >= to) break;
      const code = text.charCodeAt(at);
      if (code >= UNSPACED_PLANE && code < FIRST_WIDE_FORM) {
        if (opensPair(text, at)) return at;
        continue;
      }
      others = at - lastOther > 1 ? 1 : others + 1;
      lastOther = at;
      if (others > STRETCH) return -1 - at;
      if (isAsciiLetter(code)) {
        if (!(at > 0 && isAsciiWord(text.charCodeAt(at - 1))) && opensWord(text, at)) return at;
      } else if (isLetter(code) && opensWord(text, at)) return at;
    }
    return -1 - to;
  }

  /**
   * The first place from `from` on that is worth a look: near a character of another script, or two or three with
   * which names begin. Runs over whole Chinese pages, so that it calls nothing that engines would copy into it, has one
   * branch a character, seldom taken (telling scripts apart by branches doubles its time), and never asks for a
   * character behind the end, since one NaN makes engines keep its numbers as doubles.
   */
  function skipUnspaced(text: string, from: number, to: number): number {
    const table = pairs;
    const bits = pairBits;
    const last = Math.min(to, text.length - 2);
    if (from >= last) return from;
    let at = from;
    let code = text.charCodeAt(at);
    let next = text.charCodeAt(at + 1);
    let others = (isOther(code) << 1) | isOther(next);
    for (; at < last; at++) {
      const third = text.charCodeAt(at + 2);
      // One bit for each of the three: a gap, a number or an invisible mark may stand inside a name.
      others = ((others << 1) | isOther(third)) & 7;
      const pair = pairHash(code, next);
      const triple = tripleHash(pair, third);
      const a = pairBit(pair, bits);
      const b = pairBit(triple, bits);
      const two = (table[a >>> 5] ?? 0) >>> a;
      const three = (table[b >>> 5] ?? 0) >>> b;
      if ((((two | three) & 1) | others) !== 0) {
        if (others !== 0) {
          // A line break or an invisible mark inside a name, a gap or a number behind its first or second character.
          const near = (others & 2) !== 0 ? next : third;
          if ((others & 4) !== 0 || (two & 1) !== 0 || near === 0x0a || near > 0x7f) return at;
          if ((others & 2) !== 0 && hasBit(table, pairBit(pairHash(code, 0), bits))) return at;
        } else {
          const c = secondPairBit(pair, bits);
          const d = secondPairBit(triple, bits);
          const known =
            (two & ((table[c >>> 5] ?? 0) >>> c)) | (three & ((table[d >>> 5] ?? 0) >>> d));
          if ((known & 1) !== 0) return at;
          if ((two & 1) !== 0 && (third === 0xff0d || isNumberStart(third))) return at;
        }
      }
      code = next;
      next = third;
    }
    return at;
  }

  function findLetter(text: string, from: number, to: number): number | null {
    // Behind Han, kana or Hangul a small letter may begin a name, which the expression does not see.
    let isBehindUnspaced = from > 0 && text.charCodeAt(from - 1) >= FIRST_UNSPACED;
    let at = from;
    while (at < to) {
      let start = at;
      if (!isBehindUnspaced) {
        capitals.lastIndex = at;
        if (!capitals.test(text)) return null;
        // Never backwards: damaged tables may hold an expression that matches nothing.
        start = Math.max(at, capitals.lastIndex - 1);
        if (start >= to) return null;
      }
      const code = text.charCodeAt(start);
      const previous = start === 0 ? 0 : text.charCodeAt(start - 1);
      at = start + 1;
      if (code >= FIRST_UNSPACED || previous >= FIRST_UNSPACED) {
        const place = findUnspaced(text, start, to);
        if (place >= 0) return place;
        at = -1 - place;
        isBehindUnspaced = false;
      } else {
        // Inside capitals a name begins only where a small letter follows: the seam of two blocks.
        if (isCapital(previous) && !(at < text.length && isSmall(text.charCodeAt(at)))) continue;
        if (opensWord(text, start)) return start;
        if (!isSmall(previous)) continue;
        const small = smallStart(text, start);
        if (small !== null && small >= from && opensWord(text, small)) return small;
      }
    }
    return null;
  }

  return {
    find: findLetter,
    findSmall(text, from, to) {
      smallStarts ??= new RegExp(tables.smallStarts(), 'g');
      smallStarts.lastIndex = from;
      for (let match = smallStarts.exec(text); match !== null; match = smallStarts.exec(text)) {
        if (match.index >= to) return null;
        if (match[0] !== '#') return match.index;
        // A hashtag: any name may follow in small letters.
        const tagged = match.index + 1;
        if (tagged < to && opensWord(text, tagged)) return tagged;
      }
      return null;
    },
  };
}

/** 1 for characters of scripts with spaces, full-width and invisible ones, else 0; without a branch. */
function isOther(code: number): number {
  const mark = code - FIRST_WIDE_MARK;
  const isMark = ~(mark | (WIDE_MARKS - 1 - mark));
  return ((code - UNSPACED_PLANE) | ((FIRST_VARIANT - 1 - code) & ~isMark)) >>> 31;
}

/** Where the word with a few small letters before the capital at `hump` begins; `null` when there are more. */
function smallStart(text: string, hump: number): number | null {
  let start = hump;
  while (hump - start < LONGEST_SMALL_START && isSmall(text.charCodeAt(start - 1))) start--;
  return isLetter(text.charCodeAt(start - 1)) ? null : start;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isAsciiLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a && code >= 0x41 && code <= 0x7a;
}

function isAsciiWord(code: number): boolean {
  return isAsciiLetter(code) || (code >= 0x30 && code <= 0x39);
}
