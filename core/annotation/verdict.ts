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

/** The same in a story that was written anew around it, and what has to be there then. */
const NEEDED_REWRITTEN = 0.48;
const MOSTLY_RECALL = 0.6;
const MOSTLY_MATCHED = 4.5;
const MOSTLY_REPLACED = 0.3;

/** What is asked for on top where a passage can only have been moved. */
const MOVED_HANDICAP = 0.08;

/** Less recognised wording than this is never enough, whatever its share: a name and a verb. */
const LEAST_MATCHED = 1.2;
const LEAST_MATCHED_ALONE = 4;

/** Weight of recognised words from which a passage is long enough to be known by a part of it. */
const LONG_MATCH = 4;

/** What a replaced name or figure takes off the agreement where the surroundings do not explain it. */
const NAME_PENALTY = 0.3;
const FIGURE_PENALTY = 0.18;
const REPLACED_PENALTY = 0.4;

/** A date and a figure may both have been corrected where the rest of a passage stands in its place. */
const LEAST_TRUST_REFILLED = 0.6;
const NEARLY_WHOLE = 0.75;

/** Weight of a run of words that one story has in two sentences: "said on Monday that the company". */
const COMMON_RUN = 4;
const VERBATIM_RATE = 0.04;
const MOST_FOR_VERBATIM = 0.12;

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
  const trust = mustBeMoved ? 0 : support;
  const agreement = Math.max(0, overlapOf(evidence, trust) - (1 - trust) * penaltyOf(evidence));
  if (evidence.isReversed || isAboutSomethingElse(evidence, trust))
    return { agreement, margin: -1 };
  const least = LEAST_MATCHED_ALONE - (LEAST_MATCHED_ALONE - LEAST_MATCHED) * trust;
  const total = evidence.recall === 0 ? 0 : evidence.matched / evidence.recall;
  // Between two unchanged neighbours there is nothing else that a marked "21.3 tonnes" could have become.
  const enough = trust > 0.95 ? Math.min(least, 0.4 * total) : least;
  if (evidence.matched < enough) return { agreement, margin: -1 };
  const bySupport = NEEDED_ALONE - (NEEDED_ALONE - NEEDED_SUPPORTED) * trust ** 0.8;
  const isRewritten = !mustBeMoved && isMostlyThere(evidence);
  const needed = isRewritten ? Math.min(bySupport, NEEDED_REWRITTEN) : bySupport;
  const handicap = mustBeMoved ? MOVED_HANDICAP : 0;
  return { agreement, margin: agreement - needed - handicap + trustInWording(evidence) };
}

/**
 * Most of the words are there, and few gave way to others: what a sentence shares with its own second edition. Another
 * sentence of the same story shares less, or has other words in the places of the rest.
 */
function isMostlyThere({ recall, matched, replaced }: Evidence): boolean {
  return recall >= MOSTLY_RECALL && matched >= MOSTLY_MATCHED && replaced <= MOSTLY_REPLACED;
}

/** A quotation that stands word for word is known again whatever was written around it. */
function trustInWording({ verbatim }: Evidence): number {
  return Math.min(MOST_FOR_VERBATIM, VERBATIM_RATE * Math.max(0, verbatim - COMMON_RUN));
}

/**
 * Agreement of the wording. Recall and precision are balanced (F1), except that a passage of some length found
 * nearly whole is not held against for what was added to it, nor a sentence made of its words for what was cut.
 */
function overlapOf({ recall, precision, matched }: Evidence, trust: number): number {
  if (recall + precision === 0) return 0;
  const balanced = (2 * recall * precision) / (recall + precision);
  // Between unchanged neighbours even "Nobody was hurt" is known again in a longer sentence.
  const long = LONG_MATCH - (LONG_MATCH - LEAST_MATCHED) * trust;
  const byRecall = matched < long ? 0 : 0.92 * recall;
  const byPrecision = matched < LONG_MATCH ? 0 : 0.8 * precision;
  return Math.max(balanced, byRecall, byPrecision);
}

/** Shares, so that one figure of five weighs less than the only one. */
function penaltyOf(evidence: Evidence): number {
  const { replacedNames, keptNames, replacedFigures, keptFigures } = evidence;
  const names =
    replacedNames === 0 ? 0 : Math.min(1, (2 * replacedNames) / (replacedNames + keptNames));
  const figures =
    replacedFigures === 0 ? 0 : replacedFigures / (replacedFigures + keptFigures + keptNames);
  return NAME_PENALTY * names + FIGURE_PENALTY * figures + REPLACED_PENALTY * evidence.replaced;
}

/**
 * The same sentence pattern filled anew: another quarter, another company, and none of the figures left.
 * A corrected figure leaves the names and periods, a corrected name leaves the figures.
 */
function isAboutSomethingElse(evidence: Evidence, trust: number): boolean {
  const { replacedNames, keptNames, replacedFigures, keptFigures } = evidence;
  if (evidence.isRefilled && trust < 0.9) return true;
  if (replacedNames > 0 && replacedFigures > 0 && keptFigures === 0)
    return trust < LEAST_TRUST_REFILLED || keptNames === 0 || evidence.recall < NEARLY_WHOLE;
  if (replacedNames >= 2 && keptNames === 0) return trust < 0.9;
  // More words were put in the place of others than stayed: a pattern, not a passage.
  return evidence.replaced > evidence.recall;
}
