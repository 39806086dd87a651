import { pairKeysOf, type WordIndex } from './page-index';
import { scanTokens } from './token-scan';
import type { Token } from './tokens';

/** A stretch of page tokens in which a passage may stand: from inclusive, to exclusive. */
export interface Region {
  readonly from: number;
  readonly to: number;
  /** The share of the passage's words that voted for it, weighted, 0…1. Some votes are chance. */
  readonly share: number;
}

/** Words that vote for the same shift, give or take this many tokens, vote for the same place. */
const BUCKET = 16;

/** Room on both sides of a voted place, for words that an edit put in. */
const SLACK = 28;

/** Places for which a smaller share of the words vote are chance. */
const LEAST_SHARE = 0.15;

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
  const pairs = pairKeysOf(scanTokens(passageText));
  const votes = new Map<number, number>();
  let possible = 0;
  passage.forEach((token, index) => {
    const places = placesOf(token, pairs[index] ?? 0, words);
    if (places === null) return;
    const vote = token.weight / Math.sqrt(Math.max(1, places.length));
    possible += vote;
    for (const place of places) {
      const bucket = Math.floor((place - index) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + vote);
    }
  });
  return bestBuckets(votes, possible).map(([bucket, vote]) => ({
    from: bucket * BUCKET - SLACK,
    to: (bucket + 2) * BUCKET + passage.length + SLACK,
    share: vote / possible,
  }));
}

/** Words by themselves where they are rare enough; common words and characters together with their right neighbour. */
function placesOf(token: Token, pair: number, words: WordIndex): readonly number[] | null {
  if (token.isCharacter) return words.placesOfPair(pair);
  if (token.wordClass === 'function') return null;
  return words.placesOfWord(token.hash) ?? words.placesOfPair(pair);
}

/** A shift on the border of two buckets splits its votes, so each bucket is judged together with the next. */
function bestBuckets(
  votes: ReadonlyMap<number, number>,
  possible: number,
): readonly (readonly [number, number])[] {
  const sums = new Map<number, number>();
  for (const [bucket, vote] of votes) {
    sums.set(bucket, vote + (votes.get(bucket + 1) ?? 0));
    if (!sums.has(bucket - 1)) sums.set(bucket - 1, vote + (votes.get(bucket - 1) ?? 0));
  }
  const chosen: (readonly [number, number])[] = [];
  const worthwhile = [...sums].filter(([, vote]) => vote > LEAST_SHARE * possible);
  for (const candidate of worthwhile.sort((a, b) => b[1] - a[1])) {
    if (chosen.some(([other]) => Math.abs(other - candidate[0]) <= 1)) continue;
    chosen.push(candidate);
    if (chosen.length === MAX_REGIONS) break;
  }
  return chosen;
}
