import { describe, expect, it } from 'vitest';
import type { CardClaim } from '@/core/knowledge/card';
import { claimOn, factSheet, PRIMARY_ROWS } from '@/core/knowledge/facts';
import { flightsOf, flightYears, lastFlight, tallyTo } from '@/core/knowledge/flights';
import { footnotes } from '@/core/knowledge/footnotes';
import { geometryOf } from '@/core/knowledge/geometry';
import { referralsTo, rocketsOf } from '@/core/knowledge/related';
import { since } from '@/core/knowledge/since';
import { isStale } from '@/core/knowledge/staleness';
import { aCard, aClaim, aPlainClaim, aRecord, ZHUQUE_3 } from '../../support/cards';

function properties(rows: readonly { readonly property: string }[]): readonly string[] {
  return rows.map(({ property }) => property);
}

describe('factSheet', () => {
  it('puts what is asked first before what comes first in the file', () => {
    expect(properties(factSheet(ZHUQUE_3).primary)).toEqual([
      'status',
      'payload-leo',
      'height',
      'diameter',
    ]);
  });

  it('keeps the maker, which the head shows, for the end', () => {
    expect(properties(factSheet(ZHUQUE_3).more)).toEqual(['maker']);
  });

  it('gathers all claims on one property in one row', () => {
    const payload = factSheet(ZHUQUE_3).primary.find(({ property }) => property === 'payload-leo');
    expect(payload?.claims).toHaveLength(2);
  });

  it('puts what flew before what is planned, and the newest first', () => {
    const mode = (key: string) => ({ key, label: { en: key, zh: key } });
    const claims = [
      aClaim({ mode: mode('planned'), asOf: '2026-09' }),
      aClaim({ mode: mode('expendable'), asOf: '2025-12-03' }),
      aClaim({ mode: mode('reusable'), asOf: '2026-09-23' }),
    ];
    const [row] = factSheet(aCard({ claims })).primary;
    expect(row?.claims.map((claim) => claim.mode?.key)).toEqual([
      'reusable',
      'expendable',
      'planned',
    ]);
  });

  it('never shows more than seven rows at once', () => {
    const claims = [
      'status',
      'first-flight',
      'payload-leo',
      'payload-sso',
      'payload-gto',
      'height',
      'price',
      'diameter',
      'liftoff-mass',
    ].map((property): CardClaim => aClaim({ property }));
    const sheet = factSheet(aCard({ claims }));
    expect(sheet.primary).toHaveLength(PRIMARY_ROWS);
    expect(properties(sheet.more)).toEqual(['diameter', 'liftoff-mass']);
  });

  it('loses no claim', () => {
    const sheet = factSheet(ZHUQUE_3);
    const shown = [...sheet.primary, ...sheet.more].flatMap(({ claims }) => claims);
    expect(new Set(shown)).toEqual(new Set(ZHUQUE_3.claims));
  });

  it('leaves counts to the record where there is one', () => {
    const claims = [aPlainClaim('launches', [{ type: 'number', value: 2 }])];
    expect(properties(factSheet(aCard({ claims })).primary)).toEqual(['launches']);
    const counted = aCard({ claims, record: aRecord(['2025-12-03S']) });
    expect(properties(factSheet(counted).primary)).toEqual([]);
  });

  it('has no rows for a card without claims', () => {
    expect(factSheet(aCard())).toEqual({ primary: [], more: [] });
    expect(claimOn(aCard(), 'height')).toBeNull();
  });
});

describe('flights', () => {
  const record = aRecord(['2023-05-01F', '2025-12-03S', '2025-12-30P', '2026-08-18S']);

  it('are read with date and outcome', () => {
    expect(flightsOf(record)[0]).toEqual({ date: '2023-05-01', outcome: 'F' });
  });

  it('throw when malformed', () => {
    expect(() => flightsOf({ ...record, flights: ['2025-12S'] })).toThrow('got "2025-12S"');
  });

  it('fill every year up to the end of the log, empty ones too', () => {
    expect(flightYears({ ...record, asOf: '2027-01-31' })).toEqual([
      { year: 2023, outcomes: ['F'] },
      { year: 2024, outcomes: [] },
      { year: 2025, outcomes: ['S', 'P'] },
      { year: 2026, outcomes: ['S'] },
      { year: 2027, outcomes: [] },
    ]);
  });

  it('make no years when nothing has flown', () => {
    expect(flightYears(aRecord([]))).toEqual([]);
    expect(lastFlight(aRecord([]))).toBeNull();
  });

  it('are counted up to and including a day', () => {
    const counted = tallyTo(flightsOf(record), '2025-12-30');
    expect(counted).toEqual({ attempts: 3, successes: 1, partial: 1, failures: 1 });
  });
});

