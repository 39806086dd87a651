import { isNumberStart, readNumber, stemLetter } from './designation';
import { foldCode, isInvisible, isLetter, isUnspaced, isUpper } from './fold';
import { GAP, type Gap, readGap } from './gap';

/*
 * A name as a sequence of symbols: folded letters and digits, with a break wherever the press may write
 * a gap or none. Symbols below 0x40 are breaks and marks; from 0x61 on they are code units (`foldCode`),
 * digits lie between.
 */

/** The places in a name where writers differ. What a break allows is in `BREAK_GAPS`. */
export const BREAK = {
  /** Two words, the second with a capital: `Rocket Lab`. Without a gap the capital must show: `RocketLab`. */
  capital: 1,
  /** Two words, the second in any case: `Launch Center`. */
  word: 2,
  /** The hump of a CamelCase name: `SpaceX`, `Space X`. */
  camel: 3,
  /** Before a number, and between scripts: `Falcon 9`, `Falcon-9`, `Falcon9`, `亚马逊 Leo`. */
  number: 4,
  /** After a number, before a variant: `12A`, `12-A`. */
  variant: 5,
  /** `Chang'e`. */
  apostrophe: 6,
  /** After an abbreviation: `Co., Ltd.`, `U.S.`. */
  abbreviation: 7,
  /** `3B/E`. */
  slash: 8,
  /** Between two numbers: `GSAT-20-1`, `五十号01`. */
  numbers: 9,
} as const;

/** The gaps that each break allows, as bits of `GAP`; `none` has conditions of its own for `capital`, `word` and `camel`. */
export const BREAK_GAPS: readonly number[] = (() => {
  const tight = GAP.none | GAP.hyphen;
  const words = GAP.none | GAP.space | GAP.hyphen | GAP.looseHyphen | GAP.middleDot;
  const gaps: number[] = [];
  gaps[BREAK.capital] = words;
  gaps[BREAK.word] = words;
  gaps[BREAK.camel] = tight | GAP.space;
  gaps[BREAK.number] = words;
  gaps[BREAK.variant] = tight;
  gaps[BREAK.apostrophe] = tight | GAP.apostrophe;
  gaps[BREAK.abbreviation] = GAP.none | GAP.space | GAP.dot | GAP.comma;
  gaps[BREAK.slash] = tight | GAP.slash;
  gaps[BREAK.numbers] = GAP.space | GAP.hyphen | GAP.looseHyphen;
  return gaps;
})();

/** The point between two digits or between a digit and a letter. */
export const POINT = 0x2e;

/** A name taken apart. */
export interface NameSymbols {
  readonly symbols: readonly number[];
  /** The name ends in a full stop (`Corp.`), which belongs to it when the text prints it. */
  readonly endsInStop: boolean;
}

type Sort = 'letter' | 'digit' | 'unspaced' | 'mark';

/**
 * The mark that a character stands for, as its ASCII code, or 0. Marks are part of a name: `1D++`, `D&S`,
 * `星河动力（北京）`.
 */
export function markOf(code: number): number {
  const plain = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return plain === 0x2b || plain === 0x26 || plain === 0x28 || plain === 0x29 ? plain : 0;
}

/**
 * Takes a name apart. `freeWords` are words that are written in any case inside a longer name
 * (`launch center`), in lower case. Quotation marks and other punctuation count as not there.
 */
export function nameSymbols(name: string, freeWords: ReadonlySet<string>): NameSymbols {
  const text = name.normalize('NFKC').trim();
  const symbols: number[] = [];
  let previous: Sort | null = null;
  let gap: Gap | null = null;
  let afterHao = false;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isInvisible(code)) {
      at++;
      continue;
    }
    const number = isNumberStart(code) ? readNumber(text, at) : null;
    const stem: number | null = previous === 'digit' && gap === null ? stemLetter(code) : null;
    const symbol = number === null ? (stem ?? (foldCode(code) || markOf(code))) : 0;
    if (number === null && symbol === 0) {
      const read = readGap(text, at);
      if (read !== null && read.kind === GAP.dot && isPoint(text, at)) symbols.push(POINT);
      else if (symbols.length > 0 && read !== null) gap = gap ?? read;
      at = read === null ? at + 1 : read.end;
      if (read !== null && symbols.at(-1) === POINT) previous = 'mark';
      continue;
    }
    const next: Sort =
      number !== null
        ? 'digit'
        : markOf(code) !== 0
          ? 'mark'
          : isUnspaced(code) && stem === null
            ? 'unspaced'
            : 'letter';
    if (previous !== null && symbols.at(-1) !== POINT) {
      const found = breakBetween(previous, next, gap, afterHao, text, at, freeWords);
      if (found !== 0) symbols.push(found);
    }
    if (number === null) symbols.push(symbol);
    else for (const digit of number.digits) symbols.push(digit.charCodeAt(0));
    afterHao = number?.hasHao === true;
    at = number === null ? at + 1 : number.end;
    previous = next;
    gap = null;
  }
  return { symbols, endsInStop: text.endsWith('.') };
}

/** A full stop between digits, or between a digit and a letter, is part of the name. */
export function isPoint(text: string, at: number): boolean {
  const after = foldCode(text.charCodeAt(at + 1));
  const before = foldCode(text.charCodeAt(at - 1));
  return before >= 0x30 && before <= 0x39 && after >= 0x30 && after <= 0x7a;
}

function breakBetween(
  previous: Sort,
  next: Sort,
  gap: Gap | null,
  afterHao: boolean,
  text: string,
  at: number,
  freeWords: ReadonlySet<string>,
): number {
  if (previous === 'digit' && next === 'digit') return BREAK.numbers;
  if (gap?.kind === GAP.slash) return BREAK.slash;
  if (gap?.kind === GAP.apostrophe) return BREAK.apostrophe;
  if (previous === 'mark' || next === 'mark')
    return gap === null && !isWordMark(text, at) ? 0 : BREAK.number;
  if (next === 'digit') return BREAK.number;
  if (previous === 'digit')
    if (next === 'letter' && (gap === null || gap.kind === GAP.hyphen)) return BREAK.variant;
    else if (next === 'unspaced') return gap === null || afterHao ? 0 : BREAK.number;
  if (previous !== next) return BREAK.number;
  if (next === 'unspaced') return gap === null ? 0 : BREAK.number;
  if (gap === null) return isHump(text, at) ? BREAK.camel : 0;
  if (gap.kind === GAP.dot || gap.kind === GAP.comma) return BREAK.abbreviation;
  if (!isUpper(text.charCodeAt(at))) return BREAK.word;
  return freeWords.has(wordAt(text, at)) ? BREAK.word : BREAK.capital;
}

function isHump(text: string, at: number): boolean {
  return isUpper(text.charCodeAt(at)) && !isUpper(text.charCodeAt(at - 1));
}

/** `&` is written with spaces and without. */
function isWordMark(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x26 || text.charCodeAt(at - 1) === 0x26;
}

function wordAt(text: string, at: number): string {
  let end = at;
  while (isLetter(text.charCodeAt(end))) end++;
  return text.slice(at, end).toLowerCase();
}
