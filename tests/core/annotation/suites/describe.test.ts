import { expect, describe as group, it } from 'vitest';
import { anchor } from '@/core/annotation/anchor';
import { describe } from '@/core/annotation/describe';
import { trimSpan } from '@/core/annotation/span-borders';
import { textContentOf } from '../support/html-text';
import { casesOf, type SuiteCase } from '../support/suite-cases';

/** Cases whose expected words Downrange does not give, and why. */
const DIFFERENT: Readonly<Record<string, { readonly exact: string; readonly reason: string }>> = {
  'hypothesis-boundary-003': {
    exact: 'foobar',
    reason:
      'page text has a line break where the page has <br>; this bare textContent has nothing to make a space of',
  },
};

/** Selections that Downrange refuses, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  'apache-quote-describe-008': 'an empty selection is no passage',
  'apache-quote-describe-016': 'an empty selection is no passage',
};

group('ranges of other projects, described', () => {
  it.each(casesOf('describe'))('$id: $name', (suiteCase) => {
    const { text, start, end } = rangeOf(suiteCase);
    const selectors = describe(text, { start, end });
    if (REFUSED[suiteCase.id] !== undefined) {
      expect(selectors.ok).toBe(false);
      return;
    }
    if (!selectors.ok) throw new TypeError(selectors.error.message);
    const [quote, position] = selectors.value;
    expect(quote.exact).toBe(DIFFERENT[suiteCase.id]?.exact ?? wordsOf(suiteCase));
    // Their contexts are as short as can be and ours are not: what counts is that ours lead back.
    expect(anchor(text, [quote])).toMatchObject({
      state: 'placed',
      start: position.start,
      end: position.end,
    });
  });
});

group('ranges of other projects, described and found again', () => {
  it.each(casesOf('describe+resolve'))('$id: $name', (suiteCase) => {
    const { text, start, end } = rangeOf(suiteCase);
    const selectors = describe(text, { start, end });
    const trimmed = trimSpan(text, { start, end });
    if (trimmed === null) {
      expect(selectors).toMatchObject({
        ok: false,
        error: { code: start === end ? 'empty' : 'blank' },
      });
      return;
    }
    if (!selectors.ok) throw new TypeError(selectors.error.message);
    expect(anchor(text, selectors.value)).toMatchObject({ state: 'placed', score: 1, ...trimmed });
    expect(anchor(text, [selectors.value[0]])).toMatchObject({ state: 'placed', ...trimmed });
  });
});

group('ranges of other projects, trimmed', () => {
  const onText = casesOf('trim-range').filter(({ text }) => text !== undefined);

  it.each(onText)('$id: $name of $text', ({ text = '', range, expect: wanted }) => {
    expect(trimSpan(text, { start: range?.start ?? 0, end: range?.end ?? 0 })).toMatchObject(
      wanted,
    );
  });
});

function rangeOf({ html = '', root = 'body', range }: SuiteCase): {
  text: string;
  start: number;
  end: number;
} {
  return { text: textContentOf(html, root), start: range?.start ?? 0, end: range?.end ?? 0 };
}

function wordsOf({ expect: wanted }: SuiteCase): unknown {
  const { selector, exact } = wanted;
  if (typeof exact === 'string') return exact;
  return typeof selector === 'object' && selector !== null && 'exact' in selector
    ? selector.exact
    : undefined;
}
