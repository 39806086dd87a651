import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noteOf, quoteOf } from '@/core/annotation/annotation';
import { decodeClipper } from '@/core/exchange/clipper';
import { merge } from '@/core/exchange/merge';
import { NOW } from './corpus';

const context = { now: NOW };
const read = (name: string) =>
  readFileSync(`tests/fixtures/exchange/obsidian-clipper/${name}.json`, 'utf8');
const recordsOf = (value: unknown) => decodeClipper(JSON.stringify(value), context).records;
const aRecord = {
  id: '1767225600000',
  type: 'text',
  xpath: '/p[1]',
  startOffset: 0,
  endOffset: 3,
  content: 'one',
};

describe('highlights of Obsidian Web Clipper', () => {
  it('are read with their words and dates, a selection over two blocks as one', () => {
    const { records, problems } = decodeClipper(read('highlights'), context);
    expect(problems).toEqual([]);
    expect(records.map(({ annotation }) => quoteOf(annotation))).toEqual([
      'a plain highlight',
      'first line\n\nsecond line',
      'group part one\n\ngroup part two',
    ]);
    expect(records.map(({ annotation }) => annotation.created)).toEqual([
      '1970-01-01T00:00:00.100Z',
      '1970-01-01T00:00:00.200Z',
      '1970-01-01T00:00:00.300Z',
    ]);
  });

  it('of an older file are the same records', () => {
    const { records } = decodeClipper(read('highlights'), context);
    const legacy = decodeClipper(read('highlights-legacy'), context).records;
    expect(merge(records, legacy).unchanged).toHaveLength(3);
  });

  it('keep the words around them', () => {
    const [record] = decodeClipper(read('highlights-anchored'), context).records;
    expect(record?.annotation.target.selector?.[0]).toMatchObject({ prefix: 'before ' });
  });

  it('take notes, of the record or of the readable entry', () => {
    const highlights = [{ text: 'one', timestamp: NOW, notes: ['from the entry'] }];
    const url = 'https://a.example/x';
    const notes = [
      ...recordsOf([{ url, highlights, data: [aRecord] }]),
      ...recordsOf([{ url, highlights, data: [{ ...aRecord, notes: ['a', 'b'] }] }]),
      ...recordsOf([{ url, highlights }]),
    ].map(({ annotation }) => noteOf(annotation));
    expect(notes).toEqual(['from the entry', 'a\n\nb', 'from the entry']);
  });

  it.each([
    ['tags and references', 'a <b>b</b> &amp; c&#39;s &lt;d&gt;', "a b & c's <d>"],
    ['a script, as words that nothing runs', '<script>alert(1)</script>', 'alert(1)'],
    ['a sign that is no tag', '1 < 2', '1 < 2'],
    ['references that are none', '&bogus; &#0; &#99999999;', '&bogus; &#0; &#99999999;'],
  ])('are words, not HTML: %s', (_, content, exact) => {
    const [record] = recordsOf([{ url: 'https://a.example', data: [{ ...aRecord, content }] }]);
    expect(record === undefined ? '' : quoteOf(record.annotation)).toBe(exact);
  });

  it('of a picture become a note on the page, with what finds the picture kept', () => {
    const [record] = recordsOf([
      {
        url: 'https://a.example',
        data: [{ ...aRecord, type: 'element', content: '<img src="x">' }],
      },
    ]);
    expect(record?.annotation.motivation).toBe('bookmarking');
    expect(record?.foreign).toMatchObject({ clipper: [{ type: 'element', xpath: '/p[1]' }] });
  });

  it('of a page under an address with tracking belong to the page', () => {
    const [record] = recordsOf([{ url: 'https://a.example/x?utm_source=y', data: [aRecord] }]);
    expect(record?.pageKey).toBe('https://a.example/x');
  });

  it.each([
    ['a record of an unknown kind', read('invalid-record'), 'neither a text nor an element'],
    ['an object', '{"not":"an array"}', 'expected a list of pages'],
    ['no JSON', 'not json at all', 'not JSON'],
    [
      'an entry without words',
      '[{"url":"https://a.example","highlights":[{"timestamp":"x"}]}]',
      'no "text"',
    ],
    ['a page without an address', '[{"highlights":[{"text":"x"}]}]', 'no "url"'],
  ])('are refused with %s', (_, text, message) => {
    const { records, problems } = decodeClipper(text, context);
    expect(records).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
  });
});
