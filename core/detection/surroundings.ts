import type { Span } from '@/core/text/span';
import { isUnspaced, isWordCode, wordEnd } from './letters';

/*
 * What stands around a name, told from the letters alone. Positions are UTF-16 code units of the text.
 */

/** A word next to a name. */
export interface Neighbour {
  readonly word: string;
  readonly start: number;
  /** What stands between it and the name: spaces as one, a hyphen, nothing. */
  readonly gap: '' | ' ' | '-';
}

const OPENING = '"“”„‟«»‘’\'「『《〈（([{*_>-—–·•:：';
const QUOTE_PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”"',
  '”': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‹': '›',
  "'": "'",
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
};

/**
 * The text with the line breaks that only wrap it turned into spaces; of the same length. A page's text keeps
 * the breaks of its source code. A break is kept at an empty line, after a full stop, and where the line before
 * it is too short or too long to have been wrapped: lists, headlines, `<br>`.
 * Gives one stretch of the text; `firstLine` is where the line begins that the stretch begins in.
 */
export function unwrap(
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
  firstLine = start,
): string {
  let lineStart = firstLine;
  return text.slice(start, end).replace(/[\n\t]/g, (character, place: number) => {
    if (character === '\t') return ' ';
    const at = start + place;
    const line = text.slice(lineStart, at).trim();
    lineStart = at + 1;
    if (line.length < SHORTEST_WRAPPED || line.length > LONGEST_WRAPPED) return '\n';
    if (/[.!?:。！？：”"]$/.test(line)) return '\n';
    return /^[^\S\n]*(?:\n|$)/.test(text.slice(at + 1, at + 80)) ? '\n' : ' ';
  });
}

/** 45 and 130: formatters wrap source code between 60 and 120 columns, indentation included. */
const SHORTEST_WRAPPED = 45;
const LONGEST_WRAPPED = 130;
/** 40: the deepest indentation after a wrapped line that a gap may hold. */
const LONGEST_GAP = 40;

/** The Latin or Cyrillic word directly before, with spaces or a hyphen or nothing between; null if there is none. */
export function wordBefore(text: string, span: Span): Neighbour | null {
  const gapStart = gapBefore(text, span.start);
  let start = gapStart;
  while (start > 0 && isNameCode(text.charCodeAt(start - 1))) start--;
  if (start === gapStart) return null;
  return { word: text.slice(start, gapStart), start, gap: gapKind(text, gapStart, span.start) };
}

/** The Latin or Cyrillic word directly after; null if there is none. */
export function wordAfter(text: string, span: Span): Neighbour | null {
  const start = gapAfter(text, span.end);
  const end = wordEnd(text, start);
  if (end === start) return null;
  return { word: text.slice(start, end), start, gap: gapKind(text, span.end, start) };
}

/** True when the span is in quotation marks or title marks. */
export function isQuoted(text: string, span: Span): boolean {
  const closing = QUOTE_PAIRS[text.charAt(span.start - 1)];
  return closing?.includes(text.charAt(span.end) || ' ') ?? false;
}

/** True when the span is part of a longer title in quotation marks: `the mission "Going Full Spectrum"`. */
export function isInTitle(text: string, span: Span): boolean {
  const from = Math.max(0, span.start - LONGEST_TITLE);
  // No straight or closing single quotes: they are apostrophes too.
  const opening = /["“„«「『《‘][^"“”„«»「」『』《》‘\n]*$/u.exec(text.slice(from, span.start));
  const closing = /^[^"“”„«»「」『』《》‘\n]*?(?:["”»」』》]|’(?!\p{L}))/u.exec(
    text.slice(span.end, span.end + LONGEST_TITLE),
  );
  if (opening === null || closing === null) return false;
  const before = opening[0].slice(1).trim();
  const after = closing[0].slice(0, -1).trim();
  if (before === '' && after === '') return false;
  const words = `${before} ${after}`.split(/\s+/).filter((word) => /^\p{L}{4,}/u.test(word));
  return words.length > 0 && words.every(startsUpper);
}

/** 40 characters: longer quotations are somebody's words, not a title. */
const LONGEST_TITLE = 40;

/** True when nothing but opening punctuation stands between the span and the beginning of its sentence or line. */
export function beginsSentence(text: string, span: Span): boolean {
  let position = span.start;
  while (
    position > 0 &&
    (isSpace(text.charCodeAt(position - 1)) || OPENING.includes(text.charAt(position - 1)))
  ) {
    if (text.charAt(position - 1) === '\n') return true;
    position--;
  }
  return position === 0 || '.!?。！？…;；'.includes(text.charAt(position - 1));
}

/**
 * The start and end of the line (block or `<br>` line) that holds `position`; of a line that goes on for pages, the
 * part around it.
 */
export function lineAround(text: string, position: number): Span {
  const from = Math.max(0, position - LINE_REACH);
  const to = Math.min(text.length, position + LINE_REACH);
  const start = text.slice(from, position).lastIndexOf('\n');
  const end = text.slice(position, to).indexOf('\n');
  return { start: from + start + 1, end: end < 0 ? to : position + end };
}

/** 4,000 characters, more than any sentence or headline: where a whole book is one line, each name in it would cost the whole book. */
const LINE_REACH = 4000;

/** The sentence that holds the span: bounded by full stops and line ends; abbreviations may cut it short. */
export function sentenceAround(text: string, span: Span): Span {
  const line = lineAround(text, span.start);
  let start = span.start;
  while (start > line.start && !endsSentence(text, start - 1)) start--;
  let end = span.end;
  while (end < line.end && !endsSentence(text, end)) end++;
  return { start, end };
}

/** How capitals are used in the line: `title` and `caps` lines tell nothing by a capital. */
export function lineCase(text: string, line: Span): 'title' | 'caps' | 'plain' {
  let words = 0;
  let capital = 0;
  let caps = 0;
  for (let position = line.start; position < line.end; ) {
    if (!isWordCode(text.charCodeAt(position))) {
      position++;
      continue;
    }
    const end = Math.min(wordEnd(text, position), line.end);
    const word = text.slice(position, end);
    // Short words stay small in headlines; 4 is the usual rule of style books.
    if (word.length >= 4) {
      words++;
      if (startsUpper(word)) capital++;
      if (word === word.toUpperCase() && startsUpper(word)) caps++;
    }
    position = end;
  }
  if (words < 3) return 'plain';
  if (caps / words >= 0.7) return 'caps';
  return capital / words >= 0.75 ? 'title' : 'plain';
}

/** True when the first letter is a capital one. */
export function startsUpper(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

/** True for a character of a script without spaces directly at `position`. */
export function hasUnspaced(text: string, position: number): boolean {
  return position >= 0 && position < text.length && isUnspaced(text.charCodeAt(position));
}

/** Skips closing quotes, spaces and hyphens after a name: where a type noun would begin. */
export function afterName(text: string, end: number): number {
  let position = end;
  while (
    position < text.length &&
    position - end < 3 &&
    '"”’\'»«」』》〉)）]'.includes(text.charAt(position))
  )
    position++;
  return gapAfter(text, position);
}

/** Skips opening quotes, spaces and hyphens before a name: where a type noun would end. */
export function beforeName(text: string, start: number): number {
  let position = start;
  while (
    position > 0 &&
    start - position < 3 &&
    '"“‘\'»«「『《〈(（['.includes(text.charAt(position - 1))
  )
    position--;
  return gapBefore(text, position);
}

/** Where the word after the word at `start` begins; null when punctuation comes between, or nothing follows. */
export function secondWord(text: string, start: number): number | null {
  const end = wordEnd(text, start);
  if (end === start) return null;
  const next = gapAfter(text, end);
  return next === end || wordEnd(text, next) === next ? null : next;
}

/** The text between two spans that do not overlap. */
export function gapBetween(text: string, a: Span, b: Span): string {
  return a.end <= b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start);
}

/** True for `A, B and C`: nothing between two names but commas and an `and`. */
export function isListGap(gap: string): boolean {
  return /^["”’»」』》]?\s*(?:[,、，/·]|and|und|et|y|e|и|와|과|と|和|与|與|及|&|or|,\s*(?:and|or))\s*(?:the\s+)?["“‘«「『《]?$/.test(
    gap,
  );
}

function gapBefore(text: string, from: number): number {
  let position = from;
  while (position > 0 && from - position < LONGEST_GAP && isGap(text.charCodeAt(position - 1)))
    position--;
  return position;
}

function gapAfter(text: string, from: number): number {
  let position = from;
  while (
    position < text.length &&
    position - from < LONGEST_GAP &&
    isGap(text.charCodeAt(position))
  )
    position++;
  return position;
}

function gapKind(text: string, start: number, end: number): '' | ' ' | '-' {
  if (start === end) return '';
  return /[-‐‑]/.test(text.slice(start, end)) ? '-' : ' ';
}

function isGap(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x2d ||
    code === 0x2010 ||
    code === 0x2011
  );
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0xa0 ||
    code === 0x0a ||
    code === 0x09 ||
    code === 0x3000 ||
    code === 0x202f
  );
}

/** Letters, digits and the marks inside words: `Musk's`, `U.S`, `AT&T`. */
function isNameCode(code: number): boolean {
  return isWordCode(code) || code === 0x27 || code === 0x2019 || code === 0x26;
}

function endsSentence(text: string, position: number): boolean {
  const character = text.charAt(position);
  if ('。！？；!?;'.includes(character)) return true;
  if (character !== '.') return false;
  const next = text.charCodeAt(position + 1);
  return position + 1 >= text.length || isSpace(next) || next === 0x201d || next === 0x22;
}

/** True when a name covers `position`. Binary search: `names` are sorted and do not overlap. */
export function isInside(names: readonly Span[], position: number): boolean {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const name = names[middle];
    if (name !== undefined && name.end <= position) low = middle + 1;
    else high = middle;
  }
  const name = names[low];
  return name !== undefined && name.start <= position;
}
