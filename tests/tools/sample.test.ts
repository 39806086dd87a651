import { describe, expect, it } from 'vitest';
import type { Card, CardClaim, CardValue } from '@/core/knowledge/card';
import { drawFacts, factLine } from '@/tools/lib/sample';

const claim = (value: CardValue, rest: Partial<CardClaim> = {}): CardClaim => ({
  property: 'height',
  label: { en: 'Height', zh: '全长' },
  values: [value],
  asOf: '2026',
  sources: [0],
  ...rest,
});

const card = (slug: string, claims: readonly CardClaim[]): Card => ({
  id: `rocket/${slug}`,
  kind: 'rocket',
  names: { en: slug },
  alsoCalled: [],
  claims,
  events: [],
  sources: [{ title: 'T', publisher: 'P', url: 'https://example.org' }],
  related: {},
  referredBy: {},
});

const CARDS = ['a', 'b', 'c'].map((slug) =>
  card(
    slug,
    Array.from({ length: 30 }, (_, value) => claim({ type: 'number', value })),
  ),
);

describe('drawFacts', () => {
  it('draws the same facts for the same seed', () => {
    expect(drawFacts(CARDS, 7, 10)).toEqual(drawFacts(CARDS, 7, 10));
  });

  it('draws other facts for another seed', () => {
    expect(drawFacts(CARDS, 7, 10)).not.toEqual(drawFacts(CARDS, 8, 10));
  });

  it('draws each fact once, and all where there are fewer', () => {
    expect(new Set(drawFacts(CARDS, 7, 1000)).size).toBe(90);
  });

  it('reaches every card in time', () => {
    const ids = drawFacts(CARDS, 7, 30).map((fact) => fact.card.id);
    expect(new Set(ids)).toEqual(new Set(['rocket/a', 'rocket/b', 'rocket/c']));
  });

  it('draws nothing from no cards', () => {
    expect(drawFacts([], 7, 10)).toEqual([]);
  });
});

describe('factLine', () => {
  const line = (only: CardClaim) => factLine({ card: card('a', [only]), claim: only });

  it.each<{ name: string; of: CardClaim; value: string }>([
    {
      name: 'a range with its unit',
      of: claim({ type: 'number', value: 1, max: 2 }, { unit: 'm', approximate: true }),
      value: '1 to 2 | m | about',
    },
    {
      name: 'a number of engines',
      of: claim({ type: 'entity', id: 'engine/x', count: 9 }),
      value: '9 × engine/x',
    },
    {
      name: 'a text with its note, in English',
      of: claim(
        { type: 'text', value: { en: 'Long Beach', zh: '长滩' } },
        { note: { en: 'since 2020', zh: '2020年起' } },
      ),
      value: 'Long Beach | since 2020',
    },
    { name: 'a place', of: claim({ type: 'place', latitude: 1, longitude: -2 }), value: '1, -2' },
    {
      name: 'what was computed',
      of: claim({ type: 'date', value: '2020' }, { computed: true }),
      value: '2020 | computed',
    },
  ])('writes $name', ({ of, value }) => {
    expect(line(of)).toBe(`rocket/a\theight\t${value}\t2026\tP, T, https://example.org`);
  });

  it('refuses a source that the card does not have', () => {
    expect(() => line(claim({ type: 'date', value: '2020' }, { sources: [1] }))).toThrow(
      'expected source 1 of rocket/a, got none',
    );
  });
});
