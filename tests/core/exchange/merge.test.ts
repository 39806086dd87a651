import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { UNDATED } from '@/core/exchange/build';
import { applyMerge, merge } from '@/core/exchange/merge';
import { aStoredAnnotation } from '@/tests/support/annotations';
import { aMixedCorpus, anId } from './corpus';

const day = (n: number) => `2026-03-0${n}T10:00:00.000Z`;
const version = (revision: number, on: number, note: string, id = 1): StoredAnnotation =>
  aStoredAnnotation({ id: anId(id), revision, modified: day(on), note });

/** Few ids, revisions, days and notes, so that versions meet. */
const library = fc.array(
  fc
    .record({
      id: fc.integer({ min: 1, max: 3 }),
      revision: fc.integer({ min: 1, max: 3 }),
      on: fc.integer({ min: 1, max: 3 }),
      note: fc.constantFrom('a', 'b', 'c'),
      undated: fc.boolean(),
    })
    .map(({ id, revision, on, note, undated }) => ({
      ...version(revision, on, note, id),
      ...(undated ? { foreign: { [UNDATED]: true } } : {}),
    })),
  { maxLength: 8 },
);

describe('merge', () => {
  it.each([
    ['a record that is not here', [], version(1, 1, 'a'), 'added'],
    ['the same record', [version(2, 2, 'a')], version(2, 2, 'a'), 'unchanged'],
    ['a later version', [version(1, 1, 'a')], version(2, 2, 'b'), 'updated'],
    ['an earlier version', [version(2, 2, 'b')], version(1, 1, 'a'), 'unchanged'],
    ['another change of the same revision', [version(2, 2, 'a')], version(2, 3, 'b'), 'conflicts'],
    ['a higher revision that is older', [version(2, 3, 'a')], version(3, 2, 'b'), 'conflicts'],
    ['a lower revision that is newer', [version(3, 2, 'a')], version(2, 3, 'b'), 'conflicts'],
    ['a later edit in the tool it came from', [version(1, 1, 'a')], version(1, 2, 'b'), 'updated'],
    ['the same time with other words', [version(1, 1, 'a')], version(1, 1, 'b'), 'conflicts'],
  ] as const)('puts %s under its name', (_, local, incoming, list) => {
    const result = merge(local, [incoming]);
    expect(Object.entries(result).filter(([, { length }]) => length > 0)).toHaveLength(1);
    expect(result[list]).toHaveLength(1);
  });

  it('finds a copy that a format made poorer unchanged', () => {
    const full = version(3, 2, 'a');
    const { page: _, ...poor } = { ...full, revision: 1 };
    expect(merge([full], [poor]).unchanged).toHaveLength(1);
  });

  it.each([
    ['no revision', { revision: 0 }, 'revision'],
    ['half a revision', { revision: 1.5 }, 'revision'],
    ['a local time', { modified: '2026-03-01 10:00' }, 'time of change'],
    ['an id of another kind', { id: 'https://a.example/1' }, 'id'],
  ])('refuses a record with %s', (_, change, reason) => {
    const { refused, added } = merge([], [aStoredAnnotation(change)]);
    expect(added).toEqual([]);
    expect(refused[0]?.reason).toContain(reason);
  });

  it('removes nothing because it is absent', () => {
    const local = aMixedCorpus();
    expect(applyMerge(local, merge(local, []), 'incoming')).toHaveLength(local.length);
  });

  it('lets the reader choose in a conflict', () => {
    const [mine, theirs] = [version(2, 3, 'mine'), version(2, 2, 'theirs')];
    const result = merge([mine], [theirs]);
    expect(applyMerge([mine], result, 'local')).toEqual([mine]);
    expect(applyMerge([mine], result, 'incoming')).toEqual([theirs]);
    expect(applyMerge([mine], result, 'newest')).toEqual([mine]);
  });

  it('accounts for every incoming record once', () => {
    fc.assert(
      fc.property(library, library, (local, incoming) => {
        const { added, updated, unchanged, conflicts, refused } = merge(local, incoming);
        const sum = [added, updated, unchanged, conflicts, refused].reduce(
          (n, l) => n + l.length,
          0,
        );
        expect(sum).toBe(incoming.length);
      }),
      { seed: 7 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(library, library, (local, incoming) => {
        const once = applyMerge(local, merge(local, incoming), 'newest');
        const again = merge(once, incoming);
        expect(again.added).toEqual([]);
        expect(again.updated).toEqual([]);
        expect(applyMerge(once, again, 'newest')).toEqual(once);
      }),
      { seed: 7 },
    );
  });

  it('does not depend on the order within a list', () => {
    fc.assert(
      fc.property(library, library, (local, incoming) => {
        expect(merge(local.toReversed(), incoming.toReversed())).toEqual(merge(local, incoming));
      }),
      { seed: 7 },
    );
  });

  it('ends the same whichever of two files comes first', () => {
    fc.assert(
      fc.property(library, library, library, (local, one, other) => {
        const read = (store: readonly StoredAnnotation[], file: readonly StoredAnnotation[]) =>
          applyMerge(store, merge(store, file), 'newest');
        expect(read(read(local, one), other)).toEqual(read(read(local, other), one));
      }),
      { seed: 7 },
    );
  });

  it('keeps every id that either side has', () => {
    fc.assert(
      fc.property(library, library, (local, incoming) => {
        const ids = new Set([...local, ...incoming].map(({ annotation }) => annotation.id));
        const after = applyMerge(local, merge(local, incoming), 'local');
        expect(after.map(({ annotation }) => annotation.id)).toEqual([...ids].sort());
      }),
      { seed: 7 },
    );
  });
});
