import { describe, expect, it } from 'vitest';
import { quoteOf, tagsOf } from '@/core/annotation/annotation';
import { createLibraryIndex, type LibraryIndex, type Wanted } from '@/core/search/library-index';
import { findMarks } from '@/core/search/marks';
import { parseQuery } from '@/core/search/query';
import { aStoredAnnotation } from '../../support/annotations';

const NOW = '2026-03-10T00:00:00.000Z';
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'rocket/zhuque-3': ['Zhuque-3', '朱雀三号', 'ZQ-3'],
  'company/spacex': ['SpaceX', '太空探索技术公司'],
};
const namesOf = (id: string) => NAMES[id] ?? [];
const NOTHING = { about: [], colour: [], tag: [], site: [] };

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
    pageKey: 'https://www.caixin.example/1',
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

function anIndex(list = LIBRARY): LibraryIndex {
  const index = createLibraryIndex(namesOf, null);
  index.add(list);
  return index;
}

/** The ends of the ids that are found, in order. */
function find(index: LibraryIndex, text: string, change: Partial<Wanted> = {}): string[] {
  const query = parseQuery(text, NOW);
  const wanted = { query, chosen: NOTHING, isBin: false, page: null, ...change };
  return [...index.find(wanted).ordinals].map((ordinal) => index.idOf(ordinal).slice(-1));
}

const search = (text: string) => find(anIndex(), text);

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
    const index = anIndex([aStoredAnnotation({ note: 'before' })]);
    index.add([aStoredAnnotation({ note: 'after' })]);
    expect(find(index, 'before')).toEqual([]);
    expect(find(index, 'after')).toHaveLength(1);
    index.remove([aStoredAnnotation().annotation.id]);
    expect(find(index, 'after')).toEqual([]);
    expect(index).toMatchObject({ live: 0, bin: 0, gone: 2 });
  });

  it('shows the trash by itself, and only there', () => {
    const [first, ...rest] = LIBRARY;
    if (first === undefined) throw new Error('expected a library');
    const index = anIndex([{ ...first, deletedAt: NOW }, ...rest]);
    expect(find(index, 'upright')).toEqual([]);
    expect(find(index, 'upright', { isBin: true })).toEqual(['a']);
    expect(index).toMatchObject({ live: 3, bin: 1 });
    expect([...index.everything(true)]).toHaveLength(4);
    expect([...index.everything(false)]).toHaveLength(3);
  });

  it.each([
    { name: 'its address', url: 'https://www.caixin.example/1', expected: ['b'] },
    { name: 'an address where nothing is kept', url: 'https://www.caixin.example/2', expected: [] },
  ])('gives what stands on one page, by $name', ({ url, expected }) => {
    expect(find(anIndex(), '', { page: { key: url, url } })).toEqual(expected);
  });

  it('ranks a note above a title, and of equal ones the newer first', () => {
    const at = (id: string, created: string, change: object) =>
      aStoredAnnotation({ id: `urn:uuid:${id}`, created, quote: 'Nothing', ...change });
    const index = anIndex([
      at('1', '2026-03-01T00:00:00.000Z', { title: 'Turbine' }),
      at('2', '2026-01-01T00:00:00.000Z', { note: 'turbine' }),
      at('3', '2026-02-01T00:00:00.000Z', { note: 'turbine' }),
    ]);
    expect(find(index, 'turbine')).toEqual(['3', '2', '1']);
  });

  it('takes no digit and no Han sign for a typo', () => {
    const index = anIndex([aStoredAnnotation({ quote: 'Falcon 9 and 朱雀二号' })]);
    expect(find(index, 'falcon 8')).toEqual([]);
    expect(find(index, '朱雀三号')).toEqual([]);
    expect(find(index, 'flacon 9')).toHaveLength(1);
  });

  it.each([
    { name: 'within a word', text: '"ame dow"', expected: ['a'] },
    { name: 'of one word', text: '"prigh"', expected: ['a'] },
    { name: 'of Han signs', text: '"号首飞入"', expected: ['b'] },
    { name: 'over a sign', text: '"入轨，一级"', expected: ['b'] },
    { name: 'over another sign', text: '"入轨。一级"', expected: [] },
    { name: 'of a sign alone', text: '"，"', expected: ['b'] },
  ])('finds a phrase $name', ({ text, expected }) => {
    expect(search(text)).toEqual(expected);
  });

  it('is the same after it was stored and read, and can go on', () => {
    const index = anIndex(LIBRARY.slice(0, 2));
    index.remove(['urn:uuid:b']);
    const { head, words } = structuredClone(index.toSnapshot());
    const read = createLibraryIndex(namesOf, head);
    read.add(LIBRARY.slice(1));
    // The words come later than the head: nothing that was added meanwhile is lost.
    read.takeWords(words);
    for (const text of ['', 'upright', '朱雀', 'site:caixin', '"came down"', 'entity:spacex'])
      expect(find(read, text)).toEqual(search(text));
  });

  it('does not depend on how it was filled', () => {
    const many = Array.from({ length: 300 }, (_, n) =>
      aStoredAnnotation({
        id: `urn:uuid:${String(n)}`,
        quote: `Flight ${n % 7} of rocket ${n % 11} 朱雀${'一二三'.charAt(n % 3)}号`,
        tags: [`tag${n % 5}`],
        created: new Date(Date.UTC(2026, 0, 1 + (n % 50), n)).toISOString(),
      }),
    );
    const index = anIndex([]);
    for (const one of many) index.add([one]);
    // A changed one takes the place of the first.
    index.add(many.slice(0, 40));
    const all = (text: string, from: LibraryIndex) =>
      [
        ...from.find({ query: parseQuery(text, NOW), chosen: NOTHING, isBin: false, page: null })
          .ordinals,
      ].map((ordinal) => from.idOf(ordinal));
    for (const text of ['', 'flight 3', 'rocket 10 tag:tag2', '朱雀三号', '"of rocket 1"']) {
      const naive = many.filter(({ annotation }) =>
        isHeld(text, quoteOf(annotation) ?? '', tagsOf(annotation)),
      );
      expect(all(text, index).toSorted(), text).toEqual(
        naive.map(({ annotation }) => annotation.id).toSorted(),
      );
      expect(all(text, index).length).toBeGreaterThan(0);
    }
  });
});

