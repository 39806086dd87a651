import { strToU8 } from 'fflate';
import { createGrowingList } from './growing';
import { wordsOf } from './words';

/*
 * The words of a run of annotations, in arrays that need no parsing when they are read from a disk: for each word
 * the annotations that hold it, one after the other. A segment never changes; the index makes new ones and joins
 * neighbours (docs/decisions/0010-library-index.md).
 */

/** An annotation to be indexed, by the parts of it that are searched. */
export interface IndexedText {
  /** Parts with what a word in them counts. */
  readonly parts: readonly (readonly [text: string, weight: number])[];
  /** What quoted phrases are looked for in, in lower case. */
  readonly plain: string;
}

export interface Segment {
  /** Ordinal of its first annotation; its others follow without a gap. */
  readonly from: number;
  readonly count: number;
  /** Each word once, in the order of code units. */
  readonly words: readonly string[];
  /** Where the entries of each word begin in `ordinals` and `weights`; one more than there are words. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** Ascending for each word. */
  readonly ordinals: Uint32Array<ArrayBuffer>;
  /** 1…255: how much the word counts in that annotation. */
  readonly weights: Uint8Array<ArrayBuffer>;
  /** `IndexedText.plain` of all, in UTF-8. */
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Where each annotation's `plain` ends. */
  readonly plainEnds: Uint32Array<ArrayBuffer>;
}

/** One occurrence in a part of weight 1 counts so much: room for 15 of them below 255. */
const UNIT = 16;

/** Indexes annotations that get the ordinals from `from` on. */
export function buildSegment(from: number, texts: readonly IndexedText[]): Segment {
  const numbers = new Map<string, number>();
  const [words, ordinals, weights] = [
    createGrowingList(),
    createGrowingList(),
    createGrowingList(),
  ];
  for (const [offset, text] of texts.entries()) {
    for (const [word, weight] of weightsIn(text)) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      words.push(number);
      ordinals.push(from + offset);
      weights.push(weight);
    }
  }
  const sorted = [...numbers.keys()].sort();
  const rank = new Uint32Array(sorted.length);
  for (const [place, word] of sorted.entries()) rank[numbers.get(word) ?? 0] = place;
  const starts = new Uint32Array(sorted.length + 1);
  for (let at = 0; at < words.length; at++) {
    const next = (rank[words.at(at)] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const free = starts.slice();
  const segment = {
    ordinals: new Uint32Array(words.length),
    weights: new Uint8Array(words.length),
  };
  for (let at = 0; at < words.length; at++) {
    const place = rank[words.at(at)] ?? 0;
    const to = free[place] ?? 0;
    free[place] = to + 1;
    segment.ordinals[to] = ordinals.at(at);
    segment.weights[to] = weights.at(at);
  }
  return { from, count: texts.length, words: sorted, starts, ...segment, ...plainOf(texts) };
}

function weightsIn({ parts }: IndexedText): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const [text, weight] of parts) {
    for (const word of wordsOf(text))
      weights.set(word, Math.min(255, (weights.get(word) ?? 0) + weight * UNIT));
  }
  return weights;
}

function plainOf(texts: readonly IndexedText[]): Pick<Segment, 'plain' | 'plainEnds'> {
  const pieces = texts.map(({ plain }) => strToU8(plain));
  const plainEnds = new Uint32Array(texts.length);
  let length = 0;
  for (const [at, piece] of pieces.entries()) {
    length += piece.length;
    plainEnds[at] = length;
  }
  const plain = new Uint8Array(length);
  for (const [at, piece] of pieces.entries()) plain.set(piece, (plainEnds[at] ?? 0) - piece.length);
  return { plain, plainEnds };
}

/** One segment of two, of which the second begins where the first ends. Linear. */
export function joinSegments(one: Segment, other: Segment): Segment {
  const words: string[] = [];
  const starts = createGrowingList();
  const size = one.ordinals.length + other.ordinals.length;
  const ordinals = new Uint32Array(size);
  const weights = new Uint8Array(size);
  let filled = 0;
  const take = (segment: Segment, word: number) => {
    const [start, end] = [segment.starts[word] ?? 0, segment.starts[word + 1] ?? 0];
    ordinals.set(segment.ordinals.subarray(start, end), filled);
    weights.set(segment.weights.subarray(start, end), filled);
    filled += end - start;
  };
  for (let a = 0, b = 0; a < one.words.length || b < other.words.length; ) {
    const [left, right] = [one.words[a], other.words[b]];
    starts.push(filled);
    const isLeft = right === undefined || (left !== undefined && left <= right);
    const isRight = left === undefined || (right !== undefined && right <= left);
    words.push(isLeft ? (left ?? '') : (right ?? ''));
    if (isLeft) take(one, a++);
    if (isRight) take(other, b++);
  }
  starts.push(filled);
  return {
    from: one.from,
    count: one.count + other.count,
    words,
    starts: starts.toArray(),
    ordinals,
    weights,
    ...joinPlain(one, other),
  };
}

function joinPlain(one: Segment, other: Segment): Pick<Segment, 'plain' | 'plainEnds'> {
  const plain = new Uint8Array(one.plain.length + other.plain.length);
  plain.set(one.plain);
  plain.set(other.plain, one.plain.length);
  const plainEnds = new Uint32Array(one.count + other.count);
  plainEnds.set(one.plainEnds);
  plainEnds.set(
    other.plainEnds.map((end) => end + one.plain.length),
    one.count,
  );
  return { plain, plainEnds };
}

/** The words of a segment that begin so: from the first of the pair to before the second. */
export function wordsFrom({ words }: Segment, beginning: string): readonly [number, number] {
  const start = firstNotBefore(words, beginning);
  let [low, high] = [start, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '').startsWith(beginning)) low = middle + 1;
    else high = middle;
  }
  return [start, low];
}

/** The place of a word; null when the segment does not hold it. */
export function placeOfWord({ words }: Segment, word: string): number | null {
  const place = firstNotBefore(words, word);
  return words[place] === word ? place : null;
}

function firstNotBefore(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when an annotation's plain text holds these bytes. */
export function holdsBytes(segment: Segment, ordinal: number, bytes: Uint8Array): boolean {
  const offset = ordinal - segment.from;
  const start = offset === 0 ? 0 : (segment.plainEnds[offset - 1] ?? 0);
  const text = segment.plain.subarray(start, segment.plainEnds[offset]);
  const [first = 0] = bytes;
  const last = text.length - bytes.length;
  for (let at = text.indexOf(first); at !== -1 && at <= last; at = text.indexOf(first, at + 1)) {
    let matched = 1;
    while (matched < bytes.length && text[at + matched] === bytes[matched]) matched++;
    if (matched >= bytes.length) return true;
  }
  return bytes.length === 0;
}
