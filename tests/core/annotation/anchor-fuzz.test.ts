import fc from 'fast-check';
import { describe as group, it } from 'vitest';
import { createAnchorer, type Placement } from '@/core/annotation/anchor';
import type { Selector } from '@/core/annotation/annotation';
import { changeIn } from '@/core/annotation/change';
import { describe } from '@/core/annotation/describe';

/** Seeded: a failure is the same on every machine. Together 20,000 cases; the limit is against hanging. */
const SEED = 20261129;
const LIMIT = { timeout: 120_000 };

/** Pieces that have broken text handling before: pairs, joiners, lone halves, NUL, borders, other scripts. */
const PIECES = [
  'The rocket ',
  'landed. ',
  'It was not lost',
  ', she said.',
  '\n\n',
  '\n',
  '  ',
  '\u00a0',
  '“',
  '”',
  '3.4',
  'e\u0301',
  '🚀',
  '👩‍🚀',
  '\ud83d',
  '\ude80',
  '\u0000',
  '\u00ad',
  '\ufeff',
  '火箭',
  '没有',
  '。',
  'ﬁ',
  'صاروخ',
  'İ',
  'ẞ',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'binary' })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''));

function isWithin(found: Placement, length: number): boolean {
  return (
    found.state === 'lost' || (found.start >= 0 && found.start < found.end && found.end <= length)
  );
}

function splitsPair(page: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(page.charAt(at - 1)) && /[\udc00-\udfff]/.test(page.charAt(at));
}

group('any passage of any text', () => {
  it('is described and stands where it was, with no character cut in two', LIMIT, () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (page, a, b) => {
        const [start, end] = [a % (page.length + 1), b % (page.length + 1)].sort((x, y) => x - y);
        const selectors = describe(page, { start: start ?? 0, end: end ?? 0 });
        if (!selectors.ok) return true;
        const position = selectors.value.find(({ type }) => type === 'TextPositionSelector');
        const found = createAnchorer(page).anchor(selectors.value);
        if (position?.type !== 'TextPositionSelector') throw new Error('expected a position');
        return (
          found.state === 'placed' &&
          found.start === position.start &&
          found.end === position.end &&
          !splitsPair(page, position.start) &&
          !splitsPair(page, position.end)
        );
      }),
      { seed: SEED, numRuns: 6000 },
    );
  });

  it('is looked for in any other text without a throw, and found only inside it', LIMIT, () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (before, after, a, b) => {
        const [start, end] = [a % (before.length + 1), b % (before.length + 1)].sort(
          (x, y) => x - y,
        );
        const selectors = describe(before, { start: start ?? 0, end: end ?? 0 });
        if (!selectors.ok) return true;
        const found = createAnchorer(after).anchor(selectors.value);
        return isWithin(found, after.length) && changeIn(after, selectors.value) !== null;
      }),
      { seed: SEED, numRuns: 6000 },
    );
  });
});

group('any selectors at all', () => {
  const selector: fc.Arbitrary<Selector> = fc.oneof(
    fc.record(
      { type: fc.constant('TextQuoteSelector' as const), exact: text, prefix: text, suffix: text },
      { requiredKeys: ['type', 'exact'] },
    ),
    fc.record({
      type: fc.constant('TextPositionSelector' as const),
      start: fc.integer(),
      end: fc.integer(),
    }),
    fc.record({ type: fc.constant('CssSelector' as const), value: fc.string() }),
  );

  it('give a place inside the text, or none, and the same one twice', LIMIT, () => {
    fc.assert(
      fc.property(text, fc.array(selector, { maxLength: 3 }), (page, selectors) => {
        const anchorer = createAnchorer(page);
        const found = anchorer.anchor(selectors);
        const again = anchorer.anchor(selectors);
        const hasQuote = selectors.some(({ type }) => type === 'TextQuoteSelector');
        return (
          isWithin(found, page.length) &&
          JSON.stringify(again) === JSON.stringify(found) &&
          (hasQuote || found.state === 'lost')
        );
      }),
      { seed: SEED, numRuns: 8000 },
    );
  });
});
