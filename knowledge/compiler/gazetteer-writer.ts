import type { NamedEntity } from '@/core/detection/gazetteer';
import { writeEntities } from '@/core/detection/gazetteer-entities';
import {
  ACRONYM,
  ALIAS,
  CASING,
  CERTAIN_PROBES,
  FIRST_UNSPACED,
  HEADER,
  HEADER_WORDS,
  JOINT,
  jointBit,
  LONGEST_RUN,
  LONGEST_WHOLE,
  MAGIC,
  MEANINGS,
  MEANINGS_MAGIC,
  MEANINGS_WORDS,
  NUMBER_THIRD,
  pairBit,
  pairHash,
  SPOKEN,
  START,
  secondPairBit,
  startBit,
  startHash,
  tripleHash,
  WHOLE_PROBES,
  wholeBit,
  wholeHash,
} from '@/core/detection/gazetteer-format';
import { isHanNumeral } from '@/core/text/designation';
import { isDigit, isUnspaced } from '@/core/text/fold';
import { BREAK } from '@/core/text/name-symbols';
import { finderSources } from './finder-source';
import type { CompiledName } from './gazetteer';
import type { ScriptVariants } from './script-variants';
import { type WrittenTrie, writeTrie } from './trie-writer';

/** 2^15 bits: a tenth of them is set by 5,000 names. */
const START_BITS = 15;
/** 2^17 bits: a fifth of them is set by 5,000 names. */
const WHOLE_BITS = 17;
/** 2^16 bits: every second character of a Chinese page is asked for, so that chance must be rarer. */
const PAIR_BITS = 16;

/** Both parts, one after the other; see `gazetteer-format.ts`. */
export function packGazetteer(parts: {
  readonly entities: readonly NamedEntity[];
  readonly names: readonly CompiledName[];
  readonly groups: readonly number[];
  readonly scripts: ScriptVariants;
}): Uint8Array {
  const { entities, names, groups, scripts } = parts;
  const trie = writeTrie(names);
  const meant = trie.places.flatMap(({ name: { meaning }, place }) =>
    meaning === null ? [] : [{ meaning, place }],
  );
  return concatenate([
    packNames(names, trie, scripts),
    packMeanings(meant, groups, writeEntities(entities), entities.length),
  ]);
}

function packNames(
  names: readonly CompiledName[],
  { bytes: trie, firsts }: WrittenTrie<CompiledName>,
  scripts: ScriptVariants,
): Uint8Array {
  const folds = foldTable(names, scripts);
  const sources = finderSources(names);
  const finder = ascii(sources.capitals);
  const smallStarts = ascii(sources.smallStarts);
  const { header, add, pack } = createPart(HEADER_WORDS);
  header[HEADER.magic] = MAGIC;
  header[HEADER.firsts] = add(shorts(firsts.map(({ symbol }) => symbol)));
  add(new Uint8Array(Uint32Array.from(firsts, ({ node }) => node).buffer));
  header[HEADER.firstCount] = firsts.length;
  header[HEADER.folds] = add(
    shorts([...folds.map(([from]) => from), ...folds.map(([, to]) => to)]),
  );
  header[HEADER.foldCount] = folds.length;
  header[HEADER.starts] = add(startTable(names));
  header[HEADER.startBits] = START_BITS;
  header[HEADER.wholes] = add(wholeTable(names));
  header[HEADER.wholeBits] = WHOLE_BITS;
  header[HEADER.pairs] = add(pairTable(names, scripts));
  header[HEADER.pairBits] = PAIR_BITS;
  header[HEADER.finder] = add(finder);
  header[HEADER.finderLength] = finder.length;
  header[HEADER.smallStarts] = add(smallStarts);
  header[HEADER.smallStartsLength] = smallStarts.length;
  header[HEADER.trie] = add(trie);
  header[HEADER.trieLength] = trie.length;
  return pack();
}

function packMeanings(
  meant: readonly { readonly meaning: number; readonly place: number }[],
  groups: readonly number[],
  entities: Uint8Array,
  entityCount: number,
): Uint8Array {
  const { header, add, pack } = createPart(MEANINGS_WORDS);
  header[MEANINGS.magic] = MEANINGS_MAGIC;
  header[MEANINGS.aliases] = add(
    new Uint8Array(Uint32Array.from(meant, ({ place }) => place).buffer),
  );
  add(shorts(meant.map(({ meaning }) => meaning)));
  header[MEANINGS.aliasCount] = meant.length;
  header[MEANINGS.groups] = add(shorts(groups));
  header[MEANINGS.groupLength] = groups.length;
  header[MEANINGS.entities] = add(entities);
  header[MEANINGS.entityCount] = entityCount;
  return pack();
}

