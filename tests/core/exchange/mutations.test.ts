import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { decodeAny } from '@/core/exchange/decode';
import { FORMATS } from '@/core/exchange/formats';
import { applyMerge, merge } from '@/core/exchange/merge';
import { addressOf } from '@/core/exchange/read';
import { storedFrom } from '@/core/exchange/stored';
import { aMixedCorpus, encoded, NOW } from './corpus';

/** Numbers from 0 to below 1 (mulberry32): the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What hostile or broken files hold. */
const PIECES = [
  '"',
  '""',
  '\\',
  '\n',
  '\r',
  '\r\n\r\n',
  ',',
  '\t',
  '{',
  '}',
  '[',
  ']',
  '\u0000',
  '\ud800',
  '\ufeff',
  '\u202e',
  '"__proto__":{"polluted":1},',
  '"constructor":{"prototype":{}},',
  'null',
  '-1',
  '1e999',
  '[]',
  '{}',
  'true',
  '0000-01-01T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("x")',
  '-->',
  '<!-- downrange',
  '^k-00000000',
  '> ',
  '---',
  '\\u0000',
  '\\ud800',
  '[['.repeat(50),
  '{"a":'.repeat(3000),
  'x'.repeat(20_000),
  '🚀',
];

function mutate(text: string, random: () => number): string {
  let out = text;
  for (let step = 1 + Math.floor(random() * 3); step > 0; step--) {
    const at = Math.floor(random() * out.length);
    const span = Math.floor(random() ** 3 * 400);
    const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
    const kind = random();
    if (kind < 0.25) out = out.slice(0, at) + out.slice(at + span);
    else if (kind < 0.6) out = out.slice(0, at) + piece + out.slice(at);
    else if (kind < 0.8) out = out.slice(0, at) + piece + out.slice(at + span);
    else if (kind < 0.9)
      out = out.slice(0, at) + out.slice(at, at + span).repeat(3) + out.slice(at + span);
    else out = out.slice(0, at);
  }
  return out;
}

const fixture = (path: string) => readFileSync(`tests/fixtures/exchange/${path}`, 'utf8');

/** Together 10,000. */
const SUITES: readonly (readonly [format: string, name: string, valid: string, times: number])[] = [
  ['backup', 'backup', encoded('backup'), 1500],
  ['markdown', 'Markdown', encoded('markdown'), 1500],
  ['web-annotation', 'W3C collection', encoded('web-annotation'), 1200],
  ['web-annotation', 'W3C list of another tool', fixture('w3c/recogito-annotations.json'), 800],
  ['hypothesis', 'Hypothesis export', fixture('hypothesis/export.json'), 1200],
  ['hypothesis', 'Hypothesis CSV', fixture('hypothesis/export.csv'), 700],
  ['readwise', 'Readwise export', fixture('readwise/readwise-data.csv'), 700],
  ['readwise', 'Readwise import', encoded('readwise'), 600],
  ['csv', 'table', encoded('csv'), 800],
  ['clipper', 'Clipper highlights', fixture('obsidian-clipper/highlights.json'), 1000],
];

/** Every record is one that the store would take: whole, with an address that runs nothing. */
function faultOf(record: StoredAnnotation): string | null {
  const stored = storedFrom(record);
  if (typeof stored === 'string') return stored;
  return addressOf(record.annotation.target.source) === null ? 'address' : null;
}

describe('files damaged at random', () => {
  it.each(SUITES)(
    'never throw nor give half a record: %s, %s',
    (format, _, valid, times) => {
      const random = createRandom(7);
      const local = aMixedCorpus();
      expect(decodeAny(format, valid, { now: NOW }).problems).toEqual([]);
      for (let n = 0; n < times; n++) {
        const text = mutate(valid, random);
        const { records, problems } = decodeAny(format, text, { now: NOW, local });
        for (const record of records) expect(faultOf(record), text.slice(0, 2000)).toBeNull();
        for (const { message, line } of problems) {
          expect(message).not.toBe('');
          expect(line === null || line >= 1).toBe(true);
        }
        if (records.length === 0 && problems.length === 0 && format !== 'backup')
          expect(text.length, 'silence').toBeLessThan(valid.length);
        const after = applyMerge(local, merge(local, records), 'local');
        expect(after.length).toBeGreaterThanOrEqual(local.length);
      }
      expect(Object.prototype).not.toHaveProperty('polluted');
    },
    20_000,
  );

  it('of a backup give all records or none', () => {
    const random = createRandom(11);
    const valid = encoded('backup');
    for (let n = 0; n < 300; n++) {
      const { records } = decodeAny('backup', mutate(valid, random), { now: NOW });
      expect([0, 7]).toContain(records.length);
    }
  });

  it('come to 10,000 and more, in every format that is read', () => {
    expect(SUITES.reduce((sum, [, , , times]) => sum + times, 0)).toBe(10_000);
    for (const { id, decode } of FORMATS)
      if (decode !== undefined) expect(SUITES.some(([format]) => format === id)).toBe(true);
  });
});

describe('files made to harm', () => {
  const deep = (open: string, close: string, times: number) =>
    open.repeat(times) + close.repeat(times);
  it.each([
    ['nesting of 200,000 lists', deep('[', ']', 200_000)],
    ['nesting of 100,000 objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    [
      'a text of 20 million signs',
      `[{"target":"https://a.example","bodyValue":"${'x'.repeat(20_000_000)}"}]`,
    ],
    ['20 million quotation marks', '"'.repeat(20_000_000)],
    ['5 million line ends', '\n'.repeat(5_000_000)],
    ['a million commas', ','.repeat(1_000_000)],
    ['a million openings of blocks', '> '.repeat(1_000_000)],
    ['comments of ours without end', '<!-- downrange-records\n'.repeat(100_000)],
  ])(
    'are answered with problems in every format: %s',
    (_, text) => {
      for (const { id, decode } of FORMATS) {
        if (decode === undefined) continue;
        const { records, problems } = decodeAny(id, text, { now: NOW });
        expect(records).toEqual([]);
        expect(problems.length).toBeGreaterThan(0);
      }
    },
    20_000,
  );
});
