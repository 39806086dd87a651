import { isNumberStart } from '@/core/text/designation';
import { foldCode, isInvisible } from '@/core/text/fold';
import {
  CERTAIN_PROBES,
  FIRST_UNSPACED,
  hasBit,
  jointBit,
  LONGEST_WHOLE,
  NUMBER_THIRD,
  pairBit,
  pairHash,
  START,
  secondPairBit,
  startBit,
  startHash,
  tripleHash,
  WHOLE_PROBES,
  wholeBit,
  wholeHash,
} from './gazetteer-format';
import type { GazetteerTables } from './gazetteer-names';

/** Says from a few characters whether a name may begin at a place; nearly all of the places that pass begin one. */
export interface NameOpenings {
  /** By the first letters or digits from `start` on, gaps left out. For names that begin with a letter or digit. */
  opensWord(text: string, start: number): boolean;
  /** By the two or three characters from `start` on. For names in Chinese, Japanese, Korean and Cyrillic. */
  opensPair(text: string, start: number): boolean;
}

/** U+FF00: full-width hyphens, letters and digits. */
const FIRST_WIDE = 0xff00;
/** The letter of plurals. */
const SMALL_S = 0x73;
/** 3: a hyphen with a space on either side. Longer gaps stand in no name. */
const LONGEST_GAP = 3;

/**
 * Builds the check on a gazetteer's bit tables. With `passOver`, words are passed over that can be none but ambiguous
 * names, and it is called for each.
 */
