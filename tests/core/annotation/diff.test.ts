import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { changeOf, type DiffPart, diffWords } from '@/core/annotation/diff';
import { marked, selectorsOf, written } from './support/marked';

group('the words that changed', () => {
  it.each([
    {
      name: 'nothing',
      before: 'Nothing happened.',
      after: 'Nothing happened.',
      diff: 'Nothing happened.',
    },
    {
      name: 'one word',
      before: 'The flight ended in an anomaly on Tuesday.',
      after: 'The flight ended in a failure on Tuesday.',
      diff: 'The flight ended in [-an anomaly-]{+a failure+} on Tuesday.',
    },
    {
      name: 'a figure with a separator',
      before: 'about 4,000 people',
      after: 'about 14,000 people',
      diff: 'about [-4,000-]{+14,000+} people',
    },
    {
      name: 'a period',
      before: 'in Q3 of 2026',
      after: 'in Q4 of 2026',
      diff: 'in [-Q3-]{+Q4+} of 2026',
    },
    {
      name: 'words put in',
      before: 'It landed.',
      after: 'It landed on the barge.',
      diff: 'It landed{+ on the barge+}.',
    },
    {
      name: 'words taken out',
      before: 'It landed on the barge.',
      after: 'It landed.',
      diff: 'It landed[- on the barge-].',
    },
    {
      name: 'white space alone',
      before: 'It  landed\non the barge.',
      after: 'It landed on the barge.',
      diff: 'It landed on the barge.',
    },
    { name: 'case', before: 'the Moon', after: 'the moon', diff: 'the [-Moon-]{+moon+}' },
    {
      name: 'Chinese characters',
      before: '搭载12颗卫星升空',
      after: '搭载14颗卫星升空',
      diff: '搭载[-12-]{+14+}颗卫星升空',
    },
    {
      name: 'a Chinese word',
      before: '火箭发射失利。',
      after: '火箭发射失败。',
      diff: '火箭发射失[-利-]{+败+}。',
    },
    {
      name: 'everything',
      before: 'one two',
      after: 'three four',
      diff: '[-one two-]{+three four+}',
    },
    { name: 'from nothing', before: '', after: 'new', diff: '{+new+}' },
    { name: 'to nothing', before: 'old', after: '', diff: '[-old-]' },
    { name: 'an emoji', before: 'go 🚀!', after: 'go 🛰!', diff: 'go [-🚀-]{+🛰+}!' },
  ])('$name', ({ before, after, diff }) => {
    expect(written(diffWords(before, after))).toBe(diff);
  });

  it('give both texts back', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'b', 'the', 'rocket', '3.5', '火', '箭', '.', ',', '🚀'), {
        maxLength: 30,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = diffWords(before, after);
        const textOf = (kind: DiffPart['kind']) =>
          parts
            .filter((part) => part.kind === 'same' || part.kind === kind)
            .map(({ text }) => text)
            .join('');
        expect(textOf('removed')).toBe(before);
        expect(textOf('added')).toBe(after);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('are given whole when two long texts have nothing in common', () => {
    const before = Array.from({ length: 2000 }, (_, index) => `a${index}`).join(' ');
    const after = Array.from({ length: 2000 }, (_, index) => `b${index}`).join(' ');
    expect(diffWords(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

group('what became of a passage and its paragraph', () => {
  const before =
    'Headline\n\nThe ship left at noon. [[Twelve people were on board.]] The weather was good.\n\nNext paragraph.';
  const quote = selectorsOf(before)[0];

  it('shows changes before, in and after the passage', () => {
    const { text, span } = marked(
      'Another headline\n\nThe ship left at one. [[Fifteen people were on board.]] The weather was bad.\n\nNext.',
    );
    if (span === null) throw new TypeError('expected a mark');
    const change = changeOf(quote, text, span);
    expect(written(change.before)).toBe('The ship left at [-noon-]{+one+}. ');
    expect(written(change.passage)).toBe('[-Twelve-]{+Fifteen+} people were on board.');
    expect(written(change.after)).toBe(' The weather was [-good-]{+bad+}.');
  });

  it('does not report what lies beyond the paragraph', () => {
    const { text, span } = marked(
      'All new here.\n\nThe ship left at noon. [[Twelve people were on board.]] The weather was good.\n\nAll new there.',
    );
    if (span === null) throw new TypeError('expected a mark');
    const change = changeOf(quote, text, span);
    expect(
      [...change.before, ...change.passage, ...change.after].every(({ kind }) => kind === 'same'),
    ).toBe(true);
  });
});
