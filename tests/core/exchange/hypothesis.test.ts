import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  entitiesOf,
  noteOf,
  quoteOf,
  type StoredAnnotation,
  tagsOf,
} from '@/core/annotation/annotation';
import { encodeHypothesis } from '@/core/exchange/hypothesis';
import { decodeHypothesisCsv } from '@/core/exchange/hypothesis-csv';
import { decodeHypothesis } from '@/core/exchange/hypothesis-decode';
import { merge } from '@/core/exchange/merge';
import { aCorpusWithTrash, aMixedCorpus, NOW } from './corpus';

const context = { now: NOW };
const FIXTURES = 'tests/fixtures/exchange/hypothesis';
const read = (name: string) => readFileSync(`${FIXTURES}/${name}`, 'utf8');
const onPages = () => aMixedCorpus().filter(({ page }) => page !== undefined);

describe('the file that Hypothesis imports', () => {
  const file = JSON.parse(encodeHypothesis(aCorpusWithTrash(), { now: NOW }));

  it('is an object with a list of annotations, which is all that its importer asks', () => {
    expect(Object.keys(file)).toEqual([
      'export_date',
      'export_userid',
      'client_version',
      'annotations',
    ]);
    expect(file.annotations).toHaveLength(6);
  });

  it('has in each row what the schema of its server demands', () => {
    const demanded =
      'id created updated user uri text tags group permissions target document links hidden flagged';
    for (const row of file.annotations) {
      expect(Object.keys(row)).toEqual(expect.arrayContaining(demanded.split(' ')));
      expect(row.user).toMatch(/^acct:[A-Za-z0-9._]{3,30}@/);
      expect(row.target).toHaveLength(1);
      expect(Array.isArray(row.document.title)).toBe(true);
    }
  });

  it('leaves out positions, which count another text there', () => {
    expect(JSON.stringify(file)).not.toContain('TextPositionSelector');
  });

  it('gives a page note no selectors', () => {
    const note = file.annotations.find((row: { text: string }) =>
      row.text.startsWith('A note on the whole'),
    );
    expect(note.target).toEqual([{ source: 'https://news.example/story' }]);
  });

  it('comes back with quotation, note, tags, colour, entities and dates', () => {
    const { records, problems } = decodeHypothesis(JSON.stringify(file), context);
    expect(problems).toEqual([]);
    const kept = ({ annotation, pageKey }: StoredAnnotation) => ({
      id: annotation.id,
      quote: annotation.target.selector?.[0],
      body: annotation.body,
      colour: annotation.target.styleClass,
      source: annotation.target.source,
      created: annotation.created,
      modified: annotation.modified,
      motivation: annotation.motivation,
      pageKey,
    });
    expect(records.map(kept)).toEqual(onPages().map(kept));
    expect(merge(aMixedCorpus(), records).unchanged).toHaveLength(6);
  });
});

