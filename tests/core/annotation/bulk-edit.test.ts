import { describe, expect, it } from 'vitest';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { applyEdit, type BulkEdit, lookOf, withLook } from '@/core/annotation/bulk-edit';
import { aStoredAnnotation } from '../../support/annotations';

const NOW = '2026-04-01T12:00:00.000Z';
const passage = aStoredAnnotation({
  note: 'mine',
  tags: ['reuse', 'Landing'],
  entities: ['rocket/zhuque-3'],
});
const onEntity: StoredAnnotation = {
  ...passage,
  annotation: {
    ...passage.annotation,
    motivation: 'describing',
    target: { type: 'SpecificResource', source: 'urn:downrange:rocket/zhuque-3' },
  },
};

describe('a change to many annotations', () => {
  const rows: readonly {
    readonly name: string;
    readonly edit: BulkEdit;
    readonly tags: readonly string[];
  }[] = [
    {
      name: 'adds a tag behind the others',
      edit: { do: 'tag', tags: ['q3'] },
      tags: ['reuse', 'Landing', 'q3'],
    },
    {
      name: 'adds a tag without its sign',
      edit: { do: 'tag', tags: [' #q3 '] },
      tags: ['reuse', 'Landing', 'q3'],
    },
    {
      name: 'adds only what is not there',
      edit: { do: 'tag', tags: ['landing', 'q3'] },
      tags: ['reuse', 'Landing', 'q3'],
    },
    {
      name: 'takes a tag away, whatever its capitals',
      edit: { do: 'untag', tags: ['landing'] },
      tags: ['reuse'],
    },
    { name: 'takes all away', edit: { do: 'untag', tags: ['landing', 'REUSE'] }, tags: [] },
  ];
  it.each(rows)('$name', ({ edit, tags }) => {
    const after = applyEdit(passage, edit, NOW);
    expect(after === null ? null : lookOf(after).tags).toEqual(tags);
    expect(after?.annotation.modified).toBe(NOW);
  });

  it.each<{ readonly name: string; readonly edit: BulkEdit; readonly to: StoredAnnotation }>([
    { name: 'a tag that is there', edit: { do: 'tag', tags: ['reuse'] }, to: passage },
    { name: 'no tag at all', edit: { do: 'tag', tags: ['#', ' '] }, to: passage },
    { name: 'a tag to take that is not there', edit: { do: 'untag', tags: ['q3'] }, to: passage },
    { name: 'the colour it has', edit: { do: 'colour', colour: 'yellow' }, to: passage },
    {
      name: 'a colour for a note on an entity',
      edit: { do: 'colour', colour: 'red' },
      to: onEntity,
    },
  ])('changes nothing for $name', ({ edit, to }) => {
    expect(applyEdit(to, edit, NOW)).toBeNull();
  });

  it('leaves words, note, entities and everything else as they are', () => {
    const after = applyEdit(passage, { do: 'colour', colour: 'red' }, NOW);
    const { annotation } = passage;
    expect(after).toEqual({
      ...passage,
      annotation: {
        ...annotation,
        modified: NOW,
        target: { ...annotation.target, styleClass: 'red' },
      },
    });
  });

  it('can be taken back to the letter', () => {
    for (const edit of [
      { do: 'tag', tags: ['q3'] },
      { do: 'untag', tags: ['reuse'] },
      { do: 'colour', colour: 'red' },
    ] as const) {
      const after = applyEdit(passage, edit, NOW);
      if (after === null) throw new Error('expected a change');
      const back = withLook(after, lookOf(passage), passage.annotation.modified);
      expect(back).toEqual(passage);
    }
  });
});
