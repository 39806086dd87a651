import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_LIMIT, scanNames } from '@/core/detection/name-scan';
import { finish } from '@/core/steps';
import { anEntity, namesOf } from '../../support/names';

const { matcher } = namesOf([
  anEntity('company/spacex', 'SpaceX'),
  anEntity('company/ispace', 'ispace'),
  anEntity('company/rocket-lab', 'Rocket Lab'),
  anEntity('company/landspace', 'LandSpace', '蓝箭航天'),
]);
const scan = (text: string) => finish(scanNames(text, matcher));
/** 40,000 characters: several pieces. */
const FILLER = 'Nothing but weather and wind. '.repeat(1334);

interface Row {
  readonly name: string;
  readonly text: string;
  readonly found: readonly string[];
}

const ROWS: readonly Row[] = [
  { name: 'nothing', text: '', found: [] },
  { name: 'a short text', text: 'SpaceX and ispace', found: ['SpaceX', 'ispace'] },
  { name: 'a long text without a name', text: FILLER, found: [] },
  {
    name: 'names at both ends of a long text',
    text: `SpaceX flew. ${FILLER} LandSpace flew.`,
    found: ['SpaceX', 'LandSpace'],
  },
  {
    name: 'a small name far away from the only other one',
    text: `SpaceX flew. ${FILLER} Then ispace landed. ${FILLER}`,
    found: ['SpaceX', 'ispace'],
  },
  {
    name: 'no small name in a long text without another one',
    text: `${FILLER} Then ispace landed. ${FILLER}`,
    found: [],
  },
  {
    name: 'a name across the border of two pieces',
    text: `${'x'.repeat(7994)}. Rocket Lab flew. ${FILLER}`,
    found: ['Rocket Lab'],
  },
];

describe('names, piece by piece', () => {
  it.each(ROWS)('finds $name', ({ text, found }) => {
    const { names, isComplete } = scan(text);
    expect(names.map(({ start, end }) => text.slice(start, end))).toEqual(found);
    expect(isComplete).toBe(true);
  });

  it('finds what one look at the whole text finds, wherever the pieces end', () => {
    const part = fc.oneof(
      {
        weight: 2,
        arbitrary: fc.constantFrom('SpaceX', 'ispace', 'Rocket Lab', '蓝箭航天', '\n\n'),
      },
      { weight: 1, arbitrary: fc.nat(3000).map((length) => 'wind '.repeat(length / 5)) },
      { weight: 1, arbitrary: fc.constantFrom(' ', '. ', '-', '的', 'Rocket', ' Lab') },
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        expect(scan(text).names).toEqual(matcher.scan(text));
      }),
      { seed: 20261129, numRuns: 300 },
    );
  });

  it('stops at its limit and says so', () => {
    const { names, isComplete } = scan('SpaceX and '.repeat(NAME_LIMIT + 1));
    expect(names).toHaveLength(NAME_LIMIT);
    expect(isComplete).toBe(false);
  });

  it('is not complete only beyond the limit', () => {
    const { names, isComplete } = scan('SpaceX and '.repeat(NAME_LIMIT));
    expect(names).toHaveLength(NAME_LIMIT);
    expect(isComplete).toBe(true);
  });

  it('pauses every few thousand characters of a long text', () => {
    const steps = scanNames(`SpaceX flew. ${FILLER}`, matcher);
    let pauses = 0;
    while (steps.next().done !== true) pauses++;
    expect(pauses).toBeGreaterThanOrEqual(FILLER.length / 8000 - 1);
  });
});
