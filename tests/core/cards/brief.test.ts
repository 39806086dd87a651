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

  it('lead from the maker over the rocket to its parts', () => {
    expect(connections([aCard({ claims: [maker, engines], related })])).toEqual([
      {
        maker: 'company/landspace',
        rocket: 'rocket/zhuque-3',
        parts: [{ id: 'engine/tq-12a', count: 9 }],
      },
    ]);
  });

  it('leave out what has no name', () => {
    expect(connections([aCard({ claims: [maker, site], related })])[0]?.parts).toEqual([]);
  });

  it('are none for a rocket that hangs together with nothing, and for other kinds', () => {
    expect(connections([aCard()])).toEqual([]);
    expect(connections([aCard({ kind: 'company', claims: [maker], related })])).toEqual([]);
  });
});
