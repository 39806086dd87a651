import type { Span } from '@/core/text/span';
import { isLeftOut } from './comparison-text';

/** Shrinks a span so that it begins and ends with something to see; null when there is nothing. */
export function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && isLeftOut(text.charCodeAt(start))) start++;
  while (end > start && isLeftOut(text.charCodeAt(end - 1)) && !isVariationSelector(text, end - 1))
    end--;
  return start === end ? null : { start, end };
}

/** Widens a span so that neither border cuts a surrogate pair, a mark off its letter, or an emoji in two. */
export function widenToCharacters(text: string, span: Span): Span {
  return { start: characterStart(text, span.start), end: characterEnd(text, span.end) };
}

/** The nearest offset at or before `offset` that cuts no character, as far as that can be told from a few units. */
export function characterStart(text: string, offset: number): number {
  let index = offset;
  while (isInsideCharacter(text, index)) index--;
  return index;
}

/** The nearest offset at or after `offset` that cuts no character. */
export function characterEnd(text: string, offset: number): number {
  let index = offset;
  while (isInsideCharacter(text, index)) index++;
  return index;
}

/*
 * Not the whole of UAX #29: enough for surrogate pairs, combining marks, variation selectors, emoji
 * sequences and flags. Intl.Segmenter would have to be run from the start of the text to be exact.
 */
function isInsideCharacter(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const after = text.charCodeAt(index);
  const before = text.charCodeAt(index - 1);
  if (after < 0x300 && before < 0x300) return before === 0x0d && after === 0x0a;
  if (isLowSurrogate(after) && isHighSurrogate(before)) return true;
  if (after === ZERO_WIDTH_JOINER || before === ZERO_WIDTH_JOINER) return true;
  const next = text.codePointAt(index) ?? 0;
  if (next >= 0x300 && EXTENDING.test(String.fromCodePoint(next))) return true;
  return isRegionalIndicator(next) && isOdd(regionalIndicatorsBefore(text, index));
}

const ZERO_WIDTH_JOINER = 0x200d;
/** Marks, and the skin tones that change the emoji before them. */
const EXTENDING = /\p{M}|[\u{1f3fb}-\u{1f3ff}]/u;

function regionalIndicatorsBefore(text: string, index: number): number {
  let count = 0;
  // Longer rows of flags than this are nobody's sentence, and must not cost more.
  for (let at = index - 2; at >= 0 && count < 64; at -= 2, count++) {
    if (!isRegionalIndicator(text.codePointAt(at) ?? 0)) break;
  }
  return count;
}

function isVariationSelector(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xfe00 && code <= 0xfe0f;
}

function isRegionalIndicator(codePoint: number): boolean {
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}

function isOdd(count: number): boolean {
  return count % 2 === 1;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
