import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { guard, parseCsv, toCsv, unguard } from '@/core/exchange/csv';
import { decodeSpreadsheet, encodeSpreadsheet } from '@/core/exchange/spreadsheet';
import { aCorpusWithTrash, aMixedCorpus, NOW } from './corpus';

const rowsOf = (text: string) => parseCsv(text).rows.map(({ cells }) => cells);

describe('parseCsv', () => {
  it.each([
    [
      'plain fields',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['quoted fields with separators and quotes', '"a,b","say ""hi"""\n', [['a,b', 'say "hi"']]],
    ['line ends in quotes', '"a\nb\r\nc",d\n', [['a\nb\r\nc', 'd']]],
    ['tabs', 'a\tb,c\td\n', [['a', 'b,c', 'd']]],
    ['semicolons', 'a;b;c,d\n', [['a', 'b', 'c,d']]],
    [
      'empty fields at the end',
      'a,b,\n,,\n',
      [
        ['a', 'b', ''],
        ['', '', ''],
      ],
    ],
    [
      'no line end at the end',
      'a,b\nc,',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [
      'old line ends of the Mac',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty lines',
      'a,b\n\n\nc,d\n\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a byte order mark', '\ufeffa,b', [['a', 'b']]],
    ['quotes in the middle', 'a"b"c,d', [['a"b"c', 'd']]],
    ['words after a closing quote', '"a"b,c', [['ab', 'c']]],
    ['nothing', '', []],
  ])('reads %s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('names the line on which a row begins', () => {
    const { rows } = parseCsv('a,b\n"x\ny",1\r\n\nlast,2');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('names the line of a field that never ends', () => {
    expect(parseCsv('a,b\nc,"d\ne,f\n').unclosed).toBe(2);
    expect(parseCsv('a,b\nc,"d"\n').unclosed).toBeNull();
  });

  it('reads what it writes, as papaparse does', () => {
    const cell = fc.oneof(fc.constantFrom('', '"', '\r\n', '=1', ' a ', '🚀', ','), fc.string());
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(table, (rows) => {
        // The first line tells the separator.
        const whole = [['a', 'b', 'c'], ...rows];
        expect(rowsOf(toCsv(whole))).toEqual(whole);
        expect(
          Papa.parse(toCsv(whole), { delimiter: ',', newline: '\r\n' }).data.slice(0, -1),
        ).toEqual(whole);
      }),
      { seed: 7 },
    );
  });
});

describe('guard', () => {
  it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', ' =1', '＝1', "'quoted"])(
    'keeps a spreadsheet from reading "%s"',
    (text) => {
      expect(guard(text)).toBe(`'${text}`);
      expect(unguard(guard(text))).toBe(text);
    },
  );

  it.each(['', 'a=1', '1-2', 'https://a.example', '朱雀'])('leaves "%s" alone', (text) => {
    expect(guard(text)).toBe(text);
  });
});

describe('the table for spreadsheets', () => {
  const text = encodeSpreadsheet(aCorpusWithTrash());

  it('is read by papaparse, a row an annotation, without the trash', () => {
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(7);
    expect(data[3]?.Note).toContain('=SUM');
  });

  it('holds no formula', () => {
    const { data } = Papa.parse<string[]>(text.slice(1));
    for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it('begins with a byte order mark, by which Excel knows UTF-8', () => {
    expect(text.charCodeAt(0)).toBe(0xfeff);
  });

  it('gives back words, tags, colours, entities, dates and ids', () => {
    const { records, problems } = decodeSpreadsheet(text, { now: NOW });
    expect(problems).toEqual([]);
    const kept = ({ annotation, page }: (typeof records)[number]) => ({
      id: annotation.id,
      body: annotation.body,
      created: annotation.created,
      modified: annotation.modified,
      motivation: annotation.motivation,
      colour: annotation.target.styleClass,
      source: annotation.target.source,
      quote:
        annotation.target.selector?.[0]?.type === 'TextQuoteSelector'
          ? annotation.target.selector[0].exact
          : null,
      page,
    });
    expect(records.map(kept)).toEqual(aMixedCorpus().map(kept));
  });

  it.each([
    ['no columns of ours', 'a,b\n1,2\n', 1, 'does not name the columns'],
    ['an address that is code', 'Quote,Address\nx,javascript:alert(1)\n', 2, 'not the address'],
    [
      'a field that never ends',
      'Quote,Address\nok,https://a.example\n"x,https://b.example\n',
      3,
      'never closed',
    ],
  ])('names the line when there is %s', (_, file, line, message) => {
    const { problems } = decodeSpreadsheet(file, { now: NOW });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(line);
    expect(problems[0]?.message).toContain(message);
  });
});
