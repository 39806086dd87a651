import { overlaps, type Span } from '@/core/text/span';
import { type AlignedPair, Aligner } from './alignment';
import { type Bounds, boundsOf } from './bounds';
import { type Region, votedRegions } from './candidates';
import { fold, foldedIndexAt } from './comparison-text';
import { agreementAt, type SideAgreement } from './context';
import { type Evidence, evidenceOf } from './evidence';
import { findGap, type Gap } from './gap';
import type { PageIndex } from './page-index';
import type { Passage } from './passage';
import { prune } from './prune';
import { hasSentenceBorder } from './sentences';
import { supportOf } from './support';
import type { Token } from './tokens';
import { judge } from './verdict';

/** The place of an edited passage, or how near the best one came. */
export interface FuzzyPlace extends Span {
  readonly isFound: boolean;
  /** 0…1. */
  readonly score: number;
}

/** Two places whose margins differ by less cannot be told apart. */
const AMBIGUOUS = 0.05;

/** Support from which no other place is looked for. */
const SETTLED = 0.9;

/** A passage that can only have been moved is nearly whole, and so is the share of its words that vote. */
const LEAST_SHARE_MOVED = 0.5;

/** A figure, a range of two, a figure with its decimals set apart. */
const MAX_FIGURES = 3;
const SCORE_OF_FIGURES = 0.5;

/** The stored position vouches for a place that stands exactly there, and for one this many units away not at all. */
const SUPPORT_OF_POSITION = 0.35;
const POSITION_REACH = 1200;
/** Selectors of other tools without context and position. */
const SUPPORT_OF_NOTHING = 0.1;

/** How many places a word counts as having that stands all over the page. */
const COMMON_PLACES = 64;

/** A passage found to this share is not mistaken for its neighbour, however alike they are. */
const NEARLY_WHOLE = 0.85;

/** Words beside a place among which an edited context is looked for: about as far as `NEAR` in context.ts. */
const CONTEXT_WINDOW = 90;
/** A smaller share of the context's words is found beside any place of the same story. */
const LEAST_CONTEXT = 0.5;

interface Judged extends Span {
  readonly support: number;
  readonly agreement: number;
  readonly margin: number;
}

/** Finds passages whose wording was edited. One for each page: the alignment tables are shared. */
export class FuzzyAnchor {
  readonly #page: PageIndex;
  readonly #aligner = new Aligner();
  readonly #commonness = new Map<number, number>();

  constructor(page: PageIndex) {
    this.#page = page;
  }

  /** The best place for the passage; null when no stretch of the page shares enough words to be looked at. */
  find(passage: Passage): FuzzyPlace | null {
    const gap = findGap(this.#page, passage);
    const judged: Judged[] = [];
    for (const region of gap.regions) this.#addJudged(judged, passage, region, gap);
    // Between its unchanged neighbours a passage that is recognised needs no rivals.
    if (!judged.some(({ margin, support }) => margin >= 0 && support > SETTLED)) {
      const least = gap.span === null ? 0 : LEAST_SHARE_MOVED;
      const { text, tokens } = passage.words;
      const examined = [...gap.regions];
      for (const region of votedRegions(text, tokens, this.#page.words)) {
        if (region.share < least || examined.some((other) => holdsMiddle(other, region))) continue;
        examined.push(region);
        this.#addJudged(judged, passage, region, gap);
      }
    }
    judged.sort((a, b) => b.margin - a.margin);
    const [best, second] = judged;
    if (best === undefined || best.margin < 0) {
      const figures = this.#figuresInPlace(passage, gap);
      if (figures !== null) return { ...figures, isFound: true, score: SCORE_OF_FIGURES };
    }
    if (best === undefined) return null;
    const isAmbiguous =
      second !== undefined &&
      second.margin > 0 &&
      best.margin - second.margin < AMBIGUOUS &&
      best.support < 0.5;
    return {
      start: best.start,
      end: best.end,
      isFound: best.margin >= 0 && !isAmbiguous,
      score: Math.min(0.99, best.agreement * (0.75 + 0.25 * best.support)),
    };
  }

  #addJudged(judged: Judged[], passage: Passage, region: Region, gap: Gap): void {
    const place = this.#judgeRegion(passage, region, gap);
    if (place === null) return;
    const same = judged.findIndex((other) => overlaps(other, place));
    if (same === -1) judged.push(place);
    else if (isBetter(place, judged[same])) judged[same] = place;
  }

  /** A marked figure shares nothing with its correction but its place: between the same words, and a figure too. */
  #figuresInPlace(passage: Passage, gap: Gap): Span | null {
    const { tokens } = passage.words;
    if (gap.span === null || tokens.length > MAX_FIGURES) return null;
    const { words } = this.#page;
    const first = words.indexAt(gap.span.start);
    const last = words.indexAt(gap.span.end) - 1;
    const isSameKind = words
      .tokens(first, last + 1)
      .every((token, index) => isFigure(token) && isFigure(tokens[index]));
    return isSameKind && last - first + 1 === tokens.length ? words.spanOf(first, last) : null;
  }

