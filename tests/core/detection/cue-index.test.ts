import { describe, expect, test } from 'vitest';
import { createCueIndex, cueAt, cueBefore, findCues } from '@/core/detection/cue-index';

const index = createCueIndex([
  'rocket*|launch pad|liftoff|火箭|运载火箭|ロケット|ракет*',
  'pad|bird*|鸟',
]);

function found(text: string): string[] {
  return findCues(index, text).map(({ start, end, mask }) => `${text.slice(start, end)}/${mask}`);
}

describe('findCues', () => {
  test.each([
    { name: 'a whole word', text: 'at liftoff,', expected: ['liftoff/1'] },
    { name: 'a stem takes any ending', text: 'the rockets flew', expected: ['rockets/1'] },
    { name: 'a word is no stem', text: 'liftoffs', expected: [] },
    { name: 'a stem begins a word', text: 'skyrocket', expected: [] },
    { name: 'the longest phrase', text: 'on the launch pad now', expected: ['launch pad/1'] },
    { name: 'the word alone has its own class', text: 'a pad of paper', expected: ['pad/2'] },
    { name: 'a phrase ends at a word’s end', text: 'a launch padlock', expected: [] },
    {
      name: 'Chinese anywhere, the longest first',
      text: '长征运载火箭和鸟',
      expected: ['运载火箭/1', '鸟/2'],
    },
    { name: 'Japanese beside kana', text: '小型ロケットは', expected: ['ロケット/1'] },
    { name: 'Russian cases', text: 'новой ракетой', expected: ['ракетой/1'] },
    { name: 'nothing', text: '', expected: [] },
  ])('$name', ({ text, expected }) => {
    expect(found(text)).toEqual(expected);
  });

  test('looks only where it is told', () => {
    expect(findCues(index, 'pad pad pad', 4, 7)).toHaveLength(1);
  });
});

describe('a cue beside a place', () => {
  test('begins exactly there', () => {
    expect(cueAt(index, 'launch pad', 0)?.end).toBe(10);
    expect(cueAt(index, 'the launch pad', 0)).toBeNull();
  });

  test('ends exactly there, phrases included', () => {
    expect(cueBefore(index, 'the launch pad', 14)?.start).toBe(4);
    expect(cueBefore(index, '一枚火箭', 4)?.start).toBe(2);
    expect(cueBefore(index, 'the launch', 10)).toBeNull();
    expect(cueBefore(index, '', 0)).toBeNull();
  });
});

test('a word of two classes has both bits', () => {
  const both = createCueIndex(['trial', 'trial']);
  expect(findCues(both, 'a trial')[0]?.mask).toBe(3);
});
