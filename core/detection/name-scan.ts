import type { Steps } from '@/core/steps';
import type { Matcher, RawCandidate } from './name-search';

/** 8,000 characters of a text at once: under half a millisecond, also before engines have compiled the search. */
const PIECE = 8000;
/** 4,000: in texts up to here the matcher always looks for names that begin with a small letter (`Matcher.scan`). */
const SHORT = 4000;

/** 10,000: the longest lists of launches that we know have half of that; a page of nothing but names must not fill the memory. */
export const NAME_LIMIT = 10_000;

/** Names in a text; not `isComplete` when there are more, of which the first `NAME_LIMIT` are given. */
export interface ScannedNames {
  readonly names: readonly RawCandidate[];
  readonly isComplete: boolean;
}

/**
 * `matcher.scan` in steps, with the same result as far as it goes: names that begin with a small letter count in a
 * long text only where it has another name.
 */
export function* scanNames(text: string, matcher: Matcher): Steps<ScannedNames> {
  if (text.length < 2 * PIECE) return atMost(matcher.scan(text));
  const pieces: RawCandidate[][] = [];
  let count = 0;
  let end = 0;
  for (let from = 0; count <= NAME_LIMIT; from += PIECE) {
    const to = pieceEnd(text, from);
    const found = scanPart(text, matcher, Math.max(from, end), to);
    pieces.push(found);
    count += found.length;
    end = found.at(-1)?.end ?? end;
    if (to === text.length) break;
    yield;
  }
  if (count === 0) return { names: [], isComplete: true };
  for (const [index, piece] of pieces.entries())
    if (piece.length === 0) yield* scanShort(text, matcher, index * PIECE, piece);
  return atMost(withoutOverlaps(pieces.flat()));
}

function atMost(names: readonly RawCandidate[]): ScannedNames {
  return { names: names.slice(0, NAME_LIMIT), isComplete: names.length <= NAME_LIMIT };
}

/** Looks through a piece so that names that begin with a small letter are found too. */
function* scanShort(
  text: string,
  matcher: Matcher,
  start: number,
  into: RawCandidate[],
): Steps<void> {
  const end = pieceEnd(text, start);
  for (let from = start; from < end; from += SHORT) {
    into.push(...scanPart(text, matcher, from, Math.min(from + SHORT, end)));
    yield;
  }
}

/** 1,000 characters: far longer than a name, and than the address that a name may be a part of. */
const AROUND = 1000;

/**
 * The names that start from `from` on and before `to`. The matcher gets a part of the text: what it searches for may
 * next stand at the far end of it, and each piece would cost the whole.
 */
function scanPart(text: string, matcher: Matcher, from: number, to: number): RawCandidate[] {
  const start = Math.max(0, from - AROUND);
  const part = text.slice(start, to + AROUND);
  const found = matcher.scan(part, { from: from - start, to: to - start });
  return found.map((one) => ({ ...one, start: one.start + start, end: one.end + start }));
}

/** The last piece takes what is left: a short one would be searched by another rule. */
function pieceEnd(text: string, from: number): number {
  return text.length - from < 2 * PIECE ? text.length : from + PIECE;
}

/** A name may end in the next piece; what begins inside it is none. */
function withoutOverlaps(found: readonly RawCandidate[]): RawCandidate[] {
  let end = 0;
  return found.filter((candidate) => {
    if (candidate.start < end) return false;
    end = candidate.end;
    return true;
  });
}
