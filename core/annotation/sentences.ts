/** How far a sentence border is looked for, in UTF-16 units. Longer sentences are taken as having none. */
const REACH = 600;

/** Units before a full stop in which an abbreviation and what precedes it have room. */
const LONGEST_ABBREVIATION = 12;

const ABBREVIATION =
  /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Gov|Sen|Rep|St|No|vs|Inc|Ltd|Co|Corp|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|est|[A-Z]|[A-Z]\.[A-Z])$/;
const BORDER = /[.!?…]+["'”’)\]]*(?=\s)|[。！？…]+["'”’」』）]*/gu;

/**
 * Where the sentence that holds `offset` begins: after the last full stop or paragraph border before it.
 * Null when there is none within reach. `paragraphBorder` is `\n` or an empty line (see `paragraphs.ts`).
 */
export function sentenceStart(
  text: string,
  offset: number,
  hasLineParagraphs: boolean,
): number | null {
  const from = Math.max(0, offset - REACH);
  const before = text.slice(from, offset);
  let start: number | null = from === 0 ? 0 : null;
  for (const match of before.matchAll(BORDER)) {
    if (isFullStop(before, match)) start = from + match.index + match[0].length;
  }
  const paragraph = lastParagraphBorder(before, hasLineParagraphs);
  if (paragraph !== null) start = Math.max(start ?? 0, from + paragraph);
  return start === null ? null : skipSpace(text, start, offset);
}

/** Where the sentence that holds `offset` ends, its full stop and closing quotes included. Null when out of reach. */
export function sentenceEnd(
  text: string,
  offset: number,
  hasLineParagraphs: boolean,
): number | null {
  const to = Math.min(text.length, offset + REACH);
  // From the word before, so that the T of "14:45 BST." is not taken for an initial.
  const from = Math.max(0, offset - LONGEST_ABBREVIATION);
  const after = text.slice(from, to);
  let end: number | null = to === text.length ? text.length : null;
  for (const match of `${after} `.matchAll(BORDER)) {
    if (from + match.index + match[0].length <= offset) continue;
    if (!isFullStop(after, match)) continue;
    end = Math.min(text.length, from + match.index + match[0].length);
    break;
  }
  const paragraph = firstParagraphBorder(text.slice(offset, to), hasLineParagraphs);
  if (paragraph !== null) end = Math.min(end ?? text.length, offset + paragraph);
  return end === null ? null : trimEnd(text, offset, end);
}

/** True when a sentence ends in `text` before its last words do. */
export function hasSentenceBorder(text: string): boolean {
  for (const match of text.matchAll(BORDER)) {
    const rest = text.slice(match.index + match[0].length);
    if (isFullStop(text, match) && /[\p{L}\p{N}]/u.test(rest)) return true;
  }
  return false;
}

function isFullStop(text: string, match: RegExpMatchArray): boolean {
  if (!match[0].startsWith('.') || match[0].length > 1) return true;
  const index = match.index ?? 0;
  if (ABBREVIATION.test(text.slice(Math.max(0, index - LONGEST_ABBREVIATION), index))) return false;
  return !/^\.\s+\p{Ll}/u.test(text.slice(index, index + 8));
}

function lastParagraphBorder(before: string, hasLineParagraphs: boolean): number | null {
  if (hasLineParagraphs) {
    const index = before.lastIndexOf('\n');
    return index === -1 ? null : index + 1;
  }
  let end: number | null = null;
  for (const match of before.matchAll(/\n[^\S\n]*\n\s*/g)) end = match.index + match[0].length;
  return end;
}

function firstParagraphBorder(after: string, hasLineParagraphs: boolean): number | null {
  const index = hasLineParagraphs ? after.indexOf('\n') : after.search(/\n[^\S\n]*\n/);
  return index === -1 ? null : index;
}

function skipSpace(text: string, start: number, limit: number): number {
  let index = start;
  while (index < limit && /\s/.test(text.charAt(index))) index++;
  return index;
}

function trimEnd(text: string, floor: number, end: number): number {
  let index = end;
  while (index > floor && /\s/.test(text.charAt(index - 1))) index--;
  return index;
}
