import { isUnspaced, isWordCode, wordEnd } from './letters';

/** A context word found in a text. */
export interface CueHit {
  readonly start: number;
  readonly end: number;
  /** Number of the cue in its index: equal for equal cues. */
  readonly cue: number;
  /** The cue's classes, one bit each. */
  readonly mask: number;
}

/**
 * Context words, ready to be looked up: three hash tables over one text, because as Maps of words and lists they
 * would be the largest thing that we keep in a tab.
 */
export interface CueIndex {
  /** The cues as written, one after the other. */
  readonly text: string;
  /** Where each cue begins in `text`, and where the last one ends. */
  readonly starts: Uint16Array;
  /** The classes of each cue, one bit each. */
  readonly masks: Int32Array;
  /** Cues that begin with a word, by that word. */
  readonly words: Int16Array;
  /** Cues whose first word is a stem, by its first `STEM_KEY` letters; longest first. */
  readonly stems: Int16Array;
  /** Cues in scripts without spaces, by first character; longest first. */
  readonly characters: Int16Array;
  /** The next cue with the same place in its table; `NONE` at the end. */
  readonly next: Int16Array;
}

/** 3: the shortest stem in use has three letters. */
const STEM_KEY = 3;
const NONE = -1;

/** Builds an index from lists of cues divided by `|`; the list at place n gives its cues bit n. */
export function createCueIndex(lists: readonly string[]): CueIndex {
  const known = new Map<string, number>();
  lists.forEach((list, bit) => {
    for (const cue of list.split('|'))
      if (cue !== '') known.set(cue, (known.get(cue) ?? 0) | (1 << bit));
  });
  const cues = [...known.keys()];
  const text = cues.join('');
  if (text.length > 0xffff || cues.length > 0x7fff)
    throw new Error(`expected at most 65,535 characters of cues, got ${text.length}`);
  const starts = new Uint16Array(cues.length + 1);
  cues.forEach((cue, index) => {
    starts[index + 1] = (starts[index] ?? 0) + cue.length;
  });
  const next = new Int16Array(cues.length).fill(NONE);
  const table = () => new Int16Array(tableSize(cues.length)).fill(NONE);
  const [words, stems, characters] = [table(), table(), table()];
  const add = (into: Int16Array, hash: number, cue: number) => {
    const place = hash & (into.length - 1);
    next[cue] = into[place] ?? NONE;
    into[place] = cue;
  };
  // Whatever is added last is found first.
  const indices = [...cues.keys()].reverse();
  const byLength = indices.toSorted((a, b) => (cues[a] ?? '').length - (cues[b] ?? '').length);
  for (const index of byLength) {
    const cue = cues[index] ?? '';
    if (isUnspaced(cue.charCodeAt(0))) add(characters, hashOf(cue, 0, 1), index);
    else if (isStem(cue)) add(stems, hashOf(cue, 0, STEM_KEY), index);
  }
  for (const index of indices) {
    const cue = cues[index] ?? '';
    if (isUnspaced(cue.charCodeAt(0)) || isStem(cue)) continue;
    const end = wordEnd(cue, 0);
    add(words, hashOf(cue, 0, end === 0 ? cue.length : end), index);
  }
  return { text, starts, masks: Int32Array.from(known.values()), words, stems, characters, next };
}

/** One word that takes any ending. */
function isStem(cue: string): boolean {
  return cue.endsWith('*') && cue.length > STEM_KEY && wordEnd(cue, 0) === cue.length - 1;
}

/** A power of two with at least half of its places free. */
function tableSize(count: number): number {
  return 2 ** Math.ceil(Math.log2(2 * count + 1));
}

/** Finds the context words of `lower`, which is lower-case text. Sorted by start. Linear in the text's length. */
export function findCues(index: CueIndex, lower: string, from = 0, to = lower.length): CueHit[] {
  const hits: CueHit[] = [];
  collectCues(index, lower, from, to, hits);
  return hits;
}

/**
 * Adds the context words of `lower` that start from `from` on and before `to`. Returns where to go on: the last one
 * may end behind `to`.
 */
export function collectCues(
  index: CueIndex,
  lower: string,
  from: number,
  to: number,
  hits: CueHit[],
): number {
  let position = from;
  while (position < to) {
    const code = lower.charCodeAt(position);
    if (isUnspaced(code)) {
      const hit = cueAtCharacter(index, lower, position);
      if (hit !== null) hits.push(hit);
      position += hit === null ? 1 : hit.end - hit.start;
      continue;
    }
    if (!isWordCode(code)) {
      position++;
      continue;
    }
    const end = wordEnd(lower, position);
    const hit = cueAtWord(index, lower, position, end);
    if (hit !== null) hits.push(hit);
    position = hit === null ? end : hit.end;
  }
  return position;
}

