import type { Span } from '@/core/text/span';
import { type FragmentText, prepareFragmentText, spanOfFragment } from './fragment-text';
import { formatTextDirective, resolveTextDirective, type TextDirective } from './text-directive';

/** A passage up to this many units is quoted whole; a longer one by its first and last words. */
export const WHOLE = 100;

/** Units that a first or last stretch of words has at least; in scripts without spaces each says more. */
export const STRETCH = 24;
const STRETCH_UNSPACED = 10;

/** Context is tried in these lengths, in units, on the side before, then also behind. */
const CONTEXT_LENGTHS = [12, 24, 48, 96];

/**
 * The fragment (`:~:text=…`, without `#`) of a link that leads a browser to `span`. Null when no fragment can: the
 * passage is not to be told from an earlier one by a hundred characters of context, or cannot be written in an address.
 * Cut words are taken whole, because browsers match whole words. Every fragment is tried on the text before it is
 * given: a link to other words is worse than a link to the page.
 */
export function textFragmentFor(text: string, span: Span): string | null {
  const page = prepareFragmentText(text);
  const passage = passageIn(page, span);
  if (passage === null) return null;
  const wanted = spanOfFragment(page, passage.from, passage.to);
  for (const directive of directivesFor(page, passage)) {
    const found = resolveTextDirective(page, directive);
    if (found?.start === wanted.start && found.end === wanted.end)
      return formatTextDirective(directive);
  }
  return null;
}

/** The address with a fragment that leads to `span`, or the address alone (see `textFragmentFor`). An id in it stays. */
export function linkToPassage(url: string, text: string, span: Span): string {
  const address = url.replace(/:~:.*$/s, '').replace(/#$/, '');
  const fragment = textFragmentFor(text, span);
  if (fragment === null) return address;
  return `${address}${address.includes('#') ? '' : '#'}${fragment}`;
}

/** A stretch of the folded page, between word borders: from inclusive, to exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function passageIn(page: FragmentText, span: Span): Stretch | null {
  let from = page.starts.findIndex((_, index) => (page.ends[index] ?? 0) > span.start);
  let to = page.starts.findIndex((start) => start >= span.end);
  if (to === -1) to = page.folded.length;
  if (from === -1) return null;
  while (from < to && /\s/.test(page.folded.charAt(from))) from++;
  while (to > from && /\s/.test(page.folded.charAt(to - 1))) to--;
  if (from === to) return null;
  const widest = { from: from - LONGEST_WORD, to: to + LONGEST_WORD };
  while (!page.isWordBorder(from)) if (--from < widest.from) return null;
  while (!page.isWordBorder(to)) if (++to > widest.to) return null;
  return { from, to };
}

/** Units by which a cut word is completed at most: what is longer is no word that a link could quote. */
const LONGEST_WORD = 100;

function* directivesFor(page: FragmentText, passage: Stretch): Generator<TextDirective> {
  const words = (stretch: Stretch) => wordsOf(page, stretch.from, stretch.to);
  const isOneBlock = !page.folded.slice(passage.from, passage.to).includes('\n');
  const isWhole = passage.to - passage.from <= WHOLE && isOneBlock;
  for (let factor = 1; factor <= 4; factor *= 2) {
    const cores: TextDirective[] = [];
    if (isWhole) cores.push({ start: words(passage) });
    else {
      const head = headOf(page, passage, factor);
      const tail = tailOf(page, passage, factor);
      if (head.to <= tail.from) cores.push({ start: words(head), end: words(tail) });
      else if (isOneBlock) cores.push({ start: words(passage) });
    }
    for (const core of cores) yield* withContexts(page, passage, core);
    if (isWhole) return;
  }
}

function* withContexts(
  page: FragmentText,
  passage: Stretch,
  core: TextDirective,
): Generator<TextDirective> {
  yield core;
  for (const length of CONTEXT_LENGTHS) {
    const prefix =
      contextBefore(page, passage.from, length)?.replace(/^[^\p{L}\p{N}]+/u, '') || null;
    const suffix = contextAfter(page, passage.to, length)?.replace(/[^\p{L}\p{N}]+$/u, '') || null;
    if (prefix !== null) yield { ...core, prefix };
    if (prefix !== null && suffix !== null) yield { ...core, prefix, suffix };
    if (prefix === null && suffix !== null) yield { ...core, suffix };
  }
}

function headOf(page: FragmentText, passage: Stretch, factor: number): Stretch {
  const border = page.folded.indexOf('\n', passage.from);
  const limit = border === -1 ? passage.to : Math.min(border, passage.to);
  let to = Math.min(limit, passage.from + stretchAt(page, passage.from) * factor);
  while (to < limit && !(page.isWordBorder(to) && isInk(page.folded, to - 1))) to++;
  return { from: passage.from, to };
}

function tailOf(page: FragmentText, passage: Stretch, factor: number): Stretch {
  const limit = Math.max(passage.from, page.folded.lastIndexOf('\n', passage.to - 1) + 1);
  let from = Math.max(limit, passage.to - stretchAt(page, passage.to - 1) * factor);
  while (from > limit && !(page.isWordBorder(from) && isInk(page.folded, from))) from--;
  return { from, to: passage.to };
}

/** Words before the passage, at least `length` units of them, within one block; null at the start of the page. */
function contextBefore(page: FragmentText, at: number, length: number): string | null {
  let to = at;
  while (to > 0 && !isInk(page.folded, to - 1)) to--;
  const limit = page.folded.lastIndexOf('\n', to - 1) + 1;
  let from = Math.max(limit, to - length);
  while (from > limit && !(page.isWordBorder(from) && isInk(page.folded, from))) from--;
  return from < to ? wordsOf(page, from, to) : null;
}

function contextAfter(page: FragmentText, at: number, length: number): string | null {
  let from = at;
  while (from < page.folded.length && !isInk(page.folded, from)) from++;
  const border = page.folded.indexOf('\n', from);
  const limit = border === -1 ? page.folded.length : border;
  let to = Math.min(limit, from + length);
  while (to < limit && !(page.isWordBorder(to) && isInk(page.folded, to - 1))) to++;
  return from < to ? wordsOf(page, from, to) : null;
}

/** The words as the page writes them: a link is read by people too. */
function wordsOf(page: FragmentText, from: number, to: number): string {
  const { start, end } = spanOfFragment(page, from, to);
  return page.text.slice(start, end).replace(/\s+/g, ' ');
}

function stretchAt(page: FragmentText, at: number): number {
  // The neighbours too: at the end of a sentence stands a full stop.
  const around = page.folded.slice(Math.max(0, at - 4), at + 4);
  return UNSPACED.test(around) ? STRETCH_UNSPACED : STRETCH;
}

const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

function isInk(folded: string, at: number): boolean {
  return /\S/.test(folded.charAt(at));
}
