import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { anchor } from '@/core/annotation/anchor';
import { fold } from '@/core/annotation/comparison-text';
import { describe, MAX_QUOTE_LENGTH } from '@/core/annotation/describe';
import { trimSpan, widenToCharacters } from '@/core/annotation/span-borders';
import { marked, selectorsOf } from './support/marked';

const FILLER =
  'Some words stand here and some more words stand there, as words do in a text of some length. ';

group('what is stored for a selection', () => {
  it('is the quote with its context and the position, in that order', () => {
    const [quote, position] = selectorsOf('One two [[three four]] five six.');
    expect(quote).toEqual({
      type: 'TextQuoteSelector',
      exact: 'three four',
      prefix: 'One two ',
      suffix: ' five six.',
    });
    expect(position).toEqual({ type: 'TextPositionSelector', start: 8, end: 18 });
  });

  it.each([
    { name: 'white space at the borders', source: 'One[[  two three\n ]]four', exact: 'two three' },
    {
      name: 'the empty line between two blocks',
      source: 'Title[[\n\nFirst words.\n\n]]Second',
      exact: 'First words.',
    },
    {
      name: 'no-break and zero-width spaces',
      source: 'One[[\u00a0\u200btwo\u2003]] three',
      exact: 'two',
    },
    { name: 'a byte order mark', source: '[[\ufeffOne]] two', exact: 'One' },
  ])('leaves out $name', ({ source, exact }) => {
    expect(selectorsOf(source)[0].exact).toBe(exact);
  });

  it.each([
    {
      name: 'an emoji cut in its pair',
      text: 'go 🚀 now',
      span: { start: 4, end: 5 },
      exact: '🚀',
    },
    {
      name: 'an emoji with a skin tone',
      text: 'go 👍🏽 now',
      span: { start: 3, end: 5 },
      exact: '👍🏽',
    },
    { name: 'a family of emoji', text: 'go 👩‍🚀 now', span: { start: 3, end: 5 }, exact: '👩‍🚀' },
    { name: 'a flag', text: 'go 🇨🇳🇫🇷 now', span: { start: 7, end: 9 }, exact: '🇫🇷' },
    {
      name: 'a letter with its accent',
      text: 'the cafe\u0301 now',
      span: { start: 4, end: 8 },
      exact: 'cafe\u0301',
    },
    {
      name: 'an emoji with its variation selector',
      text: 'go ✈️ now',
      span: { start: 3, end: 4 },
      exact: '✈️',
    },
  ])('takes whole: $name', ({ text, span, exact }) => {
    const selectors = describe(text, span);
    expect(selectors.ok && selectors.value[0].exact).toBe(exact);
  });

  it('has at least 32 characters of context on each side', () => {
    const [quote] = selectorsOf(`${FILLER}${FILLER}A [[few unique]] words. ${FILLER}${FILLER}`);
    expect(quote.prefix?.length).toBeGreaterThanOrEqual(32);
    expect(quote.suffix?.length).toBeGreaterThanOrEqual(32);
  });

  it('has at least 32 characters of context across the border of a paragraph', () => {
    const [quote] = selectorsOf(`${FILLER}\n\n[[Short.]]\n\n${FILLER}`);
    expect(quote.prefix?.length).toBeGreaterThanOrEqual(32);
    expect(quote.suffix?.length).toBeGreaterThanOrEqual(32);
  });

  it('has context that grows until the passage is unique', () => {
    const repeated = FILLER.repeat(4);
    const source = `Alpha. ${repeated}It was good. ${repeated}Beta. ${repeated}[[It was good.]] ${repeated}Gamma.`;
    const { text, span } = marked(source);
    const [quote] = selectorsOf(source);
    const whole = (quote.prefix ?? '') + quote.exact + (quote.suffix ?? '');
    expect(text.indexOf(whole)).toBe(text.lastIndexOf(whole));
    expect(anchor(text, [quote])).toMatchObject({ state: 'placed', ...span });
  });

  it('has context that cuts no emoji in two', () => {
    const rockets = '🚀'.repeat(200);
    const [quote] = selectorsOf(`${rockets}[[here]]${rockets}`);
    expect(quote.prefix).not.toMatch(/^[\udc00-\udfff]/);
    expect(quote.suffix).not.toMatch(/[\ud800-\udbff]$/);
  });

  it('reaches to the borders of the paragraph, so that its later changes can be shown', () => {
    const [quote] = selectorsOf(
      `Before.\n\nThe paragraph begins here. ${FILLER}[[The passage.]] ${FILLER}It ends here.\n\nAfter.`,
    );
    expect(quote.prefix).toContain('The paragraph begins here.');
    expect(quote.suffix).toContain('It ends here.');
  });
});

