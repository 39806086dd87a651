import { overlaps, type Span } from '@/core/text/span';
import { isUnspaced, isWordCode, wordEnd } from './cue-index';

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

/**
 * Finds misprints of `names`, which must be names that are enough alone: two neighbouring letters exchanged
 * (Eutlesat, 中科航宇), or in a name of three words and more one word with one letter wrong (United Lunch
 * Alliance). Sorted by start; never overlapping `taken`.
 */
export function findMisprints(
  text: string,
  names: ReadonlySet<string>,
  taken: readonly Span[],
): Misprint[] {
  const found: Misprint[] = [];
  const add = (start: number, end: number, of: string) => {
    const span = { start, end, of };
    if (![...taken, ...found].some((other) => overlaps(other, span))) found.push(span);
  };
  for (const name of names) {
    const words = name.split(' ');
    if (words.length >= 3) {
      for (const [start, end] of withOneWordWrong(text, words)) add(start, end, name);
      continue;
    }
    if (words.length > 1 || !isLongEnough(name)) continue;
    for (const variant of exchanged(name))
      for (let at = text.indexOf(variant); at >= 0; at = text.indexOf(variant, at + 1))
        if (isWhole(text, at, at + variant.length)) add(at, at + variant.length, name);
  }
  return found.sort((a, b) => a.start - b.start);
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

/** Looks for the words before the wrong one (or, for the first word, after it), and compares the rest by hand. */
function withOneWordWrong(text: string, words: readonly string[]): [number, number][] {
  return words.flatMap((word, place): [number, number][] => {
    if (word.length < SHORTEST_PART) return [];
    const before = words
      .slice(0, place)
      .map((part) => `${part} `)
      .join('');
    const after = words
      .slice(place + 1)
      .map((part) => ` ${part}`)
      .join('');
    const found: [number, number][] = [];
    const anchor = before === '' ? after : before;
    for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 1)) {
      const from = before === '' ? wordStart(text, at) : at + before.length;
      const to = before === '' ? at : wordEnd(text, from);
      const start = from - before.length;
      if (!text.startsWith(after, to) || !isWhole(text, start, to + after.length)) continue;
      if (differInOne(text.slice(from, to), word)) found.push([start, to + after.length]);
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
