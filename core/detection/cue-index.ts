/** A context word found in a text. */
export interface CueHit {
  readonly start: number;
  readonly end: number;
  /** Number of the cue in its index: equal for equal cues. */
  readonly cue: number;
  /** The cue's classes, one bit each. */
  readonly mask: number;
}

/** Context words, ready to be looked up. */
export interface CueIndex {
  /** The cues as written, by number. */
  readonly cues: readonly string[];
  readonly masks: readonly number[];
  /** Numbers of the cues that begin with a word, by that word. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** Numbers of the cues whose first word is a stem, by its first `STEM_KEY` letters. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Numbers of the cues in scripts without spaces, by first character; longest first. */
  readonly byCharacter: ReadonlyMap<string, readonly number[]>;
}

/** 3: the shortest stem in use has three letters. */
const STEM_KEY = 3;

/** Builds an index from lists of cues divided by `|`; the list at place n gives its cues bit n. */
export function createCueIndex(lists: readonly string[]): CueIndex {
  const number = new Map<string, number>();
  const masks: number[] = [];
  lists.forEach((list, bit) => {
    for (const cue of list.split('|')) {
      if (cue === '') continue;
      const known = number.get(cue) ?? number.size;
      number.set(cue, known);
      masks[known] = (masks[known] ?? 0) | (1 << bit);
    }
  });
  const byWord = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const byCharacter = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, cue: number) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [cue]);
    else list.push(cue);
  };
  const cues = [...number.keys()];
  cues.forEach((cue, index) => {
    const word = firstWord(cue);
    if (isUnspaced(cue.charCodeAt(0))) add(byCharacter, cue.charAt(0), index);
    else if (word.length + 1 === cue.length && cue.endsWith('*') && word.length >= STEM_KEY)
      add(byStem, word.slice(0, STEM_KEY), index);
    else add(byWord, word, index);
  });
  for (const list of [...byCharacter.values(), ...byStem.values()])
    list.sort((a, b) => (cues[b] ?? '').length - (cues[a] ?? '').length);
  return { cues, masks, byWord, byStem, byCharacter };
}

/**
 * Finds the context words of `lower`, which is lower-case text, from `from` up to `to`.
 * Sorted by start. Linear in the text's length.
 */
export function findCues(index: CueIndex, lower: string, from = 0, to = lower.length): CueHit[] {
  const hits: CueHit[] = [];
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
  return hits;
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
  for (const cue of index.byCharacter.get(lower.charAt(start)) ?? []) {
    const written = index.cues[cue] ?? '';
    if (lower.startsWith(written, start))
      return { start, end: start + written.length, cue, mask: index.masks[cue] ?? 0 };
  }
  return null;
}

function cueAtWord(index: CueIndex, lower: string, start: number, end: number): CueHit | null {
  const word = lower.slice(start, end);
  let best: CueHit | null = null;
  const consider = (cue: number, stop: number) => {
    if (best === null || stop > best.end || (stop === best.end && written(cue) > written(best.cue)))
      best = { start, end: stop, cue, mask: index.masks[cue] ?? 0 };
  };
  const written = (cue: number) => (index.cues[cue] ?? '').length;
  for (const cue of index.byWord.get(word) ?? []) {
    const stop = phraseEnd(index.cues[cue] ?? '', lower, start);
    if (stop !== null) consider(cue, stop);
  }
  if (best === null && word.length >= STEM_KEY)
    for (const cue of index.byStem.get(word.slice(0, STEM_KEY)) ?? [])
      if (word.startsWith((index.cues[cue] ?? '').slice(0, -1))) {
        consider(cue, end);
        break;
      }
  return best;
}

/** Where the phrase `cue` ends if the text reads so from `start`; null if it does not. */
function phraseEnd(cue: string, lower: string, start: number): number | null {
  const stem = cue.endsWith('*');
  const plain = stem ? cue.slice(0, -1) : cue;
  if (!lower.startsWith(plain, start)) return null;
  const stop = start + plain.length;
  const end = wordEnd(lower, stop);
  return stem || end === stop || !isWordCode(lower.charCodeAt(stop - 1)) ? end : null;
}

function firstWord(cue: string): string {
  const end = wordEnd(cue, 0);
  return cue.slice(0, end === 0 ? cue.length : end);
}

/** The first position from `start` on that is no letter or digit. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  return end;
}

function isJoint(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x2d || code === 0x2010 || code === 0x2011;
}

/** Letters and digits of scripts with spaces. */
export function isWordCode(code: number): boolean {
  if (code < 0x80)
    return (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39)
    );
  return (
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0xff10 && code <= 0xff5a)
  );
}

/** Han, kana and Hangul: scripts whose words are not told apart by spaces (Korean particles cling to words). */
export function isUnspaced(code: number): boolean {
  return (
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}
