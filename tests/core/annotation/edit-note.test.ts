import { describe, expect, it } from 'vitest';
import { entitiesOf, noteOf, tagsOf } from '@/core/annotation/annotation';
import { cleanTags, withNote } from '@/core/annotation/edit-note';
import { aStoredAnnotation } from '../../support/annotations';

const NOW = '2026-03-05T08:00:00.000Z';

describe('writing a note', () => {
  it('adds note and tags, keeps entities, and counts the revision up', () => {
    const next = withNote(
      aStoredAnnotation({ entities: ['rocket/zhuque-3'] }),
      'Ask them.',
      ['reuse'],
      NOW,
    );
    expect(noteOf(next.annotation)).toBe('Ask them.');
    expect(tagsOf(next.annotation)).toEqual(['reuse']);
    expect(entitiesOf(next.annotation)).toEqual(['rocket/zhuque-3']);
    expect(next.annotation).toMatchObject({ motivation: 'commenting', modified: NOW });
    expect(next.revision).toBe(2);
  });

  it('makes a highlight of it again when the note is emptied', () => {
    const next = withNote(aStoredAnnotation({ note: 'x', tags: ['a'] }), '  \n', [], NOW);
    expect(next.annotation.body).toEqual([]);
    expect(next.annotation.motivation).toBe('highlighting');
  });

  it('leaves the motivation of a note on an entity alone', () => {
    const stored = aStoredAnnotation();
    const about = {
      ...stored,
      annotation: { ...stored.annotation, motivation: 'describing' as const },
    };
    expect(withNote(about, 'x', [], NOW).annotation.motivation).toBe('describing');
  });

  it('does not touch what it was given', () => {
    const stored = aStoredAnnotation({ note: 'before' });
    const copy = structuredClone(stored);
    withNote(stored, 'after', ['t'], NOW);
    expect(stored).toEqual(copy);
  });

  it.each([
    { tags: [' a ', '#a', 'b'], expected: ['a', 'b'] },
    { tags: ['', '#', '  '], expected: [] },
    { tags: ['商业航天', '#商业航天'], expected: ['商业航天'] },
  ])('cleans $tags', ({ tags, expected }) => {
    expect(cleanTags(tags)).toEqual(expected);
  });
});
