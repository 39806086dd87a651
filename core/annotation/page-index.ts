import type { Span } from '@/core/text/span';
import { type ComparisonText, toComparisonText } from './comparison-text';
import { hasLineParagraphs } from './paragraphs';
import { scanTokens, type TokenTable } from './token-scan';
import { readToken, type Token } from './tokens';

/** A token on more places than this says nothing about where a passage stands. */
const MAX_PLACES = 48;

/**
 * What anchoring knows about one page text. Each part is made when it is first asked for: a page on which
 * every highlight still stands word for word never pays for its words.
 */
export class PageIndex {
  readonly text: string;
  #comparison: ComparisonText | null = null;
  #words: WordIndex | null = null;
  #hasLineParagraphs: boolean | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get comparison(): ComparisonText {
    this.#comparison ??= toComparisonText(this.text);
    return this.#comparison;
  }

  get words(): WordIndex {
    this.#words ??= new WordIndex(this.text);
    return this.#words;
  }

  /** Whether one line break ends a paragraph of this text (see `paragraphs.ts`). */
  get hasLineParagraphs(): boolean {
    this.#hasLineParagraphs ??= hasLineParagraphs(this.text);
    return this.#hasLineParagraphs;
  }
}

/** Where each word of a page stands, and each pair of neighbours. */
export class WordIndex {
  readonly #text: string;
  readonly #table: TokenTable;
  readonly #words: Postings;
  readonly #pairs: Postings;
  readonly #tokens = new Map<number, Token>();

  constructor(text: string) {
    this.#text = text;
    this.#table = scanTokens(text);
    this.#words = new Postings(this.#table.hashes);
    this.#pairs = new Postings(pairKeysOf(this.#table));
  }

  get count(): number {
    return this.#table.count;
  }

  /** Token indexes where a word stands (see `TokenTable.hashes`), ascending; null when it stands all over the page. */
  placesOfWord(hash: number): readonly number[] | null {
    return this.#words.placesOf(hash);
  }

  /** Token indexes where a pair of neighbours stands (see `pairKeysOf`), ascending; null when all over the page. */
  placesOfPair(key: number): readonly number[] | null {
    return this.#pairs.placesOf(key);
  }

  token(index: number): Token {
    let token = this.#tokens.get(index);
    if (token === undefined) {
      if (index < 0 || index >= this.count) {
        throw new RangeError(`expected a token index below ${this.count}, got ${index}`);
      }
      token = readToken(this.#text, this.#table, index);
      this.#tokens.set(index, token);
    }
    return token;
  }

  /** The tokens from `from` (inclusive) to `to` (exclusive), both clipped to the page. */
  tokens(from: number, to: number): readonly Token[] {
    const result: Token[] = [];
    for (let index = Math.max(0, from); index < Math.min(to, this.count); index++) {
      result.push(this.token(index));
    }
    return result;
  }

  /** The first token that begins at or after `offset` of the text. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#table.starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The stretch of text that two tokens and everything between them cover. */
  spanOf(first: number, last: number): Span {
    return { start: this.token(first).start, end: this.token(last).end };
  }
}

/** A hash table from keys to their places, as chains in two typed arrays: no Map, no list for each word. */
class Postings {
  readonly #keys: Int32Array;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;

  constructor(keys: Int32Array) {
    const size = 2 ** Math.ceil(Math.log2(keys.length * 2 + 2));
    this.#keys = keys;
    this.#heads = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(keys.length);
    // Backwards, so that chains run forwards through the page.
    for (let index = keys.length - 1; index >= 0; index--) {
      const slot = slotOf(keys[index] ?? 0, size);
      this.#next[index] = this.#heads[slot] ?? -1;
      this.#heads[slot] = index;
    }
  }

  placesOf(key: number): readonly number[] | null {
    const places: number[] = [];
    let index = this.#heads[slotOf(key, this.#heads.length)] ?? -1;
    for (; index !== -1; index = this.#next[index] ?? -1) {
      if (this.#keys[index] !== key) continue;
      if (places.length === MAX_PLACES) return null;
      places.push(index);
    }
    return places;
  }
}

function slotOf(key: number, size: number): number {
  return (key ^ (key >>> 15)) & (size - 1);
}

/** A key for each token and its right neighbour, in the order of the tokens. */
export function pairKeysOf(table: TokenTable): Int32Array {
  const keys = new Int32Array(table.count);
  for (let index = 0; index < table.count; index++) {
    keys[index] = (Math.imul(table.hashes[index] ?? 0, 31) ^ (table.hashes[index + 1] ?? 0)) | 0;
  }
  return keys;
}
