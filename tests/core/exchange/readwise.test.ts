import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { noteOf, quoteOf, tagsOf } from '@/core/annotation/annotation';
import { decodeReadwise, encodeReadwise } from '@/core/exchange/readwise';
import { aStoredAnnotation } from '@/tests/support/annotations';
import { aCorpusWithTrash, aMixedCorpus, NOW } from './corpus';

const context = { now: NOW };
const rowOf = (change: Parameters<typeof aStoredAnnotation>[0]) =>
  Papa.parse<Record<string, string>>(encodeReadwise([aStoredAnnotation(change)]), {
    header: true,
    skipEmptyLines: true,
  }).data[0];

describe('the CSV that Readwise imports', () => {
  it('has its columns in its order and passages only', () => {
    const { data, errors, meta } = Papa.parse(encodeReadwise(aCorpusWithTrash()), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(meta.fields).toEqual([
      'Highlight',
      'Title',
      'Author',
      'URL',
      'Note',
      'Location',
      'Date',
    ]);
    expect(data).toHaveLength(5);
  });

  it('gives dates in UTC and places as numbers', () => {
    expect(rowOf({})).toMatchObject({
      Date: '2026-03-01 10:00:00',
      Location: '10',
      URL: 'https://news.example/story',
    });
  });

  it.each([
    ['a note that would be a tag', { note: '.com bubble' }, ' .com bubble'],
    ['tags of one word', { note: 'x', tags: ['reuse', '回收'] }, '.reuse .回收\nx'],
    ['tags of several words, which it cannot hold', { note: 'x', tags: ['first stage'] }, 'x'],
    ['tags that would be commands', { note: 'x', tags: ['c1', 'h2', 'C3'] }, 'x'],
    ['a formula, unguarded', { note: '=1+1' }, '=1+1'],
  ])('writes %s', (_, change, note) => {
    expect(rowOf(change)?.Note).toBe(note);
  });

  it('comes back with words, note, tags, address and date', () => {
    const { records, problems } = decodeReadwise(encodeReadwise(aMixedCorpus()), context);
    const passages = aMixedCorpus().filter(({ annotation }) => quoteOf(annotation) !== null);
    expect(problems).toEqual([]);
    expect(records).toHaveLength(passages.length);
    for (const [index, { annotation }] of records.entries()) {
      const before = passages[index]?.annotation;
      if (before === undefined) throw new Error('expected as many as before');
      expect(quoteOf(annotation)).toBe(quoteOf(before));
      expect(noteOf(annotation)).toBe(noteOf(before));
      expect(annotation.target.source).toBe(before.target.source);
      expect(annotation.created.slice(0, 19)).toBe(before.created.slice(0, 19));
    }
    expect(tagsOf(records[1]?.annotation ?? aStoredAnnotation().annotation)).toEqual(['reuse']);
  });

  it('needs no column but the first', () => {
    const { records } = decodeReadwise('Highlight,Title\nwords,A book\n', context);
    expect(records[0]).toMatchObject({
      page: { title: 'A book' },
      foreign: { noPage: true, undated: true },
    });
  });
});

describe('the CSV that Readwise exports', () => {
  const file = readFileSync('tests/fixtures/exchange/readwise/readwise-data.csv', 'utf8');
  const { records, problems } = decodeReadwise(file, context);

  it('is read whole', () => {
    expect(problems).toEqual([]);
    expect(records).toHaveLength(5);
    expect(records.map(({ annotation }) => annotation.created)).toEqual([
      '2019-08-24T04:56:00.000Z',
      '2019-08-24T04:56:00.000Z',
      '2022-04-18T01:27:32.415Z',
      '2022-05-17T19:32:33.760Z',
      '2026-01-27T05:56:46.000Z',
    ]);
  });

  it('keeps lines and quotes of a highlight', () => {
    expect(quoteOf(records[0]?.annotation ?? aStoredAnnotation().annotation)).toBe(
      'A highlight with a comma, a line break\n\nand a "quoted" word.',
    );
  });

  it('belongs to titles, because it names no page', () => {
    expect(records[0]?.foreign).toMatchObject({
      noPage: true,
      readwise: { 'Amazon Book ID': 'B000000001' },
    });
    expect(records[0]?.page).toMatchObject({
      title: 'Invented Title: A Subtitle',
      author: 'Jane Example',
    });
    expect(records[0]?.pageKey).toBe(records[1]?.pageKey);
    expect(records[0]?.pageKey).not.toBe(records[2]?.pageKey);
  });

  it('gives note, tags and colour', () => {
    expect(records[1]?.annotation.target.styleClass).toBe('yellow');
    expect(noteOf(records[1]?.annotation ?? aStoredAnnotation().annotation)).toBe('my note');
    expect(tagsOf(records[1]?.annotation ?? aStoredAnnotation().annotation)).toEqual([
      'guns',
      'interesting facts',
    ]);
  });

  it('may lack its last column and gives the same ids again', () => {
    const short = file
      .replace(',Document tags', '')
      .replace(',"space,to read"', '')
      .replace(/,$/gm, '');
    expect(decodeReadwise(short, context).problems).toEqual([]);
    expect(decodeReadwise(file, { now: '2027-01-01T00:00:00.000Z' }).records).toEqual(records);
  });

  it('is refused when it is something else', () => {
    expect(decodeReadwise('a,b\n', context).problems[0]?.message).toContain('column Highlight');
  });

  it('names the line of a row without words', () => {
    expect(decodeReadwise('Highlight,Title\nx,y\n,z\n', context).problems).toMatchObject([
      { line: 3 },
    ]);
  });
});
