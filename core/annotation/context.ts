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

/** Folds what a selector stores. A side that is an empty string means the border of the text. */
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

/** Agreement around `folded.slice(start, end)`. Cheap when the context stands there unchanged. */
export function agreementAt(
  folded: string,
  start: number,
  end: number,
  context: FoldedContext,
): ContextAgreement {
  return {
    before: context.before === null ? null : beforeAgreement(folded, start, context.before),
    after: context.after === null ? null : afterAgreement(folded, end, context.after),
  };
}

function beforeAgreement(folded: string, start: number, wanted: string): SideAgreement {
  if (wanted.length === 0) return { adjacent: start === 0 ? 1 : 0, near: start < NEAR ? 0.5 : 0 };
  const run = sharedEnd(folded, start, wanted);
  if (run === wanted.length || run >= ENOUGH) return BOTH;
  const stretch = folded.slice(Math.max(0, start - NEAR - wanted.length), start);
  return sideAgreement(reverse(stretch), reverse(wanted), run);
}

function afterAgreement(folded: string, end: number, wanted: string): SideAgreement {
  if (wanted.length === 0) {
    return { adjacent: end === folded.length ? 1 : 0, near: folded.length - end < NEAR ? 0.5 : 0 };
  }
  const run = sharedStart(folded, end, wanted);
  if (run === wanted.length || run >= ENOUGH) return BOTH;
  return sideAgreement(folded.slice(end, end + NEAR + wanted.length), wanted, run);
}

const BOTH: SideAgreement = { adjacent: 1, near: 1 };

/** `stretch` and `wanted` both read away from the place. */
function sideAgreement(stretch: string, wanted: string, run: number): SideAgreement {
  const byRun = run / Math.min(wanted.length, ENOUGH) / 1.25;
  const head = wanted.slice(0, 24);
  const place = stretch.indexOf(head);
  if (place !== -1 && head.length >= 10)
    return { adjacent: Math.max(byRun, place <= 2 ? 1 : 0), near: 1 };
  const allowed = Math.floor(wanted.length * EDITED_SHARE);
  const found = search(stretch, wanted, allowed);
  const first = found[0];
  if (first === undefined || wanted.length < 10) return { adjacent: byRun, near: 0 };
  const similarity = 1 - first.errors / wanted.length;
  return { adjacent: Math.max(byRun, first.start <= 4 ? similarity : 0), near: similarity };
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

function reverse(text: string): string {
  return text.split('').reverse().join('');
}