describe('files of Hypothesis', () => {
  it.each(['export.json', 'api-rows.json'])('%s is read with words, dates and address', (name) => {
    const { records, problems } = decodeHypothesis(read(name), context);
    expect(problems).toEqual([]);
    expect(records).toHaveLength(5);
    const [first] = records;
    if (first === undefined) throw new Error('expected a record');
    expect(first.annotation).toMatchObject({
      created: '2016-12-16T11:24:14.673Z',
      modified: '2016-12-16T11:24:14.673Z',
    });
    expect(noteOf(first.annotation)).toBe('Footer');
    expect(first.annotation.target.selector).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: '11 November 2016',
        prefix: ' This page was last modified on ',
        suffix: expect.stringContaining(', at 05:56.'),
      },
    ]);
    expect(first.page).toMatchObject({ title: 'Regression testing - Wikipedia' });
  });

  it('give back their own selectors, group and user', () => {
    const { records } = decodeHypothesis(read('export.json'), context);
    const again = JSON.parse(encodeHypothesis(records, { now: NOW })).annotations[0];
    const [before] = JSON.parse(read('export.json')).annotations;
    expect(again.target).toEqual(before.target);
    expect(again).toMatchObject({
      user: before.user,
      group: before.group,
      permissions: before.permissions,
      text: before.text,
    });
  });

  it('are the same when read twice', () => {
    const { records } = decodeHypothesis(read('export.json'), context);
    const later = decodeHypothesis(read('export.json'), { now: '2027-01-01T00:00:00.000Z' });
    expect(merge(records, later.records).unchanged).toHaveLength(5);
  });

  it('keep replies as notes on the passage that they answer', () => {
    const parent = JSON.parse(read('export.json')).annotations[0];
    const reply = {
      ...parent,
      id: 'reply1',
      user: 'acct:jane@hypothes.is',
      text: 'I agree.',
      references: [parent.id],
      target: [{ source: parent.uri }],
    };
    const { records } = decodeHypothesis(JSON.stringify({ annotations: [parent, reply] }), context);
    const last = records[1]?.annotation;
    expect(last === undefined ? '' : noteOf(last)).toBe('jane: I agree.');
    expect(last === undefined ? '' : quoteOf(last)).toBe('11 November 2016');
    expect(records[1]?.foreign).toMatchObject({ hypothesis: { references: [parent.id] } });
  });

  it('may have a title that is a text, and our tags for colours and entities', () => {
    const row = {
      id: 'x',
      uri: 'https://a.example',
      text: 'n',
      tags: ['a', 'color:red', 'color:none', 'entity:rocket/vega', 'entity:x'],
      document: { title: 'T' },
    };
    const { records } = decodeHypothesis(JSON.stringify({ annotations: [row] }), context);
    const [record] = records;
    if (record === undefined) throw new Error('expected a record');
    expect(record.page?.title).toBe('T');
    expect(tagsOf(record.annotation)).toEqual(['a', 'color:none', 'entity:x']);
    expect(entitiesOf(record.annotation)).toEqual(['rocket/vega']);
    expect(record.annotation.target.styleClass).toBe('red');
  });

  it.each(readdirSync(`${FIXTURES}/invalid`))('are refused as in %s', (name) => {
    const { records, problems } = decodeHypothesis(read(`invalid/${name}`), context);
    expect(records).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it('name the row that is wrong and give the others', () => {
    const rows = [
      1,
      { uri: 'javascript:alert(1)', text: 'x' },
      { uri: 'https://a.example', text: 'x' },
    ];
    const { records, problems } = decodeHypothesis(JSON.stringify({ annotations: rows }), context);
    expect(records).toHaveLength(1);
    expect(problems.map(({ path }) => path)).toEqual(['annotations[0]', 'annotations[1]']);
  });
});

describe('the CSV of Hypothesis', () => {
  it.each(['export.csv', 'export.tsv'])('%s is read, its local dates not taken for UTC', (name) => {
    const { records, problems } = decodeHypothesisCsv(read(name), context);
    expect(problems).toEqual([]);
    expect(records).toHaveLength(4);
    expect(records[0]).toMatchObject({
      annotation: { created: NOW },
      foreign: {
        undated: true,
        hypothesisCsv: { 'Created at': '2023-11-08 12:30', Author: 'jane', Group: 'My group' },
      },
    });
    const [first, reply, page] = records.map(({ annotation }) => annotation);
    expect(first === undefined ? '' : quoteOf(first)).toBe('includes \t tabs');
    expect(first === undefined ? [] : tagsOf(first)).toEqual(['foo', 'bar']);
    expect(reply === undefined ? '' : noteOf(reply)).toBe('bill: Annotation text');
    expect(page === undefined ? '' : quoteOf(page)).toBeNull();
  });

  it('adds nothing the second time, on another day', () => {
    const { records } = decodeHypothesisCsv(read('export.csv'), context);
    const later = decodeHypothesisCsv(read('export.csv'), { now: '2027-01-01T00:00:00.000Z' });
    expect(merge(records, later.records).unchanged).toHaveLength(4);
  });

  it('is refused when it is something else', () => {
    expect(decodeHypothesisCsv('a,b\n1,2', context)).toMatchObject({
      records: [],
      problems: [{ line: 1 }],
    });
  });
});
