/*
 * One way to cut text into words, for the index and for the search field alike. Chinese, Japanese and Korean
 * text has no spaces: `Intl.Segmenter` cuts it by its dictionary, and each pair of neighbouring characters is
 * indexed too, because dictionaries do not know names (朱雀三号).
 */

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const IS_UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SPACED = /[\p{L}\p{N}]+/gu;

let segmenter: Intl.Segmenter | null = null;

/** Words of a text in lower case, in no particular order. Han runs give their dictionary words and character pairs. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  const spaced = normal(text).replace(UNSPACED, (run) => {
    words.push(...new Set([...dictionaryWords(run), ...pairsOf(run)]));
    return ' ';
  });
  for (const match of spaced.matchAll(SPACED)) words.push(match[0]);
  return words;
}

/** Words that a reader looks for. */
export interface WantedWords {
  /** Each must be there. Of Han runs these are the pairs, on which the index and the reader agree whatever a dictionary says. */
  readonly required: readonly string[];
  /** Longer dictionary words: where they are there too, the place is the better one. */
  readonly better: readonly string[];
}

/** What must be found for the words of a search field, in the order typed. */
export function wantedWords(text: string): WantedWords {
  const required: string[] = [];
  const better: string[] = [];
  for (const [piece] of normal(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    // A piece may mix both: 朱雀3号.
    for (const part of piece.split(/([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)/u)) {
      if (part === '') continue;
      if (!IS_UNSPACED.test(part)) required.push(part);
      else {
        const pairs = pairsOf(part);
        required.push(...(pairs.length === 0 ? [part] : pairs));
        better.push(...dictionaryWords(part).filter((word) => [...word].length > 2));
      }
    }
  }
  return { required: [...new Set(required)], better: [...new Set(better)] };
}

/** True for words of scripts without spaces. */
export function isUnspaced(word: string): boolean {
  return IS_UNSPACED.test(word);
}

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function dictionaryWords(run: string): readonly string[] {
  // Made once: a segmenter takes milliseconds to build and holds no state between texts.
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(run)].map(({ segment }) => segment);
}

function pairsOf(run: string): readonly string[] {
  const characters = [...run];
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}
