import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf } from '@/core/knowledge/entity';
import { isOwnId, newOwnId, type OwnEntry } from '@/core/own/own-entry';
import { mergeOwn } from '@/core/own/own-merge';
import { anOwnEntity, anOwnEntry } from '@/tests/support/own';

const FACT = { label: 'Founded', value: '2018', asOf: '', source: '' };
const LATER = '2026-02-02T00:00:00.000Z';

describe('merging entries of the reader’s own', () => {
  it('joins names and facts of the same entity', () => {
    const mine = anOwnEntry({ names: ['银河动力'], facts: [FACT] });
    const theirs = anOwnEntry({
      names: ['GE'],
      facts: [FACT, { ...FACT, value: '2019' }],
      modified: LATER,
    });
    expect(mergeOwn([mine], [theirs])).toEqual([
      {
        ...mine,
        modified: LATER,
        names: ['GE', '银河动力'],
        facts: [FACT, { ...FACT, value: '2019' }],
      },
    ]);
  });

  it('keeps the earlier name of a renamed entity as a further one', () => {
    const renamed = anOwnEntity({ name: 'Moonbase Inc', modified: LATER });
    expect(mergeOwn([anOwnEntity()], [renamed])[0]).toMatchObject({
      name: 'Moonbase Inc',
      names: ['Moonbase Ltd'],
    });
  });

  const entries = fc.array(
    fc.record<OwnEntry>({
      id: fc.constantFrom('company/spacex', 'company/own-00000000002a', 'rocket/electron'),
      name: fc.constantFrom('Alpha', 'Beta'),
      names: fc.uniqueArray(fc.constantFrom('one', 'two', 'three'), { maxLength: 3 }),
      facts: fc.array(
        fc.record({
          label: fc.constant(''),
          value: fc.constantFrom('a', 'b'),
          asOf: fc.constant(''),
          source: fc.constant(''),
        }),
        { maxLength: 2 },
      ),
      modified: fc.constantFrom('2026-01-01T00:00:00.000Z', LATER),
    }),
    { maxLength: 5 },
  );
  const textsOf = (list: readonly OwnEntry[]) =>
    list
      .flatMap(({ id, name, names, facts }) => [
        ...(isOwnId(id) ? [name, ...names] : names).map((text) => `${id} ${text}`),
        ...facts.map(({ value }) => `${id} = ${value}`),
      ])
      .sort();

  it('loses nothing, adds nothing, and changes nothing the second time (seed 9)', () => {
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        const merged = mergeOwn(one, other);
        expect(new Set(textsOf(merged))).toEqual(new Set(textsOf([...one, ...other])));
        expect(new Set(textsOf(mergeOwn(merged, other)))).toEqual(new Set(textsOf(merged)));
        expect(new Set(textsOf(mergeOwn(other, one)))).toEqual(new Set(textsOf(merged)));
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});

describe('an id of the reader’s own', () => {
  it('is an entity’s id of its kind', () => {
    const id = newOwnId('rocket', new Uint8Array([1, 2, 3, 4, 5, 255]));
    expect(id).toBe('rocket/own-0102030405ff');
    expect(isOwnId(id)).toBe(true);
    expect(kindOf(id)).toBe('rocket');
  });
  it.each(['company/spacex', 'company/own-brand', 'planet/own-0102030405ff', 'company/own-01'])(
    '%s is none',
    (id) => {
      expect(isOwnId(id)).toBe(false);
    },
  );
});
