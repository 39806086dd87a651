import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAny, decodeFile } from '@/core/exchange/decode';
import { FORMATS } from '@/core/exchange/formats';
import { storedFrom } from '@/core/exchange/stored';
import { NOW } from './corpus';

/*
 * Every decoder on values that nobody wrote: texts, JSON of any shape, and shapes that come near to what the format
 * wants. Damage to valid files is in mutations.test.ts.
 */

const context = { now: NOW };
const READ = FORMATS.filter(({ decode }) => decode !== undefined).map(({ id }) => id);

/** Keys that the formats know, and some that harm. */
const key = fc.constantFrom(
  ...'id type target source selector exact prefix body value purpose annotations uri text tags created updated highlights url data kind annotation revision first items __proto__ constructor'.split(
    ' ',
  ),
);
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('https://a.example', 'javascript:alert(1)', '0000-01-01', 'Annotation', '🚀'),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const { shape } = fc.letrec((tie) => ({
  shape: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.array(tie('shape'), { maxLength: 4 }),
    fc
      .array(fc.tuple(key, tie('shape')), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

const file = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.json(),
  shape.map((value) => JSON.stringify(value) ?? ''),
  fc
    .array(shape, { maxLength: 4 })
    .map((list) => list.map((value) => JSON.stringify(value)).join('\n')),
  fc
    .array(fc.array(fc.string(), { maxLength: 6 }), { maxLength: 5 })
    .map((rows) =>
      ['Quote,Address,Highlight,URL,Quote/description', ...rows.map((row) => row.join(','))].join(
        '\n',
      ),
    ),
);

describe.each(READ)('the decoder of %s', (id) => {
  it('answers any text with whole records and with problems, the same each time', () => {
    fc.assert(
      fc.property(file, (text) => {
        const { records, problems } = decodeAny(id, text, context);
        for (const record of records) expect(typeof storedFrom(record)).toBe('object');
        for (const { message } of problems) expect(message).not.toBe('');
        expect(decodeAny(id, text, context)).toMatchObject({ records, problems });
      }),
      { seed: 20_261_129, numRuns: 200 },
    );
    expect(Object.prototype).not.toHaveProperty('polluted');
  }, 60_000);

  it('answers any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { records, problems } = decodeFile(id, bytes, context);
        expect(records.length + problems.length).toBeGreaterThan(0);
        for (const record of records) expect(typeof storedFrom(record)).toBe('object');
      }),
      { seed: 7, numRuns: 200 },
    );
  }, 60_000);

  it('takes nothing from a text of 100 million signs in one field', () => {
    const long = 'x'.repeat(100_000_000);
    const texts = [
      `[{"target":"https://a.example","bodyValue":"${long}"}]`,
      `Quote,Address\n"${long}"`,
    ];
    for (const text of texts) {
      const { records, problems } = decodeAny(id, text, context);
      expect(records).toEqual([]);
      expect(problems.length).toBeGreaterThan(0);
    }
  }, 60_000);
});