/** The longest cue that begins exactly at `position`, which must be the start of a word or a character of an unspaced script. */
export function cueAt(index: CueIndex, lower: string, position: number): CueHit | null {
  if (position >= lower.length) return null;
  const code = lower.charCodeAt(position);
  if (isUnspaced(code)) return cueAtCharacter(index, lower, position);
  if (!isWordCode(code)) return null;
  return cueAtWord(index, lower, position, wordEnd(lower, position));
}

/** True when a cue in a script without spaces ends exactly at `end`, or a word cue is the last word before it. */
export function cueBefore(index: CueIndex, lower: string, end: number): CueHit | null {
  if (end <= 0) return null;
  if (isUnspaced(lower.charCodeAt(end - 1))) {
    for (let start = Math.max(0, end - LONGEST_UNSPACED); start < end; start++) {
      const hit = cueAtCharacter(index, lower, start);
      if (hit !== null && hit.end === end) return hit;
    }
    return null;
  }
  // Phrases of up to three words: look from the third word back.
  let start = end;
  const starts: number[] = [];
  for (let words = 0; words < 3 && start > 0; words++) {
    while (words > 0 && start > 0 && isJoint(lower.charCodeAt(start - 1))) start--;
    const stop = start;
    while (start > 0 && isWordCode(lower.charCodeAt(start - 1))) start--;
    if (start === stop) break;
    starts.push(start);
  }
  for (const from of starts.reverse()) {
    const hit = cueAt(index, lower, from);
    if (hit !== null && hit.end === end) return hit;
  }
  return null;
}

/** 8: the longest cue in characters of an unspaced script. */
const LONGEST_UNSPACED = 8;

function cueAtCharacter(index: CueIndex, lower: string, start: number): CueHit | null {
  const { characters, next } = index;
  const place = hashOf(lower, start, start + 1) & (characters.length - 1);
  for (let cue = characters[place] ?? NONE; cue !== NONE; cue = next[cue] ?? NONE) {
    const length = lengthOf(index, cue);
    if (isWritten(index, cue, length, lower, start))
      return hitOf(index, cue, start, start + length);
  }
  return null;
}

/** The longest cue among those that begin with this word; else the longest stem of the word. */
function cueAtWord(index: CueIndex, lower: string, start: number, end: number): CueHit | null {
  const { words, stems, next } = index;
  let best = NONE;
  let bestEnd = 0;
  const place = hashOf(lower, start, end) & (words.length - 1);
  for (let cue = words[place] ?? NONE; cue !== NONE; cue = next[cue] ?? NONE) {
    const stop = phraseEnd(index, cue, lower, start, end);
    if (stop === null || stop < bestEnd) continue;
    if (stop === bestEnd && lengthOf(index, cue) <= lengthOf(index, best)) continue;
    best = cue;
    bestEnd = stop;
  }
  if (best !== NONE) return hitOf(index, best, start, bestEnd);
  if (end - start < STEM_KEY) return null;
  const stemPlace = hashOf(lower, start, start + STEM_KEY) & (stems.length - 1);
  for (let cue = stems[stemPlace] ?? NONE; cue !== NONE; cue = next[cue] ?? NONE) {
    const length = lengthOf(index, cue) - 1;
    if (length <= end - start && isWritten(index, cue, length, lower, start))
      return hitOf(index, cue, start, end);
  }
  return null;
}

/** Where the phrase `cue` ends if the text reads so from `start`, where a word ends at `wordStop`; null if it does not. */
function phraseEnd(
  index: CueIndex,
  cue: number,
  lower: string,
  start: number,
  wordStop: number,
): number | null {
  const length = lengthOf(index, cue);
  const isOpen = index.text.charCodeAt((index.starts[cue] ?? 0) + length - 1) === STAR;
  const plain = isOpen ? length - 1 : length;
  const stop = start + plain;
  // A cue of another word may share the place in the table.
  if (stop < wordStop || !isWritten(index, cue, plain, lower, start)) return null;
  const end = wordEnd(lower, stop);
  return isOpen || end === stop || !isWordCode(lower.charCodeAt(stop - 1)) ? end : null;
}

const STAR = 0x2a;

function lengthOf({ starts }: CueIndex, cue: number): number {
  return (starts[cue + 1] ?? 0) - (starts[cue] ?? 0);
}

/** True when the first `length` characters of a cue stand in `lower` at `start`. Without a copy of either. */
function isWritten(
  { text, starts }: CueIndex,
  cue: number,
  length: number,
  lower: string,
  start: number,
): boolean {
  const from = starts[cue] ?? 0;
  for (let at = 0; at < length; at++)
    if (text.charCodeAt(from + at) !== lower.charCodeAt(start + at)) return false;
  return true;
}

function hitOf({ masks }: CueIndex, cue: number, start: number, end: number): CueHit {
  return { start, end, cue, mask: masks[cue] ?? 0 };
}

/** 31: the multiplier of Java's String.hashCode; the high bits are mixed in, because tables use the low ones. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash ^ (hash >>> 15);
}

function isJoint(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x2d || code === 0x2010 || code === 0x2011;
}
