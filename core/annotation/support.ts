import type { ContextAgreement, SideAgreement } from './context';

/**
 * How far the surroundings speak for a place, 0…1. 1: both sides stand there unchanged; about 0.65: one side;
 * about 0.6: both sides near by with something put in between; 0: nothing of the surroundings is there.
 * Null when the selectors store no context at all.
 */
export function supportOf(agreement: ContextAgreement): number | null {
  const { before, after } = agreement;
  if (before === null && after === null) return null;
  if (before === null || after === null) return 0.85 * sideSupport(before ?? after);
  const first = sideSupport(before);
  const second = sideSupport(after);
  return 0.65 * Math.max(first, second) + 0.35 * Math.min(first, second);
}

/** A neighbour that has moved a sentence away still says that this is the neighbourhood. */
const NEAR_SHARE = 0.6;

function sideSupport(side: SideAgreement | null): number {
  return side === null ? 0 : Math.max(side.adjacent, NEAR_SHARE * side.near);
}

/** The better of the two sides directly at the borders, 0…1; null when the selectors store no context at all. */
export function touchOf({ before, after }: ContextAgreement): number | null {
  if (before === null && after === null) return null;
  return Math.max(before?.adjacent ?? 0, after?.adjacent ?? 0);
}
