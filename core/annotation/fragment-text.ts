import type { Span } from '@/core/text/span';

/*
 * Page text as browsers compare it with a text fragment: case and accents do not count, white space is one
 * space, and no single term may cross the border of a block (https://wicg.github.io/scroll-to-text-fragment/).
 */

/** A text prepared for text fragments. `\n\n` (any white space with an empty line in it) ends a block. */
export interface FragmentText {
  /** The text as it is. */
  readonly text: string;
  /** Folded; blocks are separated by one `\n`, all other white space is one space. */
  readonly folded: string;
  /** For each unit of `folded`, where the character it stands for begins and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** True where a word begins or ends before the unit of `folded` with this index (0 … length). */
  isWordBorder(index: number): boolean;
}

/** Lower case without accents, white space as one space: the form in which terms are compared. */
export function foldForFragment(text: string): string {
  return prepareFragmentText(text).folded;
}

/** Prepares `text`. Linear. */
export function prepareFragmentText(text: string): FragmentText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (units: string, start: number, end: number) => {
    folded += units;
    for (let unit = 0; unit < units.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (const match of text.matchAll(/(\s+)|\P{M}\p{M}*|\p{M}/gsu)) {
    const end = match.index + match[0].length;
    if (match[1] === undefined) push(foldCharacter(match[0]), match.index, end);
    else push(/\n[^\S\n]*\n/.test(match[1]) ? '\n' : ' ', match.index, end);
  }
  return { text, folded, starts, ends, isWordBorder: wordBorders(folded) };
}

/** Marks of kana and of South Asian scripts make other letters and stay; accents of Latin, Greek and Cyrillic go. */
function foldCharacter(character: string): string {
  if (/^[a-z0-9]$/.test(character)) return character;
  const lower = character
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  return lower === '’' || lower === '‘' ? "'" : lower;
}

/** White space and the punctuation of scripts without spaces: words never reach across it. */
const CLAUSE_BORDER = /[\s。，！？；：、（）「」『』《》【】]/;

/** A clause longer than this is cut: a segmenter copies its whole input for every word that it gives. */
const LONGEST_CLAUSE = 200;

/** Borders by UAX #29 and, for Chinese, Japanese and Thai, by dictionary; segmented clause by clause when asked. */
function wordBorders(folded: string): (index: number) => boolean {
  const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
  const known = new Map<number, ReadonlySet<number>>();
  return (index) => {
    if (index <= 0 || index >= folded.length) return true;
    if (CLAUSE_BORDER.test(folded.charAt(index - 1)) || CLAUSE_BORDER.test(folded.charAt(index)))
      return true;
    let from = index;
    while (
      from > 0 &&
      index - from < LONGEST_CLAUSE &&
      !CLAUSE_BORDER.test(folded.charAt(from - 1))
    )
      from--;
    let borders = known.get(from);
    if (borders === undefined) {
      let to = from;
      while (
        to < folded.length &&
        to - from < 2 * LONGEST_CLAUSE &&
        !CLAUSE_BORDER.test(folded.charAt(to))
      )
        to++;
      const clause = folded.slice(from, to);
      borders = new Set([...segmenter.segment(clause)].map((segment) => from + segment.index));
      known.set(from, borders);
    }
    return borders.has(index);
  };
}

/** The stretch of text that `folded.slice(from, to)` stands for; `from < to`. */
export function spanOfFragment(text: FragmentText, from: number, to: number): Span {
  return { start: text.starts[from] ?? 0, end: text.ends[to - 1] ?? 0 };
}
