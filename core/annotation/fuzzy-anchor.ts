import { overlaps, type Span } from '@/core/text/span';
import { type AlignedPair, Aligner } from './alignment';
import { boundsOf } from './bounds';
import { type Region, votedRegions } from './candidates';
import { evidenceOf } from './evidence';
import { findGap, type Gap } from './gap';
import type { PageIndex } from './page-index';
import { paragraphAround } from './paragraphs';
import type { Passage } from './passage';
import { type BorderTest, prune } from './prune';
import { hasSentenceBorder } from './sentences';
import { Surroundings } from './surroundings';
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

interface Judged extends Span {
  readonly support: number;
  readonly agreement: number;
  readonly margin: number;
}

/** Finds passages whose wording was edited. One for each page: the alignment tables are shared. */
export class FuzzyAnchor {
  readonly #page: PageIndex;
  readonly #aligner = new Aligner();
  readonly #surroundings: Surroundings;

  constructor(page: PageIndex) {
    this.#page = page;
    this.#surroundings = new Surroundings(page, this.#aligner);
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
    if (gap.span === null || tokens.length === 0 || tokens.length > MAX_FIGURES) return null;
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
    const neighbours = [...gap.neighbours.before, ...gap.neighbours.after];
    const pairs = prune(
      this.#aligner.align(tokens, stretch),
      tokens,
      stretch,
      neighbours,
      this.#borderTest(passage),
    );
    const bounds = boundsOf(page, passage, pairs, offset, gap.neighbours);
    if (bounds === null) return null;
    const within = page.words.tokens(bounds.first, bounds.last + 1);
    const shifted = pairs.map(
      (pair): AlignedPair => ({ ...pair, inPage: pair.inPage + offset - bounds.first }),
    );
    const evidence = evidenceOf(passage.words.tokens, within, shifted, (token) =>
      this.#surroundings.weightOf(token),
    );
    const { start, end } = bounds.span;
    if (neighbours.some((neighbour) => overlaps(neighbour, bounds.span))) return null;
    // Not even the best surroundings would make this the passage: do not look at them.
    const atBest = judge(evidence, 1, false);
    if (atBest.margin < 0) return { start, end, support: 0, ...atBest };
    if (evidence.recall < LEAST_IN_HEADLINE && isHeadline(page, passage, bounds.span)) return null;
    const support = this.#surroundings.supportAt(passage, bounds);
    const isElsewhere = gap.span !== null && (end <= gap.span.start || start >= gap.span.end);
    const verdict = judge(evidence, support, isElsewhere);
    if (verdict.margin >= 0 && this.#surroundings.isContextOf(passage, bounds, evidence))
      return null;
    return { start, end, support: isElsewhere ? 0 : support, ...verdict };
  }

  #borderTest(passage: Passage): BorderTest {
    const { text, hasLineParagraphs } = this.#page;
    const { exact } = passage.quote;
    const paragraph = hasLineParagraphs ? /\n/ : /\n[^\S\n]*\n/;
    if (paragraph.test(exact)) return () => null;
    const isPartOfSentence = !hasSentenceBorder(exact);
    return (from, to) => {
      if (to - from < 2) return null;
      if (paragraph.test(text.slice(from, to))) return 'paragraph';
      return isPartOfSentence && hasSentenceBorder(text.slice(from, to + 1)) ? 'sentence' : null;
    };
  }
}

/** A sentence does not become a headline; one that says the same in fewer words is often left when a lead is deleted. */
function isHeadline(page: PageIndex, { words }: Passage, { start, end }: Span): boolean {
  if (!words.closesSentence) return false;
  const around = paragraphAround(page.text, { start, end }, HEADLINE);
  const paragraph = page.text.slice(around.start, around.end).trim();
  return paragraph.length < HEADLINE && !/[.!?。！？…:：][\s"'”’)）」』]*$/u.test(paragraph);
}

/** Longer ones are paragraphs without a full stop. */
const HEADLINE = 160;
const LEAST_IN_HEADLINE = 0.7;

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
