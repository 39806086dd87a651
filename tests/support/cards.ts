import type { Card, CardClaim, CardEvent, CardValue, LaunchRecord } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import { createFormats, type Formats } from '@/core/knowledge/formats';

/*
 * Cards for tests. The things are real, the figures are FIXTURES: plausible, not sourced, and never shown
 * to a reader. Real cards come from knowledge/compiler.
 */

/** A claim with sensible defaults: one number of metres from the first source. */
export function aClaim(claim: Partial<CardClaim> = {}): CardClaim {
  return {
    property: 'height',
    label: { en: 'Height', zh: '全长' },
    values: [{ type: 'number', value: 66.1 }],
    unit: 'm',
    asOf: '2025-12-03',
    sources: [0],
    ...claim,
  };
}

/** A claim without a unit: words, dates, entities. */
export function aPlainClaim(
  property: string,
  values: readonly CardValue[],
  claim: Partial<CardClaim> = {},
): CardClaim {
  return {
    property,
    label: { en: property, zh: property },
    values,
    asOf: '2025-12-03',
    sources: [0],
    ...claim,
  };
}

export function anEvent(event: Partial<CardEvent> = {}): CardEvent {
  return {
    date: '2026-08-18',
    kind: 'landing',
    text: { en: 'Lands for the first time.', zh: '首次着陆。' },
    sources: [0],
    ...event,
  };
}

/** A record from its flights, as the compiler counts it. */
export function aRecord(flights: readonly string[], asOf = '2026-09-28'): LaunchRecord {
  const ended = (code: string): number => flights.filter((flight) => flight.endsWith(code)).length;
  return {
    attempts: flights.length,
    successes: ended('S'),
    partial: ended('P'),
    failures: ended('F'),
    flights,
    asOf,
    source: 0,
  };
}

export function aCard(card: Partial<Card> = {}): Card {
  return {
    id: 'rocket/zhuque-3',
    kind: 'rocket',
    names: { en: 'Zhuque-3', zh: '朱雀三号', pinyin: 'Zhūquè sān hào' },
    alsoCalled: ['ZQ-3'],
    summary: { en: 'Two methane stages.', zh: '两级液氧甲烷火箭。' },
    claims: [],
    events: [],
    sources: [
      {
        title: 'A fixture headline',
        publisher: 'Fixture Daily',
        url: 'https://daily.example/1',
        date: '2025-12-04',
      },
      { title: 'Fixture log', publisher: 'Fixture Catalogue', url: 'https://log.example/2' },
    ],
    related: {},
    referredBy: {},
    ...card,
  };
}

const MAKER: EntityId = 'company/landspace';

/** A rocket with everything that a rocket's card can show. */
export const ZHUQUE_3: Card = aCard({
  claims: [
    aPlainClaim(
      'status',
      [{ type: 'term', value: 'flying', label: { en: 'Flying', zh: '现役' } }],
      { label: { en: 'Status', zh: '状态' }, volatile: true, asOf: '2024-01' },
    ),
    aPlainClaim('maker', [{ type: 'entity', id: MAKER }], { label: { en: 'Maker', zh: '研制' } }),
    aClaim(),
    aClaim({
      property: 'diameter',
      label: { en: 'Diameter', zh: '直径' },
      values: [{ type: 'number', value: 4.5 }],
    }),
    aClaim({
      property: 'payload-leo',
      label: { en: 'To LEO', zh: '近地轨道' },
      values: [{ type: 'number', value: 21_300 }],
      unit: 'kg',
      mode: { key: 'planned', label: { en: 'planned', zh: '计划值' } },
      note: { en: 'longer version', zh: '加长型' },
      sources: [1],
      disputed: true,
    }),
    aClaim({
      property: 'payload-leo',
      label: { en: 'To LEO', zh: '近地轨道' },
      values: [{ type: 'number', value: 20_000 }],
      unit: 'kg',
      approximate: true,
      sources: [0, 1],
      disputed: true,
    }),
  ],
  events: [
    anEvent({
      date: '2025-12-03',
      kind: 'first-flight',
      text: { en: 'First flight.', zh: '首飞。' },
    }),
    anEvent(),
    anEvent({
      date: '2026-10',
      kind: 'launch',
      text: { en: 'Third flight.', zh: '第三次飞行。' },
      planned: true,
    }),
  ],
  record: aRecord(['2025-12-03S', '2026-08-18S']),
  related: {
    [MAKER]: { kind: 'company', names: { en: 'LandSpace', zh: '蓝箭航天' } },
    'rocket/falcon-9': { kind: 'rocket', names: { en: 'Falcon 9', zh: '猎鹰九号' } },
  },
});

export const METRIC: Formats = createFormats('en', 'metric');
export const US: Formats = createFormats('en', 'us', 'en-US');
export const CHINESE: Formats = createFormats('zh', 'metric');
