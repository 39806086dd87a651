import type { Steps } from '@/core/steps';
import { overlaps, type Span } from '@/core/text/span';
import { isUnspaced, isWordCode, wordEnd } from './letters';

/** A misprint of a name that the page also prints right. */
export interface Misprint extends Span {
  /** The name as the page prints it elsewhere. */
  readonly of: string;
}

/** 7 letters: shorter words with two letters exchanged are often other words. */
const SHORTEST_WORD = 7;
/** 4: of a shorter Chinese name too little is left. */
const SHORTEST_UNSPACED = 4;
/** 4 letters: `Lunch` for `Launch`, but not `Lab` for `Lap`. */
const SHORTEST_PART = 4;

/** 4,000 characters of a text between two pauses. */
const PIECE = 4000;

/**
 * Finds misprints of `names`, which must be names that are enough alone: two neighbouring letters exchanged
 * (Eutlesat, 中科航宇), or in a name of three words and more one word with one letter wrong (United Lunch
 * Alliance). Sorted by start; never overlapping `taken` or each other. Linear in the text's length, but once for
 * each name of three words.
 */
export function* findMisprints(
  text: string,
  names: readonly string[],
  taken: readonly Span[],
): Steps<Misprint[]> {
  const variants = new Map<string, string>();
  const long: string[][] = [];
  for (const name of names) {
    const words = name.split(' ');
    if (words.length >= 3) long.push(words);
    else if (words.length === 1 && isLongEnough(name))
      for (const variant of exchanged(name)) variants.set(variant, name);
  }
  const found: Misprint[] = [];
  for (let from = 0; from < text.length; from += PIECE) {
    const to = Math.min(from + PIECE, text.length);
    found.push(...findVariants(text, from, to, variants));
    for (const words of long) found.push(...withOneWordWrong(text, from, to, words));
    yield;
  }
  return withoutOverlaps(found, taken);
}

/** Sorted by start, without those that overlap `taken` or one before. */
function withoutOverlaps(found: readonly Misprint[], taken: readonly Span[]): Misprint[] {
  const ends = taken.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let last = 0;
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter((misprint) => {
      while ((ends[next]?.end ?? Number.POSITIVE_INFINITY) <= misprint.start) next++;
      const other = ends[next];
      if (misprint.start < last || (other !== undefined && overlaps(other, misprint))) return false;
      last = misprint.end;
      return true;
    });
}

/** The words that start between `from` and `to` and are no names, but nearly. */
function findVariants(
  text: string,
  from: number,
  to: number,
  variants: ReadonlyMap<string, string>,
): Misprint[] {
  const lengths = [...new Set([...variants.keys()].map((variant) => variant.length))];
  const firsts = new Set([...variants.keys()].map((variant) => variant.charCodeAt(0)));
  const found: Misprint[] = [];
  const add = (start: number, end: number) => {
    const of = variants.get(text.slice(start, end));
    if (of !== undefined) found.push({ start, end, of });
  };
  let at = from;
  // A word that began before is no business of this piece.
  if (at > 0 && isWordCode(text.charCodeAt(at - 1)))
    while (at < to && isWordCode(text.charCodeAt(at))) at++;
  while (at < to && lengths.length > 0) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) {
      const end = wordEnd(text, at);
      if (firsts.has(code) && lengths.includes(end - at)) add(at, end);
      at = end;
    } else {
      if (isUnspaced(code) && firsts.has(code)) for (const length of lengths) add(at, at + length);
      at++;
    }
  }
  return found;
}

function isLongEnough(name: string): boolean {
  return [...name].every((letter) => isUnspaced(letter.charCodeAt(0)))
    ? name.length >= SHORTEST_UNSPACED
    : name.length >= SHORTEST_WORD && /^\p{L}+$/u.test(name);
}

/** The name with two neighbouring letters exchanged; the first and the last letter stay, as they do in misprints. */
function exchanged(name: string): string[] {
  const isChinese = isUnspaced(name.charCodeAt(0));
  const last = isChinese ? name.length : name.length - 1;
  return Array.from({ length: Math.max(0, last - 2) }, (_, at) => at + 1).flatMap((at) => {
    const variant = `${name.slice(0, at)}${name.charAt(at + 1)}${name.charAt(at)}${name.slice(at + 2)}`;
    return variant === name ? [] : [variant];
  });
}

/**
 * Looks for the words before the wrong one (or, for the first word, after it) from `from` on and before `to`, and
 * compares the rest by hand.
 */
function withOneWordWrong(
  text: string,
  from: number,
  to: number,
  words: readonly string[],
): Misprint[] {
  const of = words.join(' ');
  return words.flatMap((word, place): Misprint[] => {
    if (word.length < SHORTEST_PART) return [];
    const before = words
      .slice(0, place)
      .map((part) => `${part} `)
      .join('');
    const after = words
      .slice(place + 1)
      .map((part) => ` ${part}`)
      .join('');
    const found: Misprint[] = [];
    const anchor = before === '' ? after : before;
    const part = text.slice(from, to + anchor.length - 1);
    for (
      let offset = part.indexOf(anchor);
      offset >= 0;
      offset = part.indexOf(anchor, offset + 1)
    ) {
      const at = from + offset;
      const wrong = before === '' ? wordStart(text, at) : at + before.length;
      const wrongEnd = before === '' ? at : wordEnd(text, wrong);
      const span = { start: wrong - before.length, end: wrongEnd + after.length, of };
      if (!text.startsWith(after, wrongEnd) || !isWhole(text, span.start, span.end)) continue;
      if (differInOne(text.slice(wrong, wrongEnd), word)) found.push(span);
    }
    return found;
  });
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && isWordCode(text.charCodeAt(start - 1))) start--;
  return start;
}

/** True when one letter is missing, added or another; capitals must agree. */
function differInOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end++;
  return start > 0 && Math.max(a.length, b.length) - start - end === 1;
}

function isWhole(text: string, start: number, end: number): boolean {
  if (isUnspaced(text.charCodeAt(start))) return true;
  return !isWordCode(text.charCodeAt(start - 1)) && !isWordCode(text.charCodeAt(end));
}
