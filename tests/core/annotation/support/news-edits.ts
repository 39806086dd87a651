import type { Span } from '@/core/text/span';
import { createRandom, type Random } from './random';

/** One sentence of a story: where it stood and where it stands after the edits; null when it was deleted. */
export interface FollowedSentence {
  readonly before: Span;
  readonly after: Span | null;
  readonly isEdited: boolean;
}

export interface EditedStory {
  readonly before: string;
  readonly after: string;
  /** In the order of `before`. */
  readonly sentences: readonly FollowedSentence[];
}

interface Sentence {
  readonly id: number | null;
  readonly text: string;
}

/**
 * Edits a story the way newsrooms do: figures corrected, clauses put in and cut, words replaced, sentences
 * deleted and added, now and then paragraphs moved and the typography changed. Every sentence is followed.
 */
export function editStory(story: string, seed: number): EditedStory {
  const random = createRandom(seed);
  const isChinese = /\p{Script=Han}{4}/u.test(story);
  const joint = isChinese ? '' : ' ';
  const before = layOut(paragraphsOf(story), joint);
  const edited = new Set<number>();
  let next = paragraphsOf(story).map((paragraph) =>
    paragraph.flatMap((sentence) => editSentence(sentence, isChinese, random, edited)),
  );
  if (random.chance(0.1) && next.length > 4) {
    const from = 1 + random.below(next.length - 1);
    const moved = next.splice(from, 1);
    next.splice(1 + random.below(next.length), 0, ...moved);
  }
  if (random.chance(0.15)) next = next.map((paragraph) => paragraph.map(curlQuotes));
  const after = layOut(
    next.filter((paragraph) => paragraph.length > 0),
    random.chance(0.15) && !isChinese ? '\u00a0' : joint,
  );
  return {
    before: before.text,
    after: after.text,
    sentences: [...before.spans].map(([id, span]) => ({
      before: span,
      after: after.spans.get(id) ?? null,
      isEdited: edited.has(id),
    })),
  };
}

function paragraphsOf(story: string): Sentence[][] {
  let id = 0;
  return story
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => splitSentences(paragraph).map((text) => ({ id: id++, text })));
}

/** Sentences of one paragraph, without the spaces between them. A quotation goes with its speaker. */
export function splitSentences(paragraph: string): readonly string[] {
  const borders =
    /(?<=[.!?]["”]?)\s+(?=["“]?\p{Lu})|(?<=[。！？][”」]?)(?=[^”」])(?!\p{Script=Han}{2,8}(?:说|表示))/gu;
  const abbreviation = /(?:a\.m|p\.m|Mr|Dr|\b[A-Z])\.$/;
  const parts: string[] = [];
  for (const part of paragraph.split(borders)) {
    const previous = parts.at(-1);
    if (previous !== undefined && abbreviation.test(previous))
      parts[parts.length - 1] = `${previous} ${part}`;
    else parts.push(part);
  }
  return parts.filter((part) => part.trim() !== '');
}

function layOut(paragraphs: readonly (readonly Sentence[])[], joint: string) {
  let text = '';
  const spans = new Map<number, Span>();
  paragraphs.forEach((paragraph, index) => {
    if (index > 0) text += '\n\n';
    paragraph.forEach((sentence, place) => {
      if (place > 0) text += joint;
      if (sentence.id !== null)
        spans.set(sentence.id, { start: text.length, end: text.length + sentence.text.length });
      text += sentence.text;
    });
  });
  return { text, spans };
}

function editSentence(
  sentence: Sentence,
  isChinese: boolean,
  random: Random,
  edited: Set<number>,
): Sentence[] {
  const fate = random.next();
  if (fate < 0.1) return [];
  const added = { id: null, text: random.pick(isChinese ? CHINESE_ADDITIONS : ADDITIONS) };
  if (fate < 0.16) return [sentence, added];
  if (fate < 0.2) return [added, sentence];
  if (fate < 0.45) {
    let { text } = sentence;
    const count = 1 + random.below(3);
    for (let edit = 0; edit < count; edit++)
      text = random.pick(isChinese ? CHINESE_EDITS : EDITS)(text, random);
    if (text !== sentence.text && sentence.id !== null) edited.add(sentence.id);
    return [{ id: sentence.id, text }];
  }
  return [sentence];
}

type Edit = (text: string, random: Random) => string;