group('a selection that cannot be stored', () => {
  it.each([
    { name: 'nothing', text: 'One two', span: { start: 3, end: 3 }, code: 'empty' },
    { name: 'white space', text: 'One   two', span: { start: 3, end: 6 }, code: 'blank' },
    {
      name: 'invisible characters',
      text: 'One\u200b\u00ad\ufefftwo',
      span: { start: 3, end: 6 },
      code: 'blank',
    },
    {
      name: 'the line between two blocks',
      text: 'One\n\ntwo',
      span: { start: 3, end: 5 },
      code: 'blank',
    },
  ])('is refused with a reason: $name', ({ text, span, code }) => {
    expect(describe(text, span)).toMatchObject({ ok: false, error: { code } });
  });

  it('is refused when it is longer than can be kept, with both numbers', () => {
    const text = 'word '.repeat(500_000);
    expect(describe(text, { start: 0, end: text.length - 1 })).toEqual({
      ok: false,
      error: {
        code: 'too-long',
        message: `the selection is 2499999 characters long; at most ${MAX_QUOTE_LENGTH} can be kept`,
      },
    });
  });

  it.each([
    { start: -1, end: 2 },
    { start: 2, end: 1 },
    { start: 0, end: 8 },
    { start: 0.5, end: 2 },
    { start: Number.NaN, end: 2 },
  ])('throws for a span that is none: %j', (span) => {
    expect(() => describe('One two', span)).toThrow(/expected 0 <= start <= end <= 7/);
  });
});

group('what was described', () => {
  it('is found again in one megabyte, whole', () => {
    const text = Array.from(
      { length: 60_000 },
      (_, index) => `word${index % 977} and ${index}.`,
    ).join(' ');
    expect(text.length).toBeGreaterThan(1_000_000);
    const span = { start: 0, end: text.length };
    const selectors = describe(text, span);
    if (!selectors.ok) throw new TypeError(selectors.error.message);
    expect(selectors.value[0].exact).toBe(text);
    expect(anchor(text, selectors.value)).toMatchObject({ state: 'placed', ...span });
    expect(anchor(`New. ${text}`, selectors.value)).toMatchObject({
      state: 'placed',
      start: 5,
      end: text.length + 5,
    });
  });

  it('is found again in text of one letter, at its position', () => {
    const text = 'a'.repeat(300_000);
    const span = { start: 100_000, end: 250_000 };
    const selectors = describe(text, span);
    if (!selectors.ok) throw new TypeError(selectors.error.message);
    expect(anchor(text, selectors.value)).toMatchObject({ state: 'placed', ...span });
  });

  const unit = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'a',
        'b',
        'the ',
        'rocket ',
        '12 ',
        '. ',
        '\n\n',
        '火',
        '箭',
        '发射',
        '，',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '🚀',
        '👩‍🚀',
        '🇨🇳',
        'e\u0301',
        '✈️',
        '\u00ad',
        '\u00a0',
        'ﬁ',
        '“',
        '\u0000',
        '\ud83d',
        '\ude80',
        '…',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  );
  const texts = fc.array(unit, { minLength: 1, maxLength: 120 }).map((units) => units.join(''));

  it('is found again where it was, whatever the text', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort(
          (x, y) => x - y,
        );
        const selectors = describe(text, { start, end });
        const wanted = trimSpan(text, widenToCharacters(text, { start, end }));
        if (!selectors.ok) {
          expect(start === end || wanted === null).toBe(true);
          return;
        }
        const [quote, position] = selectors.value;
        expect({ start: position.start, end: position.end }).toEqual(wanted);
        expect(text.slice(position.start, position.end)).toBe(quote.exact);
        expect(text.startsWith(quote.exact + quote.suffix, position.start)).toBe(true);
        const placement = anchor(text, selectors.value);
        expect(placement).toMatchObject({ state: 'placed', ...wanted });
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('is found again after words were put in before it', () => {
    const words = fc.array(
      fc.constantFrom('alpha', 'beta', 'gamma', '12', 'delta.', '火箭', '卫星', '🚀'),
      { minLength: 12, maxLength: 60 },
    );
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (list, a, b) => {
        const text = list.map((word, index) => `${word}${index}`).join(' ');
        const from = a % (text.length - 20);
        const selectors = describe(text, { start: from, end: from + 8 + (b % 12) });
        if (!selectors.ok) return;
        const added = 'A sentence that was put in before everything else. ';
        const placement = anchor(added + text, selectors.value);
        const [, position] = selectors.value;
        expect(placement).toMatchObject({
          state: 'placed',
          start: position.start + added.length,
          end: position.end + added.length,
        });
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it('never throws for selectors of another text', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), (text, other, a) => {
        const start = a % (other.length + 1);
        const selectors = describe(other, { start, end: other.length });
        if (!selectors.ok) return;
        const placement = anchor(text, selectors.value);
        if (placement.state === 'lost') return;
        expect(placement.start).toBeLessThan(placement.end);
        expect(placement.end).toBeLessThanOrEqual(text.length);
        if (placement.state === 'placed')
          expect(fold(text.slice(placement.start, placement.end))).toBe(
            fold(selectors.value[0].exact),
          );
      }),
      { seed: 13, numRuns: 2000 },
    );
  });
});
