import type { NamedEntity } from '@/core/detection/gazetteer';
import { writeEntities } from '@/core/detection/gazetteer-entities';
import {
  ANY_THIRD,
  HEADER,
  HEADER_WORDS,
  LONG_WINDOW,
  longWindowHash,
  MAGIC,
  NUMBER_THIRD,
  pairBit,
  tripleBit,
  WHOLE_NAME,
  WINDOW,
  windowBit,
  windowHash,
} from '@/core/detection/gazetteer-format';
import { isUnspaced } from '@/core/text/fold';
import { BREAK } from '@/core/text/name-symbols';
import { finderSources } from './finder-source';
import type { CompiledName } from './gazetteer';
import type { ScriptVariants } from './script-variants';
import { writeTrie } from './trie-writer';

/** 2^15 bits: with half as many, three times as many words go to the trie by chance, in code that is still cold. */
const WINDOW_BITS = 15;
/** 2^16 bits: every second character of a Chinese page is asked for, so that chance must be rarer. */
const PAIR_BITS = 16;

/** Lays the sections out one after the other; see `gazetteer-format.ts`. */
export function packGazetteer(parts: {
  readonly entities: readonly NamedEntity[];
  readonly names: readonly CompiledName[];
  readonly groups: readonly number[];
  readonly scripts: ScriptVariants;
}): Uint8Array {
  const { entities, names, groups, scripts } = parts;
  const { bytes: trie, firsts } = writeTrie(names);
  const folds = foldTable(names, scripts);
  const sources = finderSources(names);
  const header = new Uint32Array(HEADER_WORDS);
  const sections: Uint8Array[] = [];
  let length = 4 * HEADER_WORDS;
  const add = (bytes: Uint8Array): number => {
    const place = length;
    const padded = new Uint8Array((bytes.length + 3) & ~3);
    padded.set(bytes);
    sections.push(padded);
    length += padded.length;
    return place;
  };
  header[HEADER.magic] = MAGIC;
  header[HEADER.firsts] = add(shorts(firsts.map(({ symbol }) => symbol)));
  add(new Uint8Array(Uint32Array.from(firsts, ({ node }) => node).buffer));
  header[HEADER.firstCount] = firsts.length;
  header[HEADER.folds] = add(
    shorts([...folds.map(([from]) => from), ...folds.map(([, to]) => to)]),
  );
  header[HEADER.foldCount] = folds.length;
  header[HEADER.windows] = add(windowTable(names));
  header[HEADER.windowBits] = WINDOW_BITS;
  header[HEADER.pairs] = add(pairTable(names, scripts));
  header[HEADER.pairBits] = PAIR_BITS;
  header[HEADER.groups] = add(shorts(groups));
  header[HEADER.groupLength] = groups.length;
  header[HEADER.finder] = add(ascii(sources.capitals));
  header[HEADER.finderLength] = ascii(sources.capitals).length;
  header[HEADER.smallStarts] = add(ascii(sources.smallStarts));
  header[HEADER.smallStartsLength] = ascii(sources.smallStarts).length;
  header[HEADER.entities] = add(writeEntities(entities));
  header[HEADER.entityCount] = entities.length;
  header[HEADER.trie] = add(trie);
  header[HEADER.trieLength] = trie.length;
  header[HEADER.byteLength] = length;
  const whole = new Uint8Array(length);
  whole.set(new Uint8Array(header.buffer));
  let place = 4 * HEADER_WORDS;
  for (const section of sections) {
    whole.set(section, place);
    place += section.length;
  }
  return whole;
}

