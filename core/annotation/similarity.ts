import type { Token } from './tokens';

/**
 * How far two tokens say the same, 0…1: 1 for the same word, 0.75 to 0.85 for an inflection or a misprint,
 * 0 for different words. Figures and single characters are the same or they are not.
 */
export function similarityOf(a: Token, b: Token): number {
  if (a.hash === b.hash && a.isCharacter === b.isCharacter) return 1;
  if (a.isCharacter || b.isCharacter) return 0;
  if (a.key === b.key) return 1;
  if (isFigure(a) || isFigure(b)) return 0;
  return similarityOfWords(a.key, b.key);
}

/**
 * Cheap test that most pairs of words fail, so that the inner loop of an alignment stays one: an inflection or a
 * misprint leaves the first two letters alone, or the last three.
 */
export function maybeSimilar(a: Token, b: Token): boolean {
  if (a.hash === b.hash) return true;
  if (a.isCharacter || b.isCharacter) return false;
  const first = a.key;
  const second = b.key;
  if (first.length < 4 || second.length < 4) return first === second;
  if (first.charCodeAt(0) === second.charCodeAt(0) && first.charCodeAt(1) === second.charCodeAt(1))
    return true;
  const lengths = first.length - second.length;
  return lengths <= 2 && lengths >= -2 && first.endsWith(second.slice(-3));
}

function isFigure(token: Token): boolean {
  const first = token.key.charCodeAt(0);
  return first >= 0x30 && first <= 0x39;
}

/** Similarity of two words by their beginnings (inflection) or by few differing letters (misprint). */
function similarityOfWords(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4) return 0;
  let shared = 0;
  while (shared < shorter && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  if (shared >= 4 && shared >= 0.6 * longer && shared >= shorter - 3) return 0.85;
  const allowed = longer >= 8 ? 2 : 1;
  return longer - shorter <= allowed && distanceWithin(a, b, allowed) ? 0.75 : 0;
}

/** True when `a` becomes `b` by at most `limit` insertions, deletions, replacements or swaps of neighbours. */
function distanceWithin(a: string, b: string, limit: number): boolean {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return false;
    before = previous;
    previous = current;
  }
  return (previous[b.length] ?? limit + 1) <= limit;
}
