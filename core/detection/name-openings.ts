import { isNumberStart } from '@/core/text/designation';
import { foldCode, isInvisible } from '@/core/text/fold';
import {
  ANY_THIRD,
  FIRST_UNSPACED,
  hasBit,
  LONG_WINDOW,
  longWindowHash,
  NUMBER_THIRD,
  pairBit,
  secondTripleBit,
  secondWindowBit,
  tripleBit,
  tripleKey,
  WINDOW,
  windowBit,
  windowHash,
} from './gazetteer-format';
import type { GazetteerTables } from './gazetteer-names';

/** Says from a few characters whether a name may begin at a place; most of the places that pass begin one. */
export interface NameOpenings {
  /** By the first five letters or digits from `start` on, gaps left out. For names that begin with a letter or digit. */
  opensWord(text: string, start: number): boolean;
  /** By the two characters from `start` on. For names in Chinese, Japanese, Korean and Cyrillic. */
  opensPair(text: string, start: number): boolean;
}

/** 3: a hyphen with a space on either side. Longer gaps stand in no name. */
const LONGEST_GAP = 3;

/** Builds the check on a gazetteer's bit tables. */
export function createNameOpenings(tables: GazetteerTables): NameOpenings {
  const { windows, windowBits, pairs, pairBits } = tables;

  function hasWindow(hash: number, length: number): boolean {
    return hasBit(windows, windowBit(hash, length, windowBits));
  }

  function hasSecondWindow(hash: number, length: number): boolean {
    return hasWindow(hash, length) && hasBit(windows, secondWindowBit(hash, length, windowBits));
  }

  function hasTriple(first: number, second: number, third: number): boolean {
    const key = tripleKey(first, second, third);
    return hasBit(pairs, tripleBit(key, pairBits)) && hasBit(pairs, secondTripleBit(key, pairBits));
  }

  function opensPair(text: string, start: number): boolean {
    // Most characters before a space, a digit or a letter end a word and begin nothing.
    const behind = start + 1 < text.length ? text.charCodeAt(start + 1) : 0;
    if (behind < 0x80 && behind !== 0x0a) {
      const first = unspacedOrFolded(text.charCodeAt(start));
      if (!hasBit(pairs, pairBit(first, foldCode(behind), pairBits))) return false;
    }
    const second = nextVisible(text, start);
    const a = unspacedOrFolded(text.charCodeAt(start));
    const b = unspacedOrFolded(text.charCodeAt(second));
    if (!hasBit(pairs, pairBit(a, b, pairBits))) return false;
    if (hasTriple(a, b, ANY_THIRD)) return true;
    const c = text.charCodeAt(nextVisible(text, second));
    const third = c < FIRST_UNSPACED || isNumberStart(c) ? NUMBER_THIRD : c;
    return hasTriple(a, b, third);
  }

  /*
   * Most of what a page costs that mentions nothing is spent here, in code that is not yet compiled: there a call
   * costs as much as ten operations, so that this is spelt out.
   */
  function opensWord(text: string, start: number): boolean {
    if (start + WINDOW <= text.length) {
      const a = text.charCodeAt(start) | 0x20;
      const b = text.charCodeAt(start + 1) | 0x20;
      const c = text.charCodeAt(start + 2) | 0x20;
      const d = text.charCodeAt(start + 3) | 0x20;
      const e = text.charCodeAt(start + 4) | 0x20;
      // Five small letters: a difference below zero sets the sign of all.
      const low = (a - 0x61) | (b - 0x61) | (c - 0x61) | (d - 0x61) | (e - 0x61);
      const high = (0x7a - a) | (0x7a - b) | (0x7a - c) | (0x7a - d) | (0x7a - e);
      if ((low | high) >= 0) {
        const hash =
          ((a & 31) << 24) | ((b & 31) << 18) | ((c & 31) << 12) | ((d & 31) << 6) | (e & 31);
        const bit = windowBit(hash, WINDOW, windowBits);
        if ((((windows[bit >>> 5] ?? 0) >>> bit) & 1) === 0) return false;
        return opensLong(text, start + WINDOW, hash, false);
      }
    }
    return opensOddWord(text, start);
  }

  /** `opensWord` for short words, names with gaps and digits in their beginning, and letters that are not ASCII. */
  function opensOddWord(text: string, start: number): boolean {
    let hash = 0;
    let length = 0;
    let skipped = 0;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const small = code | 0x20;
      if (small >= 0x61 && small <= 0x7a && code <= 0x7a) hash = (hash << 6) | (small & 31);
      else if (code >= 0x30 && code <= 0x39) hash = (hash << 6) | 32 | (code & 15);
      else {
        const symbol = code < 0x80 ? 0 : foldCode(code);
        if (symbol === 0) {
          if (skipped === 0 && length > 1 && hasSecondWindow(hash, length)) return true;
          if (!isInvisible(code) && ++skipped > LONGEST_GAP) return false;
          continue;
        }
        // Another script: a name in it, or the end of a short Latin one.
        if (symbol > 0x7a)
          return length === 0 ? opensPair(text, start) : hasSecondWindow(hash, length);
        hash = windowHash(hash, symbol);
      }
      skipped = 0;
      if (++length === WINDOW)
        return hasWindow(hash, WINDOW) && opensLong(text, at + 1, hash, code <= 0x39);
    }
    return length > 1 && hasSecondWindow(hash, length);
  }

  /**
   * True when a whole name of five to eight symbols ends in time, or nine symbols are those of a longer one. `from`
   * is behind the first five, whose hash is `hash`.
   */
  function opensLong(text: string, from: number, hash: number, endsInDigit: boolean): boolean {
    let long = hash;
    let length = WINDOW;
    let skipped = 0;
    let wasDigit = endsInDigit;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const symbol = code >= 0x61 && code <= 0x7a ? code : foldCode(code);
      const isDigit = symbol <= 0x39 && symbol !== 0;
      // Where a name may end: a gap, another script, a capital (the seam of two blocks), the end of a number.
      const isEnd =
        symbol === 0 ? skipped === 0 : symbol !== code || symbol > 0x7a || wasDigit !== isDigit;
      if (isEnd && hasSecondWindow(long, length)) return true;
      if (symbol === 0) {
        if (!isInvisible(code) && ++skipped > LONGEST_GAP) return false;
        continue;
      }
      if (symbol > 0x7a) return false;
      skipped = 0;
      wasDigit = isDigit;
      long = longWindowHash(long, symbol);
      if (++length === LONG_WINDOW) return hasSecondWindow(long, LONG_WINDOW);
    }
    return hasSecondWindow(long, length);
  }

  return { opensWord, opensPair };
}

/** The next character that is neither invisible nor a line break, behind `at`. */
function nextVisible(text: string, at: number): number {
  let next = at + 1;
  while (text.charCodeAt(next) === 0x0a || isInvisible(text.charCodeAt(next))) next++;
  return next;
}

/** Han, kana and Hangul, and full-width forms, as they are; letters folded; everything else 0. */
function unspacedOrFolded(code: number): number {
  return code >= 0x3005 ? code : foldCode(code);
}
