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

/** Where each word of a page stands; for characters of unspaced scripts, where each pair of neighbours stands. */
export class WordIndex {
  readonly #text: string;
  readonly #table: TokenTable;
  readonly #keys: Int32Array;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #tokens = new Map<number, Token>();

  constructor(text: string) {
    this.#text = text;
    this.#table = scanTokens(text);
    const { count } = this.#table;
    const size = 2 ** Math.ceil(Math.log2(count * 2 + 2));
    this.#keys = keysOf(this.#table);
    this.#heads = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(count);
    // Backwards, so that chains run forwards through the page.
    for (let index = count - 1; index >= 0; index--) {
      const slot = (this.#keys[index] ?? 0) & (size - 1);
      this.#next[index] = this.#heads[slot] ?? -1;
      this.#heads[slot] = index;
    }
  }

  get count(): number {
    return this.#table.count;
  }

  /** Token indexes of a key (see `keysOf`), ascending; at most `MAX_PLACES + 1` are given. */
  placesOf(key: number): readonly number[] {
    const places: number[] = [];
    let index = this.#heads[key & (this.#heads.length - 1)] ?? -1;
    for (; index !== -1 && places.length <= MAX_PLACES; index = this.#next[index] ?? -1) {
      if (this.#keys[index] === key) places.push(index);
    }
    return places;
  }

  /** True when a key stands in so many places that it tells nothing. */
  isCommon(places: readonly number[]): boolean {
    return places.length > MAX_PLACES;
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

/** Looking-up keys of a scanned text: a word's hash; for a character, its hash with its right neighbour's. */
export function keysOf(table: TokenTable): Int32Array {
  const keys = table.hashes.slice();
  for (let index = 0; index + 1 < table.count; index++) {
    if (table.isCharacter[index] === 1 && table.isCharacter[index + 1] === 1) {
      keys[index] = (Math.imul(table.hashes[index] ?? 0, 31) ^ (table.hashes[index + 1] ?? 0)) | 0;
    }
  }
  return keys;
}