/** The source of a regular expression, a byte a character. */
function ascii(source: string): Uint8Array {
  const escaped = source.replaceAll(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Uint8Array.from(escaped, (letter) => letter.charCodeAt(0));
}

function shorts(values: readonly number[]): Uint8Array {
  return new Uint8Array(Uint16Array.from(values).buffer);
}

/** Other forms of the characters in names, ascending. */
function foldTable(
  names: readonly CompiledName[],
  scripts: ScriptVariants,
): (readonly [number, number])[] {
  const used = new Set(names.flatMap(({ symbols }) => symbols.filter(isUnspaced)));
  return [...used]
    .flatMap((to) =>
      scripts
        .variantsOf(to)
        .filter((from) => from !== to)
        .map((from) => [from, to] as const),
    )
    .toSorted(([a], [b]) => a - b);
}

/** Bits for the first letters and digits of names in scripts with spaces. */
function windowTable(names: readonly CompiledName[]): Uint8Array {
  const table = new Uint8Array(2 ** WINDOW_BITS / 8);
  const set = (hash: number, length: number) => {
    const bit = windowBit(hash, length, WINDOW_BITS);
    table[bit >> 3] = (table[bit >> 3] ?? 0) | (1 << (bit & 7));
  };
  for (const { symbols } of names) {
    const end = symbols.findIndex((symbol) => symbol > 0x7a);
    const letters = symbols.slice(0, end < 0 ? undefined : end).filter((symbol) => symbol >= 0x30);
    if (letters.length < 2) continue;
    const hash = letters.slice(0, WINDOW).reduce(windowHash, 0);
    set(hash, Math.min(letters.length, WINDOW));
    if (letters.length >= LONG_WINDOW)
      set(letters.slice(WINDOW, LONG_WINDOW).reduce(longWindowHash, hash), LONG_WINDOW);
    else if (letters.length >= WINDOW) set(hash, WHOLE_NAME);
    else {
      // A plural s runs on behind a short name: H3s.
      const plural = windowHash(hash, 0x73);
      set(plural, letters.length + 1);
      if (letters.length + 1 === WINDOW) set(plural, WHOLE_NAME);
    }
  }
  return table;
}

const HAN_DIGITS = '〇一二三四五六七八九';

/** Bits for the first two and three characters of names in other scripts, in every way to write them. */
function pairTable(names: readonly CompiledName[], scripts: ScriptVariants): Uint8Array {
  const table = new Uint8Array(2 ** PAIR_BITS / 8);
  const set = (bit: number) => {
    table[bit >> 3] = (table[bit >> 3] ?? 0) | (1 << (bit & 7));
  };
  for (const { symbols } of names)
    for (const first of writtenAs(symbols, 0, scripts))
      for (const second of writtenAs(symbols, first.next, scripts)) {
        const [a, b] = [...first.codes, ...second.codes];
        if (a === undefined || b === undefined || a < 0x80) continue;
        set(pairBit(a, b, PAIR_BITS));
        for (const c of thirds(symbols, second.next, scripts)) set(tripleBit(a, b, c, PAIR_BITS));
      }
  return table;
}

/** What may stand third where the symbol at `at` is the third of a name. */
function thirds(
  symbols: readonly number[],
  at: number,
  scripts: ScriptVariants,
): readonly number[] {
  const third = symbols[at] ?? ANY_THIRD;
  if (third >= 0x3005) return scripts.variantsOf(third);
  const next = third === BREAK.number ? (symbols[at + 1] ?? ANY_THIRD) : third;
  return [next >= 0x30 && next <= 0x39 ? NUMBER_THIRD : ANY_THIRD];
}

/** The characters that may stand for the symbol at `at`: variants, and numerals for digits; gaps as 0. */
function writtenAs(
  symbols: readonly number[],
  at: number,
  scripts: ScriptVariants,
): { readonly codes: readonly number[]; readonly next: number }[] {
  const symbol = symbols[at];
  if (symbol === undefined) return [];
  if (symbol <= BREAK.numbers)
    return [{ codes: [0], next: at + 1 }, ...writtenAs(symbols, at + 1, scripts)];
  if (symbol >= 0x61 && symbol <= 0x7a)
    return [symbol, symbol - 0x20].map((code) => ({ codes: [code], next: at + 1 }));
  if (symbol < 0x30 || symbol > 0x39)
    return scripts.variantsOf(symbol).map((code) => ({ codes: [code], next: at + 1 }));
  let end = at;
  while ((symbols[end] ?? 0) >= 0x30 && (symbols[end] ?? 0) <= 0x39) end++;
  const number = String.fromCharCode(...symbols.slice(at, end));
  const numeral = hanNumeral(number);
  return [
    { codes: [symbol], next: end },
    { codes: [symbol + 0xfee0], next: end },
    { codes: [...numeral].map((character) => character.charCodeAt(0)).slice(0, 2), next: end },
  ];
}

function hanNumeral(digits: string): string {
  const value = Number(digits);
  if (digits.length > 2 || value < 10)
    return [...digits].map((digit) => HAN_DIGITS[Number(digit)] ?? '').join('');
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? HAN_DIGITS[tens] : ''}十${ones > 0 ? HAN_DIGITS[ones] : ''}`;
}
