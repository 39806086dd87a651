import { expect, describe as group, it } from 'vitest';
import { prepareFragmentText } from '@/core/annotation/fragment-text';
import { parseTextDirectives, resolveTextDirective } from '@/core/annotation/text-directive';
import { linkToPassage, textFragmentFor } from '@/core/annotation/text-fragment';
import { marked } from './support/marked';

const LONG =
  'The first stage separated as planned and restarted three of its nine engines, but telemetry was lost eleven seconds before the expected touchdown about eighty metres short of the pad.';
const CHINESE =
  '一级按计划完成分离，并重新启动了九台发动机中的三台，在预计触地前十一秒，遥测信号中断，落点距回收场中心约八十米，现场没有人员受伤，公司没有公布故障原因，表示将在两个月内完成归零分析并向社会公布结果，第二枚火箭已经运抵发射场。';

group('the fragment of a passage', () => {
  it.each([
    {
      name: 'a short passage is quoted whole',
      source: 'It flew. [[Nobody was hurt.]] It rained.',
      fragment: ':~:text=Nobody%20was%20hurt.',
    },
    {
      name: 'hyphens, commas and ampersands are encoded',
      source: 'See [[A-1, B & C]] there.',
      fragment: ':~:text=A%2D1%2C%20B%20%26%20C',
    },
    {
      name: 'brackets are encoded for Markdown',
      source: 'See [[the rocket (the big one) there]] now.',
      fragment: ':~:text=the%20rocket%20%28the%20big%20one%29%20there',
    },
    {
      name: 'a second copy gets the words before it',
      source: 'Alpha flew. Beta flew. It was good. Gamma flew. [[It was good.]] Done.',
      fragment: ':~:text=Gamma%20flew.-,It%20was%20good.',
    },
    {
      name: 'a cut word is taken whole',
      source: 'The laun[[ch was delay]]ed.',
      fragment: ':~:text=launch%20was%20delayed',
    },
    {
      name: 'white space is one space',
      source: 'It [[was\n   good]] then.',
      fragment: ':~:text=was%20good',
    },
    {
      name: 'a long passage is quoted by its ends',
      source: `Before that. [[${LONG}]] After that.`,
      fragment: ':~:text=The%20first%20stage%20separated,metres%20short%20of%20the%20pad.',
    },
  ])('$name', ({ source, fragment }) => {
    const { text, span } = marked(source);
    if (span === null) throw new TypeError('expected a mark');
    expect(textFragmentFor(text, span)).toBe(fragment);
  });

  it('quotes a long Chinese passage by few characters, not by the whole sentence', () => {
    const { text, span } = marked(`标题。[[${CHINESE}]]完。`);
    if (span === null) throw new TypeError('expected a mark');
    const [directive] = parseTextDirectives(`#${textFragmentFor(text, span)}`);
    expect(directive?.start.length).toBeLessThan(16);
    expect(directive?.end?.length).toBeLessThan(16);
  });

  it.each([
    `Before. [[${LONG}]] After.`,
    `前文。[[${CHINESE}]]后文。`,
    'First block.\n\nSecond [[block with words.\n\nThird block]] here.\n\nFourth.',
    'One [[two]] two two.',
    'Wie [[schön Größe]] ist.',
    'ロケットは[[予定の軌道に投入された]]。',
    '🚀 [[🛰 go]] 🚀',
  ])('leads back to the passage: %s', (source) => {
    const { text, span } = marked(source);
    if (span === null) throw new TypeError('expected a mark');
    const [directive] = parseTextDirectives(`#${textFragmentFor(text, span)}`);
    if (directive === undefined) throw new TypeError('expected a fragment');
    const found = resolveTextDirective(prepareFragmentText(text), directive);
    expect(found?.start).toBeLessThanOrEqual(span.start);
    expect(found?.end).toBeGreaterThanOrEqual(span.end - 1);
  });

  it.each([
    { name: 'nothing but white space', source: 'a [[  ]] b' },
    { name: 'half a surrogate pair', source: 'a [[x\ud83d]] b' },
    {
      name: 'words that repeat further than any context reaches',
      source: `${'no end of this '.repeat(60)}[[no end of this]] ${'no end of this '.repeat(60)}`,
    },
  ])('is null for $name', ({ source }) => {
    const { text, span } = marked(source);
    if (span === null) throw new TypeError('expected a mark');
    expect(textFragmentFor(text, span)).toBeNull();
  });
});

group('the link to a passage', () => {
  const text = 'It flew. Nobody was hurt. It rained.';
  const span = { start: 9, end: 24 };

  it.each([
    {
      name: 'an address',
      url: 'https://news.example/a',
      link: 'https://news.example/a#:~:text=Nobody%20was%20hurt',
    },
    {
      name: 'an address with an id',
      url: 'https://news.example/a#part',
      link: 'https://news.example/a#part:~:text=Nobody%20was%20hurt',
    },
    {
      name: 'an address with a fragment of its own',
      url: 'https://news.example/a#:~:text=old',
      link: 'https://news.example/a#:~:text=Nobody%20was%20hurt',
    },
  ])('on $name', ({ url, link }) => {
    expect(linkToPassage(url, text, span)).toBe(link);
  });

  it('is the address alone when no fragment can single the passage out', () => {
    expect(linkToPassage('https://news.example/a', 'a   b', { start: 1, end: 4 })).toBe(
      'https://news.example/a',
    );
  });
});
