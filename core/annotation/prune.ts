import { overlaps, type Span } from '@/core/text/span';
import type { AlignedPair } from './alignment';
import type { Token } from './tokens';

/** A gap of more page words than this between matched words is suspicious at the end of an alignment. */
const WIDE_GAP = 6;

/** What lies beyond the border of a paragraph, or of a sentence, must hold this share of the matched weight: an editor cut it in two. */
const WORTH_A_BORDER = { paragraph: 0.4, sentence: 0.25 } as const;

/** What ends between two offsets of the page; null: nothing that the passage does not have itself. */
export type BorderTest = (from: number, to: number) => 'paragraph' | 'sentence' | null;

/** What lies beyond a wide gap must hold this share of the matched weight to stay. */
const WORTH_A_GAP = 0.2;

/**
 * Takes stray words off both ends of an alignment: words that belong to the sentence before or after the
 * passage (`neighbours`), words of another paragraph, and single words far from the rest, such as the article of the
 * next sentence.
 * `page` are the tokens that were aligned.
 */
export function prune(
  pairs: readonly AlignedPair[],
  passage: readonly Token[],
  page: readonly Token[],
  neighbours: readonly Span[],
  borderBetween: BorderTest,
): readonly AlignedPair[] {
  const outside = pairs.filter((pair) => {
    const token = page[pair.inPage];
    return token !== undefined && !neighbours.some((neighbour) => overlaps(neighbour, token));
  });
  const own = withinBorders(outside, passage, page, borderBetween);
  const weights = own.map((pair) => (passage[pair.inPassage]?.weight ?? 0) * pair.similarity);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const from = firstWorthy(own, weights, total);
  const backwards = [...own].reverse();
  const to = own.length - firstWorthy(backwards, [...weights].reverse(), total);
  return own.slice(from, Math.max(from, to));
}

/** Index of the first pair that is not cut off from the others by a wide gap with too little before it. */
function firstWorthy(
  pairs: readonly AlignedPair[],
  weights: readonly number[],
  total: number,
): number {
  let before = 0;
  let from = 0;
  for (let index = 0; index + 1 < pairs.length; index++) {
    before += weights[index] ?? 0;
    if (before > WORTH_A_GAP * total) break;
    const here = pairs[index];
    const next = pairs[index + 1];
    if (here === undefined || next === undefined) break;
    const inPage = Math.abs(next.inPage - here.inPage) - 1;
    const inPassage = Math.abs(next.inPassage - here.inPassage) - 1;
    if (inPage > WIDE_GAP && inPage > 2 * inPassage) from = index + 1;
  }
  return from;
}

/** The heavier side of each border, or both when both are heavy. */
function withinBorders(
  pairs: readonly AlignedPair[],
  passage: readonly Token[],
  page: readonly Token[],
  borderBetween: BorderTest,
): readonly AlignedPair[] {
  for (let index = 1; index < pairs.length; index++) {
    const before = page[pairs[index - 1]?.inPage ?? 0];
    const after = page[pairs[index]?.inPage ?? 0];
    if (before === undefined || after === undefined) continue;
    const border = borderBetween(before.end, after.start);
    if (border === null) continue;
    const sides = [pairs.slice(0, index), pairs.slice(index)] as const;
    const [left, right] = sides.map((side) =>
      side.reduce((sum, pair) => sum + (passage[pair.inPassage]?.weight ?? 0) * pair.similarity, 0),
    );
    if (left === undefined || right === undefined) continue;
    if (Math.min(left, right) >= WORTH_A_BORDER[border] * (left + right)) continue;
    return withinBorders(left > right ? sides[0] : sides[1], passage, page, borderBetween);
  }
  return pairs;
}
