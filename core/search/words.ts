/*
 * One way to cut text into words, for the index and for the search field alike. Chinese, Japanese and Korean
 * text has no spaces: `Intl.Segmenter` cuts it by its dictionary, and each pair of neighbouring characters is
 * indexed too, because dictionaries do not know names (朱雀三号).
 */

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const SPACED = /[\p{L}\p{N}]+/gu;

let segmenter: Intl.Segmenter | null = null;

/** Words of a text in lower case, in no particular order. Han runs give their dictionary words and character pairs. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  const spaced = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(UNSPACED, (run) => {
      words.push(...wordsOfRun(run));
      return ' ';
    });
  for (const match of spaced.matchAll(SPACED)) words.push(match[0]);
  return words;
}

function wordsOfRun(run: string): string[] {
  // Made once: a segmenter takes milliseconds to build and holds no state between texts.
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words = new Set<string>();
  for (const { segment } of segmenter.segment(run)) words.add(segment);
  const characters = [...run];
  for (let at = 0; at + 1 < characters.length; at++) {
    words.add(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
  }
  return [...words];
}
