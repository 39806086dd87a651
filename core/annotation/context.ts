import search from 'approx-string-match';
import { fold } from './comparison-text';

/** Folded context on both sides of a passage; null where the selector says nothing about that side. */
export interface FoldedContext {
  readonly before: string | null;
  readonly after: string | null;
}

/** How well the surroundings of a place agree with a stored context, each 0…1; null when nothing was stored for the side. */
export interface ContextAgreement {
  readonly before: SideAgreement | null;
  readonly after: SideAgreement | null;
}

export interface SideAgreement {
  /** The context stands directly at the border of the place. */
  readonly adjacent: number;
  /** The context stands on this side within `NEAR` units: something was put in between. */
  readonly near: number;
}

/** Folded units of context that are compared. More would punish a passage for edits two sentences away. */
const COMPARED = 48;

/** A run of this many folded units at the border is agreement enough: about four words. */
const ENOUGH = 20;

/** How far away, in folded units, a context may stand and still be this passage's: two or three sentences. */
const NEAR = 600;

/** The share of units that may differ in a context that was itself edited. */
const EDITED_SHARE = 0.3;

/**
 * Folds what a selector stores. A side that is an empty string means the border of the text where a place stands at
 * it, and nothing elsewhere: some tools write it for want of a context.
 */
export function foldedContext(
  prefix: string | undefined,
  suffix: string | undefined,
): FoldedContext {
  // Far longer than COMPARED even if most of it is white space.
  return {
    before: prefix === undefined ? null : fold(prefix.slice(-400)).slice(-COMPARED),
    after: suffix === undefined ? null : fold(suffix.slice(0, 400)).slice(0, COMPARED),
  };
}

/**
 * Agreement around `folded.slice(start, end)`. `effort` decides whether a context that was itself edited is looked for:
 * `thorough` costs about 30 µs a side, `quick` next to nothing.
 */
export function agreementAt(
  folded: string,
  start: number,
  end: number,
  context: FoldedContext,
  effort: 'quick' | 'thorough',
): ContextAgreement {
  return {
    before: context.before === null ? null : beforeAgreement(folded, start, context.before, effort),
    after: context.after === null ? null : afterAgreement(folded, end, context.after, effort),
  };
}

type Effort = 'quick' | 'thorough';

function beforeAgreement(
  folded: string,
  start: number,
  wanted: string,
  effort: Effort,
): SideAgreement | null {
  if (wanted.length === 0) return start === 0 ? BORDER : null;
  const run = sharedEnd(folded, start, wanted);
  if (run === wanted.length || run >= ENOUGH) return BOTH;
  const byRun = partial(run, wanted);
  const stretch = folded.slice(Math.max(0, start - NEAR - wanted.length), start);
  const tail = wanted.slice(-LANDMARK);
  const place = tail.length < SHORTEST ? -1 : stretch.lastIndexOf(tail);
  if (place !== -1) return found(byRun, stretch.length - place - tail.length, 1);
  if (effort === 'quick' || wanted.length < SHORTEST) return { adjacent: byRun, near: 0 };
  const edited = search(stretch, wanted, Math.floor(wanted.length * EDITED_SHARE)).at(-1);
  if (edited === undefined) return { adjacent: byRun, near: 0 };
  return found(byRun, stretch.length - edited.end, 1 - edited.errors / wanted.length);
}

function afterAgreement(
  folded: string,
  end: number,
  wanted: string,
  effort: Effort,
): SideAgreement | null {
  if (wanted.length === 0) return end === folded.length ? BORDER : null;
  const run = sharedStart(folded, end, wanted);
  if (run === wanted.length || run >= ENOUGH) return BOTH;
  const byRun = partial(run, wanted);
  const stretch = folded.slice(end, end + NEAR + wanted.length);
  const head = wanted.slice(0, LANDMARK);
  const place = head.length < SHORTEST ? -1 : stretch.indexOf(head);
  if (place !== -1) return found(byRun, place, 1);
  if (effort === 'quick' || wanted.length < SHORTEST) return { adjacent: byRun, near: 0 };
  const edited = search(stretch, wanted, Math.floor(wanted.length * EDITED_SHARE))[0];
  if (edited === undefined) return { adjacent: byRun, near: 0 };
  return found(byRun, edited.start, 1 - edited.errors / wanted.length);
}

const BOTH: SideAgreement = { adjacent: 1, near: 1 };

/** The border of the text says less than words: every page has a beginning. */
const BORDER: SideAgreement = { adjacent: 0.6, near: 0.6 };

/** Units of a context that are looked for as they are, and the fewest that say anything. */
const LANDMARK = 24;
const SHORTEST = 10;

/** A context this few units away stands at the border: a full stop or a closing quote came between. */
const TOUCHING = 4;

function partial(run: number, wanted: string): number {
  return run / Math.min(wanted.length, ENOUGH) / 1.25;
}

function found(byRun: number, distance: number, similarity: number): SideAgreement {
  return {
    adjacent: Math.max(byRun, distance <= TOUCHING ? similarity : 0),
    near: similarity,
  };
}

function sharedEnd(folded: string, start: number, wanted: string): number {
  let run = 0;
  while (
    run < wanted.length &&
    run < start &&
    folded.charCodeAt(start - 1 - run) === wanted.charCodeAt(wanted.length - 1 - run)
  ) {
    run++;
  }
  return run;
}

function sharedStart(folded: string, end: number, wanted: string): number {
  let run = 0;
  while (
    run < wanted.length &&
    end + run < folded.length &&
    folded.charCodeAt(end + run) === wanted.charCodeAt(run)
  ) {
    run++;
  }
  return run;
}