/** A header and the sections behind it, each padded to a multiple of 4; `add` tells where a section begins. */
function createPart(words: number): {
  readonly header: Uint32Array;
  readonly add: (section: Uint8Array) => number;
  readonly pack: () => Uint8Array;
} {
  const header = new Uint32Array(words);
  const sections: Uint8Array[] = [];
  let length = 4 * words;
  return {
    header,
    add(section) {
      const place = length;
      const padded = new Uint8Array((section.length + 3) & ~3);
      padded.set(section);
      sections.push(padded);
      length += padded.length;
      return place;
    },
    pack() {
      header[HEADER.byteLength] = length;
      return concatenate([new Uint8Array(header.buffer), ...sections]);
    },
  };
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
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

/** The letters and digits with which a name begins in scripts with spaces. */
function lettersOf({ symbols }: CompiledName): readonly number[] {
  const end = symbols.findIndex((symbol) => symbol > 0x7a);
  return symbols.slice(0, end < 0 ? undefined : end).filter((symbol) => symbol >= 0x30);
}

/** Bits for the first letters and digits of names in scripts with spaces. */
function startTable(names: readonly CompiledName[]): Uint8Array {
  const table = new Uint8Array(2 ** START_BITS / 8);
  const set = (symbols: readonly number[]) => {
    const hash = symbols.reduce(startHash, 0) << (6 * (START - symbols.length));
    setBit(table, startBit(hash, START_BITS));
  };
  for (const name of names) {
    const letters = lettersOf(name);
    if (letters.length < 2) continue;
    // With a plural s, which runs on behind the name: H3s, Novas.
    for (const symbols of [letters, [...letters, PLURAL]])
      if (symbols.length >= START) set(symbols.slice(0, START));
    for (const run of runsOf(name.symbols)) if (run.length < START) set(run);
  }
  return table;
}

/** The small s of plurals. */
const PLURAL = 0x73;

/** The letters with which a name may begin in a text before something else than a letter stands there. */
function runsOf(symbols: readonly number[]): readonly (readonly number[])[] {
  const runs: (readonly number[])[] = [];
  const letters: number[] = [];
  for (const symbol of symbols) {
    if (symbol >= 0x61 && symbol <= 0x7a) {
      letters.push(symbol);
      continue;
    }
    runs.push([...letters]);
    // A break may stand for nothing, and then letters go on; digits, marks and other scripts are there.
    if (symbol > BREAK.numbers) return runs;
  }
  return [...runs, letters, [...letters, PLURAL]];
}

/** Bits for whole names, or as much of them as is looked at, and for the gaps in those of scripts with spaces. */
function wholeTable(names: readonly CompiledName[]): Uint8Array {
  const table = new Uint8Array(2 ** WHOLE_BITS / 8);
  for (const name of names) {
    const set = (hash: number, length: number) => {
      const probes = (key: number, from: number, to: number) => {
        for (let probe = from; probe < to; probe++)
          setBit(table, wholeBit(key, length, probe, WHOLE_BITS));
      };
      probes(hash, 0, WHOLE_PROBES);
      if ((name.attributes & (ALIAS.ambiguous | ALIAS.decoy)) === 0)
        probes(isSpelt(name) ? hash ^ ACRONYM : hash, WHOLE_PROBES, CERTAIN_PROBES);
    };
    for (const { hash, length } of beginningsOf(name)) set(hash, length);
    const letters = lettersOf(name).slice(0, LONGEST_WHOLE);
    // One letter is a beginning only before another script: A股.
    if (letters.length < (name.symbols.some((symbol) => symbol > 0x7a) ? 1 : 2)) continue;
    set(hashOf(letters), letters.length);
    const behind = name.symbols.find((symbol) => symbol > 0x7a);
    if (letters.length === 1 && behind !== undefined)
      setBit(table, jointBit(hashOf(letters), 1, behind, WHOLE_BITS));
    for (const before of jointsOf(name.symbols)) {
      const next = letters[before];
      if (next !== undefined)
        setBit(table, jointBit(hashOf(letters.slice(0, before)), before, next, WHOLE_BITS));
    }
  }
  return table;
}

/** The characters of other scripts with which a name begins: up to each gap or number, and to its end or as far as is looked at. */
function beginningsOf({ symbols }: CompiledName): readonly { hash: number; length: number }[] {
  const beginnings: { hash: number; length: number }[] = [];
  let hash = 0;
  let length = 0;
  for (const [at, symbol] of symbols.entries()) {
    if (symbol > 0x7a && !isHanNumeral(symbol)) {
      hash = wholeHash(hash, symbol);
      length++;
      if (length === LONGEST_RUN) break;
      continue;
    }
    if (length === 0) return [];
    beginnings.push({ hash: hash ^ JOINT, length });
    const digits = symbols.slice(at, at + 2).filter(isDigit);
    if (isDigit(symbol)) beginnings.push({ hash: digits.reduce(wholeHash, hash) ^ JOINT, length });
    // A break may stand for nothing; numbers, letters and marks are there.
    if (symbol > BREAK.numbers) return beginnings;
  }
  return length === 0 ? beginnings : [...beginnings, { hash, length }];
}

/** True for an acronym too short to be spoken as a word. */
function isSpelt({ symbols, attributes }: CompiledName): boolean {
  const letters = symbols.filter((symbol) => symbol > BREAK.numbers);
  return ((attributes >> ALIAS.casingShift) & 3) === CASING.acronym && letters.length < SPOKEN;
}

function hashOf(letters: readonly number[]): number {
  return letters.slice(START).reduce(wholeHash, letters.slice(0, START).reduce(startHash, 0));
}

/** How many letters and digits stand before each break or mark of a name. */
function jointsOf(symbols: readonly number[]): readonly number[] {
  let count = 0;
  return symbols.flatMap((symbol) => {
    if (symbol < 0x30) return [count];
    count++;
    return [];
  });
}

function setBit(table: Uint8Array, bit: number): void {
  table[bit >> 3] = (table[bit >> 3] ?? 0) | (1 << (bit & 7));
}

const HAN_DIGITS = '〇一二三四五六七八九';

/** Bits for the first two or three characters of names in other scripts, in every way to write them. */
function pairTable(names: readonly CompiledName[], scripts: ScriptVariants): Uint8Array {
  const table = new Uint8Array(2 ** PAIR_BITS / 8);
  for (const symbols of names.flatMap((name) => waysToWrite(name, scripts)))
    for (const first of writtenAs(symbols, 0))
      for (const second of writtenAs(symbols, first.next)) {
        const [a, b] = [...first.codes, ...second.codes];
        if (a === undefined || b === undefined || a < 0x80) continue;
        const pair = pairHash(a, b);
        const third = b < FIRST_UNSPACED ? 0 : thirdOf(symbols, second.next);
        const hash = third >= FIRST_UNSPACED ? tripleHash(pair, third) : pair;
        setBit(table, pairBit(hash, PAIR_BITS));
        const full = third === NUMBER_THIRD ? tripleHash(pair, third) : hash;
        setBit(table, secondPairBit(full, PAIR_BITS));
      }
  return table;
}

/** The beginning of a name in each script, and as its aliases write it: texts seldom mix them. */
function waysToWrite(
  { symbols, written }: CompiledName,
  scripts: ScriptVariants,
): readonly (readonly number[])[] {
  const han = String.fromCharCode(...symbols.filter(isUnspaced));
  const others = (han === '' ? [] : scripts.scripts).flatMap((convert) => {
    const converted = convert(han);
    if (converted.length !== han.length) return [];
    let place = 0;
    return [symbols.map((symbol) => (isUnspaced(symbol) ? converted.charCodeAt(place++) : symbol))];
  });
  return [symbols, ...others, ...written].map((way) => way.slice(0, LONGEST_BEGINNING));
}

/** 6: three characters, of which one may be a number of three digits behind a break. */
const LONGEST_BEGINNING = 6;

/** What stands third where the symbol at `at` is the third of a name; 0 where that may be anything. */
function thirdOf(symbols: readonly number[], at: number): number {
  const third = symbols[at] ?? 0;
  if (third >= FIRST_UNSPACED) return third;
  const next = third === BREAK.number ? (symbols[at + 1] ?? 0) : third;
  return next >= 0x30 && next <= 0x39 ? NUMBER_THIRD : 0;
}

/** The characters that may stand for the symbol at `at`: either case, and numerals for digits; gaps as 0. */
function writtenAs(
  symbols: readonly number[],
  at: number,
): { readonly codes: readonly number[]; readonly next: number }[] {
  const symbol = symbols[at];
  if (symbol === undefined) return [];
  if (symbol <= BREAK.numbers) return [{ codes: [0], next: at + 1 }, ...writtenAs(symbols, at + 1)];
  if (symbol >= 0x61 && symbol <= 0x7a)
    return [symbol, symbol - 0x20].map((code) => ({ codes: [code], next: at + 1 }));
  if (symbol < 0x30 || symbol > 0x39) return [{ codes: [symbol], next: at + 1 }];
  let end = at;
  while ((symbols[end] ?? 0) >= 0x30 && (symbols[end] ?? 0) <= 0x39) end++;
  const number = String.fromCharCode(...symbols.slice(at, end));
  const numeral = hanNumeral(number);
  return [
    { codes: [symbol], next: end },
    { codes: [symbol + 0xfee0], next: end },
    ...[numeral, numeral.replaceAll('〇', '零')].map((digits) => ({
      codes: [...digits].map((character) => character.charCodeAt(0)).slice(0, 2),
      next: end,
    })),
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
