import { keysOf, type WordIndex } from './page-index';
import { scanTokens } from './token-scan';
import type { Token } from './tokens';

/** A stretch of page tokens in which a passage may stand: from inclusive, to exclusive. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** Words that vote for the same shift, give or take this many tokens, vote for the same place. */
const BUCKET = 16;

/** Room on both sides of a voted place, for words that an edit put in. */
const SLACK = 28;

/** Places that are looked at closely. More never changed a result in the tests of edited stories. */
const MAX_REGIONS = 5;

/**
 * Where on the page a passage may stand, judged by the words that both share: each word votes for the shift
 * between its place in the passage and its places on the page, rare words with more weight. Best first.
 * Cost: passage length × places of a word (at most 48).
 */
export function votedRegions(
  passageText: string,
  passage: readonly Token[],
  words: WordIndex,
): readonly Region[] {
  const keys = keysOf(scanTokens(passageText));
  const votes = new Map<number, number>();
  passage.forEach((token, index) => {
    if (token.wordClass === 'function') return;
    const places = words.placesOf(keys[index] ?? 0);
    if (places.length === 0 || words.isCommon(places)) return;
    const vote = token.weight / Math.sqrt(places.length);
    for (const place of places) {
      const bucket = Math.floor((place - index) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + vote);
    }
  });
  return bestBuckets(votes).map((bucket) => ({
    from: bucket * BUCKET - SLACK,
    to: (bucket + 2) * BUCKET + passage.length + SLACK,
  }));
}

/** A shift on the border of two buckets splits its votes, so each bucket is judged together with the next. */
function bestBuckets(votes: ReadonlyMap<number, number>): readonly number[] {
  const sums = new Map<number, number>();
  for (const [bucket, vote] of votes) {
    sums.set(bucket, vote + (votes.get(bucket + 1) ?? 0));
    if (!sums.has(bucket - 1)) sums.set(bucket - 1, vote + (votes.get(bucket - 1) ?? 0));
  }
  const chosen: number[] = [];
  for (const [bucket] of [...sums].sort((a, b) => b[1] - a[1])) {
    if (chosen.some((other) => Math.abs(other - bucket) <= 1)) continue;
    chosen.push(bucket);
    if (chosen.length === MAX_REGIONS) break;
  }
  return chosen;
}
