import type { Span } from '@/core/text/span';

/*
 * Page text separates blocks by an empty line and keeps line breaks of the source within a block; text from
 * elsewhere (a saved reading view, an export) often has one line a paragraph. A single line break is
 * therefore a border only in texts without empty lines.
 */

const EMPTY_LINE = /\n[^\S\n]*\n/;

/** True when a single line break ends a paragraph of this text. */
export function hasLineParagraphs(text: string): boolean {
  return !EMPTY_LINE.test(text);
}

/**
 * The paragraph or paragraphs that `span` touches, reaching at most `reach` units beyond it on each side.
 * A border of the result that is no paragraph's border stands between two words where that can be had.
 */
export function paragraphAround(text: string, span: Span, reach: number): Span {
  const from = Math.max(0, span.start - reach);
  const to = Math.min(text.length, span.end + reach);
  const before = text.slice(from, span.start);
  const after = text.slice(span.end, to);
  const border = hasLineParagraphs(text) ? '\n' : EMPTY_LINE;
  const start = from + endOfLastBorder(before, border, from > 0);
  const end = span.end + startOfFirstBorder(after, border, to < text.length);
  return { start, end };
}

function endOfLastBorder(before: string, border: string | RegExp, isCut: boolean): number {
  const pattern = typeof border === 'string' ? /\n/g : /\n[^\S\n]*\n\s*/g;
  let end: number | null = null;
  for (const match of before.matchAll(pattern)) end = match.index + match[0].length;
  if (end !== null) return end;
  if (!isCut) return 0;
  const space = before.search(/\s/);
  return space === -1 || space > 40 ? 0 : space + 1;
}

function startOfFirstBorder(after: string, border: string | RegExp, isCut: boolean): number {
  const found = typeof border === 'string' ? after.indexOf(border) : after.search(border);
  if (found !== -1) return found;
  if (!isCut) return after.length;
  const space = /\s\S{0,40}$/.exec(after);
  return space === null ? after.length : space.index;
}
