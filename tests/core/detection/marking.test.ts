import { describe, expect, it } from 'vitest';
import { chooseMarked } from '@/core/detection/marking';
import type { Mention } from '@/core/detection/mention';

function mentions(...places: readonly (readonly [id: string, start: number])[]): Mention[] {
  return places.map(([id, start]) => ({
    start,
    end: start + 5,
    text: id,
    id: `rocket/${id}`,
    kind: 'rocket',
    name: id,
    certainty: 'sure',
    alternatives: [],
    evidence: [],
  }));
}

const starts = (chosen: readonly Mention[]) => chosen.map((mention) => mention.start);

describe('choosing which mentions are marked', () => {
  it('marks the first of an entity in a section, not the others', () => {
    const all = mentions(['a', 0], ['a', 100], ['b', 200], ['a', 300]);
    expect(starts(chooseMarked(all, [], 'first-in-section'))).toEqual([0, 200]);
  });

  it('marks it again after the next heading', () => {
    const all = mentions(['a', 0], ['a', 100], ['a', 300], ['a', 400]);
    expect(starts(chooseMarked(all, [250], 'first-in-section'))).toEqual([0, 300]);
  });

  it('marks new entities however close, but not repeated ones', () => {
    const all = mentions(['a', 0], ['b', 10], ['c', 100], ['a', 110], ['c', 160]);
    expect(starts(chooseMarked(all, [90], 'first-in-section'))).toEqual([0, 10, 100]);
  });

  it('marks all when told so', () => {
    const all = mentions(['a', 0], ['a', 10]);
    expect(starts(chooseMarked(all, [], 'all'))).toEqual([0, 10]);
  });

  it('has nothing to mark on a page without mentions', () => {
    expect(chooseMarked([], [0, 10], 'first-in-section')).toEqual([]);
  });
});