/** The oracle: whether a quotation of the test above holds what is asked, word by word. */
function isHeld(text: string, quote: string, tags: readonly string[]): boolean {
  const exact = quote.toLowerCase();
  const tag = /tag:(\S+)/.exec(text)?.[1];
  const phrase = /"([^"]+)"/.exec(text)?.[1];
  const words = text
    .replace(/tag:\S+|"[^"]+"/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const isLast = (word: string) => word === words.at(-1);
  return (
    (tag === undefined || tags.includes(tag)) &&
    (phrase === undefined || exact.includes(phrase)) &&
    words.every((word) =>
      /\p{Script=Han}/u.test(word)
        ? exact.includes(word)
        : new RegExp(`\\b${word}${isLast(word) ? '' : '\\b'}`).test(exact),
    )
  );
}

describe('facets', () => {
  const facets = (list = LIBRARY) =>
    anIndex(list).find({ query: parseQuery('', NOW), chosen: NOTHING, isBin: false, page: null })
      .facets;

  it('counts each side, most frequent first', () => {
    expect(facets().about).toEqual([
      { value: 'rocket/zhuque-3', count: 2 },
      { value: 'company/spacex', count: 1 },
    ]);
    expect(facets().site[0]).toEqual({ value: 'news.example', count: 3 });
    expect(facets().colour).toEqual([{ value: 'yellow', count: 4 }]);
    expect(facets([])).toEqual({ about: [], colour: [], tag: [], site: [] });
  });

  it('narrows by every side that has a choice, and counts what could be chosen instead', () => {
    const chosen = (change: object) => find(anIndex(), '', { chosen: { ...NOTHING, ...change } });
    expect(chosen({})).toHaveLength(4);
    expect(chosen({ about: ['rocket/zhuque-3', 'company/spacex'] })).toHaveLength(3);
    expect(chosen({ about: ['rocket/zhuque-3'], tag: ['reuse'] })).toEqual(['a']);
    expect(chosen({ site: ['caixin.example'], tag: ['reuse'] })).toEqual([]);
    expect(chosen({ colour: ['red'] })).toEqual([]);
  });
});

describe('arranging for an export', () => {
  const arranged = (by: 'record' | 'page' | 'entity') => {
    const index = anIndex();
    const { ids, ends } = index.arrange(index.everything(false), by);
    return [...ends].map((end, at) =>
      ids
        .slice(ends[at - 1] ?? 0, end)
        .map((id) => id.slice(-1))
        .join(''),
    );
  };
  it.each([
    { by: 'record', expected: ['dbca'] },
    { by: 'page', expected: ['dca', 'b'] },
    { by: 'entity', expected: ['d', 'ba', 'c'] },
  ] as const)('groups by $by, oldest first', ({ by, expected }) => {
    expect(arranged(by)).toEqual(expected);
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
