/**
 * A test that a word becomes `word` by at most `limit` letters put in, taken out, changed, or swapped with a
 * neighbour (Damerau–Levenshtein without overlaps). For the letters a to z. Made once for a word and asked of a
 * whole dictionary: most words fail by length or by their letters alone.
 */
export function misspellingTest(word: string, limit: number): (other: string) => boolean {
  const letters = lettersOf(word);
  const width = word.length + 1;
  let [older, before, row] = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  return (other) => {
    if (Math.abs(other.length - word.length) > limit) return false;
    // Each change adds one letter to the set and takes one away, at most.
    if (bitCount(lettersOf(other) ^ letters) > 2 * limit) return false;
    for (let j = 0; j < width; j++) row[j] = j;
    for (let i = 1; i <= other.length; i++) {
      [older, before, row] = [before, row, older];
      const [letter, last] = [other.charCodeAt(i - 1), other.charCodeAt(i - 2)];
      let least = i;
      row[0] = i;
      for (let j = 1; j < width; j++) {
        const same = letter === word.charCodeAt(j - 1);
        let cost = (before[j - 1] ?? 0) + (same ? 0 : 1);
        cost = Math.min(cost, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
        const isSwap = letter === word.charCodeAt(j - 2) && last === word.charCodeAt(j - 1);
        if (i > 1 && j > 1 && isSwap) cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > limit) return false;
    }
    return (row[width - 1] ?? 0) <= limit;
  };
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
