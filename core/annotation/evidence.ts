import type { AlignedPair } from './alignment';
import { type Edit, editsBetween, isSwapped, movedTokens, withoutCommonEnds } from './edits';
import { areOpposed, countsToNothing, denials, saysSomething } from './negation';
import type { Token } from './tokens';

/** What an alignment says about whether two passages are the same one, edited. */
export interface Evidence {
  /** Share of the passage's weight found again, 0…1. */
  readonly recall: number;
  /** Share of the page stretch's weight that the passage accounts for, 0…1. */
  readonly precision: number;
  /** Weight found again: how much there was to recognise. */
  readonly matched: number;
  /** Weight of the longest stretch that stands word for word. */
  readonly verbatim: number;
  /** An edit turned the statement into its opposite. */
  readonly isReversed: boolean;
  /** Names, serial numbers and periods that stand where others stood. */
  readonly replacedNames: number;
  readonly keptNames: number;
  readonly replacedFigures: number;
  readonly keptFigures: number;
  /** Share of the passage's weight that other words took the place of, 0…1. */
  readonly replaced: number;
  /** Nothing but names, periods and figures changed, and no name stayed: the same pattern about something else. */
  readonly isRefilled: boolean;
}

/** An edit of more words than this is a rewording; whether it denies anything cannot be told from single words. */
const SMALL_EDIT = 4;
const SMALL_EDIT_CHARACTERS = 7;

/** Above this weight a passage makes several statements, and one of them denied is an edit worth showing. */
const ONE_STATEMENT = 30;

/** Weighs an alignment. `page` are the tokens of the whole stretch; `pairs` count from its first token. */
export function evidenceOf(
  passage: readonly Token[],
  page: readonly Token[],
  pairs: readonly AlignedPair[],
  weightOf: (token: Token) => number,
): Evidence {
  const edits = editsBetween(passage, page, pairs);
  const moved = movedTokens(edits);
  const movedWeight = MOVED * sum([...moved], weightOf);
  const matched = matchedWeight(passage, pairs, weightOf) + movedWeight;
  const total = sum(passage, weightOf);
  const kept = [
    ...pairs.flatMap((pair) => (pair.similarity === 1 ? (passage[pair.inPassage] ?? []) : [])),
    ...moved,
  ];
  const passageKeys = new Set(passage.map((token) => token.key));
  const pageKeys = new Set(page.map((token) => token.key));
  const replacedOf = (test: (token: Token) => boolean) =>
    sum(edits, (edit) => {
      const removed = edit.removed.filter(
        (token) => test(token) && !pageKeys.has(token.key),
      ).length;
      const added = edit.added.filter((token) => test(token) && !passageKeys.has(token.key)).length;
      return Math.min(removed, added);
    });
  const replacedNames = replacedOf(isIdentifier);
  const keptNames = kept.filter(isIdentifier).length;
  return {
    recall: total === 0 ? 0 : Math.min(1, matched / total),
    precision: Math.min(1, matched / Math.max(matched, sum(page, weightOf), 1e-6)),
    matched,
    isReversed:
      total <= ONE_STATEMENT &&
      (isReversed(edits, moved) || isSwapped(edits) || hasLookalikes(passage, page, pairs)),
    verbatim: verbatimWeight(passage, pairs, weightOf),
    replacedNames,
    keptNames,
    replacedFigures: replacedOf(isFigure),
    keptFigures: kept.filter(isFigure).length,
    replaced:
      sum(edits, (edit) => {
        const removed = edit.removed.filter((token) => !moved.has(token));
        return Math.min(sum(removed, weightOf), sum(edit.added, weightOf));
      }) / Math.max(total, 1e-6),
    isRefilled: replacedNames > 0 && !kept.some(isSubject) && edits.every(isRefill),
  };
}

/** A word that changed places is a little less than one that stayed. */
const MOVED = 0.85;

/** A name, or the numeral in 遥五: not a date, which sentences about different things share. */
function isSubject(token: Token): boolean {
  return isIdentifier(token) && !/^\d/.test(token.key);
}

/** Only names, periods, figures and function words changed, as many as there were. */
function isRefill({ removed, added }: Edit): boolean {
  const says = (token: Token) => token.wordClass === 'content';
  return removed.length > 0 && added.length > 0 && !removed.some(says) && !added.some(says);
}

