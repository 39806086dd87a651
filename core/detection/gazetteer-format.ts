/*
 * The compiled gazetteer, shared by the compiler that writes it and the reader that looks at it as it lies.
 * Little-endian; every section begins at a multiple of 4. It has two parts, one after the other: what finds
 * names, which every page gets, and what they mean, which is needed once a name has been found.
 *
 * The names:
 *   header    HEADER_WORDS words of 32 bits, in the order of `HEADER`
 *   firsts    where the names that begin with a symbol lie in the trie: symbols (16 bits each, ascending),
 *             then offsets (32 bits each)
 *   folds     characters that stand for another one of the names (traditional for simplified, 16 bits each,
 *             ascending), then those (16 bits each)
 *   starts    bits: hashes of the first five letters or digits of names, and of the letters before what is none
 *             where that is among them, each as five symbols, 0 behind the last (`startBit`)
 *   wholes    bits: hashes of whole names of up to twelve letters or digits, and of as many of longer ones
 *             (`wholeBit`), more bits of those that stand for themselves; and of what stands around gaps (`jointBit`)
 *   pairs     bits: hashes of the first three characters of names in other scripts, and of the first two of those whose
 *             third is none of theirs (`pairHash`, `tripleHash`), two bits each
 *   finder    source of the regular expression that finds where a name may begin (ASCII)
 *   small     the same for names that begin without a capital
 *   trie      the names' symbols: an edge list a node. An edge is a head byte (its symbol, `WIDE`,
 *             `SIBLING`), the symbol's two bytes if wide, the length of its subtree (7 bits a byte, low
 *             ones first) if a sibling follows, then its node. A name ends where an edge has the symbol
 *             `NAME_END`: its attributes follow (`ALIAS`, a byte), and no node. The place of that byte is
 *             the alias's number. Ends that several names share lie at the front and have no attributes: a
 *             node that is `JUMP`, attributes and a place (16 bits) goes on there.
 *
 * The meanings:
 *   header    MEANINGS_WORDS words of 32 bits, in the order of `MEANINGS`
 *   aliases   numbers of all aliases but decoys (32 bits each, ascending), then what each means (16 bits: its
 *             entity or group, and from bit `KIND_SHIFT` its kind)
 *   groups    lists of entities that share a name: count, then their numbers (16 bits each)
 *   entities  kind, name and slug of every entity (see `gazetteer-entities.ts`)
 */

/** `DRG` and the format's version. */
export const MAGIC = 0x33475244;
/** `DRM` and the format's version. */
export const MEANINGS_MAGIC = 0x324d5244;

/** Places of the header's words: byte offsets and counts (of entries; for bit tables, of bits as a power of 2). */
export const HEADER = {
  magic: 0,
  byteLength: 1,
  firsts: 2,
  firstCount: 3,
  folds: 4,
  foldCount: 5,
  starts: 6,
  startBits: 7,
  wholes: 8,
  wholeBits: 9,
  pairs: 10,
  pairBits: 11,
  finder: 12,
  finderLength: 13,
  smallStarts: 14,
  smallStartsLength: 15,
  trie: 16,
  trieLength: 17,
} as const;

export const HEADER_WORDS = 18;

/** The same for the meanings. */
export const MEANINGS = {
  magic: 0,
  byteLength: 1,
  aliases: 2,
  aliasCount: 3,
  groups: 4,
  groupLength: 5,
  entities: 6,
  entityCount: 7,
} as const;

export const MEANINGS_WORDS = 8;

/** Bits of an edge's head byte; the rest is its symbol, packed. */
export const SIBLING = 0x80;
export const WIDE = 0x40;
export const NAME_END = 0;
/** Six bits that no symbol has. */
export const JUMP = 0x3f;

/** The attributes of an alias: what the matcher must know of it, in eight bits. */
export const ALIAS = {
  ambiguous: 1,
  decoy: 2,
  casingShift: 2,
  /** A company: a legal form may follow (`Inc.`, 股份有限公司). */
  legal: 16,
  /** Ends in a full stop. */
  stop: 32,
  /** Cyrillic: the last word takes endings. */
  inflected: 64,
  ticker: 128,
} as const;

/** What an alias means: in the low 12 bits an entity, or with `GROUP` a place in the groups. */
export const ENTITY_MASK = 0xfff;
export const GROUP = 0x1000;
/** The place of its kind in `ALIAS_KINDS`. */
export const KIND_SHIFT = 13;

/** How an alias minds its letters, from strict to free. */
export const CASING = {
  /** Every letter before the first digit is a capital (`NASA`, `CZ-12a`). */
  acronym: 0,
  /** Capitals begin the words that have them in the alias. */
  title: 1,
  /** One CamelCase word, unambiguous: also written small (`spacex`). */
  brand: 2,
  /** Any case. */
  free: 3,
} as const;

