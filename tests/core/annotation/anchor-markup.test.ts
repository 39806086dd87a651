import { expect, describe as group, it } from 'vitest';
import { anchor, createAnchorer } from '@/core/annotation/anchor';
import type { Selector } from '@/core/annotation/annotation';
import { followEdit, marked, selectorsOf, shown } from './support/marked';

/* The same words, extracted from other markup: every row must be placed, as if nothing had happened. */
const SAME_WORDS = [
  {
    name: 'line breaks of the source',
    before: 'It was [[a long way home]] for all.',
    after: 'It was [[a long\n      way home]] for all.',
  },
  {
    name: 'no-break spaces',
    before: 'It weighs [[21.3 tonnes in all]] today.',
    after: 'It weighs [[21.3\u00a0tonnes in\u202fall]] today.',
  },
  {
    name: 'soft hyphens',
    before: 'A [[satellite constellation]] flies.',
    after: 'A [[satel\u00adlite constel\u00adlation]] flies.',
  },
  {
    name: 'zero-width spaces',
    before: 'A [[very long word]] here.',
    after: 'A [[very\u200b long\u200b word]] here.',
  },
  {
    name: 'curly quotes',
    before: 'He said [["it\'s over" to us]] then.',
    after: 'He said [[“it’s over” to us]] then.',
  },
  {
    name: 'straight quotes',
    before: 'He said [[“it’s over” to us]] then.',
    after: 'He said [["it\'s over" to us]] then.',
  },
  {
    name: 'another dash',
    before: 'The [[Falcon 9-class rocket]] flew.',
    after: 'The [[Falcon 9‑class rocket]] flew.',
  },
  {
    name: 'a dash between figures',
    before: 'About [[10-12 tonnes of it]] fell.',
    after: 'About [[10–12 tonnes of it]] fell.',
  },
  {
    name: 'ligatures',
    before: 'The [[final official figure]] is out.',
    after: 'The [[ﬁnal oﬃcial ﬁgure]] is out.',
  },
  {
    name: 'an ellipsis',
    before: 'And then [[... nothing happened]] at all.',
    after: 'And then [[… nothing happened]] at all.',
  },
  {
    name: 'accents written apart',
    before: 'The [[café in Kourou]] closed.',
    after: 'The [[cafe\u0301 in Kourou]] closed.',
  },
  {
    name: 'accents written together',
    before: 'The [[cafe\u0301 in Kourou]] closed.',
    after: 'The [[café in Kourou]] closed.',
  },
  {
    name: 'full-width figures and marks',
    before: '[[共12颗，成功]]入轨。',
    after: '[[共１２颗,成功]]入轨。',
  },
  {
    name: 'spaces between Chinese and Latin',
    before: '火箭[[朱雀三号Y1在12月]]首飞。',
    after: '火箭[[朱雀三号 Y1 在 12 月]]首飞。',
  },
  {
    name: 'a line break within Chinese',
    before: '火箭[[成功进入预定轨道]]。',
    after: '火箭[[成功进入\n预定轨道]]。',
  },
  {
    name: 'Korean in another form',
    before: '[[발사가 성공했다]] 오늘.',
    after: `[[${'발사가 성공했다'.normalize('NFD')}]] 오늘.`,
  },
  {
    name: 'no space at the border of two blocks',
    before: 'One [[heading\n\nand text]] here.',
    after: 'One [[headingand text]] here.',
  },
  {
    name: 'a mark of direction',
    before: 'The [[name אבג of it]] stands.',
    after: 'The [[name \u200fאבג\u200e of it]] stands.',
  },
  {
    name: 'emoji in another presentation',
    before: 'We [[✈️ fly home]] now.',
    after: 'We [[✈ fly home]] now.',
  },
] as const;

group('the same words in other markup', () => {
  it.each(SAME_WORDS)('are placed: $name', ({ before, after }) => {
    const { text, span } = marked(after);
    const placement = followEdit(before, after);
    expect(shown(placement, text)).toBe(`placed: ${text.slice(span?.start, span?.end)}`);
  });
});

/* Differences that a reader can see are edits, however small. */
const VISIBLE = [
  {
    name: 'a capital',
    before: 'It was [[a long way home for the crew]] then.',
    after: 'It was [[a Long way home for the crew]] then.',
  },
  {
    name: 'a comma',
    before: 'It was [[a long way home for the crew]] then.',
    after: 'It was [[a long way home, for the crew]] then.',
  },
  {
    name: 'an accent',
    before: 'It was [[a resume of the long flight home]] then.',
    after: 'It was [[a résumé of the long flight home]] then.',
  },
] as const;

group('a difference that can be seen', () => {
  it.each(VISIBLE)('is a change: $name', ({ before, after }) => {
    expect(followEdit(before, after).state).toBe('changed');
  });
});

