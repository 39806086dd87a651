import { describe, expect, it } from 'vitest';
import type { EntityId } from '@/core/knowledge/entity';
import { countFacets, isChosen } from '@/core/search/facets';
import { createLibraryIndex } from '@/core/search/library-index';
import { findMarks } from '@/core/search/marks';
import { parseQuery } from '@/core/search/query';
import { aStoredAnnotation } from '../../support/annotations';

const NOW = '2026-03-10T00:00:00.000Z';
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'rocket/zhuque-3': ['Zhuque-3', '朱雀三号', 'ZQ-3'],
  'company/spacex': ['SpaceX', '太空探索技术公司'],
};
const namesOf = (id: EntityId) => NAMES[id] ?? [];

const LIBRARY = [
  aStoredAnnotation({
    id: 'urn:uuid:a',
    quote: 'The first stage came down upright.',
    entities: ['rocket/zhuque-3'],
    tags: ['reuse'],
    created: '2026-03-09T00:00:00.000Z',
  }),
  aStoredAnnotation({
    id: 'urn:uuid:b',
    quote: '朱雀三号首飞入轨，一级在着陆前失利。',
    entities: ['rocket/zhuque-3'],
    url: 'https://www.caixin.example/1',
    created: '2026-01-02T00:00:00.000Z',
  }),
  aStoredAnnotation({
    id: 'urn:uuid:c',
    quote: 'A valuation of 400 billion dollars.',
    entities: ['company/spacex'],
    note: 'Check with the prospectus.',
    created: '2026-02-01T00:00:00.000Z',
  }),
  aStoredAnnotation({
    id: 'urn:uuid:d',
    quote: 'Weather on the coast.',
    created: '2025-06-01T00:00:00.000Z',
    title: 'Of wind and waves',
  }),
];

function search(text: string): string[] {
  const index = createLibraryIndex(namesOf);
  for (const one of LIBRARY) index.add(one);
  return index.search(parseQuery(text, NOW)).map((one) => one.annotation.id.slice(-1));
}

describe('searching the library', () => {
  it.each([
    { name: 'a word of the quote', text: 'upright', expected: ['a'] },
    { name: 'the beginning of a word still being typed', text: 'valuat', expected: ['c'] },
    { name: 'a typo', text: 'prospctus', expected: ['c'] },
    { name: 'a word of the note', text: 'prospectus', expected: ['c'] },
    { name: 'a word of the title', text: 'waves', expected: ['d'] },
    { name: 'a Chinese word', text: '着陆', expected: ['b'] },
    { name: 'a Chinese name, also in English quotes', text: '朱雀', expected: ['b', 'a'] },
    { name: 'an English name, also in Chinese quotes', text: 'Zhuque', expected: ['a', 'b'] },
    { name: 'two words that must both be there', text: 'first stage', expected: ['a'] },
    { name: 'a field by slug', text: 'entity:zhuque-3', expected: ['a', 'b'] },
    { name: 'a field by name', text: 'entity:"朱雀三号"', expected: ['a', 'b'] },
    { name: 'a tag', text: 'tag:#reuse', expected: ['a'] },
    { name: 'a site', text: 'site:caixin', expected: ['b'] },
    { name: 'a colour, newest first', text: 'colour:yellow', expected: ['a', 'c', 'b', 'd'] },
    { name: 'the last days', text: 'since:7day', expected: ['a'] },
    { name: 'a date', text: 'since:2026-02', expected: ['a', 'c'] },
    { name: 'a phrase', text: '"came down"', expected: ['a'] },
    { name: 'fields and words together', text: 'entity:spacex billion', expected: ['c'] },
  ])('finds $name', ({ text, expected }) => {
    expect([...search(text)].sort()).toEqual([...expected].sort());
  });

  it.each([
    { name: 'a word that is nowhere', text: 'turnip' },
    { name: 'words of different notes', text: 'upright billion' },
    { name: 'a phrase in another order', text: '"down came"' },
    { name: 'a field and a word that do not meet', text: 'entity:spacex upright' },
    { name: 'a colour that nothing has', text: 'colour:red' },
  ])('finds nothing for $name', ({ text }) => {
    expect(search(text)).toEqual([]);
  });

  it('gives everything, newest first, for an empty field', () => {
    expect(search('  ')).toEqual(['a', 'c', 'b', 'd']);
  });

  it('takes an unfinished field for a word', () => {
    expect(parseQuery('since:soon', NOW)).toMatchObject({ since: null, words: 'since:soon' });
    expect(parseQuery('say "hel', NOW)).toMatchObject({ phrases: [], words: 'say "hel' });
  });

  it('forgets what is removed, and finds what is changed by its new words only', () => {
    const index = createLibraryIndex(namesOf);
    index.add(aStoredAnnotation({ note: 'before' }));
    index.add(aStoredAnnotation({ note: 'after' }));
    expect(index.search(parseQuery('before', NOW))).toEqual([]);
    expect(index.search(parseQuery('after', NOW))).toHaveLength(1);
    index.remove(aStoredAnnotation().annotation.id);
    expect(index.search(parseQuery('after', NOW))).toEqual([]);
    expect(index.size).toBe(0);
  });
});

describe('facets', () => {
  it('counts each side, most frequent first', () => {
    const counts = countFacets(LIBRARY);
    expect(counts.about).toEqual([
      { value: 'rocket/zhuque-3', count: 2 },
      { value: 'company/spacex', count: 1 },
    ]);
    expect(counts.site[0]).toEqual({ value: 'news.example', count: 3 });
  });

  it('narrows by every side that has a choice', () => {
    const none = { about: [], colour: [], tag: [], site: [] };
    const chosen = (change: object) =>
      LIBRARY.filter((one) => isChosen(one, { ...none, ...change })).length;
    expect(chosen({})).toBe(4);
    expect(chosen({ about: ['rocket/zhuque-3', 'company/spacex'] })).toBe(3);
    expect(chosen({ about: ['rocket/zhuque-3'], tag: ['reuse'] })).toBe(1);
    expect(chosen({ site: ['caixin.example'], tag: ['reuse'] })).toBe(0);
  });
});

describe('marking what was found', () => {
  const marked = (text: string, query: string) =>
    findMarks(text, parseQuery(query, NOW)).map(({ start, end }) => text.slice(start, end));
  it.each([
    { text: 'The first stage', query: 'stag', expected: ['stag'] },
    { text: 'backstage', query: 'stag', expected: [] },
    { text: '朱雀三号首飞', query: '朱雀', expected: ['朱雀'] },
    { text: 'Came down upright', query: '"came down"', expected: ['Came down'] },
    { text: 'İstanbul stage', query: 'stage', expected: [] },
  ])('marks $expected in "$text" for $query', ({ text, query, expected }) => {
    expect(marked(text, query)).toEqual(expected);
  });
});
