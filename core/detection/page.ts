import type { Span } from '@/core/text/span';
import { type CueHit, findCues, isUnspaced } from './cue-index';
import type { FoundName } from './features';
import type { Lexicon } from './lexicon';
import { isInside, unwrap } from './surroundings';

/** A text with its context words found: what every judgement about a name in it shares. */
export interface Page {
  /** Line breaks that only wrap the text are spaces (`unwrap`). */
  readonly text: string;
  /** The text in lower case, of the same length. */
  readonly lower: string;
  /** Context words outside of names, sorted by start. */
  readonly hits: readonly CueHit[];
  /** Number of different cues of each class, by bit. */
  readonly distinct: readonly number[];
  /** Home words of countries, sorted by start; empty unless a name has namesakes. */
  readonly homes: readonly CueHit[];
  /** Square root of the thousands of characters, at least 1: longer pages hold more of every word. */
  readonly extent: number;
  /** True when a name of the gazetteer covers the position. Binary search. */
  readonly isInName: (position: number) => boolean;
  /** Letters that a reader reads in the time of one: 1 for spaced scripts, about 3 for Chinese. */
  readonly density: number;
}

/** Finds the context words of `text`, leaving out those inside `names`, which must be sorted by start. Linear. */
export function readContext(raw: string, lexicon: Lexicon, names: readonly FoundName[]): Page {
  const text = unwrap(raw);
  const lower = toLowerCase(text);
  const hits: CueHit[] = [];
  let next = 0;
  for (const hit of findCues(lexicon.cues, lower)) {
    let name = names[next];
    while (name !== undefined && name.end <= hit.start) name = names[++next];
    if (name === undefined || name.start >= hit.end) hits.push(hit);
  }
  const seen = new Set<number>();
  const distinct = new Array<number>(30).fill(0);
  for (const { cue, mask } of hits) {
    if (seen.has(cue)) continue;
    seen.add(cue);
    for (let bit = 0, rest = mask; rest !== 0; bit++, rest >>>= 1)
      if ((rest & 1) !== 0) distinct[bit] = (distinct[bit] ?? 0) + 1;
  }
  const homes = names.some(({ alias }) => alias.entities.length > 1)
    ? findCues(lexicon.homes, lower)
    : [];
  const density = 1 + 2 * unspacedShare(text);
  return {
    text,
    lower,
    hits,
    distinct,
    homes,
    isInName: (position) => isInside(names, position),
    extent: Math.max(1, Math.sqrt((text.length * density) / 1000)),
    density,
  };
}

/** What the cues of the classes in `mask` near a span add up to, and the one that counts most. */
export interface Nearness {
  /** 0 for none; 1 for one cue directly beside the span. */
  readonly sum: number;
  readonly nearest: CueHit | null;
}

/** 130 characters, a line or two: cues further away than three times this hardly count. Found by trial on the passages. */
const REACH = 130;
/** A word for another meaning that stands in another sentence: articles like to end on the bird or the god. */
const ACROSS_SENTENCES = 0.3;
/** A cue in another paragraph counts a third of that. */
const ACROSS_PARAGRAPHS = 1 / 3;

/** Sums the cues of the classes in `mask` around `span`, each by its distance; with `sentence`, those outside of it count less; repeated cues count once, at their nearest. */
export function cuesNear(
  page: Page,
  span: Span,
  mask: number,
  sentence: Span | null = null,
): Nearness {
  const reach = REACH / page.density;
  const from = firstFrom(page.hits, span.start - reach * 4);
  const best = new Map<number, number>();
  let nearest: CueHit | null = null;
  let top = 0;
  for (let index = from; index < page.hits.length; index++) {
    const hit = page.hits[index];
    if (hit === undefined || hit.start > span.end + reach * 4) break;
    if ((hit.mask & mask) === 0) continue;
    const before = hit.end <= span.start;
    const distance = before ? span.start - hit.end : Math.max(0, hit.start - span.end);
    let value = Math.exp(-distance / reach);
    if (sentence !== null && (hit.start < sentence.start || hit.end > sentence.end))
      value *= ACROSS_SENTENCES;
    const between = before
      ? page.text.slice(hit.end, span.start)
      : page.text.slice(span.end, hit.start);
    if (between.includes('\n')) value *= ACROSS_PARAGRAPHS;
    if (value > (best.get(hit.cue) ?? 0)) best.set(hit.cue, value);
    if (value > top) {
      top = value;
      nearest = hit;
    }
  }
  let sum = 0;
  for (const value of best.values()) sum += value;
  return { sum, nearest };
}

/** A weak cue (`mission`, `moon`) counts a quarter of a plain one when a page is judged. */
const WEAK = 0.25;

/** How much spaceflight the page speaks: the number of different cues for it. */
export function pageSpace(page: Page, lexicon: Lexicon): number {
  let sum = 0;
  lexicon.classes.forEach((name, bit) => {
    if (name === 'launch' || name === 'craft' || name === 'sector') sum += page.distinct[bit] ?? 0;
    if (name === 'weak') sum += WEAK * (page.distinct[bit] ?? 0);
  });
  return sum;
}

/** The class in `mask` with most different cues on the page: how many, and its name. */
export function strongestSense(page: Page, lexicon: Lexicon, mask: number): [number, string] {
  let best = 0;
  let name = '';
  lexicon.classes.forEach((candidate, bit) => {
    const count = (mask & (1 << bit)) === 0 ? 0 : (page.distinct[bit] ?? 0);
    if (count > best) {
      best = count;
      name = candidate;
    }
  });
  return [best, name];
}

/** The context words inside `span`. */
export function hitsIn(page: Page, span: Span): readonly CueHit[] {
  const from = firstFrom(page.hits, span.start);
  const to = firstFrom(page.hits, span.end);
  return page.hits.slice(from, to);
}

/** Index of the first hit that starts at or after `position`; `hits.length` when none does. */
function firstFrom(hits: readonly CueHit[], position: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const hit = hits[middle];
    if (hit !== undefined && hit.start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lower case without a change of length: İ alone becomes longer in JavaScript, and is left as it is. */
function toLowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replaceAll(/[^İ]+/g, (part) => part.toLowerCase());
}

/** Share of Han, kana and Hangul among the characters, 0…1, judged on at most 2,000 of them. */
function unspacedShare(text: string): number {
  const step = Math.max(1, Math.floor(text.length / 2000));
  let count = 0;
  let unspaced = 0;
  for (let position = 0; position < text.length; position += step) {
    count++;
    if (isUnspaced(text.charCodeAt(position))) unspaced++;
  }
  return count === 0 ? 0 : unspaced / count;
}
