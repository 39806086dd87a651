import { describe, expect, it } from 'vitest';
import { briefSince, connections } from '@/core/cards/brief';
import type { Card } from '@/core/knowledge/card';
import { aCard, anEvent, aPlainClaim } from '../../support/cards';

const STORY = { date: '2025-12-17', basis: 'meta' } as const;
const TODAY = '2026-11-21';

function told(cards: readonly Card[], published: typeof STORY | null = STORY) {
  const news = briefSince(cards, published, TODAY);
  return news === null ? null : news.events.map(({ id, event }) => `${event.date} ${id}`);
}

describe('briefSince', () => {
  const rocket = aCard({
    events: [anEvent({ date: '2026-08-18' }), anEvent({ date: '2025-12-03' })],
  });
  const company = (date: string): Card =>
    aCard({ id: 'company/landspace', kind: 'company', events: [anEvent({ date })] });

  it('brings the events of all cards into one order', () => {
    expect(told([rocket, company('2026-01-05')])).toEqual([
      '2026-01-05 company/landspace',
      '2026-08-18 rocket/zhuque-3',
    ]);
  });

  it('tells an event once that two cards tell from the same source', () => {
    expect(told([rocket, company('2026-08-18')])).toEqual(['2026-08-18 rocket/zhuque-3']);
  });

  it('tells it once where they share one of several sources', () => {
    const maker = aCard({
      id: 'company/landspace',
      kind: 'company',
      events: [anEvent({ date: '2026-08-18', sources: [1, 0] })],
    });
    expect(told([rocket, maker])).toEqual(['2026-08-18 rocket/zhuque-3']);
  });

  it('keeps two events of one day from different sources apart', () => {
    const other = aCard({
      id: 'company/landspace',
      kind: 'company',
      events: [anEvent({ date: '2026-08-18', sources: [1] })],
    });
    expect(told([rocket, other])).toHaveLength(2);
  });

  it('is null for a story without a date, and when nothing happened', () => {
    expect(told([rocket], null)).toBeNull();
    expect(told([aCard()])).toBeNull();
    expect(told([])).toBeNull();
  });
});

describe('connections', () => {
  const related = {
    'company/landspace': { kind: 'company', names: { en: 'LandSpace' } },
    'engine/tq-12a': { kind: 'engine', names: { en: 'TQ-12A' } },
  } as const;
  const maker = aPlainClaim('maker', [{ type: 'entity', id: 'company/landspace' }]);
  const engines = aPlainClaim('engines-first-stage', [
    { type: 'entity', id: 'engine/tq-12a', count: 9 },
  ]);
  const site = aPlainClaim('launch-site', [{ type: 'entity', id: 'site/nameless' }]);

  const connected = (cards: readonly Card[]) =>
    connections(cards).map(({ maker, rockets }) => [
      maker,
      ...rockets.map(({ id, parts }) => [id, ...parts.map((part) => part.id)].join(' ')),
    ]);

  it('lead from the maker over the rocket to its parts', () => {
    expect(connections([aCard({ claims: [maker, engines], related })])).toEqual([
      {
        maker: 'company/landspace',
        rockets: [{ id: 'rocket/zhuque-3', parts: [{ id: 'engine/tq-12a', count: 9 }] }],
      },
    ]);
  });

  it('have a maker once, with all its rockets of the story', () => {
    const cards = [
      aCard({ claims: [maker, engines], related }),
      aCard({ id: 'rocket/zhuque-2', claims: [maker], related }),
    ];
    expect(connected(cards)).toEqual([
      ['company/landspace', 'rocket/zhuque-3 engine/tq-12a', 'rocket/zhuque-2'],
    ]);
  });

  it('have an engine once that is claimed as flown and as planned', () => {
    expect(connected([aCard({ claims: [engines, engines], related })])).toEqual([
      [null, 'rocket/zhuque-3 engine/tq-12a'],
    ]);
  });

  it('prefer the sites that the story names, and know those that fly the rocket', () => {
    const sites = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [`site/${name}`, { kind: 'site', names: { en: name } }]),
    ) as Card['related'];
    const rocket = aCard({
      claims: [
        aPlainClaim('launch-site', [
          { type: 'entity', id: 'site/a' },
          { type: 'entity', id: 'site/b' },
        ]),
      ],
      related: sites,
      referredBy: { flies: ['site/c', 'site/d', 'company/landspace'] },
    });
    const inStory = aCard({ id: 'site/d', kind: 'site' });
    expect(connected([rocket, inStory])).toEqual([[null, 'rocket/zhuque-3 site/d']]);
    expect(connected([rocket])).toEqual([[null, 'rocket/zhuque-3 site/a']]);
  });

  it('leave out what has no name', () => {
    expect(connected([aCard({ claims: [maker, site], related })])).toEqual([
      ['company/landspace', 'rocket/zhuque-3'],
    ]);
  });

  it('are none for a rocket that hangs together with nothing, and for other kinds', () => {
    expect(connections([aCard()])).toEqual([]);
    expect(connections([aCard({ kind: 'company', claims: [maker], related })])).toEqual([]);
  });
});
