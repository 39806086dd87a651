import type { Span } from '@/core/text/span';
import type { AlignedPair } from './alignment';
import { foldedIndexAt } from './comparison-text';
import type { Neighbours } from './gap';
import { withoutJoinedSentences } from './joined-sentences';
import type { PageIndex } from './page-index';
import type { Passage } from './passage';
import { sentenceEnd, sentenceStart } from './sentences';

/** An edited passage on the page: first and last token (both inclusive), and the span with its punctuation. */
export interface Bounds {
  readonly first: number;
  readonly last: number;
  readonly span: Span;
}

/** Folded units of context that mark a border of the passage. */
const LANDMARK = 16;

/** How many folded units beyond the matched words a landmark is looked for. */
const LANDMARK_REACH = 400;

/**
 * Where an edited passage begins and ends. Matched words alone would leave out what an edit put in at the
 * borders: a passage that opened a sentence goes back to where that sentence now begins, one that stood
 * behind certain words begins behind them, unless that would take in more than an edit explains.
 * `offset` is the page index of the first token that was aligned. `neighbours`: where the stored context itself
 * stands, which is never part of the passage, though an editor may have joined the two sentences.
 */
export function boundsOf(
  page: PageIndex,
  passage: Passage,
  pairs: readonly AlignedPair[],
  offset: number,
  neighbours: Neighbours,
): Bounds | null {
  const firstPair = pairs[0];
  const lastPair = pairs.at(-1);
  if (firstPair === undefined || lastPair === undefined) return null;
  const { words } = page;
  const total = passage.words.tokens.length;
  const first = offset + firstPair.inPage;
  const last = offset + lastPair.inPage;
  const missingBefore = firstPair.inPassage;
  const missingAfter = total - 1 - lastPair.inPassage;
  const inserted = 12 + Math.ceil(total * 0.8);

  const widest = {
    start: startOffset(page, passage, first, missingBefore, inserted),
    end: endOffset(page, passage, last, missingAfter, inserted),
  };
  const matched = words.spanOf(first, last);
  const { start, end } = withoutJoinedSentences(page, passage, widest, matched, neighbours);
  const startToken = Math.min(words.indexAt(start), first);
  const endToken = Math.max(words.indexAt(end) - 1, last);
  return {
    first: startToken,
    last: endToken,
    span: withPunctuation(
      page.text,
      passage,
      cutLikeThePassage(page, passage, pairs, offset, { start, end }),
    ),
  };
}

function startOffset(
  page: PageIndex,
  passage: Passage,
  first: number,
  missing: number,
  inserted: number,
): number {
  const { words, text } = page;
  const matched = words.token(first).start;
  const floor = sentenceStart(text, matched, page.hasLineParagraphs);
  const landmark = endOfContextBefore(page, passage, matched);
  const options: number[] = [];
  if (passage.words.opensSentence && floor !== null) options.push(floor);
  if (landmark !== null && (missing > 0 || passage.words.opensSentence)) options.push(landmark);
  const nearest = Math.max(...options);
  if (options.length > 0 && first - words.indexAt(nearest) <= missing + inserted)
    return Math.min(nearest, matched);
  if (missing === 0) return matched;
  const back = words.token(Math.max(0, first - missing)).start;
  return Math.min(matched, Math.max(back, floor ?? back, landmark ?? back));
}

function endOffset(
  page: PageIndex,
  passage: Passage,
  last: number,
  missing: number,
  inserted: number,
): number {
  const { words, text } = page;
  const matched = words.token(last).end;
  const ceiling = sentenceEnd(text, matched, page.hasLineParagraphs);
  const landmark = startOfContextAfter(page, passage, matched);
  const options: number[] = [];
  if (passage.words.closesSentence && ceiling !== null) options.push(ceiling);
  if (landmark !== null && (missing > 0 || passage.words.closesSentence)) options.push(landmark);
  const nearest = Math.min(...options);
  if (options.length > 0 && words.indexAt(nearest) - 1 - last <= missing + inserted)
    return Math.max(nearest, matched);
  if (missing === 0) return matched;
  const forward = words.token(Math.min(words.count - 1, last + missing)).end;
  return Math.max(matched, Math.min(forward, ceiling ?? forward, landmark ?? forward));
}

/** The end, in text units, of the stored context before the passage, when it stands close before `offset`. */
function endOfContextBefore(page: PageIndex, passage: Passage, offset: number): number | null {
  const wanted = passage.context.before?.slice(-LANDMARK);
  if (wanted === undefined || wanted.length < 6) return null;
  const { comparison } = page;
  const to = foldedIndexAt(comparison, offset);
  const found = comparison.folded.slice(Math.max(0, to - LANDMARK_REACH), to).lastIndexOf(wanted);
  if (found === -1) return null;
  const after = Math.max(0, to - LANDMARK_REACH) + found + wanted.length;
  return comparison.starts[after] ?? null;
}

/** The start of the stored context after the passage, when it stands close behind `offset`. */
function startOfContextAfter(page: PageIndex, passage: Passage, offset: number): number | null {
  const wanted = passage.context.after?.slice(0, LANDMARK);
  if (wanted === undefined || wanted.length < 6) return null;
  const { comparison } = page;
  const from = foldedIndexAt(comparison, offset);
  const found = comparison.folded.slice(from, from + LANDMARK_REACH).indexOf(wanted);
  if (found === -1) return null;
  if (found === 0) return offset;
  return comparison.ends[from + found - 1] ?? null;
}

/** A selection that cut a word in two cuts the same word again where it still stands. */
function cutLikeThePassage(
  page: PageIndex,
  passage: Passage,
  pairs: readonly AlignedPair[],
  offset: number,
  span: Span,
): Span {
  const { tokens, cutBefore, cutAfter } = passage.words;
  let { start, end } = span;
  const firstPair = pairs[0];
  const lastPair = pairs.at(-1);
  if (cutBefore > 0 && firstPair?.inPassage === 0 && firstPair.similarity === 1) {
    const token = page.words.token(offset + firstPair.inPage);
    if (start === token.start) start = Math.min(token.start + cutBefore, token.end);
  }
  if (cutAfter > 0 && lastPair?.inPassage === tokens.length - 1 && lastPair.similarity === 1) {
    const token = page.words.token(offset + lastPair.inPage);
    if (end === token.end) end = Math.max(token.end - cutAfter, token.start);
  }
  return start < end ? { start, end } : span;
}

const OPENING = /["'“‘（(「『《[]/u;
const FULL_STOP = /[.!?。！？…]["'”’)）」』》\]\s]*$/u;
const CLOSING_RUN = /^[.!?。！？…"'”’)）」』》\]]+/u;

/** Quotes, brackets and full stops at the borders go with the passage where they went with it before. */
function withPunctuation(text: string, passage: Passage, span: Span): Span {
  const { exact } = passage.quote;
  let { start, end } = span;
  if (
    OPENING.test(exact.trimStart().charAt(0)) &&
    start > 0 &&
    OPENING.test(text.charAt(start - 1))
  )
    start--;
  const closing = /[\p{P}]\s*$/u.test(exact);
  const run = CLOSING_RUN.exec(text.slice(end, end + 4));
  if (closing && run !== null && !FULL_STOP.test(text.slice(start, end))) end += run[0].length;
  if (!FULL_STOP.test(exact)) {
    const stop = FULL_STOP.exec(text.slice(start, end));
    if (stop !== null && stop.index > 0) end = start + stop.index;
  }
  while (end > start + 1 && /\s/.test(text.charAt(end - 1))) end--;
  while (start < end - 1 && /\s/.test(text.charAt(start))) start++;
  return { start, end };
}
