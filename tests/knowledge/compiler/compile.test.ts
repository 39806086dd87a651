import { describe, expect, it } from 'vitest';
import { compileKnowledge } from '@/knowledge/compiler/compile';
import { entity, knowledgeOf } from '../support/knowledge';

const SOURCES = `
sources:
  old: { title: Old, publisher: P, url: https://example.org/old, date: 2024-01-01 }
  new: { title: New, publisher: P, url: https://example.org/new }`;
const FILES = {
  'entities/company/maker.yaml': entity(
    'company/maker',
    'Maker',
    `claims:
  - { property: founder, value: { en: An Engineer, zh: 某工程师 }, asOf: 2024, source: old }${SOURCES.replace(/\n {2}new.*/, '')}`,
  ),
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `aliases:
  - { text: ALPHA ROCKET, kind: name }
  - { text: Alpha rocket, kind: localised }
  - { text: Alph, kind: short }
  - { text: Old Alpha Name, kind: former }
gcat: { vehicles: [Alpha] }
claims:
  - { property: height, value: 66.1, unit: m, mode: as-flown, asOf: 2024, source: new }
  - { property: height, value: 250, unit: ft, mode: planned, asOf: 2024, source: [new, old] }
  - { property: maker, value: company/maker, asOf: 2024, source: old }
  - { property: status, value: flying, asOf: 2023, source: old }
  - { property: status, value: retired, asOf: 2024-01, source: old }
events:
  - { date: 2024-01-02, kind: landing, text: { en: Lands., zh: 着陆。 }, source: old }
  - { date: 2023, kind: launch, text: { en: Flies., zh: 发射。 }, source: old, planned: true }${SOURCES}`,
  ),
  'entities/site/jiuquan.yaml': entity('site/jiuquan', 'Jiuquan', 'gcat: { sites: [JQ] }'),
};

const compiled = compileKnowledge(knowledgeOf(FILES));
const card = (id: 'rocket/alpha' | 'company/maker' | 'site/jiuquan') => {
  const found = compiled.cards.get(id);
  if (found === undefined) throw new Error(`expected a card for ${id}`);
  return found;
};

describe('compileKnowledge', () => {
  it('puts claims in the order of the properties, computed ones among them', () => {
    expect(card('rocket/alpha').claims.map(({ property }) => property)).toEqual([
      'status',
      'status',
      'maker',
      'height',
      'height',
      'first-flight',
      'last-flight',
      'launches',
      'reached-orbit',
      'failures',
      'launch-site',
    ]);
  });

  it('puts the newest statement on a fact that changes first', () => {
    const [first, second] = card('rocket/alpha').claims;
    expect([first?.asOf, second?.asOf]).toEqual(['2024-01', '2023']);
  });

  it('lists each source once, in the order of citation, and claims point at them', () => {
    const { sources, claims } = card('rocket/alpha');
    expect(sources.map(({ title }) => title)).toEqual(['New', 'Old', 'Launch log']);
    expect(sources[0]).not.toHaveProperty('date');
    expect(claims.find(({ mode }) => mode?.key === 'planned')?.sources).toEqual([0, 1]);
    for (const claim of claims)
      for (const index of claim.sources) expect(sources[index]).toBeDefined();
  });

  it('marks what was counted, and dates it by the log', () => {
    const counted = card('rocket/alpha').claims.filter(({ computed }) => computed === true);
    expect(counted.map(({ asOf }) => asOf)).toEqual(Array.from(counted, () => '2026-09-20'));
    expect(card('rocket/alpha').record).toMatchObject({ attempts: 2, failures: 1, source: 2 });
  });

  it('translates terms, modes and labels', () => {
    const { claims } = card('rocket/alpha');
    expect(claims[0]?.values).toEqual([
      { type: 'term', value: 'retired', label: { en: 'Retired', zh: '已退役' } },
    ]);
    expect(claims.find(({ property }) => property === 'height')?.mode).toEqual({
      key: 'as-flown',
      label: { en: 'as flown', zh: '实飞' },
    });
  });

  it('puts events in date order and keeps plans apart', () => {
    expect(card('rocket/alpha').events.map(({ date, planned }) => [date, planned])).toEqual([
      ['2023', true],
      ['2024-01-02', undefined],
    ]);
  });

  it('relates both ends of a claim, computed ones too', () => {
    expect(card('rocket/alpha').related).toHaveProperty('company/maker');
    expect(card('company/maker').referredBy).toEqual({ maker: ['rocket/alpha'] });
    expect(card('site/jiuquan').referredBy).toEqual({ 'launch-site': ['rocket/alpha'] });
  });

  it('lends related rockets the measures of what has flown, in metres', () => {
    expect(card('company/maker').related['rocket/alpha']).toEqual({
      kind: 'rocket',
      names: { en: 'Alpha' },
      geometry: { heightM: 66.1 },
    });
  });

  it('shows other names without variants and parts of names', () => {
    expect(card('rocket/alpha').alsoCalled).toEqual(['ALPHA ROCKET', 'Old Alpha Name']);
  });

  it('describes what it made', () => {
    const { catalogue, manifest } = compiled;
    expect(catalogue).toContainEqual({
      id: 'rocket/alpha',
      kind: 'rocket',
      names: { en: 'Alpha' },
    });
    expect(manifest.date).toBe('2026-09-20');
    expect(manifest.counts).toMatchObject({ entities: 3, claims: 15, sources: 3, launches: 5 });
    expect(manifest.counts.byKind).toMatchObject({ rocket: 1, company: 1, site: 1, engine: 0 });
  });

  it('has the same version for the same files in another order, and another one for other facts', () => {
    const reversed = Object.fromEntries(Object.entries(FILES).reverse());
    expect(compileKnowledge(knowledgeOf(reversed)).manifest).toEqual(compiled.manifest);
    const changed = {
      ...FILES,
      'entities/site/jiuquan.yaml': entity('site/jiuquan', 'Jiuquan'),
    };
    expect(compileKnowledge(knowledgeOf(changed)).manifest.version).not.toBe(
      compiled.manifest.version,
    );
  });

  it('throws on a knowledge base that would not pass the check', () => {
    const unsourced = entity(
      'rocket/alpha',
      'Alpha',
      'claims:\n  - { property: stages, value: 2, asOf: 2024, source: nowhere }',
    );
    expect(() =>
      compileKnowledge(knowledgeOf({ 'entities/rocket/alpha.yaml': unsourced })),
    ).toThrow('rocket/alpha cites the unknown source "nowhere"');
  });
});
