import type { Span } from '@/core/text/span';
import { type ComparisonText, foldedIndexAt, isLeftOut, spanOfFolded } from './comparison-text';
import { agreementAt } from './context';
import { occurrencesOf } from './occurrences';
import type { PageIndex } from './page-index';
import type { Passage } from './passage';
import { supportOf, touchOf } from './support';

/** Where a quote stands unchanged. */
export interface ExactPlace extends Span {
  /** 0…1: how far the surroundings agree; null when the selectors store none. */
  readonly support: number | null;
  /** 0…1: how far they agree directly at the better of the two borders. */
  readonly touch: number | null;
}

/** From this agreement at one border on, about two words, the surroundings vouch for even a single word. */
const ENOUGH_TOUCH = 0.3;

/** About seven English words or twelve Han characters: a quote of this weight is itself wherever it stands. */
const OWN_WEIGHT = 4.5;

/** Copies whose surroundings are compared closely; the others by what stands directly at their borders. */
const CLOSE_COMPARISONS = 6;

/**
 * The place where the quote stands with the same words, white space and typography aside; null when it does
 * not, or when it is so short, and everything around it so different, that these are other words that read alike.
 * Of several copies the one with the best surroundings is taken, then the one nearest to the stored position.
 */
export function findExact(page: PageIndex, passage: Passage): ExactPlace | null {
  const { comparison } = page;
  const { folded } = comparison;
  const hint = passage.position === null ? null : foldedIndexAt(comparison, passage.position.start);
  const atHint =
    hint !== null && folded.startsWith(passage.folded, hint) ? placeAt(page, passage, hint) : null;
  if (atHint !== null && atHint.support === 1) return atHint;

  const starts = occurrencesOf(folded, passage.folded).filter((start) =>
    isWholeCharacters(folded, start, start + passage.folded.length),
  );
  const first = starts[0];
  if (first === undefined) return null;
  const best =
    starts.length === 1 ? placeAt(page, passage, first) : bestOf(page, passage, starts, hint);
  if (best.touch === null || best.touch >= ENOUGH_TOUCH) return best;
  return passage.words.weight >= OWN_WEIGHT ? best : null;
}

function placeAt(page: PageIndex, passage: Passage, start: number): ExactPlace {
  const { comparison } = page;
  const end = start + passage.folded.length;
  const agreement = agreementAt(comparison.folded, start, end, passage.context);
  return {
    ...withBorders(page.text, spanOfFolded(comparison, start, end), passage.quote.exact),
    support: supportOf(agreement),
    touch: touchOf(agreement),
  };
}

function bestOf(
  page: PageIndex,
  passage: Passage,
  starts: readonly number[],
  hint: number | null,
): ExactPlace {
  const { comparison } = page;
  const ranked = starts
    .map((start) => ({
      start,
      run: runAround(comparison, start, passage),
      distance: hint === null ? start : Math.abs(start - hint),
    }))
    .sort((a, b) => b.run - a.run || a.distance - b.distance);
  const close = ranked.slice(0, CLOSE_COMPARISONS).map((candidate) => ({
    ...candidate,
    place: placeAt(page, passage, candidate.start),
  }));
  const [first, ...others] = close;
  if (first === undefined)
    throw new RangeError('expected at least one occurrence to choose from, got none');
  return others.reduce((best, other) => (isBetter(other, best) ? other : best), first).place;
}

interface Copy {
  readonly run: number;
  readonly distance: number;
  readonly place: ExactPlace;
}

/** Support decides when it clearly differs; then the longer run of unchanged context; then the stored position. */
function isBetter(a: Copy, b: Copy): boolean {
  const support = (a.place.support ?? 0) - (b.place.support ?? 0);
  if (Math.abs(support) > 0.05) return support > 0;
  if (a.run !== b.run) return a.run > b.run;
  return a.distance < b.distance;
}

/** Units of the whole stored context that stand unchanged at both borders. */
function runAround(comparison: ComparisonText, start: number, passage: Passage): number {
  const { folded } = comparison;
  const { before, after } = passage.wholeContext;
  let run = 0;
  for (let length = 1; length <= before.length && length <= start; length++, run++) {
    if (folded.charCodeAt(start - length) !== before.charCodeAt(before.length - length)) break;
  }
  const end = start + passage.folded.length;
  for (let index = 0; index < after.length && end + index < folded.length; index++, run++) {
    if (folded.charCodeAt(end + index) !== after.charCodeAt(index)) break;
  }
  return run;
}

/** Other tools store quotes with white space at the borders; where the page has the same, it belongs to the place. */
function withBorders(text: string, span: Span, exact: string): Span {
  let lead = 0;
  while (lead < exact.length && isLeftOut(exact.charCodeAt(lead))) lead++;
  let trail = exact.length;
  while (trail > lead && isLeftOut(exact.charCodeAt(trail - 1))) trail--;
  const before = exact.slice(0, lead);
  const after = exact.slice(trail);
  return {
    start: text.endsWith(before, span.start) ? span.start - before.length : span.start,
    end: text.startsWith(after, span.end) ? span.end + after.length : span.end,
  };
}

/** A quote that begins or ends with half a surrogate pair must not be found inside a whole one. */
function isWholeCharacters(folded: string, start: number, end: number): boolean {
  return !splitsPair(folded, start) && !splitsPair(folded, end);
}

function splitsPair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
