import { isNumberStart } from '@/core/text/designation';
import { foldCode, isInvisible } from '@/core/text/fold';
import {
  ACRONYM,
  CERTAIN_PROBES,
  FIRST_UNSPACED,
  hasBit,
  JOINT,
  jointBit,
  LONGEST_RUN,
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
import { type GazetteerTables, search } from './gazetteer-names';

/** Says from a few characters whether a name may begin at a place; nearly all of the places that pass begin one. */
export interface NameOpenings {
  /** By the first letters or digits from `start` on, gaps left out. For names that begin with a letter or digit. */
  opensWord(text: string, start: number): boolean;
  /** By the two or three characters from `start` on. For names in Chinese, Japanese, Korean and Cyrillic. */
  opensPair(text: string, start: number): boolean;
}

/** U+FF00: full-width hyphens, letters and digits. */
const FIRST_WIDE = 0xff00;
/** 16: the white space before a line break that is looked through, in characters. */
const LONGEST_LINE_END = 16;
/** The letter of plurals. */
const SMALL_S = 0x73;
/** 4: a hyphen and three spaces. Longer gaps stand in no name. */
const LONGEST_GAP = 4;

/**
 * Builds the check on a gazetteer's bit tables. With `passOver`, words are passed over that can be none but ambiguous
 * names, and it is called for each.
 */
export function createNameOpenings(tables: GazetteerTables, passOver?: () => void): NameOpenings {
  const { starts, startBits, wholes, wholeBits, pairs, pairBits, foldFrom, foldTo } = tables;

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

  /** `isSmall` where the second letter is a small one: then an acronym of three letters is not what it looks like. */
  function hasWhole(hash: number, length: number, isSmall: boolean): boolean {
    if (!hasProbes(hash, length, 0, WHOLE_PROBES)) return false;
    if (passOver === undefined || hasProbes(hash, length, WHOLE_PROBES, CERTAIN_PROBES))
      return true;
    if (!isSmall && hasProbes(hash ^ ACRONYM, length, WHOLE_PROBES, CERTAIN_PROBES)) return true;
    passOver();
    return false;
  }

  function hasPair(hash: number, second: number): boolean {
    return hasBit(pairs, pairBit(hash, pairBits)) && hasBit(pairs, secondPairBit(second, pairBits));
  }

  function opensPair(text: string, start: number): boolean {
    const second = nextVisible(text, start);
    const pair = pairHash(pairCode(text, start), pairCode(text, second));
    if (hasPair(pair, pair)) return opensRun(text, start);
    const third = text.charCodeAt(nextVisible(text, second));
    const isNumber = third < FIRST_UNSPACED || third >= FIRST_WIDE || isNumberStart(third);
    const triple = tripleHash(pair, isNumber ? NUMBER_THIRD : third);
    return hasPair(isNumber ? pair : triple, triple) && opensRun(text, start);
  }

  /**
   * True when a name ends in time, or the first characters are those of a longer one, or of one that goes on behind
   * what ends them: a gap, a number, another script.
   */
  function opensRun(text: string, start: number): boolean {
    let hash = 0;
    let length = 0;
    for (let at = start; ; at = nextVisible(text, at)) {
      const code = text.charCodeAt(at);
      const symbol = foldCode(code);
      if (symbol <= 0x7a || isNumberStart(code)) {
        if (length === 0) return true;
        return hasWhole(numberHash(text, at, hash) ^ JOINT, length, true) || isLineEnd(text, at);
      }
      hash = wholeHash(hash, simplified(symbol));
      if (++length > 1 && hasWhole(hash, length, true)) return true;
      if (length === LONGEST_RUN) return false;
    }
  }

  /** The character that names use for this one. */
  function simplified(symbol: number): number {
    const place = search(foldFrom, symbol);
    return place === null ? symbol : (foldTo[place] ?? 0);
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
    const isSmall = isSmallCode(text.charCodeAt(start + 1));
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
          if (skipped === 0 && length > 1 && hasWhole(hash, length, isSmall)) return true;
          if (!isInvisible(code) && ++skipped > LONGEST_GAP) return false;
          continue;
        }
        // Another script: a name in it, or the end of a short Latin one.
        if (symbol > 0x7a) {
          if (length === 0) return opensPair(text, start);
          // One letter alone would be found in every formula.
          if (length === 1 && !hasJoint(hash, 1, simplified(symbol))) return false;
          return hasWhole(hash, length, isSmall);
        }
      }
      if (skipped > 0 && !hasJoint(hash, length, symbol)) return false;
      if (
        symbol === SMALL_S &&
        length > 1 &&
        isPluralAt(text, at) &&
        hasWhole(hash, length, isSmall)
      )
        return true;
      hash = startHash(hash, symbol);
      skipped = 0;
      if (++length === START) return hasStart(hash) && opensLong(text, at + 1, hash);
    }
    return length > 1 && hasWhole(hash, length, isSmall);
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
    if ((hash & 63) === (SMALL_S & 31) && hasWhole(hash >>> 6, START - 1, true)) return true;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      let symbol = code;
      // A name may end before a gap, another script, a capital (the seam of two blocks), and where a number begins or ends.
      if (code < 0x61 || code > 0x7a) {
        symbol = foldCode(code);
        const isInside = skipped > 0 || (wasDigit && isDigitSymbol(symbol));
        if (!isInside && hasWhole(whole, length, true)) return true;
        if (symbol === 0) {
          if (!isInvisible(code) && ++skipped > LONGEST_GAP) return false;
          continue;
        }
        if (symbol > 0x7a) return false;
      } else if (
        (wasDigit || (code === SMALL_S && isPluralAt(text, at))) &&
        hasWhole(whole, length, true)
      )
        return true;
      if (skipped > 0 && !hasJoint(whole, length, symbol)) return false;
      skipped = 0;
      wasDigit = isDigitSymbol(symbol);
      whole = wholeHash(whole, symbol);
      if (++length === LONGEST_WHOLE) return hasWhole(whole, LONGEST_WHOLE, true);
    }
    return hasWhole(whole, length, true);
  }

  return { opensWord, opensPair };
}

/** True when the s at `at` may end a plural: no small letter goes on behind it. */
function isPluralAt(text: string, at: number): boolean {
  return !isSmallCode(text.charCodeAt(at + 1));
}

/** True for the small letters of ASCII. */
function isSmallCode(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
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

/** `hash` with the first two digits of the number at `at`, where it is written in them. */
function numberHash(text: string, at: number, hash: number): number {
  const first = text.charCodeAt(at);
  if (!isAsciiDigit(first)) return hash;
  const second = text.charCodeAt(at + 1);
  const one = wholeHash(hash, first);
  return isAsciiDigit(second) ? wholeHash(one, second) : one;
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** True when a line ends in the white space at `at`: a name may go on behind it. */
function isLineEnd(text: string, at: number): boolean {
  return (
    /^[^\S\n]+\n/.test(text.slice(at, at + LONGEST_LINE_END)) || text.charCodeAt(at - 1) === 0x0a
  );
}

/** Han, kana, Hangul and full-width letters and digits as they are; other letters folded; gaps 0. */
function pairCode(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const symbol = foldCode(code);
  return code >= FIRST_UNSPACED && symbol !== 0 ? code : symbol;
}