export function createNameOpenings(tables: GazetteerTables, passOver?: () => void): NameOpenings {
  const { starts, startBits, wholes, wholeBits, pairs, pairBits } = tables;

  function hasStart(hash: number): boolean {
    return hasBit(starts, startBit(hash, startBits));
  }

  /** True when a name goes on with `symbol` behind a gap. */
  function hasJoint(hash: number, length: number, symbol: number): boolean {
    return hasBit(wholes, jointBit(hash, length, symbol, wholeBits));
  }

  function hasProbes(hash: number, length: number, from: number, to: number): boolean {
    for (let probe = from; probe < to; probe++)
      if (!hasBit(wholes, wholeBit(hash, length, probe, wholeBits))) return false;
    return true;
  }

  function hasWhole(hash: number, length: number): boolean {
    if (!hasProbes(hash, length, 0, WHOLE_PROBES)) return false;
    if (passOver === undefined || hasProbes(hash, length, WHOLE_PROBES, CERTAIN_PROBES))
      return true;
    passOver();
    return false;
  }

  function hasPair(hash: number, second: number): boolean {
    return hasBit(pairs, pairBit(hash, pairBits)) && hasBit(pairs, secondPairBit(second, pairBits));
  }

  function opensPair(text: string, start: number): boolean {
    const second = nextVisible(text, start);
    const pair = pairHash(pairCode(text, start), pairCode(text, second));
    if (hasPair(pair, pair)) return true;
    const third = text.charCodeAt(nextVisible(text, second));
    if (third < FIRST_UNSPACED || third >= FIRST_WIDE || isNumberStart(third))
      return hasPair(pair, tripleHash(pair, NUMBER_THIRD));
    const triple = tripleHash(pair, third);
    return hasPair(triple, triple);
  }

  /*
   * Most of what a page costs that mentions nothing is spent here, in code that is not yet compiled: there a call
   * costs as much as ten operations, so that this is spelt out. And it has no branch for where a word ends, which
   * processors cannot foresee: what stands behind a character other than a letter counts as 0, by a mask.
   */
  function opensWord(text: string, start: number): boolean {
    if (start + START > text.length) return opensOddWord(text, start);
    const a = text.charCodeAt(start);
    const b = text.charCodeAt(start + 1) | 0x20;
    const c = text.charCodeAt(start + 2) | 0x20;
    const d = text.charCodeAt(start + 3) | 0x20;
    const e = text.charCodeAt(start + 4) | 0x20;
    if ((a | b | c | d | e) > 0x7f) return opensOddWord(text, start);
    const endB = ((b - 0x61) | (0x7a - b)) >> 31;
    const endC = endB | (((c - 0x61) | (0x7a - c)) >> 31);
    const endD = endC | (((d - 0x61) | (0x7a - d)) >> 31);
    const endE = endD | (((e - 0x61) | (0x7a - e)) >> 31);
    const hash =
      ((a & 31) << 24) |
      ((b & 31 & ~endB) << 18) |
      ((c & 31 & ~endC) << 12) |
      ((d & 31 & ~endD) << 6) |
      (e & 31 & ~endE);
    const bit = startBit(hash, startBits);
    if ((((starts[bit >>> 5] ?? 0) >>> bit) & 1) === 0) return false;
    return endE === 0 ? opensLong(text, start + START, hash) : opensOddWord(text, start);
  }

  /** `opensWord` for short words, names with gaps and digits in their beginning, and letters that are not ASCII. */
  function opensOddWord(text: string, start: number): boolean {
    let hash = 0;
    let length = 0;
    let skipped = 0;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const small = code | 0x20;
      let symbol = small;
      if (code > 0x7f || small < 0x61 || small > 0x7a) {
        symbol = foldCode(code);
        if (symbol === 0) {
          if (skipped === 0 && length > 1 && hasWhole(hash, length)) return true;
          if (!isInvisible(code) && ++skipped > LONGEST_GAP) return false;
          continue;
        }
        // Another script: a name in it, or the end of a short Latin one.
        if (symbol > 0x7a) return length === 0 ? opensPair(text, start) : hasWhole(hash, length);
      }
      if (skipped > 0 && !hasJoint(hash, length, symbol)) return false;
      if (symbol === SMALL_S && length > 1 && isPluralAt(text, at) && hasWhole(hash, length))
        return true;
      hash = startHash(hash, symbol);
      skipped = 0;
      if (++length === START) return hasStart(hash) && opensLong(text, at + 1, hash);
    }
    return length > 1 && hasWhole(hash, length);
  }

  /**
   * True when a whole name ends in time, or the first symbols are those of a longer one. `from` is behind the first
   * five symbols, whose hash is `hash`.
   */
  function opensLong(text: string, from: number, hash: number): boolean {
    let whole = hash;
    let length = START;
    let skipped = 0;
    let wasDigit = (hash & 32) !== 0;
    // A name of four, and its plural s.
    if ((hash & 63) === (SMALL_S & 31) && hasWhole(hash >>> 6, START - 1)) return true;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      let symbol = code;
      // A name may end before a gap, another script, a capital (the seam of two blocks), and where a number begins or ends.
      if (code < 0x61 || code > 0x7a) {
        symbol = foldCode(code);
        const isInside = skipped > 0 || (wasDigit && isDigitSymbol(symbol));
        if (!isInside && hasWhole(whole, length)) return true;
        if (symbol === 0) {
          if (!isInvisible(code) && ++skipped > LONGEST_GAP) return false;
          continue;
        }
        if (symbol > 0x7a) return false;
      } else if (
        (wasDigit || (code === SMALL_S && isPluralAt(text, at))) &&
        hasWhole(whole, length)
      )
        return true;
      if (skipped > 0 && !hasJoint(whole, length, symbol)) return false;
      skipped = 0;
      wasDigit = isDigitSymbol(symbol);
      whole = wholeHash(whole, symbol);
      if (++length === LONGEST_WHOLE) return hasWhole(whole, LONGEST_WHOLE);
    }
    return hasWhole(whole, length);
  }

  return { opensWord, opensPair };
}

/** True when the s at `at` may end a plural: no small letter goes on behind it. */
function isPluralAt(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return !(next >= 0x61 && next <= 0x7a);
}

/** True for the symbols of digits. */
function isDigitSymbol(symbol: number): boolean {
  return symbol <= 0x39 && symbol !== 0;
}

/** The next character that is neither invisible nor a line break, behind `at`. */
function nextVisible(text: string, at: number): number {
  let next = at + 1;
  while (text.charCodeAt(next) === 0x0a || isInvisible(text.charCodeAt(next))) next++;
  return next;
}

/** Han, kana, Hangul and full-width letters and digits as they are; other letters folded; gaps 0. */
function pairCode(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const symbol = foldCode(code);
  return code >= FIRST_UNSPACED && symbol !== 0 ? code : symbol;
}
