import { HEADER, HEADER_WORDS, MAGIC, MEANINGS_WORDS } from './gazetteer-format';

/** The names alone: enough to find them. */
export interface GazetteerNames {
  /** What the matcher reads. */
  readonly tables: GazetteerTables;
  /** The bytes of the names, to open them again with their meanings. */
  readonly names: Uint8Array;
}

/** The gazetteer's tables as the matcher reads them; see `gazetteer-format.ts`. */
export interface GazetteerTables {
  readonly trie: Uint8Array;
  readonly firstSymbols: Uint16Array;
  readonly firstNodes: Uint32Array;
  readonly foldFrom: Uint16Array;
  readonly foldTo: Uint16Array;
  readonly starts: Int32Array;
  readonly startBits: number;
  readonly wholes: Int32Array;
  readonly wholeBits: number;
  readonly pairs: Int32Array;
  readonly pairBits: number;
  /** Source of the regular expression that matches one character where a name may begin. */
  readonly finder: string;
  /** The same for the beginnings of names without a capital; empty when there are none. Decoded at each call. */
  readonly smallStarts: () => string;
}

/**
 * Opens compiled names without their meanings: views over the bytes as they lie, which must not change
 * afterwards. Throws on bytes that `compileGazetteer` did not make.
 */
export function openNames(bytes: Uint8Array): GazetteerNames {
  const names = aligned(bytes.subarray(0, partLength(bytes, MAGIC)));
  return { names, tables: openTables(names) };
}

/** Takes compiled bytes apart: what every page gets, and what is needed once a name has been found. */
export function splitGazetteer(bytes: Uint8Array): {
  readonly names: Uint8Array;
  readonly meanings: Uint8Array;
} {
  const length = partLength(bytes, MAGIC);
  return { names: bytes.slice(0, length), meanings: bytes.slice(length) };
}

function openTables(bytes: Uint8Array): GazetteerTables {
  const { buffer, byteOffset } = bytes;
  const header = new Uint32Array(buffer, byteOffset, HEADER_WORDS);
  const word = (place: number) => header[place] ?? 0;
  const at = (place: number) => byteOffset + word(place);
  const source = (place: number, length: number) => ascii(new Uint8Array(buffer, place, length));
  const firstCount = word(HEADER.firstCount);
  const foldCount = word(HEADER.foldCount);
  const firsts = at(HEADER.firsts);
  const folds = at(HEADER.folds);
  return {
    trie: new Uint8Array(buffer, at(HEADER.trie), word(HEADER.trieLength)),
    firstSymbols: new Uint16Array(buffer, firsts, firstCount),
    firstNodes: new Uint32Array(buffer, (firsts + 2 * firstCount + 3) & ~3, firstCount),
    foldFrom: new Uint16Array(buffer, folds, foldCount),
    foldTo: new Uint16Array(buffer, folds + 2 * foldCount, foldCount),
    starts: new Int32Array(buffer, at(HEADER.starts), 2 ** word(HEADER.startBits) / 32),
    startBits: word(HEADER.startBits),
    wholes: new Int32Array(buffer, at(HEADER.wholes), 2 ** word(HEADER.wholeBits) / 32),
    wholeBits: word(HEADER.wholeBits),
    pairs: new Int32Array(buffer, at(HEADER.pairs), 2 ** word(HEADER.pairBits) / 32),
    pairBits: word(HEADER.pairBits),
    finder: source(at(HEADER.finder), word(HEADER.finderLength)),
    smallStarts: () => source(at(HEADER.smallStarts), word(HEADER.smallStartsLength)),
  };
}

/** The place of a value in an ascending table, or `null`. */
export function search(sorted: Uint16Array | Uint32Array, value: number): number | null {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value ? low : null;
}

function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Views of 32 bits need an aligned start; bytes cut out of a larger buffer may not have one. */
export function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
}

/** The length of the part that begins the bytes. Views over bytes cut short would throw with a message that tells nothing. */
export function partLength(bytes: Uint8Array, magic: number): number {
  const word = (place: number) =>
    ((bytes[place] ?? 0) |
      ((bytes[place + 1] ?? 0) << 8) |
      ((bytes[place + 2] ?? 0) << 16) |
      ((bytes[place + 3] ?? 0) << 24)) >>>
    0;
  const length = word(4);
  if (word(0) !== magic || length > bytes.length || length % 4 !== 0 || length < 4 * MEANINGS_WORDS)
    throw new Error(
      `expected part ${magic.toString(16)} of a gazetteer, got ${bytes.length} bytes that begin with ${word(0).toString(16)}`,
    );
  return length;
}