function verbatimWeight(
  passage: readonly Token[],
  pairs: readonly AlignedPair[],
  weightOf: (token: Token) => number,
): number {
  let longest = 0;
  let run = 0;
  pairs.forEach((pair, index) => {
    const token = passage[pair.inPassage];
    if (!follows(pairs[index - 1], pair) || pair.similarity < 1) run = 0;
    if (token !== undefined && pair.similarity === 1) run += weightOf(token);
    longest = Math.max(longest, run);
  });
  return longest;
}

/** One character alone that happens to recur is no word found again: it counts a third. */
const LONE_CHARACTER = 0.35;

function matchedWeight(
  passage: readonly Token[],
  pairs: readonly AlignedPair[],
  weightOf: (token: Token) => number,
): number {
  return sum(pairs, (pair, index) => {
    const token = passage[pair.inPassage];
    if (token === undefined) return 0;
    const isLone =
      token.isCharacter && !follows(pairs[index - 1], pair) && !follows(pair, pairs[index + 1]);
    return weightOf(token) * pair.similarity * (isLone ? LONE_CHARACTER : 1);
  });
}

function follows(a: AlignedPair | undefined, b: AlignedPair | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    b.inPassage === a.inPassage + 1 &&
    b.inPage === a.inPage + 1
  );
}

/**
 * True when denials do not balance over the small edits, and one of them does nothing but deny or undo a denial, or a
 * word became its opposite. A denial that went with other words ("was not contained", "was 15 % contained") is a rewording.
 */
function isReversed(edits: readonly Edit[], moved: ReadonlySet<Token>): boolean {
  const small = edits
    .map(withoutCommonEnds)
    .filter((edit) => isSmall(edit.removed) && isSmall(edit.added));
  if (small.some((edit) => areOpposed(keys(edit.removed), keys(edit.added)))) return true;
  if (small.some(({ removed, added }) => isCounted(removed, added) || isCounted(added, removed)))
    return true;
  // "found guilty of fraud", "cleared of fraud": the opposites stand in two edits of one small change.
  const removed = small.flatMap((edit) => edit.removed.filter((token) => !moved.has(token)));
  const added = small.flatMap((edit) => edit.added);
  if (small.length === edits.length && isSmall(removed) && isSmall(added))
    if (areOpposed(keys(removed), keys(added))) return true;
  const balance = sum(small, denialBalance);
  return balance % 2 !== 0 && small.some(isPureDenial);
}

/** Opposites that differ by a few letters are aligned as if one were a misprint of the other: majority, minority. */
function hasLookalikes(
  passage: readonly Token[],
  page: readonly Token[],
  pairs: readonly AlignedPair[],
): boolean {
  return pairs.some(({ inPassage, inPage, similarity }) => {
    const [old, now] = [passage[inPassage], page[inPage]];
    if (similarity === 1 || old === undefined || now === undefined) return false;
    return areOpposed([old.key], [now.key]);
  });
}

/** Nothing became a number. */
function isCounted(nothing: readonly Token[], number: readonly Token[]): boolean {
  return countsToNothing(keys(nothing)) && !countsToNothing(keys(number)) && number.some(isFigure);
}

function denialBalance({ removed, added }: Edit): number {
  return denials(keys(added)) - denials(keys(removed));
}

function isPureDenial(edit: Edit): boolean {
  const balance = denialBalance(edit);
  if (balance === 0) return false;
  const without = balance > 0 ? edit.removed : edit.added;
  return !saysSomething(
    without
      .filter((token) => token.isCharacter || token.wordClass !== 'function')
      .map((token) => token.key),
  );
}

function isSmall(tokens: readonly Token[]): boolean {
  const limit = tokens.some((token) => token.isCharacter) ? SMALL_EDIT_CHARACTERS : SMALL_EDIT;
  return tokens.length <= limit;
}

function isIdentifier(token: Token): boolean {
  return token.wordClass === 'name' || token.wordClass === 'period';
}

function isFigure(token: Token): boolean {
  return token.wordClass === 'figure';
}

function keys(tokens: readonly Token[]): readonly string[] {
  return tokens.map((token) => token.key);
}

function sum<T>(values: readonly T[], amount: (value: T, index: number) => number): number {
  return values.reduce((total, value, index) => total + amount(value, index), 0);
}
