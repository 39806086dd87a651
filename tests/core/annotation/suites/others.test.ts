import search from 'approx-string-match';
import { expect, describe as group, it } from 'vitest';
import { anchor } from '@/core/annotation/anchor';
import { casesOf, SUITE_CASES } from '../support/suite-cases';

/** Operations that Downrange does not have, and why. Every other operation has its test in this folder. */
const NOT_OURS: Readonly<Record<string, string>> = {
  'resolve-xpath':
    'no XPath is stored: a passage is found by its words, and the element that held it is only a hint',
  'resolve-css':
    'a CSS selector is only a hint for where to look first, and is tried by the browser itself',
  highlight: 'nothing is wrapped: highlights are painted with the CSS Custom Highlight API',
};

/** Trimming a DOM range is done on the page text here; the cases on text are in `describe.test.ts`. */
const TRIMMED_IN_THE_DOM = 18;

group('every case of the other projects', () => {
  it('is counted', () => {
    expect(SUITE_CASES.length).toBe(340);
    expect(new Set(SUITE_CASES.map(({ id }) => id)).size).toBe(340);
  });

  it('has a test or a reason for having none', () => {
    const tested = [
      'resolve',
      'quote-in-text',
      'describe',
      'describe+resolve',
      'trim-range',
      'text-fragment',
      'normalize',
      'word-bounded',
      'score-order',
      'fuzzy-text',
    ];
    const without = SUITE_CASES.filter(
      ({ op }) => !tested.includes(op) && NOT_OURS[op] === undefined,
    );
    expect(without.map(({ id }) => id)).toEqual([]);
    expect(casesOf('trim-range').filter(({ text }) => text === undefined).length).toBe(
      TRIMMED_IN_THE_DOM,
    );
  });
});

group('scores', () => {
  it.each(casesOf('score-order'))('$id: $name', ({ text = '', queries = [] }) => {
    const scores = queries.map(
      (query) => anchor(text, [{ type: 'TextQuoteSelector', ...query }]).score,
    );
    for (const [index, score] of scores.entries()) {
      if (index > 0) expect(score, `${scores}`).toBeLessThan(scores[index - 1] ?? 0);
    }
  });
});

group('the approximate search that edited contexts are found with', () => {
  it.each(casesOf('fuzzy-text'))(
    '$id: $name',
    ({ text = '', pattern = '', maxErrors, expect: wanted }) => {
      const matches = search(text, pattern, maxErrors ?? pattern.length);
      if (typeof wanted.count === 'number') expect(matches.length).toBe(wanted.count);
      else if (Array.isArray(wanted.best) && wanted.best.length === 0) expect(matches).toEqual([]);
      else {
        const best = (wanted.best as readonly { start: number; end: number; errors: number }[]).map(
          ({ start, end, errors }) => ({ start, end, errors }),
        );
        expect(best).toEqual(expect.arrayContaining(matches.slice(0, 1)));
      }
    },
  );
});