const EDITS: readonly Edit[] = [
  correctFigure,
  (text, random) => text.replace(/([.!?]["”]?)$/, (stop) => random.pick(CLAUSES) + stop),
  (text, random) => random.pick(OPENINGS) + text.charAt(0).toLowerCase() + text.slice(1),
  (text) => text.replace(/, [^,"“”]{8,60}(?=[.!?]["”]?$)/, ''),
  (text, random) => replaceOne(text, SYNONYMS, random),
  (text, random) => {
    const words = text.split(' ');
    if (words.length < 9) return text;
    words.splice(2 + random.below(words.length - 4), 1);
    return words.join(' ');
  },
  (text, random) =>
    text.replace(/\b([a-z]{3})([a-z])([a-z])([a-z]*)\b/, (word, a, b, c, d) =>
      random.chance(0.5) ? a + c + b + d : word,
    ),
];

const CHINESE_EDITS: readonly Edit[] = [
  correctFigure,
  (text, random) =>
    text.replace(
      /(。[”]?)$/,
      (stop) => random.pick(['，引发业内关注', '，记者从公司获悉', '，这一数字仍在核实']) + stop,
    ),
  (text, random) => random.pick(['据介绍，', '据悉，', '目前，']) + text,
  (text) => text.replace(/，[^，。“”]{4,24}(?=。)/, ''),
  (text, random) => replaceOne(text, CHINESE_SYNONYMS, random),
  (text, random) => {
    const at = 3 + random.below(Math.max(1, text.length - 6));
    const cut = text.slice(at, at + 2);
    return text.length > 16 && /^\p{Script=Han}{2}$/u.test(cut) && !/[不没未无]/.test(cut)
      ? text.slice(0, at) + text.slice(at + 2)
      : text;
  },
];

function correctFigure(text: string, random: Random): string {
  const figures = [...text.matchAll(/\d+(?:\.\d+)?/g)];
  if (figures.length === 0) return text;
  const figure = random.pick(figures);
  const [digits] = figure;
  const corrected = String(Number(digits) + 1 + random.below(9));
  return text.slice(0, figure.index) + corrected + text.slice(figure.index + digits.length);
}

function replaceOne(
  text: string,
  synonyms: readonly (readonly [string, string])[],
  random: Random,
): string {
  const known = synonyms.filter(([word]) => text.includes(word));
  if (known.length === 0) return text;
  const [word, other] = random.pick(known);
  return text.replace(word, other);
}

function curlQuotes(sentence: Sentence): Sentence {
  const text = sentence.text
    .replace(/'/g, '’')
    .replace(/(^|[\s(])"/g, '$1“')
    .replace(/"/g, '”');
  return { ...sentence, text };
}

const CLAUSES = [
  ', officials said',
  ', according to people familiar with the matter',
  ' on Monday',
  ', which had not been reported before',
  ', the company said in a statement to the exchange late in the evening',
];
const OPENINGS = [
  'On Monday, ',
  'Meanwhile, ',
  'By the afternoon, ',
  'According to two people who saw the documents, ',
];
const ADDITIONS = [
  'The governor is expected to visit the site next week.',
  'A spokesman did not immediately return a call.',
  'Residents had been told to stay indoors.',
  'Earlier reports gave a different number.',
  'This story has been updated with details from the hearing.',
];
const CHINESE_ADDITIONS = [
  '有关情况将继续跟进报道。',
  '当地居民对此反应不一。',
  '截至发稿，公司未回应置评请求。',
  '多位专家接受了采访。',
];
const SYNONYMS = [
  ['said', 'told reporters'],
  ['company', 'firm'],
  ['about', 'roughly'],
  ['plans to', 'intends to'],
  ['wants to', 'hopes to'],
  ['more than', 'over'],
  ['first flight', 'maiden flight'],
  ['rocket', 'launcher'],
  ['lost', 'missing'],
  ['began', 'started'],
  ['expects', 'forecasts'],
  ['because', 'since'],
  ['several', 'a number of'],
  ['killed', 'claimed the lives of'],
] as const;
const CHINESE_SYNONYMS = [
  ['公司', '该公司'],
  ['将', '预计将'],
  ['约', '大约'],
  ['计划', '拟'],
  ['表示', '称'],
  ['目前', '截至目前'],
  ['增长', '提升'],
  ['进行', '开展'],
  ['成功', '顺利'],
  ['介绍', '透露'],
] as const;
