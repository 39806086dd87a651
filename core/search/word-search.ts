import { type Columns, hasMarked } from './columns';
import { misspellingTest } from './misspelling';
import { placeOfWord, type Segment, wordsFrom } from './segment';
import { isUnspaced, wantedWords, wordsOf } from './words';

/** Every name of an entity in every script, for finding notes on Zhuque-3 by 朱雀 and the reverse. */
export type NamesOf = (id: string) => readonly string[];

/** Annotations that hold all words, and how well: 0 at the ordinals of all others. */
export type Scores = Float32Array;

/** What a name of an entity that the annotation is about counts, beside 16 for a word of the quotation. */
const NAME_WEIGHT = 32;

/** What a word counts that only begins as wanted, or is written nearly so. */
const BEGINNING = 0.7;
const NEARLY = 0.4;

/** Words of names by the number of their entity, for all entities of the columns. */
export type NameWords = readonly (readonly string[])[];

/** Cuts the names of all entities that annotations are about. */
export function nameWordsOf({ tables }: Columns, namesOf: NamesOf): NameWords {
  return tables.entities.texts.map((id) => (id === '' ? [] : wordsOf(namesOf(id).join(' '))));
}

/**
 * Scores annotations by words of which all must be there, in the text or among the names of what it is about. The
 * last word may be unfinished; a long word that is nowhere may be misspelt. Null when there are no words.
 */
export function scoreWords(
  words: string,
  columns: Columns,
  segments: readonly Segment[],
  names: NameWords,
): Scores | null {
  const { required, better } = wantedWords(words);
  if (required.length === 0) return null;
  const { size } = columns;
  const scores = new Float32Array(size);
  // How many of the words so far an annotation holds.
  const held = new Uint8Array(size);
  for (const [round, word] of required.entries()) {
    if (round === 255) break;
    const add = (ordinal: number, score: number) => {
      if ((held[ordinal] ?? 0) < round) return;
      held[ordinal] = round + 1;
      scores[ordinal] = (scores[ordinal] ?? 0) + score;
    };
    addWord(word, round === required.length - 1, { columns, segments, names, add });
  }
  const rounds = Math.min(255, required.length);
  for (let ordinal = 0; ordinal < size; ordinal++)
    if (held[ordinal] !== rounds) scores[ordinal] = 0;
  for (const word of better) {
    eachEntry(segments, [word], (ordinal, weight) => {
      if (scores[ordinal] !== 0) scores[ordinal] = (scores[ordinal] ?? 0) + weight;
    });
  }
  return scores;
}

interface Search {
  readonly columns: Columns;
  readonly segments: readonly Segment[];
  readonly names: NameWords;
  readonly add: (ordinal: number, score: number) => void;
}

function addWord(word: string, isLast: boolean, search: Search): void {
  const isOpen = isLast && (word.length > 1 || isUnspaced(word));
  const fits = (other: string) => other === word || (isOpen && other.startsWith(word));
  const found =
    addNames(fits, NAME_WEIGHT, search) +
    addPlaces(
      (segment) => {
        const place = placeOfWord(segment, word);
        return place === null ? [0, 0] : [place, place + 1];
      },
      1,
      search,
    ) +
    (isOpen ? addPlaces((segment) => afterWord(segment, word), BEGINNING, search) : 0);
  if (found > 0 || !/^[a-z]{5,}$/.test(word)) return;
  // A typo in a long word; never in Chinese, where one sign is a word, nor in numbers, where one digit is another rocket.
  const isMisspelt = misspellingTest(word, word.length < 8 ? 1 : 2);
  const isNear = (other: string) => isMisspelt(other) && /^[a-z]+$/.test(other);
  addNames(isNear, NAME_WEIGHT * NEARLY, search);
  for (const segment of search.segments) {
    const [first, end] = [wordsFrom(segment, 'a')[0], wordsFrom(segment, 'z')[1]];
    const near = segment.words.slice(first, end).filter(isNear);
    eachEntry([segment], near, (ordinal, weight) => search.add(ordinal, weight * NEARLY));
  }
}

/** Words that begin so and go on. */
function afterWord(segment: Segment, word: string): readonly [number, number] {
  const [start, end] = wordsFrom(segment, word);
  return [segment.words[start] === word ? start + 1 : start, end];
}

/** Adds what is about an entity of which a word of a name fits; 0 when no name fits. */
function addNames(fits: (word: string) => boolean, score: number, search: Search): number {
  const { columns, names, add } = search;
  const marked = Uint8Array.from(names, (words) => (words.some(fits) ? 1 : 0));
  if (!marked.includes(1)) return 0;
  for (let ordinal = 0; ordinal < columns.size; ordinal++)
    if (hasMarked(columns.entities, ordinal, marked)) add(ordinal, score);
  return 1;
}

/** Adds the entries of a range of words in each segment; tells how many. Rare words count more. */
function addPlaces(
  rangeIn: (segment: Segment) => readonly [number, number],
  factor: number,
  { columns, segments, add }: Search,
): number {
  const ranges = segments.map((segment) => {
    const [first, end] = rangeIn(segment);
    return { segment, from: segment.starts[first] ?? 0, to: segment.starts[end] ?? 0 };
  });
  const total = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  const rarity = factor * Math.log(1 + columns.size / Math.max(1, total));
  for (const { segment, from, to } of ranges)
    for (let at = from; at < to; at++)
      add(segment.ordinals[at] ?? 0, (segment.weights[at] ?? 0) * rarity);
  return total;
}

function eachEntry(
  segments: readonly Segment[],
  words: readonly string[],
  visit: (ordinal: number, weight: number) => void,
): void {
  for (const segment of segments) {
    for (const word of words) {
      const place = placeOfWord(segment, word);
      if (place === null) continue;
      const end = segment.starts[place + 1] ?? 0;
      for (let at = segment.starts[place] ?? 0; at < end; at++)
        visit(segment.ordinals[at] ?? 0, segment.weights[at] ?? 0);
    }
  }
}