  #judgeRegion(passage: Passage, region: Region, gap: Gap): Judged | null {
    const page = this.#page;
    const offset = Math.max(0, region.from);
    const stretch = page.words.tokens(offset, region.to);
    const { tokens } = passage.words;
    const pairs = prune(
      this.#aligner.align(tokens, stretch),
      tokens,
      stretch,
      gap.neighbours,
      this.#borderTest(passage),
    );
    const bounds = boundsOf(page, passage, pairs, offset);
    if (bounds === null) return null;
    const within = page.words.tokens(bounds.first, bounds.last + 1);
    const shifted = pairs.map(
      (pair): AlignedPair => ({ ...pair, inPage: pair.inPage + offset - bounds.first }),
    );
    const evidence = evidenceOf(passage.words.tokens, within, shifted, (token) =>
      this.#weightOf(token),
    );
    const { start, end } = bounds.span;
    if (gap.neighbours.some((neighbour) => overlaps(neighbour, bounds.span))) return null;
    // Not even the best surroundings would make this the passage: do not look at them.
    const atBest = judge(evidence, 1, false);
    if (atBest.margin < 0) return { start, end, support: 0, ...atBest };
    const support = this.#supportAt(passage, bounds);
    const isElsewhere = gap.span !== null && (end <= gap.span.start || start >= gap.span.end);
    const verdict = judge(evidence, support, isElsewhere);
    if (verdict.margin >= 0 && this.#isItsContext(passage, bounds, evidence)) return null;
    return { start, end, support: isElsewhere ? 0 : support, ...verdict };
  }

  /** Tells whether a paragraph, or for part of a sentence a sentence, ends between two offsets of the page. */
  #borderTest(passage: Passage): (from: number, to: number) => boolean {
    const { text, hasLineParagraphs } = this.#page;
    const { exact } = passage.quote;
    const paragraph = hasLineParagraphs ? /\n/ : /\n[^\S\n]*\n/;
    if (paragraph.test(exact)) return () => false;
    if (hasSentenceBorder(exact)) return (from, to) => paragraph.test(text.slice(from, to));
    return (from, to) =>
      to - from > 1 &&
      (paragraph.test(text.slice(from, to)) || hasSentenceBorder(text.slice(from, to + 1)));
  }

  /** The sentence that stood beside the passage is often the most similar one left, and is not the passage. */
  #isItsContext(passage: Passage, { first, last, span }: Bounds, evidence: Evidence): boolean {
    const words = fold(this.#page.text.slice(span.start, span.end));
    const { before, after } = passage.wholeContext;
    if (before.includes(words) || after.includes(words)) return true;
    if (evidence.recall > NEARLY_WHOLE) return false;
    const found = this.#page.words.tokens(first, last + 1);
    const sides = [passage.contextTokens.before, passage.contextTokens.after];
    return sides.some((side) => this.#matchedWeight(side, found) > 1.1 * evidence.matched);
  }

  #matchedWeight(wanted: readonly Token[], page: readonly Token[]): number {
    return this.#aligner.align(wanted, page).reduce((sum, pair) => {
      const token = wanted[pair.inPassage];
      return token === undefined ? sum : sum + this.#weightOf(token) * pair.similarity;
    }, 0);
  }

  #supportAt(passage: Passage, { first, last, span }: Bounds): number {
    const { comparison, words } = this.#page;
    const from = foldedIndexAt(comparison, span.start);
    const to = foldedIndexAt(comparison, span.end);
    const byUnits = agreementAt(comparison.folded, from, to, passage.context, 'thorough');
    const { before, after } = passage.contextTokens;
    const support = supportOf({
      before: this.#orByWords(byUnits.before, before, words.tokens(first - CONTEXT_WINDOW, first)),
      after: this.#orByWords(
        byUnits.after,
        after,
        words.tokens(last + 1, last + 1 + CONTEXT_WINDOW),
      ),
    });
    const position = this.#supportOfPosition(passage, span);
    return support === null
      ? Math.max(SUPPORT_OF_NOTHING, position)
      : support + 0.6 * position * (1 - support);
  }

  /** A context that was itself edited is recognised by its words. */
  #orByWords(
    side: SideAgreement | null,
    wanted: readonly Token[],
    page: readonly Token[],
  ): SideAgreement | null {
    if (side === null || side.near >= 0.9 || wanted.length < 4) return side;
    const total = wanted.reduce((sum, token) => sum + this.#weightOf(token), 0);
    const share = total === 0 ? 0 : this.#matchedWeight(wanted, page) / total;
    return share < LEAST_CONTEXT ? side : { ...side, near: Math.max(side.near, share) };
  }

  /** Stories grow and shrink; close to where it stood, a passage needs less of other evidence. */
  #supportOfPosition(passage: Passage, span: Span): number {
    if (passage.position === null) return 0;
    const distance = Math.abs(span.start - passage.position.start);
    return SUPPORT_OF_POSITION * Math.max(0, 1 - distance / POSITION_REACH);
  }

  /** A word that the page repeats all over says less about where a passage stands. */
  #weightOf(token: Token): number {
    if (token.isCharacter || token.wordClass === 'function') return token.weight;
    let factor = this.#commonness.get(token.hash);
    if (factor === undefined) {
      const places = this.#page.words.placesOfWord(token.hash)?.length ?? COMMON_PLACES;
      factor = places <= 2 ? 1 : Math.max(0.55, 1 - 0.1 * Math.log2(places));
      this.#commonness.set(token.hash, factor);
    }
    return token.weight * factor;
  }
}

function isFigure(token: Token | undefined): boolean {
  return token?.wordClass === 'figure';
}

/** True when the middle of a region has been looked at as part of another. */
function holdsMiddle(other: Region, region: Region): boolean {
  const middle = (region.from + region.to) / 2;
  const reach = (other.to - other.from) / 4;
  return middle > other.from + reach && middle < other.to - reach;
}

function isBetter(a: Judged, b: Judged | undefined): boolean {
  return b === undefined || a.margin > b.margin;
}
