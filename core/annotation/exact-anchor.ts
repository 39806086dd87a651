import type { Span } from '@/core/text/span';
import type { TextPositionSelector } from './annotation';
import { type ComparisonText, foldedIndexAt, isLeftOut, spanOfFolded } from './comparison-text';
import { agreementAt } from './context';
import { findGap } from './gap';
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

/** One word at the border is enough when the rest of the surroundings is near by. */
const SOME_TOUCH = 0.12;
const ENOUGH_SUPPORT = 0.35;

/** About seven English words or twelve Han characters: a quote of this weight is itself wherever it stands. */
const OWN_WEIGHT = 4.5;
/** Folded units that never weigh less: decided without counting words. */
const OWN_LENGTH = 80;

/** Copies whose surroundings are compared closely; the others by what stands directly at their borders. */
const CLOSE_COMPARISONS = 6;

/**
 * The place where the quote stands with the same words, white space and typography aside; null when it does
 * not, or when it is so short, and everything around it so different, that these are other words that read alike.
 * Of several copies the one with the best surroundings is taken, then the one nearest to the stored position.
 */
export function findExact(page: PageIndex, passage: Passage): ExactPlace | null {
  if (standsUntouched(page.text, passage)) {
    const { start } = passage.position;
    return { start, end: start + passage.quote.exact.length, support: 1, touch: 1 };
  }
  const { comparison } = page;
  const { folded } = comparison;
  const hint = passage.position === null ? null : foldedIndexAt(comparison, passage.position.start);
  const atHint =
    hint !== null && folded.startsWith(passage.folded, hint)
      ? placeAt(page, passage, hint, 'quick')
      : null;
  if (atHint !== null && atHint.support === 1) return atHint;

  const nearby = hint === null ? null : nearbyPlace(page, passage, hint);
  if (nearby !== null) return nearby;
  const starts = occurrencesOf(folded, passage.folded).filter((start) =>
    isWholeCharacters(page.comparison, start, start + passage.folded.length),
  );
  const first = starts[0];
  if (first === undefined) return null;
  // A sentence that stands only once needs no look at surroundings that were edited too.
  const isItself = passage.folded.length >= OWN_LENGTH || passage.words.weight >= OWN_WEIGHT;
  const best =
    starts.length === 1
      ? placeAt(page, passage, first, isItself ? 'quick' : 'thorough')
      : bestOf(page, passage, starts, hint);
  if (best.touch === null || best.touch >= ENOUGH_TOUCH) return best;
  if (best.touch >= SOME_TOUCH && (best.support ?? 0) >= ENOUGH_SUPPORT) return best;
  return isItself || isSameSentence(page, passage, best) ? best : null;
}

/**
 * A short sentence between neighbours that are all new: it is believed where it is a sentence again, in the old
 * neighbourhood, and its old neighbours do not stand together somewhere without it.
 */
function isSameSentence(page: PageIndex, passage: Passage, place: ExactPlace): boolean {
  const { opensSentence, closesSentence } = passage.words;
  if (!opensSentence || !closesSentence) return false;
  const { position } = passage;
  const isNear = position !== null && Math.abs(place.start - position.start) <= SAME_NEIGHBOURHOOD;
  if (!isNear && (place.support ?? 0) < ENOUGH_SUPPORT) return false;
  if (!BEFORE_SENTENCE.test(page.text.slice(Math.max(0, place.start - 6), place.start)))
    return false;
  const gap = findGap(page, passage).span;
  return gap === null || (gap.start < place.end && place.start < gap.end);
}

/** UTF-16 units by which a short sentence may have moved. */
const SAME_NEIGHBOURHOOD = 800;
const BEFORE_SENTENCE = /(?:^|[.!?。！？…]["'”’)）」』]*\s*|\n\s*)["'“‘（(「『]*$/u;

/**
 * The first copy close to the stored position, if it has all of its stored context: that was unique when it was
 * stored, so that no other copy needs to be looked for.
 */
function nearbyPlace(page: PageIndex, passage: Passage, hint: number): ExactPlace | null {
  const { folded } = page.comparison;
  const { before, after } = passage.wholeContext;
  if (before.length === 0 || after.length === 0) return null;
  const from = Math.max(0, hint - NEARBY);
  const found = folded.slice(from, hint + NEARBY + passage.folded.length).indexOf(passage.folded);
  if (found === -1) return null;
  const start = from + found;
  if (!folded.startsWith(after, start + passage.folded.length)) return null;
  if (start < before.length || !folded.startsWith(before, start - before.length)) return null;
  return isWholeCharacters(page.comparison, start, start + passage.folded.length)
    ? placeAt(page, passage, start)
    : null;
}

/** Folded units: further than most stories grow above a passage. */
const NEARBY = 4000;

/** Units of context that must stand untouched for a passage to be where it was: as many as are ever compared. */
const UNTOUCHED = 64;

/** The common case, decided without folding the page: the quote stands at its position, unit by unit, and so does its context. */
function standsUntouched(
  text: string,
  passage: Passage,
): passage is Passage & { position: TextPositionSelector } {
  const { position, quote } = passage;
  if (position === null || quote.prefix === undefined || quote.suffix === undefined) return false;
  const prefix = quote.prefix.slice(-UNTOUCHED);
  const suffix = quote.suffix.slice(0, UNTOUCHED);
  const end = position.start + quote.exact.length;
  return (
    text.startsWith(quote.exact, position.start) &&
    position.start >= prefix.length &&
    text.startsWith(prefix, position.start - prefix.length) &&
    text.startsWith(suffix, end) &&
    (prefix.length > 0 || position.start === 0) &&
    (suffix.length > 0 || end === text.length)
  );
}

function placeAt(
  page: PageIndex,
  passage: Passage,
  start: number,
  effort: 'quick' | 'thorough' = 'thorough',
): ExactPlace {
  const { comparison } = page;
  const end = start + passage.folded.length;
  const agreement = agreementAt(comparison.folded, start, end, passage.context, effort);
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

/** A quote must not be found inside one character: in half a surrogate pair, a ligature or the dots of an ellipsis. */
function isWholeCharacters(
  { folded, starts }: ComparisonText,
  start: number,
  end: number,
): boolean {
  const isCut = (index: number) =>
    index > 0 &&
    index < folded.length &&
    (splitsPair(folded, index) || starts[index] === starts[index - 1]);
  return !isCut(start) && !isCut(end);
}

function splitsPair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
