import { foldCode, isDigit, isInvisible, isLetter, isUnspaced } from '@/core/text/fold';
import type { GazetteerTables } from './gazetteer';
import { pairBit, WINDOW, windowBit, windowHash } from './gazetteer-format';

/** Finds the places where a name may begin; most of them begin one. */
export interface Finder {
  /** The first place from `from` on and before `to`, or `null`. */
  find(text: string, from: number, to: number): number | null;
}

/** 40: after so many characters without Han, kana or Hangul the text is left to the regular expression again. */
const STRETCH = 40;
/** U+3005: nothing below it is Han, kana or Hangul. */
const FIRST_UNSPACED = 0x3005;
/** U+FF00: full-width letters and digits, which are letters and digits here. */
const FIRST_WIDE_FORM = 0xff00;

/**
 * Builds a finder. Letters are found by a regular expression for capitals (V8 and SpiderMonkey run it ten times
 * faster than a loop that is not yet compiled) and a table of hashed first letters; Han, kana and Hangul, where
 * every character may begin a name, by a loop over pairs of characters.
 */
export function createFinder(tables: GazetteerTables): Finder {
  const { windows, windowBits, pairs, pairBits } = tables;
  const capital = new RegExp(tables.finder, 'g');

  const hasPair = (first: number, second: number) => {
    const bit = pairBit(first, second, pairBits);
    return (((pairs[bit >> 3] ?? 0) >> (bit & 7)) & 1) !== 0;
  };
  const hasWindow = (hash: number, length: number) => {
    const bit = windowBit(hash, length, windowBits);
    return (((windows[bit >> 3] ?? 0) >> (bit & 7)) & 1) !== 0;
  };

  /** True when the first letters and digits from `start` on are those of a name. */
  function opensName(text: string, start: number): boolean {
    let hash = 0;
    let length = 0;
    let skipped = 0;
    for (let at = start; ; at++) {
      const code = text.charCodeAt(at);
      let symbol: number;
      if (code >= 0x61 && code <= 0x7a) symbol = code;
      else if (code >= 0x41 && code <= 0x5a) symbol = code + 0x20;
      else if (code >= 0x30 && code <= 0x39) symbol = code;
      else symbol = code < 0x80 ? 0 : foldCode(code);
      if (symbol === 0) {
        if (skipped === 0 && length > 1 && hasWindow(hash, length)) return true;
        if (!isInvisible(code) && ++skipped > 3) return false;
        if (at >= text.length) return false;
        continue;
      }
      if (symbol > 0x7a)
        return length === 0 ? opensUnspaced(text, start) : length > 1 && hasWindow(hash, length);
      skipped = 0;
      hash = windowHash(hash, symbol);
      if (++length === WINDOW) return hasWindow(hash, WINDOW);
    }
  }

  /** True when the two characters at `start` begin a name; for Cyrillic in small letters. */
  function opensUnspaced(text: string, start: number): boolean {
    let second = start + 1;
    while (isInvisible(text.charCodeAt(second)) || text.charCodeAt(second) === 0x0a) second++;
    return hasPair(foldCode(text.charCodeAt(start)), foldCode(text.charCodeAt(second)));
  }

  /** Looks at every character from `from` on; a place, or where the text is no longer of an unspaced script. */
  function findUnspaced(
    text: string,
    from: number,
    to: number,
  ): { place: number; isName: boolean } {
    let others = 0;
    let code = text.charCodeAt(from);
    for (let at = from; at < to; at++) {
      const next = text.charCodeAt(at + 1);
      if (code >= FIRST_UNSPACED && code < FIRST_WIDE_FORM) {
        others = 0;
        if (next >= FIRST_UNSPACED ? hasPair(code, next) : opensOdd(text, at))
          return { place: at, isName: true };
      } else if (++others > STRETCH) return { place: at, isName: false };
      else if (isWordStart(code, text.charCodeAt(at - 1)) && opensName(text, at))
        return { place: at, isName: true };
      code = next;
    }
    return { place: to, isName: false };
  }

  function opensOdd(text: string, at: number): boolean {
    return isUnspaced(text.charCodeAt(at)) ? opensUnspaced(text, at) : opensName(text, at);
  }

  return {
    find(text, from, to) {
      let at = from;
      while (at < to) {
        // Behind Han, kana or Hangul a small letter may begin a name, which the expression does not see.
        let start = at;
        if (!(at > 0 && text.charCodeAt(at - 1) >= FIRST_UNSPACED)) {
          capital.lastIndex = at;
          if (!capital.test(text)) return null;
          start = capital.lastIndex - 1;
          if (start >= to) return null;
        }
        const code = text.charCodeAt(start);
        if (code >= FIRST_UNSPACED || text.charCodeAt(start - 1) >= FIRST_UNSPACED) {
          const found = findUnspaced(text, start, to);
          if (found.isName) return found.place;
          at = found.place;
          continue;
        }
        if (code === 0x23) {
          if (opensName(text, start + 1)) return start + 1;
        } else if (opensName(text, start)) return start;
        at = start + 1;
      }
      return null;
    },
  };
}

function isWordStart(code: number, previous: number): boolean {
  return (isLetter(code) || isDigit(code)) && !isLetter(previous) && !isDigit(previous);
}
