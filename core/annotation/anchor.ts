import type { Selector } from './annotation';
import { fold } from './comparison-text';
import { findExact } from './exact-anchor';
import { FuzzyAnchor } from './fuzzy-anchor';
import { anchorLong, isLong } from './long-passage';
import { PageIndex } from './page-index';
import { type Passage, passageOf } from './passage';

/**
 * Where a passage stands in a text. `placed`: the same words, typography and white space aside. `changed`: the
 * same passage with its wording edited. `lost`: nowhere that we would put our name to. Offsets are UTF-16 units.
 */
export type Placement =
  | {
      readonly state: 'placed' | 'changed';
      readonly start: number;
      readonly end: number;
      /** 0…1; 1: every word and all of the surroundings agree. Comparable between placements of one text only. */
      readonly score: number;
    }
  | {
      readonly state: 'lost';
      /** How near the best rejected place came, 0…1. */
      readonly score: number;
    };

/** Anchors many passages in one text: what is known about the text is worked out once, when first needed. */
export interface Anchorer {
  /**
   * Looks for the passage at its stored position, then by its quote wherever it stands with the best
   * surroundings, then by what an edit left of it. Selectors without a quote are lost: a position alone
   * cannot be checked.
   */
  anchor(selectors: readonly Selector[]): Placement;
}

const LOST: Placement = { state: 'lost', score: 0 };

/** Prepares a text for anchoring. Costs nothing until the first passage is looked for. */
export function createAnchorer(text: string): Anchorer {
  const page = new PageIndex(text);
  const fuzzy = new FuzzyAnchor(page);
  return {
    anchor(selectors) {
      const passage = passageOf(selectors);
      return passage === null || text.length === 0 ? LOST : place(page, fuzzy, passage);
    },
  };
}

/** Anchors one passage. For several in the same text use `createAnchorer`. */
export function anchor(text: string, selectors: readonly Selector[]): Placement {
  return createAnchorer(text).anchor(selectors);
}

function place(page: PageIndex, fuzzy: FuzzyAnchor, passage: Passage): Placement {
  const exact = findExact(page, passage);
  if (exact !== null) {
    const score = exact.support === null ? 1 : 0.8 + 0.2 * exact.support;
    return { state: 'placed', start: exact.start, end: exact.end, score };
  }
  if (isLong(passage)) {
    return anchorLong(passage, (part) => place(page, fuzzy, part));
  }
  const edited = fuzzy.find(passage);
  if (edited === null) return LOST;
  if (!edited.isFound) return { state: 'lost', score: edited.score };
  const { start, end, score } = edited;
  const isUnchanged = fold(page.text.slice(start, end)) === passage.folded;
  return { state: isUnchanged ? 'placed' : 'changed', start, end, score };
}
