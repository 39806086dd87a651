import { isNumberStart } from '@/core/text/designation';
import { foldCode, isInvisible } from '@/core/text/fold';
import type { GazetteerTables } from './gazetteer';
import {
  ANY_THIRD,
  FIRST_UNSPACED,
  hasBit,
  letterWindowHash,
  NUMBER_THIRD,
  pairBit,
  tripleBit,
  WINDOW,
  windowBit,
  windowHash,
} from './gazetteer-format';

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
    if (hasBit(pairs, tripleBit(a, b, ANY_THIRD, pairBits))) return true;
    const c = text.charCodeAt(nextVisible(text, second));
    const third = c < FIRST_UNSPACED || isNumberStart(c) ? NUMBER_THIRD : c;
    return hasBit(pairs, tripleBit(a, b, third, pairBits));
  }

  function opensWord(text: string, start: number): boolean {
    const quick = plainWindow(text, start);
    if (quick !== 0) return hasWindow(quick, WINDOW);
    let hash = 0;
    let length = 0;
    let skipped = 0;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      let symbol = code | 0x20;
      if (symbol < 0x61 || symbol > 0x7a || code > 0x7a)
        symbol = code >= 0x30 && code <= 0x39 ? code : code < 0x80 ? 0 : foldCode(code);
      if (symbol === 0) {
        if (skipped === 0 && length > 1 && hasWindow(hash, length)) return true;
        if (!isInvisible(code) && ++skipped > LONGEST_GAP) return false;
        continue;
      }
      // Another script: a name in it, or the end of a short Latin one.
      if (symbol > 0x7a) return length === 0 ? opensPair(text, start) : hasWindow(hash, length);
      skipped = 0;
      hash = windowHash(hash, symbol);
      if (++length === WINDOW) return hasWindow(hash, WINDOW);
    }
    return length > 1 && hasWindow(hash, length);
  }

  return { opensWord, opensPair };
}

/** The hash of five ASCII letters from `start` on, which is not 0; 0 when there are not five. */
function plainWindow(text: string, start: number): number {
  if (start + WINDOW > text.length) return 0;
  const a = text.charCodeAt(start) | 0x20;
  const b = text.charCodeAt(start + 1) | 0x20;
  const c = text.charCodeAt(start + 2) | 0x20;
  const d = text.charCodeAt(start + 3) | 0x20;
  const e = text.charCodeAt(start + 4) | 0x20;
  // One branch instead of ten: a difference that is negative sets the sign of all.
  const outside =
    (a - 0x61) |
    (0x7a - a) |
    (b - 0x61) |
    (0x7a - b) |
    (c - 0x61) |
    (0x7a - c) |
    (d - 0x61) |
    (0x7a - d) |
    (e - 0x61) |
    (0x7a - e);
  return outside < 0 ? 0 : letterWindowHash(a, b, c, d, e);
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
