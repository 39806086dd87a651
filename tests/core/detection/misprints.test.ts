import { describe, expect, test } from 'vitest';
import { findMisprints } from '@/core/detection/misprints';
import { finish } from '@/core/steps';
import type { Span } from '@/core/text/span';

const find = (text: string, names: readonly string[], taken: readonly Span[] = []) =>
  finish(findMisprints(text, names, taken));

function found(text: string, ...names: string[]): string[] {
  return find(text, names).map(({ start, end, of }) => `${text.slice(start, end)} = ${of}`);
}

describe('findMisprints', () => {
  test.each([
    {
      name: 'two letters exchanged',
      text: 'Eutlesat said',
      names: ['Eutelsat'],
      expected: ['Eutlesat = Eutelsat'],
    },
    {
      name: 'two characters exchanged',
      text: '按中科航宇的说法',
      names: ['中科宇航'],
      expected: ['中科航宇 = 中科宇航'],
    },
    {
      name: 'one word of three with a letter missing',
      text: 'the United Lunch Alliance flew',
      names: ['United Launch Alliance'],
      expected: ['United Lunch Alliance = United Launch Alliance'],
    },
    {
      name: 'not the name itself',
      text: 'Eutelsat and United Launch Alliance',
      names: ['Eutelsat', 'United Launch Alliance'],
      expected: [],
    },
    { name: 'not another word', text: 'Starling', names: ['Starlink'], expected: [] },
    { name: 'not a short name', text: 'Obrex flew', names: ['Orbex'], expected: [] },
    { name: 'not a name of two words', text: 'Rocket Lap', names: ['Rocket Lab'], expected: [] },
    { name: 'not inside a longer word', text: 'Eutlesats', names: ['Eutelsat'], expected: [] },
    {
      name: 'not two words wrong',
      text: 'United Lunch Alliances',
      names: ['United Launch Alliance'],
      expected: [],
    },
    {
      name: 'not another first letter',
      text: 'European Spice Agency, European Face Agency',
      names: ['European Space Agency'],
      expected: ['European Spice Agency = European Space Agency'],
    },
    { name: 'nothing in nothing', text: '', names: ['Eutelsat'], expected: [] },
  ])('$name', ({ text, names, expected }) => {
    expect(found(text, ...names)).toEqual(expected);
  });

  test('what is taken stays taken', () => {
    expect(find('Eutlesat', ['Eutelsat'], [{ start: 0, end: 3 }])).toEqual([]);
  });

  test('each is found wherever it stands, in order', () => {
    const text = 'Eutlesat, 中科航宇, Eutlesat';
    expect(find(text, ['中科宇航', 'Eutelsat']).map(({ start }) => start)).toEqual([0, 10, 16]);
  });
});
