import type { Span } from '@/core/text/span';

/*
 * What the matcher must find where names and text are written in the same way: every name tried at every offset.
 * It knows word borders and nothing of cases, gaps and numerals; texts for it must not vary in those.
 */

/** A name at a place. */
export interface NaiveMatch extends Span {
  readonly name: string;
}

/** Leftmost first, the longest at each place; sorted by start, never overlapping. */
export function naiveScan(text: string, names: readonly string[]): NaiveMatch[] {
  const found: NaiveMatch[] = [];
  for (let start = 0; start < text.length; ) {
    const [longest] = names
      .filter((name) => text.startsWith(name, start) && hasBorders(text, start, name))
      .toSorted((a, b) => b.length - a.length);
    if (longest === undefined) start++;
    else {
      found.push({ start, end: start + longest.length, name: longest });
      start += longest.length;
    }
  }
  return found;
}

/** A Latin letter or digit at an end of the name may have none beside it. */
function hasBorders(text: string, start: number, name: string): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(start + name.length);
  return !(isWord(name.charAt(0)) && isWord(before)) && !(isWord(name.slice(-1)) && isWord(after));
}

function isWord(character: string): boolean {
  return /[A-Za-z0-9]/.test(character);
}
