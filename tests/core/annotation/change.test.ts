import { expect, describe as group, it } from 'vitest';
import { changeIn } from '@/core/annotation/change';
import { selectorsOf, written } from './support/marked';

const BEFORE =
  'The range opened at dawn on Tuesday.\n\nThe rocket rose on time. [[It reached orbit after nine minutes.]] Nobody was hurt at the range.\n\nThe company was pleased with the result.';

group('what became of a passage', () => {
  it.each([
    {
      name: 'nothing at all',
      after: BEFORE.replace(/\[\[|\]\]/g, ''),
      state: 'placed',
      change:
        'The rocket rose on time. |It reached orbit after nine minutes.| Nobody was hurt at the range.',
    },
    {
      name: 'an edited passage, with an edited neighbour',
      after:
        'The range opened at dawn on Tuesday.\n\nThe rocket rose an hour late. It reached orbit after eight minutes. Nobody was hurt at the range.\n\nThe company was pleased with the result.',
      state: 'changed',
      change:
        'The rocket rose [-on time-]{+an hour late+}. |It reached orbit after [-nine-]{+eight+} minutes.| Nobody was hurt at the range.',
    },
    {
      name: 'a deleted passage between its neighbours',
      after:
        'The range opened at dawn on Tuesday.\n\nThe rocket rose on time. Nobody was hurt at the range.\n\nThe company was pleased with the result.',
      state: 'lost',
      change:
        'The rocket rose on time. |[-It reached orbit after nine minutes.-]|[- -]Nobody was hurt at the range.',
    },
    {
      name: 'a passage replaced by another sentence',
      after:
        'The range opened at dawn on Tuesday.\n\nThe rocket rose on time. Two tugs stood by in the bay. Nobody was hurt at the range.\n\nThe company was pleased with the result.',
      state: 'lost',
      change:
        'The rocket rose on time. |[-It reached orbit after nine minutes-]{+Two tugs stood by in the bay+}.| Nobody was hurt at the range.',
    },
    {
      name: 'another story altogether',
      after: 'Shares of the airline were little changed on Friday.',
      state: 'lost',
      change: '|[-It reached orbit after nine minutes.-]|',
    },
  ])('is shown word by word: $name', ({ after, state, change }) => {
    const found = changeIn(after, selectorsOf(BEFORE));
    expect(found?.state).toBe(state);
    expect(
      [found?.before, found?.passage, found?.after].map((parts) => written(parts ?? [])).join('|'),
    ).toBe(change);
  });

  it('is unknown without a quote', () => {
    expect(changeIn('text', [{ type: 'TextPositionSelector', start: 0, end: 2 }])).toBeNull();
  });
});
