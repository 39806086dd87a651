/*
 * Names of the reader's own, as a regular expression. Small on purpose: the scout has it on every page.
 */

/** What has no words with gaps between: there a name may touch its neighbours. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/**
 * A global expression that finds the names as they are written, capitals included, the longest first; null for no
 * names. `joined` is for `textContent`, in which blocks touch and lines break anywhere: it asks for no border.
 */
export function ownPattern(names: readonly string[], joined: boolean): RegExp | null {
  if (names.length === 0) return null;
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((name) => source(name, joined)).join('|'), 'gu');
}

function source(name: string, joined: boolean): string {
  const words = name.split(' ').map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  if (joined) return words.join('\\s+');
  const characters = [...name];
  const before = isWordEdge(characters[0]) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = isWordEdge(characters.at(-1)) ? '(?![\\p{L}\\p{N}])' : '';
  // A line feed is where a block ends: no name goes on behind it.
  return `${before}${words.join('[^\\S\\n]+')}${after}`;
}

function isWordEdge(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character) && !UNSPACED.test(character);
}
