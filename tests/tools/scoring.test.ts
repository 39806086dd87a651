import { expect, test } from 'vitest';
import type { CorpusPassage } from '@/tools/corpus';
import { type Detected, formatScore, precision, recall, score } from '@/tools/scoring';

const passage: CorpusPassage = {
  id: 'a',
  lang: 'en',
  text: 'SpaceX flew Falcon 9; a falcon watched. NASA paid.',
  mentions: [
    { start: 0, end: 6, surface: 'SpaceX', entity: 'SpaceX', type: 'company' },
    { start: 12, end: 20, surface: 'Falcon 9', entity: 'Falcon-9', type: 'rocket', hard: true },
    { start: 40, end: 44, surface: 'NASA', entity: 'NASA', type: 'agency', optional: true },
  ],
  traps: [{ start: 24, end: 30, surface: 'falcon', sense: 'bird' }],
};

const names: Record<string, string[]> = {
  'company/spacex': ['SpaceX'],
  'rocket/falcon-9': ['Falcon 9'],
  'rocket/falcon': ['Falcon'],
  'agency/nasa': ['NASA'],
  'person/elon-musk': ['Elon Musk'],
};

function scored(detected: readonly Detected[], passages = [passage]) {
  return score(
    passages,
    () => detected,
    (id) => names[id] ?? [],
  );
}

test('exact span and right entity is a hit, compared without case, spaces and punctuation', () => {
  const { all, hard } = scored([
    { start: 0, end: 6, id: 'company/spacex' },
    { start: 12, end: 20, id: 'rocket/falcon-9' },
  ]);
  expect(all).toEqual({ hits: 2, misses: 0, wrong: 0 });
  expect(hard.hits).toBe(1);
});

test('another span is a miss and a wrong mark', () => {
  expect(scored([{ start: 12, end: 18, id: 'rocket/falcon' }]).all).toEqual({
    hits: 0,
    misses: 2,
    wrong: 1,
  });
});

test('another entity is a miss and a wrong mark', () => {
  expect(scored([{ start: 0, end: 6, id: 'rocket/falcon' }]).all).toEqual({
    hits: 0,
    misses: 2,
    wrong: 1,
  });
});

test('optional mentions count neither way', () => {
  expect(scored([{ start: 40, end: 44, id: 'agency/nasa' }]).all).toEqual({
    hits: 0,
    misses: 2,
    wrong: 0,
  });
});

test('a trap that is hit is a wrong mark', () => {
  const result = scored([{ start: 24, end: 30, id: 'rocket/falcon' }]);
  expect(result).toMatchObject({ trapsHit: 1, traps: 1 });
  expect(result.all.wrong).toBe(1);
});

test('persons and programmes are not counted', () => {
  expect(scored([{ start: 31, end: 38, id: 'person/elon-musk' }]).all.wrong).toBe(0);
});

test('a passage without mentions that gets one is broken', () => {
  const silent = { ...passage, mentions: [], traps: [] };
  expect(scored([{ start: 0, end: 6, id: 'company/spacex' }], [silent])).toMatchObject({
    silent: 1,
    silentBroken: 1,
  });
});

test('nothing found is precise and finds nothing', () => {
  const { all } = scored([]);
  expect(precision(all)).toBe(1);
  expect(recall(all)).toBe(0);
});

test('the table names what the faults are', () => {
  const table = formatScore(scored([{ start: 24, end: 30, id: 'rocket/falcon' }]), true);
  expect(table).toContain('wrong   a:24 falcon (rocket/falcon; trap: bird)');
  expect(table).toContain('missed  a:0 SpaceX (company SpaceX)');
});