/** A symbol below 0x80 as the six bits of a head byte: breaks 1–9, marks 10–14, digits 16–25, letters 26–51. */
export function packSymbol(symbol: number): number {
  if (symbol >= 0x61) return symbol - 0x61 + 26;
  if (symbol >= 0x30) return symbol - 0x30 + 16;
  if (symbol < 10) return symbol;
  return MARK_CODES.indexOf(symbol) + 10;
}

/** The symbol of six bits of a head byte. */
export function unpackSymbol(packed: number): number {
  if (packed >= 26) return packed - 26 + 0x61;
  if (packed >= 16) return packed - 16 + 0x30;
  return packed < 10 ? packed : (MARK_CODES[packed - 10] ?? 0);
}

const MARK_CODES: readonly number[] = [0x26, 0x28, 0x29, 0x2b, 0x2e];

/** 5: shorter starts let a third of all words pass, longer ones gain nothing (docs/decisions on the matcher). */
export const START = 5;

/** Adds a folded letter or digit to a start's hash; begin with 0. Five symbols of six bits fill it. */
export function startHash(hash: number, symbol: number): number {
  return (hash << 6) | (symbol >= 0x61 ? symbol & 31 : 32 | (symbol & 15));
}

/** U+3005: nothing below it is Han, kana or Hangul. */
export const FIRST_UNSPACED = 0x3005;

/** True when `bit` is set in a table of words of 32 bits. */
export function hasBit(table: Int32Array, bit: number): boolean {
  return (((table[bit >>> 5] ?? 0) >>> bit) & 1) !== 0;
}

/** The bit of a start in a table of `1 << bits` bits. */
export function startBit(hash: number, bits: number): number {
  return Math.imul(hash, SPREAD) >>> (32 - bits);
}

/** 24: what tells the United States Space Force from every other use of United States before the trie is asked. Shorter names are entered whole. */
export const LONGEST_WHOLE = 24;
/** 8: the same for scripts of which every character tells as much as two or three letters. */
export const LONGEST_RUN = 8;
/** The hash of such a beginning is another one by this where the name goes on behind a gap or with a number. */
export const JOINT = 0x10000000;
/** 3 bits a name: with them one in a hundred of the words that begin like a name passes by chance. */
export const WHOLE_PROBES = 3;
/** 5: two bits more for a name that is not ambiguous. */
export const CERTAIN_PROBES = 5;

/** 4: shorter acronyms are written in capitals alone (`hasItsCase`); the hash of their last bits is another one by `ACRONYM`. */
export const SPOKEN = 4;
export const ACRONYM = 0x20000000;

/** Adds a symbol behind the first `START` ones to their hash. */
export function wholeHash(hash: number, symbol: number): number {
  return (Math.imul(hash, 31) + symbol) | 0;
}

/**
 * One of the bits of a name of `length` symbols in a table of `1 << bits` bits; `probe` counts from 0 (Kirsch and
 * Mitzenmacher, Less Hashing, Same Performance).
 */
export function wholeBit(hash: number, length: number, probe: number, bits: number): number {
  const key = hash ^ (length << 24);
  const step = Math.imul(key ^ (hash >>> 15), SECOND_SPREAD);
  return ((Math.imul(key, SPREAD) + Math.imul(step, probe)) | 0) >>> (32 - bits);
}

/**
 * The bit, in the same table, of a name's first `length` symbols where a text may have a gap behind them, and of the
 * one that follows.
 */
export function jointBit(hash: number, length: number, next: number, bits: number): number {
  return Math.imul(hash ^ (length << 24) ^ Math.imul(next, SECOND_SPREAD), SPREAD) >>> (32 - bits);
}

/** The hash of two characters; letters folded, 0 for gaps. */
export function pairHash(first: number, second: number): number {
  return Math.imul((first << 16) ^ second, SPREAD);
}

/** Stands as the third of three characters where a number follows, with a gap or without. */
export const NUMBER_THIRD = 1;

/** The hash of three characters from that of the first two. */
export function tripleHash(pair: number, third: number): number {
  return Math.imul(pair ^ third, SECOND_SPREAD);
}

/** The bit of two or three characters in a table of `1 << bits` bits. */
export function pairBit(hash: number, bits: number): number {
  return hash >>> (32 - bits);
}

/** The second bit of the same. */
export function secondPairBit(hash: number, bits: number): number {
  return Math.imul(hash ^ (hash >>> 15), SPREAD) >>> (32 - bits);
}

/** 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1;
/** From MurmurHash3's finaliser (Austin Appleby, public domain). */
const SECOND_SPREAD = 0x85ebca6b;