describe('footnotes', () => {
  const changes = since(ZHUQUE_3, { date: '2025-12-17', basis: 'meta' }, '2026-11-21');

  it('rise in the order in which the card mentions its sources', () => {
    const card = aCard({
      claims: [aClaim({ sources: [1] }), aClaim({ property: 'status', sources: [0] })],
    });
    const notes = footnotes(card, factSheet(card), { state: 'none', reason: 'no-date' });
    expect([notes.numeral(0), notes.numeral(1)]).toEqual([1, 2]);
  });

  it('number every source once', () => {
    const notes = footnotes(ZHUQUE_3, factSheet(ZHUQUE_3), changes);
    expect([...notes.order].sort()).toEqual([0, 1]);
  });

  it('throw for a source that the card does not have', () => {
    const notes = footnotes(ZHUQUE_3, factSheet(ZHUQUE_3), changes);
    expect(() => notes.numeral(9)).toThrow('got 9');
  });
});

describe('isStale', () => {
  const rows = [
    {
      name: 'a volatile fact of two years ago is old',
      volatile: true,
      asOf: '2024-11-01',
      expected: true,
    },
    {
      name: 'a volatile fact of this year is not',
      volatile: true,
      asOf: '2026-01-01',
      expected: false,
    },
    { name: 'a lasting fact never is', volatile: undefined, asOf: '2010', expected: false },
  ] as const;
  for (const { name, volatile, asOf, expected } of rows) {
    it(name, () => {
      const claim = volatile === undefined ? aClaim({ asOf }) : aClaim({ asOf, volatile });
      expect(isStale(claim, '2026-11-21')).toBe(expected);
    });
  }
});

describe('geometryOf', () => {
  it('takes what flew before what is planned', () => {
    const planned = { key: 'planned', label: { en: 'planned', zh: '计划值' } };
    const card = aCard({
      claims: [aClaim({ values: [{ type: 'number', value: 76.6 }], mode: planned }), aClaim()],
    });
    expect(geometryOf(card)).toEqual({ heightM: 66.1 });
  });

  it('converts to metres', () => {
    const card = aCard({
      claims: [aClaim({ values: [{ type: 'number', value: 100 }], unit: 'ft' })],
    });
    expect(geometryOf(card).heightM).toBeCloseTo(30.48);
  });

  it('is empty when nothing is known', () => {
    expect(geometryOf(aCard())).toEqual({});
  });
});

describe('what refers to a card', () => {
  const names = (en: string) => ({ kind: 'rocket', names: { en } }) as const;
  const company = aCard({
    id: 'company/landspace',
    kind: 'company',
    claims: [aPlainClaim('flies', [{ type: 'entity', id: 'rocket/zhuque-3' }])],
    referredBy: {
      rival: ['company/spacex'],
      maker: ['rocket/zhuque-3', 'rocket/zhuque-2', 'rocket/nameless'],
    },
    related: {
      'rocket/zhuque-3': { ...names('Zhuque-3'), geometry: { heightM: 66.1, diameterM: 4.5 } },
      'rocket/zhuque-2': { ...names('Zhuque-2'), geometry: { diameterM: 3.35 } },
      'company/spacex': { kind: 'company', names: { en: 'SpaceX' } },
    },
  });

  it('is listed by relation, without what the card says itself or what has no name', () => {
    expect(referralsTo(company)).toEqual([
      { property: 'maker', label: 'relMaker', ids: ['rocket/zhuque-2'] },
      { property: 'rival', label: 'relRival', ids: ['company/spacex'] },
    ]);
  });

  it('tells who flies a rocket from where it is flown', () => {
    const rocket = aCard({
      referredBy: { flies: ['company/landspace', 'site/jiuquan'] },
      related: {
        'company/landspace': { kind: 'company', names: { en: 'LandSpace' } },
        'site/jiuquan': { kind: 'site', names: { en: 'Jiuquan' } },
      },
    });
    expect(referralsTo(rocket).map(({ label, ids }) => [label, ...ids])).toEqual([
      ['relFlies', 'company/landspace'],
      ['relFliesFrom', 'site/jiuquan'],
    ]);
  });

  it('gives what it flies before what it made, without variants of what is there', () => {
    const drawn = (en: string, heightM: number) =>
      ({ kind: 'rocket', names: { en }, geometry: { heightM, diameterM: 3 } }) as const;
    const maker = aCard({
      kind: 'company',
      claims: [aPlainClaim('flies', [{ type: 'entity', id: 'rocket/starship' }])],
      referredBy: { maker: ['rocket/falcon-9', 'rocket/falcon-9-full-thrust', 'rocket/falcon'] },
      related: {
        'rocket/starship': drawn('Starship', 124),
        'rocket/falcon-9': drawn('Falcon 9', 70),
        'rocket/falcon-9-full-thrust': drawn('Falcon 9 Full Thrust', 70),
        'rocket/falcon': { kind: 'rocket', names: { en: 'Falcon' } },
      },
    });
    expect(rocketsOf(maker).map(({ id }) => id)).toEqual(['rocket/starship', 'rocket/falcon-9']);
  });

  it('gives rockets to draw only where a height is known, each once', () => {
    expect(rocketsOf(company).map(({ id }) => id)).toEqual(['rocket/zhuque-3']);
  });
});
