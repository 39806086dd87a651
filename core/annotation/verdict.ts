import type { Evidence } from './evidence';

/*
 * When is a stretch of the page the passage, edited? Two kinds of evidence are traded against each other: how
 * much of the wording is left, and how much of the surroundings. Where both neighbours still stand, a third of
 * the wording is enough, because there is nothing else that could have become of it; where nothing around
 * agrees, four fifths are needed, and not one name or figure may have changed. The numbers were set on
 * edited stories of our own (tests/core/annotation) and err towards "lost": a wrong place is worse than none.
 */

/** Agreement of wording that is asked for without and with full support of the surroundings. */
const NEEDED_ALONE = 0.78;
const NEEDED_SUPPORTED = 0.36;

/** Less recognised wording than this is never enough, whatever its share: a name and a verb. */
const LEAST_MATCHED = 1.2;
const LEAST_MATCHED_ALONE = 3;

/** What a replaced name or figure takes off the agreement where the surroundings do not explain it. */
const NAME_PENALTY = 0.3;
const FIGURE_PENALTY = 0.25;
const REPLACED_PENALTY = 0.4;

/** A place considered for an edited passage. */
export interface Verdict {
  /** 0…1: agreement of the wording, conflicts taken off. */
  readonly agreement: number;
  /** What it exceeds the required agreement by; negative: not the passage. */
  readonly margin: number;
}

/**
 * Judges evidence. `support` is 0…1 (see `supportOf`). `mustBeMoved`: the surroundings were found elsewhere,
 * without the passage between them, so this place can only be the passage if it was moved there almost unchanged.
 */
export function judge(evidence: Evidence, support: number, mustBeMoved: boolean): Verdict {
  const { recall, precision } = evidence;
  const overlap = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  const trust = mustBeMoved ? 0 : support;
  const penalty =
    (1 - trust) *
    ((evidence.replacedNames > 0 ? NAME_PENALTY : 0) +
      (evidence.replacedFigures > 0 ? FIGURE_PENALTY : 0) +
      REPLACED_PENALTY * evidence.replaced);
  const agreement = Math.max(0, overlap - penalty);
  if (evidence.isReversed || isAboutSomethingElse(evidence, trust))
    return { agreement, margin: -1 };
  const least = LEAST_MATCHED_ALONE - (LEAST_MATCHED_ALONE - LEAST_MATCHED) * trust;
  if (evidence.matched < least) return { agreement, margin: -1 };
  const needed =
    (mustBeMoved ? 0.08 : 0) + NEEDED_ALONE - (NEEDED_ALONE - NEEDED_SUPPORTED) * trust;
  return { agreement, margin: agreement - needed };
}

/**
 * The same sentence pattern filled anew: another quarter, another company, and none of the figures left.
 * A corrected figure leaves the names and periods, a corrected name leaves the figures.
 */
function isAboutSomethingElse(evidence: Evidence, trust: number): boolean {
  const { replacedNames, keptNames, replacedFigures, keptFigures } = evidence;
  if (replacedNames > 0 && replacedFigures > 0 && keptFigures === 0) return true;
  if (replacedNames >= 2 && keptNames === 0) return trust < 0.9;
  return false;
}
