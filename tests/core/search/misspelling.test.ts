import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misspellingTest } from '@/core/search/misspelling';

/** The textbook's distance, every cell of it. */
function distance(a: string, b: string): number {
  const cells = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => cells[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const row = cells[i];
      if (row === undefined) continue;
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(at(i, j), at(i - 2, j - 2) + 1);
    }
  }
  return at(a.length, b.length);
}

describe('a word that is written nearly so', () => {
  it.each([
    { word: 'falcon', other: 'falcon', limit: 1, expected: true },
    { word: 'falcon', other: 'flacon', limit: 1, expected: true },
    { word: 'falcon', other: 'falcn', limit: 1, expected: true },
    { word: 'falcon', other: 'falcoon', limit: 1, expected: true },
    { word: 'falcon', other: 'falkon', limit: 1, expected: true },
    { word: 'falcon', other: 'flaocn', limit: 1, expected: false },
    { word: 'falcon', other: 'vulcan', limit: 1, expected: false },
    { word: 'prospectus', other: 'prspctus', limit: 2, expected: true },
    { word: 'prospectus', other: 'prspcts', limit: 2, expected: false },
  ])('$other for $word within $limit: $expected', ({ word, other, limit, expected }) => {
    expect(misspellingTest(word, limit)(other)).toBe(expected);
  });

  it('is what the textbook says, asked of many words one after the other', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'z'), maxLength: 9 });
    fc.assert(
      fc.property(
        word,
        fc.array(word, { minLength: 1 }),
        fc.integer({ min: 1, max: 2 }),
        (one, others, limit) => {
          const test = misspellingTest(one, limit);
          for (const other of others) expect(test(other)).toBe(distance(one, other) <= limit);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
