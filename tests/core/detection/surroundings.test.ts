import { describe, expect, test } from 'vitest';
import {
  beginsSentence,
  isInTitle,
  isListGap,
  isQuoted,
  lineAround,
  lineCase,
  sentenceAround,
  unwrap,
  wordAfter,
  wordBefore,
} from '@/core/detection/surroundings';

/** The text without the brackets, and the span that they marked. */
function marked(text: string) {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  return { text: text.replace('[', '').replace(']', ''), span: { start, end } };
}

describe('unwrap', () => {
  test.each([
    {
      name: 'a break inside a wrapped line',
      text: `${'word '.repeat(14)}end\nof it`,
      broken: false,
    },
    {
      name: 'a break with indentation',
      text: `${'word '.repeat(14)}end\n      of it`,
      broken: false,
    },
    { name: 'a break after a full stop', text: `${'word '.repeat(14)}end.\nNext`, broken: true },
    { name: 'a short line', text: 'Rocket Lab\nPlanet Labs', broken: true },
    { name: 'an empty line', text: `${'word '.repeat(14)}end\n\nNext`, broken: true },
    { name: 'a line too long to be wrapped', text: `${'word '.repeat(40)}end\nNext`, broken: true },
  ])('$name', ({ text, broken }) => {
    expect(unwrap(text)).toHaveLength(text.length);
    expect(unwrap(text).includes('\n')).toBe(broken);
  });
});

describe('neighbours', () => {
  test.each([
    { text: 'the Virgin [Atlantic] jet', before: 'Virgin', after: 'jet' },
    { text: 'an [Electron]-class rocket', before: 'an', after: 'class' },
    { text: 'Musk’s [SpaceX], which', before: 'Musk’s', after: null },
    { text: '[Nova]', before: null, after: null },
    { text: '火箭[朱雀]发射', before: null, after: null },
  ])('$text', ({ text, before, after }) => {
    const { text: plain, span } = marked(text);
    expect(wordBefore(plain, span)?.word ?? null).toBe(before);
    expect(wordAfter(plain, span)?.word ?? null).toBe(after);
  });
});

describe('where a name stands', () => {
  test.each([
    { text: '[Electron] flew', begins: true },
    { text: 'It rained. “[Electron] flew”', begins: true },
    { text: 'Headline\n[Electron] flew', begins: true },
    { text: 'The [Electron] flew', begins: false },
    { text: 'a, [Electron]', begins: false },
  ])('begins a sentence: $text', ({ text, begins }) => {
    const { text: plain, span } = marked(text);
    expect(beginsSentence(plain, span)).toBe(begins);
  });

  test.each([
    { text: 'the “[Spectrum]” rocket', quoted: true, title: false },
    { text: '《[星舰]》', quoted: true, title: false },
    { text: 'mission “Going Full [Spectrum]”', quoted: false, title: true },
    { text: 'he said “the [Spectrum] is late again”', quoted: false, title: false },
    { text: 'the [Spectrum] rocket', quoted: false, title: false },
  ])('quotation: $text', ({ text, quoted, title }) => {
    const { text: plain, span } = marked(text);
    expect(isQuoted(plain, span)).toBe(quoted);
    expect(isInTitle(plain, span)).toBe(title);
  });

  test('a sentence ends at full stops and line ends', () => {
    const { text, span } = marked('One. Two [Nova] three. Four');
    const { start, end } = sentenceAround(text, span);
    expect(text.slice(start, end)).toBe(' Two Nova three');
  });
});

describe('the line around a place', () => {
  const short = 'One line.\nThe second line\nand a third.';

  test.each([
    { name: 'in the middle', at: 14, line: 'The second line' },
    { name: 'the first', at: 3, line: 'One line.' },
    { name: 'the last', at: 30, line: 'and a third.' },
    { name: 'at its first letter', at: 10, line: 'The second line' },
    { name: 'at its end', at: 9, line: 'One line.' },
  ])('is found: $name', ({ at, line }) => {
    const { start, end } = lineAround(short, at);
    expect(short.slice(start, end)).toBe(line);
  });

  test('is a part of it where a whole book is one line', () => {
    const book = 'word '.repeat(200_000);
    const { start, end } = lineAround(book, 500_000);
    expect(start).toBe(496_000);
    expect(end).toBe(504_000);
  });
});

test('unwrapping a text in stretches gives the same as at once', () => {
  const text = `${`${'word '.repeat(14)}end\n  of it\n\nShort\tline\n`.repeat(20)}${'long '.repeat(90)}\nrest`;
  let lineStart = 0;
  let parts = '';
  for (let start = 0; start < text.length; start += 37) {
    const end = Math.min(start + 37, text.length);
    parts += unwrap(text, { start, end }, lineStart);
    const last = text.slice(start, end).lastIndexOf('\n');
    if (last >= 0) lineStart = start + last + 1;
  }
  expect(parts).toBe(unwrap(text));
});

test.each([
  { line: 'Rocket Lab Delays First Neutron Launch Again', expected: 'title' },
  { line: 'ROCKET LAB DELAYS FIRST NEUTRON LAUNCH', expected: 'caps' },
  { line: 'Rocket Lab delays the first Neutron launch until next year', expected: 'plain' },
  { line: 'Nova', expected: 'plain' },
] as const)('case of a line: $line', ({ line, expected }) => {
  expect(lineCase(line, { start: 0, end: line.length })).toBe(expected);
});

test.each([
  { gap: ', ', expected: true },
  { gap: ' and ', expected: true },
  { gap: '、', expected: true },
  { gap: '和', expected: true },
  { gap: ' flew past ', expected: false },
  { gap: '. ', expected: false },
])('a list: "$gap"', ({ gap, expected }) => {
  expect(isListGap(gap)).toBe(expected);
});
