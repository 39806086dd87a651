import { describe, expect, it } from 'vitest';
import { encodeCslJson, encodeRis } from '@/core/exchange/references';
import { aStoredAnnotation } from '@/tests/support/annotations';
import { aCorpusWithTrash } from './corpus';

/** RIS as its description says: a tag of two signs, two spaces, a hyphen, a space, a value; `TY` to `ER`. */
function readRis(text: string) {
  const entries: [tag: string, value: string][][] = [];
  for (const line of text.split('\r\n')) {
    if (line === '') continue;
    const match = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line);
    if (match === null) throw new Error(`expected a line of RIS, got "${line}"`);
    const [, tag = '', value = ''] = match;
    if (tag === 'TY') entries.push([]);
    entries.at(-1)?.push([tag, value]);
  }
  return entries;
}

const withAuthor = (author: string) => {
  const record = aStoredAnnotation();
  return record.page === undefined ? [] : [{ ...record, page: { ...record.page, author } }];
};

describe('RIS', () => {
  const entries = readRis(encodeRis(aCorpusWithTrash()));

  it('has an entry for each page that can be cited, each ended', () => {
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      expect(entry[0]).toEqual(['TY', 'NEWS']);
      expect(entry.at(-1)).toEqual(['ER', '']);
    }
  });

  it('uses tags that reference managers know, because unknown ones become notes', () => {
    const known = ['TY', 'TI', 'AU', 'T2', 'PY', 'DA', 'Y2', 'UR', 'LA', 'KW', 'N1', 'ER'];
    for (const [tag] of entries.flat()) expect(known).toContain(tag);
  });

  it('gives one note for each highlight and one key word for each tag', () => {
    const count = (wanted: string) => entries[0]?.filter(([tag]) => tag === wanted).length;
    expect(count('N1')).toBe(3);
    expect(count('KW')).toBe(3);
    expect(entries[0]).toContainEqual(['DA', '2026/02/28/']);
  });

  it('marks a note that equals the title, which Zotero would drop', () => {
    const { selector: _, ...target } = aStoredAnnotation().annotation.target;
    const record = aStoredAnnotation({ note: 'A story' });
    const note = { ...record, annotation: { ...record.annotation, target } };
    expect(encodeRis([note])).toContain('N1  - Note: A story\r\n');
  });

  it.each([
    ['Jane Q. Doe', ['Doe, Jane Q.']],
    ['Doe, Jane', ['Doe, Jane']],
    ['Jane Doe and John Roe', ['Doe, Jane', 'Roe, John']],
    ['Xinhua News Agency', ['Xinhua News Agency']],
    ['王小明', ['王小明']],
    ['Reuters', ['Reuters']],
  ])('writes the author "%s"', (author, expected) => {
    const [entry = []] = readRis(encodeRis(withAuthor(author)));
    expect(entry.filter(([tag]) => tag === 'AU').map(([, value]) => value)).toEqual(expected);
  });

  it('lets no value begin a line of its own', () => {
    const [entry = []] = readRis(
      encodeRis([aStoredAnnotation({ note: 'x\r\nER  - \nTY  - JOUR\u2028AU  - Evil' })]),
    );
    expect(entry.filter(([tag]) => tag === 'ER')).toHaveLength(1);
    expect(entry.some(([tag]) => tag === 'AU')).toBe(false);
  });
});

describe('CSL-JSON', () => {
  const entries: Record<string, unknown>[] = JSON.parse(encodeCslJson(aCorpusWithTrash()));

  it('has an entry for each page, with an id of its own and fields that the schema knows', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(4);
    const known = [
      'id',
      'type',
      'title',
      'container-title',
      'author',
      'issued',
      'accessed',
      'URL',
      'language',
      'keyword',
      'note',
    ];
    for (const key of entries.flatMap(Object.keys)) expect(known).toContain(key);
  });

  it('gives dates as parts', () => {
    expect(entries[0]).toMatchObject({
      issued: { 'date-parts': [[2026, 2, 28]] },
      accessed: { 'date-parts': [[2026, 3, 1]] },
    });
  });

  it('gives names in parts, and whole where they have none', () => {
    const authors = JSON.parse(encodeCslJson(withAuthor('Jane Doe; 王小明')))[0].author;
    expect(authors).toEqual([{ family: 'Doe', given: 'Jane' }, { literal: '王小明' }]);
  });

  it('of an empty library is an empty list', () => {
    expect(encodeCslJson([])).toBe('[]\n');
    expect(encodeRis([])).toBe('');
  });
});
