import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeAny, decodeFile, guessFormat, textOfBytes } from '@/core/exchange/decode';
import { encodeAs, FORMATS, formatNamed } from '@/core/exchange/formats';
import { lineOfPath, linesOfJson } from '@/core/exchange/json-lines';
import { encodeMarkdown } from '@/core/exchange/markdown';
import { formatProblem } from '@/core/exchange/problem';
import { aMixedCorpus, encoded, NOW, zipOf } from './corpus';

const context = { now: NOW };
const encoding = { now: NOW, app: '0.1.0' };

describe('formats', () => {
  it.each(
    FORMATS.filter(({ write }) => write !== undefined).map(
      (format) => [format.id, format] as const,
    ),
  )('%s writes a mixed library and an empty one', (_, format) => {
    expect(encodeAs(format, aMixedCorpus(), encoding)?.length).toBeGreaterThan(200);
    expect(() => encodeAs(format, [], encoding)).not.toThrow();
  });

  it.each(
    FORMATS.filter(({ write, decode }) => write && decode).map(
      (format) => [format.id, format] as const,
    ),
  )('%s reads what it writes, keeping every passage', (_, { id, lossy }) => {
    const { records, problems } = decodeAny(id, encoded(id), context);
    expect(problems).toEqual([]);
    const lost = Number(lossy.includes('entity-notes')) + Number(lossy.includes('page-notes'));
    expect(records).toHaveLength(7 - lost);
  });

  it('have other names, each for one format', () => {
    const names = FORMATS.flatMap(({ id, also }) => [id, ...also]);
    expect(new Set(names).size).toBe(names.length);
    expect(formatNamed('W3C')?.id).toBe('web-annotation');
    expect(formatNamed('word')).toBeNull();
  });
});

describe('guessFormat', () => {
  const fixtures = 'tests/fixtures/exchange';
  it.each([
    ['hypothesis/export.json', 'hypothesis'],
    ['hypothesis/api-rows.json', 'hypothesis'],
    ['hypothesis/export.csv', 'hypothesis'],
    ['hypothesis/export.tsv', 'hypothesis'],
    ['hypothesis/invalid/not-json.json', null],
    ['readwise/readwise-data.csv', 'readwise'],
    ['obsidian-clipper/highlights.json', 'clipper'],
    ['w3c/recogito-annotations.json', 'web-annotation'],
  ])('takes %s for %s, and it is read', (path, format) => {
    const text = readFileSync(`${fixtures}/${path}`, 'utf8');
    expect(guessFormat(text)).toBe(format);
    if (format !== null) expect(decodeAny(format, text, context).records.length).toBeGreaterThan(1);
  });

  it.each(['backup', 'markdown', 'web-annotation', 'hypothesis', 'readwise', 'csv'])(
    'knows our own %s',
    (id) => {
      expect(guessFormat(encoded(id))).toBe(id);
    },
  );
});

describe('decodeAny', () => {
  it('says on which line of a JSON file a problem is', () => {
    const text = JSON.stringify(
      [{ type: 'Annotation', target: 'https://a.example', bodyValue: 'x' }, { type: 'Annotation' }],
      null,
      1,
    );
    const { problems } = decodeAny('web-annotation', text, context);
    expect(problems.map(formatProblem)).toEqual([
      '7: it has no target. Name the page that it is about, or take it out.',
    ]);
  });

  it.each([
    ['an unknown format', 'word', 'x', 'no format that can be read'],
    ['a format that is only written', 'ris', 'x', 'no format that can be read'],
    ['an empty file', 'csv', ' \n', 'empty'],
  ])('says what to do with %s', (_, format, text, message) => {
    expect(decodeAny(format, text, context).problems[0]?.message).toContain(message);
  });
});

describe('a file', () => {
  const text = 'Quote,Address\n朱雀🚀,https://a.example\n';
  const utf16 = (littleEndian: boolean) => {
    const bytes = new Uint8Array(2 + text.length * 2);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, littleEndian);
    for (let at = 0; at < text.length; at++)
      view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
    return bytes;
  };

  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16, small end first', utf16(true)],
    ['UTF-16, large end first', utf16(false)],
  ])('is read in %s', (_, bytes) => {
    expect(decodeFile('csv', bytes, context).records).toHaveLength(1);
  });

  it.each([
    ['GBK', new Uint8Array([0xd6, 0xec, 0xc8, 0xb8, 0x2c, 0x61])],
    ['Latin-1', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x2c])],
    ['no text', new Uint8Array([1, 0, 2, 0, 3])],
  ])('is refused in %s', (_, bytes) => {
    expect(textOfBytes(bytes)).toBeNull();
    expect(decodeFile('csv', bytes, context).problems[0]?.message).toContain('save it as UTF-8');
  });

  it('may hold the replacement character itself', () => {
    expect(textOfBytes(new TextEncoder().encode('a\ufffdb'))).toBe('a\ufffdb');
  });

  it('may be a zip of our Markdown', () => {
    const zip = zipOf(encodeMarkdown(aMixedCorpus()));
    expect(decodeFile('markdown', zip, context).records).toHaveLength(7);
    expect(decodeFile('markdown', zip.slice(0, 300), context).problems).toHaveLength(1);
  });
});

describe('linesOfJson', () => {
  it('gives the line of every value near the top', () => {
    const lines = linesOfJson('{\n "a": [\n  1,\n  {"b":\n   "x,{[\\"", "c": null}\n ]\n}');
    expect([...lines]).toEqual([
      ['', 1],
      ['a', 2],
      ['a[0]', 3],
      ['a[1]', 4],
      ['a[1].b', 5],
      ['a[1].c', 5],
    ]);
    expect(lineOfPath(lines, 'a[1].target.source')).toBe(4);
    expect(lineOfPath(lines, 'elsewhere[3]')).toBe(1);
  });
});
