import type { Steps } from '@/core/steps';
import type { Span } from '@/core/text/span';
import { type CueHit, type CueIndex, collectCues } from './cue-index';
import type { FoundName } from './features';
import { isUnspaced } from './letters';
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

/** Finds the context words of `raw`, leaving out those inside `names`, which must be sorted by start. Linear. */
export function* readContext(
  raw: string,
  lexicon: Lexicon,
  names: readonly FoundName[],
): Steps<Page> {
  const { text, lower } = yield* readLines(raw);
  const hits = withoutNames(yield* findAllCues(lexicon.cues, lower), names);
  const seen = new Set<number>();
  const distinct = new Array<number>(30).fill(0);
  for (const { cue, mask } of hits) {
    if (seen.has(cue)) continue;
    seen.add(cue);
    for (let bit = 0, rest = mask; rest !== 0; bit++, rest >>>= 1)
      if ((rest & 1) !== 0) distinct[bit] = (distinct[bit] ?? 0) + 1;
  }
  const homes = names.some(({ alias }) => alias.entities.length > 1)
    ? yield* findAllCues(lexicon.homes, lower)
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

/** 4,000 characters of a text between two pauses. */
const PIECE = 4000;

/** The text with its lines put together, and the same in lower case. */
function* readLines(raw: string): Steps<{ readonly text: string; readonly lower: string }> {
  const text: string[] = [];
  const lower: string[] = [];
  let lineStart = 0;
  for (let from = 0; from < raw.length; from += PIECE) {
    const to = Math.min(from + PIECE, raw.length);
    const part = unwrap(raw, { start: from, end: to }, lineStart);
    text.push(part);
    lower.push(toLowerCase(part));
    const lineEnd = raw.slice(from, to).lastIndexOf('\n');
    if (lineEnd >= 0) lineStart = from + lineEnd + 1;
    yield;
  }
  return { text: text.join(''), lower: lower.join('') };
}

/** `findCues` over the whole text, in steps. */
function* findAllCues(index: CueIndex, lower: string): Steps<CueHit[]> {
  const hits: CueHit[] = [];
  for (let from = 0; from < lower.length; ) {
    from = collectCues(index, lower, from, Math.min(from + PIECE, lower.length), hits);
    yield;
  }
  return hits;
}

function withoutNames(hits: readonly CueHit[], names: readonly FoundName[]): CueHit[] {
  let next = 0;
  return hits.filter((hit) => {
    let name = names[next];
    while (name !== undefined && name.end <= hit.start) name = names[++next];
    return name === undefined || name.start >= hit.end;
  });
}

/** A context word near a name, and how much it counts there. */
export interface NearCue {
  readonly hit: CueHit;
  /** 1 directly beside the name, less with the distance. */
  readonly closeness: number;
  readonly isInSentence: boolean;
  readonly isInParagraph: boolean;
}

/** 130 characters, a line or two: cues further away than three times this hardly count. Found by trial on the passages. */
const REACH = 130;
/** A word for another meaning that stands in another sentence: articles like to end on the bird or the god. */
const ACROSS_SENTENCES = 0.3;
/** A cue in another paragraph counts a third of that. */
const ACROSS_PARAGRAPHS = 1 / 3;

/** The context words around `span`, which stands in `sentence`; sorted by start. */
export function cuesAround(page: Page, span: Span, sentence: Span): readonly NearCue[] {
  const reach = REACH / page.density;
  const near: NearCue[] = [];
  for (let index = firstFrom(page.hits, span.start - reach * 4); ; index++) {
    const hit = page.hits[index];
    if (hit === undefined || hit.start > span.end + reach * 4) return near;
    const before = hit.end <= span.start;
    const distance = before ? span.start - hit.end : Math.max(0, hit.start - span.end);
    const between = before
      ? page.text.slice(hit.end, span.start)
      : page.text.slice(span.end, hit.start);
    near.push({
      hit,
      closeness: Math.exp(-distance / reach),
      isInSentence: hit.start >= sentence.start && hit.end <= sentence.end,
      isInParagraph: !between.includes('\n'),
    });
  }
}

/** What the cues of some classes near a name add up to, and the one that counts most. */
export interface Nearness {
  /** 0 for none; 1 for one cue directly beside the name. */
  readonly sum: number;
  readonly nearest: CueHit | null;
}

/** Sums the cues of the classes in `mask`, each by its distance; with `bySentence`, those in other sentences count less; repeated cues count once, at their nearest. */
export function sumCues(near: readonly NearCue[], mask: number, bySentence = false): Nearness {
  const best = new Map<number, number>();
  let nearest: CueHit | null = null;
  let top = 0;
  for (const { hit, closeness, isInSentence, isInParagraph } of near) {
    if ((hit.mask & mask) === 0) continue;
    let value = closeness;
    if (bySentence && !isInSentence) value *= ACROSS_SENTENCES;
    if (!isInParagraph) value *= ACROSS_PARAGRAPHS;
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
