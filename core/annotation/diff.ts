import type { Span } from '@/core/text/span';
import type { TextQuoteSelector } from './annotation';
import { paragraphAround } from './paragraphs';

/** A run of words that both texts share, or that only one of them has. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What became of a passage: its own words, and those of its paragraph on both sides as far as they were kept. */
export interface PassageChange {
  readonly before: readonly DiffPart[];
  readonly passage: readonly DiffPart[];
  readonly after: readonly DiffPart[];
}

/**
 * The words that became other words, in reading order; removed ones stand before those that took their place. Words
 * are compared as they are written, white space as one space. In scripts without spaces characters are compared. The
 * texts can be put together again: `same` and `removed` give `before`, `same` and `added` give `after`, white space
 * aside. Myers' greedy algorithm; texts that differ in more than `MAX_EDITS` words are given as replaced whole.
 */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end++;
  const middle = editScript(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    ...a.slice(0, start).map((text): DiffPart => ({ kind: 'same', text })),
    ...middle,
    ...a.slice(a.length - end).map((text): DiffPart => ({ kind: 'same', text })),
  ]);
}

/**
 * Compares a stored passage and what was stored of its paragraph with where it stands now. Context beyond the
 * paragraph is not compared: it changes for reasons of its own.
 */
export function changeOf(quote: TextQuoteSelector, text: string, span: Span): PassageChange {
  const { prefix = '', exact, suffix = '' } = quote;
  const old = prefix + exact + suffix;
  const oldSpan = { start: prefix.length, end: prefix.length + exact.length };
  const oldParagraph = paragraphAround(old, oldSpan, Math.max(prefix.length, suffix.length));
  const oldBefore = old.slice(oldParagraph.start, oldSpan.start);
  const oldAfter = old.slice(oldSpan.end, oldParagraph.end);
  // Room for words that were put in; what is only cut off at the far ends is taken away again below.
  const paragraph = paragraphAround(text, span, Math.max(oldBefore.length, oldAfter.length) + 80);
  const isCutBefore = oldParagraph.start === 0;
  const isCutAfter = oldParagraph.end === old.length;
  const before = diffWords(oldBefore, text.slice(paragraph.start, span.start));
  const after = diffWords(oldAfter, text.slice(span.end, paragraph.end));
  return {
    before: isCutBefore ? before.slice(firstSame(before)) : before,
    passage: diffWords(exact, text.slice(span.start, span.end)),
    after: isCutAfter ? after.slice(0, after.length - firstSame([...after].reverse())) : after,
  };
}

/** Parts before the first one that both texts share; none when they share nothing. */
function firstSame(parts: readonly DiffPart[]): number {
  const index = parts.findIndex(({ kind }) => kind === 'same');
  return index === -1 ? parts.length : index;
}

const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const WORD = new RegExp(
  `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+(?:['’.,](?![${UNSPACED}])[\\p{L}\\p{N}]+)*|\\s+|[^]`,
  'gu',
);

/** Words, marks of punctuation and spaces, which together are the text. */
function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(WORD)].map(([word]) => (/^\s/.test(word) ? ' ' : word));
}

/** A story that differs in more words than this was rewritten, and a list of its edits would help nobody. */
const MAX_EDITS = 600;

function editScript(a: readonly string[], b: readonly string[]): readonly DiffPart[] {
  const replaced = [
    ...a.map((text): DiffPart => ({ kind: 'removed', text })),
    ...b.map((text): DiffPart => ({ kind: 'added', text })),
  ];
  if (a.length === 0 || b.length === 0) return replaced;
  const frontiers = furthestPaths(a, b);
  return frontiers === null ? replaced : walkBack(a, b, frontiers);
}

/** For each number of edits, how far along `a` each diagonal gets; null past `MAX_EDITS`. */
function furthestPaths(
  a: readonly string[],
  b: readonly string[],
): readonly ReadonlyMap<number, number>[] | null {
  let reach = new Map<number, number>([[1, 0]]);
  const history: ReadonlyMap<number, number>[] = [];
  for (let edits = 0; edits <= Math.min(MAX_EDITS, a.length + b.length); edits++) {
    const next = new Map(reach);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down =
        diagonal === -edits ||
        (diagonal !== edits && at(reach, diagonal - 1) < at(reach, diagonal + 1));
      let x = down ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return [...history, reach];
    }
    history.push(reach);
    reach = next;
  }
  return null;
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  history: readonly ReadonlyMap<number, number>[],
): readonly DiffPart[] {
  const parts: DiffPart[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const reach = history[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const down =
      diagonal === -edits ||
      (diagonal !== edits && at(reach, diagonal - 1) < at(reach, diagonal + 1));
    const previous = down ? diagonal + 1 : diagonal - 1;
    const fromX = edits === 0 ? 0 : at(reach, previous);
    const fromY = edits === 0 ? 0 : fromX - previous;
    while (x > fromX && y > fromY) {
      x--;
      y--;
      parts.push({ kind: 'same', text: a[x] ?? '' });
    }
    if (edits === 0) break;
    if (down) parts.push({ kind: 'added', text: b[--y] ?? '' });
    else parts.push({ kind: 'removed', text: a[--x] ?? '' });
  }
  return parts.reverse();
}

function at(reach: ReadonlyMap<number, number>, diagonal: number): number {
  return reach.get(diagonal) ?? -1;
}

/** Joins neighbours of one kind, puts removed before added, and lets a lone space between two changes go with them. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const result: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  parts.forEach((part, index) => {
    const isLoneSpace =
      part.kind === 'same' && part.text === ' ' && (parts[index + 1]?.kind ?? 'same') !== 'same';
    if (part.kind === 'removed') removed += part.text;
    else if (part.kind === 'added') added += part.text;
    else if (isLoneSpace && (removed !== '' || added !== '')) {
      removed += ' ';
      added += ' ';
    } else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same')
        result[result.length - 1] = { kind: 'same', text: last.text + part.text };
      else result.push(part);
    }
  });
  flush();
  return result;
}
