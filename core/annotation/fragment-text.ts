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
  const next = /(\s+)|\P{M}\p{M}*|\p{M}/suy;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    // Most of any text: no expression needs to look at it.
    if (isPlainUnit(unit) && isPlainOrSpace(text.charCodeAt(at + 1))) {
      push(
        unit >= CAPITAL_A && unit <= CAPITAL_Z ? String.fromCharCode(unit + 32) : text.charAt(at),
        at,
        ++at,
      );
      continue;
    }
    next.lastIndex = at;
    const match = next.exec(text);
    // Never null: the three alternatives take every character there is.
    if (match === null) break;
    const end = at + match[0].length;
    if (match[1] === undefined) push(foldCharacter(match[0]), at, end);
    else push(/\n[^\S\n]*\n/.test(match[1]) ? '\n' : ' ', at, end);
    at = end;
  }
  return { text, folded, starts, ends, isWordBorder: wordBorders(folded) };
}

const [CAPITAL_A, CAPITAL_Z] = [65, 90];

/** ASCII that is seen, and Chinese: characters of one unit that need no folding but of capitals. */
function isPlainUnit(unit: number): boolean {
  return (unit > 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff);
}

/** What can follow without belonging to the character before it. NaN, which stands behind the end, can. */
function isPlainOrSpace(unit: number): boolean {
  return isPlainUnit(unit) || unit <= 0x20 || Number.isNaN(unit);
}

/** Marks of kana and of South Asian scripts make other letters and stay; accents of Latin, Greek and Cyrillic go. */
function foldCharacter(character: string): string {
  const lower = character
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  return lower === '’' || lower === '‘' ? "'" : lower;
}

/** White space and the punctuation of scripts without spaces: words never reach across it. */
const CLAUSE_BORDER = /[\s。，！？；：、（）「」『』《》【】]/;

/** ASCII next to which a word begins or ends whatever stands around it. Full stops, apostrophes, colons and the like may stand within words. */
const SURE_BORDER = /[-()[\]{}"!?/]/;
const LETTER = /[a-z0-9]/;

/** Whether a word begins or ends between two characters, where UAX #29 needs to see no more than them; else null. */
export function borderBetween(before: string, after: string): boolean | null {
  const [isBefore, isAfter] = [LETTER.test(before), LETTER.test(after)];
  if (isBefore && isAfter) return false;
  if ((isBefore && SURE_BORDER.test(after)) || (isAfter && SURE_BORDER.test(before))) return true;
  return null;
}

let segmenter: Intl.Segmenter | null = null;

/** A clause longer than this is cut: a segmenter copies its whole input for every word that it gives. */
const LONGEST_CLAUSE = 200;

/** Borders by UAX #29 and, for Chinese, Japanese and Thai, by dictionary; segmented clause by clause when asked. */
function wordBorders(folded: string): (index: number) => boolean {
  const known = new Map<number, ReadonlySet<number>>();
  return (index) => {
    if (index <= 0 || index >= folded.length) return true;
    const [before, after] = [folded.charAt(index - 1), folded.charAt(index)];
    if (CLAUSE_BORDER.test(before) || CLAUSE_BORDER.test(after)) return true;
    const sure = borderBetween(before, after);
    if (sure !== null) return sure;
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
      // Made once: building one takes longer than cutting a clause, and it holds no state between texts.
      segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
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
