import type { Span } from '@/core/text/span';

/*
 * The same words are extracted differently from different markup: line breaks become spaces or nothing,
 * an editor curls the quotes, a font feature turns "fi" into one character. Anchoring therefore compares
 * texts in a form that leaves out whatever cannot change the meaning, and maps what it finds back.
 */

/** A text without white space, invisible characters and typographic variants, and the way back. */
export interface ComparisonText {
  /** Case is kept; compared unit by unit. */
  readonly folded: string;
  /** For each unit of `folded`, where the characters it stands for begin in the text. Ascending. */
  readonly starts: Uint32Array;
  /** For each unit of `folded`, where they end (exclusive). */
  readonly ends: Uint32Array;
}

/** Folds `text`. Linear; a text in Unicode form C with few variants costs little more than a copy. */
export function toComparisonText(text: string): ComparisonText {
  const out = new FoldedUnits(text);
  if (text.normalize('NFC') === text) foldUnits(text, 0, text.length, out);
  else foldClusters(text, out);
  return out.finish();
}

/** The folded form alone, for quotes and contexts that need no way back. */
export function fold(text: string): string {
  return PLAIN.test(text) ? text.replace(/\s+/g, '') : toComparisonText(text).folded;
}

/** ASCII without control characters and the grave accent, which stands for a quote: only white space is left out of it. */
const PLAIN = /^[\t-\r -_a-~]*$/;

/** The stretch of the original text that `folded.slice(from, to)` stands for. `from < to`. */
export function spanOfFolded(text: ComparisonText, from: number, to: number): Span {
  const start = text.starts[from];
  const end = text.ends[to - 1];
  if (start === undefined || end === undefined || from >= to) {
    throw new RangeError(
      `expected 0 <= from < to <= ${text.folded.length}, got ${from} and ${to}: a folded stretch is never empty`,
    );
  }
  return { start, end };
}

/** The first folded unit that begins at or after `offset` of the original text; `folded.length` past the last. */
export function foldedIndexAt(text: ComparisonText, offset: number): number {
  let low = 0;
  let high = text.starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((text.starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True for characters that comparison leaves out: white space, soft hyphens, joiners of no width, marks of direction. */
export function isLeftOut(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x85) return false;
  if (code < 0x1680) return code === 0x85 || code === 0xa0 || code === 0xad;
  if (code >= 0x2000 && code <= 0x206f) {
    // 200D, the zero-width joiner, holds emoji together and stays.
    return (
      code <= 0x200c ||
      code === 0x200e ||
      code === 0x200f ||
      (code >= 0x2028 && code <= 0x202f) ||
      (code >= 0x205f && code <= 0x206f)
    );
  }
  return (
    code === 0x1680 ||
    code === 0x180e ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0xfe00 && code <= 0xfe0f)
  );
}

/** What a character is compared as; null when it stands for itself. Left-out characters are not its concern. */
function variantOf(code: number): string | null {
  if (code < 0xab) return code === 0x60 ? "'" : null;
  if (code < 0x2010)
    return code === 0xab || code === 0xbb ? '"' : code === 0xb4 || code === 0x2bc ? "'" : null;
  if (code <= 0x2015) return '-';
  if (code <= 0x2019 || code === 0x201b || code === 0x2032)
    return code <= 0x201b || code === 0x2032 ? "'" : null;
  if (code === 0x201a) return "'";
  if ((code >= 0x201c && code <= 0x201f) || code === 0x2033) return '"';
  if (code === 0x2026) return '...';
  if (code === 0x2212) return '-';
  if (code >= 0xfb00 && code <= 0xfb06) return LIGATURES[code - 0xfb00] ?? null;
  // Full-width forms of the ASCII characters: a Chinese editor's choice of keyboard, not of words.
  if (code >= 0xff01 && code <= 0xff5e) {
    const ascii = code - 0xfee0;
    return variantOf(ascii) ?? String.fromCharCode(ascii);
  }
  return null;
}

const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'] as const;

function foldUnits(text: string, from: number, to: number, out: FoldedUnits): void {
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (isLeftOut(code)) {
      out.skip(index);
      continue;
    }
    const variant = variantOf(code);
    if (variant === null) out.keep(index);
    else out.replace(index, index + 1, variant);
  }
}

/** For texts that are not in form C: each base character with its marks is composed on its own, so that offsets stay true. */
function foldClusters(text: string, out: FoldedUnits): void {
  const cluster = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?\p{M}*|\P{M}\p{M}*|\p{M}/gsu;
  for (const match of text.matchAll(cluster)) {
    const original = match[0];
    const composed = original.normalize('NFC');
    const end = match.index + original.length;
    if (composed === original) foldUnits(text, match.index, end, out);
    else out.replace(match.index, end, composed);
  }
}

/** Collects kept stretches, so that the folded text is joined from slices instead of single characters. */
class FoldedUnits {
  readonly #text: string;
  readonly #parts: string[] = [];
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;
  #keptFrom: number | null = null;

  constructor(text: string) {
    this.#text = text;
    this.#starts = new Uint32Array(text.length + 8);
    this.#ends = new Uint32Array(text.length + 8);
  }

  keep(index: number): void {
    this.#keptFrom ??= index;
    this.#push(index, index + 1);
  }

  skip(index: number): void {
    this.#close(index);
  }

  replace(start: number, end: number, by: string): void {
    this.#close(start);
    this.#parts.push(by);
    for (let unit = 0; unit < by.length; unit++) this.#push(start, end);
  }

  finish(): ComparisonText {
    this.#close(this.#text.length);
    return {
      folded: this.#parts.join(''),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }

  #push(start: number, end: number): void {
    if (this.#length === this.#starts.length) this.#grow();
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length++;
  }

  #close(index: number): void {
    if (this.#keptFrom === null) return;
    this.#parts.push(this.#text.slice(this.#keptFrom, index));
    this.#keptFrom = null;
  }

  #grow(): void {
    const starts = new Uint32Array(this.#starts.length * 2);
    const ends = new Uint32Array(this.#ends.length * 2);
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#starts = starts;
    this.#ends = ends;
  }
}
