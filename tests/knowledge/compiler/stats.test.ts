import { describe, expect, it } from 'vitest';
import { compileKnowledge } from '@/knowledge/compiler/compile';
import { namedEntities } from '@/knowledge/compiler/named-entities';
import { scaffold } from '@/knowledge/compiler/scaffold';
import { soundPart } from '@/knowledge/compiler/sound-part';
import { entityLines, median, report } from '@/knowledge/compiler/stats';
import { entity, knowledgeOf, SOURCES } from '../support/knowledge';

const knowledge = knowledgeOf({
  'entities/rocket/alpha.yaml': `id: rocket/alpha
names: { en: Alpha, zh: 阿尔法, pinyin: Ā'ěrfǎ }
aliases:
  - { text: Alpha, kind: name, ambiguity: the letter }
  - { text: AL-1, kind: acronym }
gcat: { vehicles: [Alpha] }
claims:
  - { property: status, value: flying, asOf: 2020, source: press }${SOURCES}`,
  'entities/company/maker.yaml': entity('company/maker', 'Maker'),
});
const compiled = compileKnowledge(knowledge);

describe('entityLines', () => {
  it('counts computed claims and lists every other name once', () => {
    expect(entityLines(knowledge, compiled)).toEqual([
      { id: 'company/maker', kind: 'company', name: 'Maker', aliases: [], claims: 0, sources: 0 },
      {
        id: 'rocket/alpha',
        kind: 'rocket',
        name: 'Alpha',
        aliases: ['阿尔法', 'AL-1'],
        claims: 6,
        sources: 2,
      },
    ]);
  });
});

describe('report', () => {
  it('says what is thin and what is old', () => {
    const text = report(knowledge, compiled);
    expect(text).toContain('Fewer than three facts: 1\n  company/maker (0)');
    expect(text).toMatch(/2020 +rocket\/alpha status/);
  });

  it('says what of the launch log no entity covers', () => {
    expect(report(knowledge, compiled)).toContain('vehicles: Beta (2), Alpha-B (1)\n');
  });
});

describe('median', () => {
  it.each([
    { numbers: [], middle: 0 },
    { numbers: [3], middle: 3 },
    { numbers: [9, 1, 5], middle: 5 },
    { numbers: [1, 2, 10, 4], middle: 3 },
  ])('of $numbers is $middle', ({ numbers, middle }) => {
    expect(median(numbers)).toBe(middle);
  });
});

describe('namedEntities', () => {
  it('gives the gazetteer names of other languages as aliases, pinyin left out', () => {
    expect(namedEntities(knowledge).find(({ id }) => id === 'rocket/alpha')).toEqual({
      id: 'rocket/alpha',
      kind: 'rocket',
      name: 'Alpha',
      aliases: [
        { text: '阿尔法', kind: 'localised', lang: 'zh' },
        { text: 'Alpha', kind: 'name', ambiguity: 'the letter' },
        { text: 'AL-1', kind: 'acronym' },
      ],
    });
  });
});

describe('scaffold', () => {
  it.each(['rocket', 'company', 'site', 'engine', 'person'] as const)(
    'makes a %s that loads as it is',
    (kind) => {
      const text = scaffold(kind, 'New: Thing', knowledge);
      expect(() => knowledgeOf({ [`entities/${kind}/new-thing.yaml`]: text })).not.toThrow();
    },
  );
});

describe('soundPart', () => {
  it('leaves out claims that cannot be compiled and keeps the others', () => {
    const broken = knowledgeOf({
      'entities/rocket/alpha.yaml': entity(
        'rocket/alpha',
        'Alpha',
        `claims:
  - { property: stages, value: 2, asOf: 2026, source: press }
  - { property: stages, value: two, asOf: 2026, source: press }
  - { property: stages, value: 2, source: press }
  - { property: stages, value: 2, asOf: 2026 }
  - { property: maker, value: company/nobody, asOf: 2026, source: press }
  - { property: mascot, value: cat, asOf: 2026, source: press }${SOURCES}`,
      ),
    });
    const card = compileKnowledge(soundPart(broken)).cards.get('rocket/alpha');
    expect(card?.claims.map(({ property }) => property)).toEqual(['stages']);
  });
});
