import { err, ok, type Result } from '@/core/result';
import type { Span } from '@/core/text/span';
import type { TextPositionSelector, TextQuoteSelector } from './annotation';
import { occurrencesOf } from './occurrences';
import { paragraphAround } from './paragraphs';
import { characterEnd, characterStart, trimSpan, widenToCharacters } from './span-borders';

/** Why a span cannot be described. `message` is for the log; the surface has its own words for each code. */
export interface DescribeProblem {
  readonly code: 'empty' | 'blank' | 'too-long';
  readonly message: string;
}

/** The two selectors that every annotation of ours carries, in the order in which they are stored. */
export type TextSelectors = readonly [TextQuoteSelector, TextPositionSelector];

/**
 * Longest quote that is kept, in UTF-16 units. A quote is kept whole or refused: W3C Web Annotation §4.2.4
 * wants the passage itself in `exact`, and a shortened one could not be shown to its reader later.
 * 2 MiB is twice the largest page that we promise to highlight in one go.
 */
export const MAX_QUOTE_LENGTH = 2 * 1024 * 1024;

/** Context on each side is never shorter than this, where the text has it. Issue: at least 32. */
const MIN_CONTEXT = 64;

/** Context reaches to the border of the paragraph up to here, so that a later change of it can be shown word by word. */
const PARAGRAPH_CONTEXT = 280;

/** Context stops growing here: text that repeats for longer is told apart by its position alone. */
const MAX_CONTEXT = 4096;

/**
 * The selectors that find `span` again: the quote with its context, and its position.
 * White space at the borders is left out and a cut character is taken whole, so the span described may differ
 * from the one given; the position selector tells. Context grows until quote and context stand together
 * only once in `text`. Fails for a span with nothing to see in it and for one longer than `MAX_QUOTE_LENGTH`.
 * Linear in the text's length. Selectors: W3C Web Annotation §4.2.4 and §4.2.5, in UTF-16 units.
 */
export function describe(text: string, span: Span): Result<TextSelectors, DescribeProblem> {
  checkSpan(text, span);
  if (span.start === span.end) return refuse('empty', `nothing is selected at ${span.start}`);
  const trimmed = trimSpan(text, widenToCharacters(text, span));
  if (trimmed === null) {
    return refuse('blank', `the selection at ${span.start} holds nothing but white space`);
  }
  const { start, end } = trimmed;
  if (end - start > MAX_QUOTE_LENGTH) {
    return refuse(
      'too-long',
      `the selection is ${end - start} characters long; at most ${MAX_QUOTE_LENGTH} can be kept`,
    );
  }
  const context = contextOf(text, trimmed);
  return ok([
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(context.start, start),
      suffix: text.slice(end, context.end),
    },
    { type: 'TextPositionSelector', start, end },
  ]);
}

function checkSpan(text: string, span: Span): void {
  const { start, end } = span;
  if (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= start &&
    start <= end &&
    end <= text.length
  ) {
    return;
  }
  throw new RangeError(
    `expected 0 <= start <= end <= ${text.length} (the text's length), got start ${start} and end ${end}`,
  );
}

function refuse(code: DescribeProblem['code'], message: string): Result<never, DescribeProblem> {
  return err({ code, message });
}

/** The span with its context: to the paragraph's borders or at least `MIN_CONTEXT`, then wider until it is unique. */
function contextOf(text: string, span: Span): Span {
  const paragraph = paragraphAround(text, span, PARAGRAPH_CONTEXT);
  let before = Math.max(MIN_CONTEXT, span.start - paragraph.start);
  let after = Math.max(MIN_CONTEXT, paragraph.end - span.end);
  for (;;) {
    const start = characterStart(text, Math.max(0, span.start - before));
    const end = characterEnd(text, Math.min(text.length, span.end + after));
    const isWhole = start === 0 && end === text.length;
    const isLongest = before >= MAX_CONTEXT && after >= MAX_CONTEXT;
    if (isWhole || isLongest || occurrencesOf(text, text.slice(start, end), 2).length < 2) {
      return { start, end };
    }
    before = Math.min(before * 2, MAX_CONTEXT);
    after = Math.min(after * 2, MAX_CONTEXT);
  }
}
