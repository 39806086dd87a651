import type { Span } from '@/core/text/span';
import type { Aligner } from './alignment';
import type { Bounds } from './bounds';
import { fold, foldedIndexAt } from './comparison-text';
import { agreementAt, type SideAgreement } from './context';
import type { Evidence } from './evidence';
import type { PageIndex } from './page-index';
import type { Passage } from './passage';
import { supportOf } from './support';
import type { Token } from './tokens';

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

/** What the surroundings of a place say about whether an edited passage stands there. */
export class Surroundings {
  readonly #page: PageIndex;
  readonly #aligner: Aligner;
  readonly #commonness = new Map<number, number>();

  constructor(page: PageIndex, aligner: Aligner) {
    this.#page = page;
    this.#aligner = aligner;
  }

  /** The sentence that stood beside the passage is often the most similar one left, and is not the passage. */
  isContextOf(passage: Passage, { first, last, span }: Bounds, evidence: Evidence): boolean {
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
      return token === undefined ? sum : sum + this.weightOf(token) * pair.similarity;
    }, 0);
  }

  supportAt(passage: Passage, { first, last, span }: Bounds): number {
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
    const total = wanted.reduce((sum, token) => sum + this.weightOf(token), 0);
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
  weightOf(token: Token): number {
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