group('selectors of other tools', () => {
  const text = 'Alpha flew. It was good. Beta flew. It was good. Gamma flew.';

  it.each([
    {
      name: 'a quote alone',
      selectors: [{ type: 'TextQuoteSelector', exact: 'Beta flew' }],
      start: 25,
    },
    {
      name: 'the first of two copies without a context',
      selectors: [{ type: 'TextQuoteSelector', exact: 'It was good' }],
      start: 12,
    },
    {
      name: 'a copy by its prefix alone',
      selectors: [{ type: 'TextQuoteSelector', exact: 'It was good', prefix: 'Beta flew. ' }],
      start: 36,
    },
    {
      name: 'a copy by its suffix alone',
      selectors: [{ type: 'TextQuoteSelector', exact: 'It was good', suffix: '. Gamma' }],
      start: 36,
    },
    {
      name: 'a copy by its position',
      selectors: [
        { type: 'TextQuoteSelector', exact: 'It was good' },
        { type: 'TextPositionSelector', start: 35, end: 46 },
      ],
      start: 36,
    },
    {
      name: 'the position first',
      selectors: [
        { type: 'TextPositionSelector', start: 36, end: 47 },
        { type: 'TextQuoteSelector', exact: 'It was good' },
      ],
      start: 36,
    },
    {
      name: 'empty contexts',
      selectors: [{ type: 'TextQuoteSelector', exact: 'Beta flew', prefix: '', suffix: '' }],
      start: 25,
    },
    {
      name: 'white space at the borders of the quote',
      selectors: [{ type: 'TextQuoteSelector', exact: ' Beta flew. ' }],
      start: 24,
    },
    {
      name: 'a position far outside',
      selectors: [
        { type: 'TextQuoteSelector', exact: 'Beta flew' },
        { type: 'TextPositionSelector', start: 1e9, end: 2e9 },
      ],
      start: 25,
    },
    {
      name: 'a hint by CSS beside the quote',
      selectors: [
        { type: 'CssSelector', value: '#story' },
        { type: 'TextQuoteSelector', exact: 'Beta flew' },
      ],
      start: 25,
    },
  ] satisfies readonly { name: string; selectors: readonly Selector[]; start: number }[])(
    'are placed: $name',
    ({ selectors, start }) => {
      expect(anchor(text, selectors)).toMatchObject({ state: 'placed', start });
    },
  );

  it.each([
    { name: 'none at all', selectors: [] },
    { name: 'a position alone', selectors: [{ type: 'TextPositionSelector', start: 0, end: 5 }] },
    { name: 'an empty quote', selectors: [{ type: 'TextQuoteSelector', exact: '' }] },
    { name: 'a quote of white space', selectors: [{ type: 'TextQuoteSelector', exact: ' \n ' }] },
    {
      name: 'a quote of half a surrogate pair',
      selectors: [{ type: 'TextQuoteSelector', exact: '\ud83d' }],
    },
    {
      name: 'a position that is no number',
      selectors: [
        { type: 'TextQuoteSelector', exact: 'nowhere' },
        { type: 'TextPositionSelector', start: Number.NaN, end: Number.NaN },
      ],
    },
  ] satisfies readonly { name: string; selectors: readonly Selector[] }[])(
    'are lost: $name',
    ({ selectors }) => {
      expect(anchor(`${text} 🚀`, selectors).state).toBe('lost');
    },
  );

  it('are lost on an empty page', () => {
    expect(anchor('', [{ type: 'TextQuoteSelector', exact: 'word' }])).toEqual({
      state: 'lost',
      score: 0,
    });
  });
});

group('scores', () => {
  const before =
    'The crew slept. [[The capsule landed in the Pacific on Friday night.]] Divers reached it.';
  const scoreAfter = (after: string) => followEdit(before, after).score;

  it('fall as less of the passage and of its surroundings is left', () => {
    const same = scoreAfter(
      'The crew slept. The capsule landed in the Pacific on Friday night. Divers reached it.',
    );
    const elsewhere = scoreAfter(
      'Something else. The capsule landed in the Pacific on Friday night. And more.',
    );
    const edited = scoreAfter(
      'The crew slept. The capsule splashed down in the Pacific on Friday. Divers reached it.',
    );
    const gone = scoreAfter('The crew slept. Divers reached it.');
    expect(same).toBe(1);
    expect(elsewhere).toBeLessThan(same);
    expect(edited).toBeLessThan(elsewhere);
    expect(gone).toBeLessThan(edited);
  });
});

group('an anchorer', () => {
  it('answers as often as it is asked, in any order, as if asked once', () => {
    const before = 'Alpha flew on Monday. [[The result was good for all.]] Gamma flew on Friday.';
    const after =
      'Zero. Alpha flew on Monday. The result was very good for all. Gamma flew on Friday.';
    const anchorer = createAnchorer(after);
    const selectors = selectorsOf(before);
    const first = anchorer.anchor(selectors);
    anchorer.anchor([{ type: 'TextQuoteSelector', exact: 'Gamma' }]);
    expect(anchorer.anchor(selectors)).toEqual(first);
    expect(anchor(after, selectors)).toEqual(first);
  });
});

group('a long passage', () => {
  const sentences = Array.from(
    { length: 60 },
    (_, index) =>
      `Sentence ${index} tells of village ${index * 7} and of its ${index % 5 === 0 ? 'harbour' : 'market'} in winter.`,
  );
  const story = (list: readonly string[]) => `Start of it all. ${list.join(' ')} End of it all.`;
  const before = `Start of it all. [[${sentences.join(' ')}]] End of it all.`;

  it('is found by its parts when sentences in it were edited', () => {
    const edited = sentences.map((sentence, index) =>
      index % 9 === 4 ? sentence.replace('winter', 'late summer') : sentence,
    );
    const text = story(edited);
    expect(anchor(text, selectorsOf(before))).toMatchObject({
      state: 'changed',
      start: 17,
      end: text.length - 15,
    });
  });

  it('is found by its parts when some of them were deleted', () => {
    const text = story(sentences.filter((_, index) => index % 4 !== 2));
    expect(anchor(text, selectorsOf(before)).state).toBe('changed');
  });

  it('is lost when most of it was deleted', () => {
    const text = story(sentences.slice(0, 12));
    expect(anchor(text, selectorsOf(before)).state).toBe('lost');
  });
});
