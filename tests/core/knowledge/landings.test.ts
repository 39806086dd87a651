import { describe, expect, it } from 'vitest';
import type { CardEvent } from '@/core/knowledge/card';
import { landingsOf } from '@/core/knowledge/landings';
import { since } from '@/core/knowledge/since';
import { aCard, anEvent, aRecord } from '../../support/cards';

const TODAY = '2026-11-21';
const LOST = anEvent({ date: '2025-12-03', kind: 'landing-failure', sources: [0] });
// The log counts the day in UTC, the news in Beijing.
const LANDED = anEvent({ date: '2026-08-19', kind: 'landing', sources: [1] });
const FLIGHTS = ['2025-12-03S', '2026-08-18S'];

describe('landings are counted only where all of them are known', () => {
  const rows: readonly {
    name: string;
    flights: readonly string[];
    events: readonly CardEvent[];
    landed: readonly boolean[] | null;
  }[] = [
    {
      name: 'each flight has one, a day apart in UTC',
      flights: FLIGHTS,
      events: [LOST, LANDED],
      landed: [false, true],
    },
    {
      name: 'an earlier test hop of no logged flight does not count',
      flights: FLIGHTS,
      events: [anEvent({ date: '2024-09-11', kind: 'landing' }), LOST, LANDED],
      landed: [false, true],
    },
    { name: 'a flight without any', flights: FLIGHTS, events: [LANDED], landed: null },
    {
      name: 'two boosters of one flight',
      flights: ['2026-08-18S'],
      events: [LANDED, { ...LANDED, kind: 'landing-failure' }],
      landed: null,
    },
    {
      name: 'two flights so close that one landing may be of either',
      flights: ['2026-08-18S', '2026-08-19S'],
      events: [LANDED],
      landed: null,
    },
    {
      name: 'a landing that was only planned',
      flights: ['2026-08-18S'],
      events: [{ ...LANDED, planned: true }],
      landed: null,
    },
    {
      name: 'a landing without a day',
      flights: ['2026-08-18S'],
      events: [anEvent({ date: '2026-08', kind: 'landing' })],
      landed: null,
    },
    {
      name: 'an event of another kind',
      flights: ['2026-08-18S'],
      events: [anEvent({ date: '2026-08-18', kind: 'launch' })],
      landed: null,
    },
    { name: 'a rocket that has not flown', flights: [], events: [LANDED], landed: null },
  ];
  for (const { name, flights, events, landed } of rows) {
    it(name, () => {
      const found = landingsOf(aCard({ events, record: aRecord(flights) }));
      expect(found?.map((landing) => landing.landed) ?? null).toEqual(landed);
    });
  }

  it('not of a company, whose rockets are several', () => {
    const company = aCard({ kind: 'company', events: [LOST, LANDED], record: aRecord(FLIGHTS) });
    expect(landingsOf(company)).toBeNull();
  });

  it('not without a launch log', () => {
    expect(landingsOf(aCard({ events: [LOST, LANDED] }))).toBeNull();
  });
});

describe('landings then and now', () => {
  const card = aCard({ events: [LOST, LANDED], record: aRecord(FLIGHTS) });
  const rows = [
    { name: 'before the first flight none was tried', published: '2025-11-01', before: [0, 0] },
    { name: 'between the flights one had failed', published: '2025-12-17', before: [0, 1] },
    { name: 'on the day of a landing it may be either', published: '2026-08-19', before: null },
    { name: 'on the day next to it, too', published: '2026-08-18', before: null },
    { name: 'after both nothing has changed', published: '2026-09-01', before: null },
    { name: 'after the end of the log nothing is known', published: '2026-10-15', before: null },
    { name: 'a story dated only to a month', published: '2026-01', before: null },
    { name: 'a story from the future', published: '2027-01-01', before: null },
  ];
  for (const { name, published, before } of rows) {
    it(name, () => {
      const changes = since(card, { date: published, basis: 'meta' }, TODAY);
      const landings = changes.state === 'changed' ? changes.landings : null;
      expect(landings === null ? null : [landings.then.landed, landings.then.attempts]).toEqual(
        before,
      );
      if (landings !== null) expect([landings.now.landed, landings.now.attempts]).toEqual([1, 2]);
    });
  }

  it('cites the landings since, not those before', () => {
    const changes = since(card, { date: '2025-12-17', basis: 'meta' }, TODAY);
    expect(changes).toMatchObject({ landings: { sources: [1] } });
  });
});

describe('the last step towards a listing', () => {
  const filed = anEvent({ date: '2025-07-29', kind: 'listing' });
  const accepted = anEvent({ date: '2025-12-31', kind: 'listing' });
  const paused = anEvent({ date: '2026-03-31', kind: 'listing' });
  const stepBefore = (published: string, events: readonly CardEvent[]) => {
    const changes = since(aCard({ events }), { date: published, basis: 'meta' }, TODAY);
    return changes.state === 'changed' ? (changes.listingBefore?.date ?? null) : null;
  };
  const rows = [
    { name: 'stands before those since', published: '2025-12-17', expected: '2025-07-29' },
    { name: 'is the latest of those before', published: '2026-01-15', expected: '2025-12-31' },
    { name: 'is not one of the very day', published: '2025-12-31', expected: '2025-07-29' },
    { name: 'is not told where none has followed', published: '2026-05-01', expected: null },
    { name: 'is not known before the first', published: '2025-01-01', expected: null },
  ];
  for (const { name, published, expected } of rows) {
    it(name, () => expect(stepBefore(published, [filed, accepted, paused])).toBe(expected));
  }

  it('is never a plan', () => {
    expect(stepBefore('2025-12-17', [{ ...filed, planned: true }, accepted])).toBeNull();
  });

  it('is not an event of another kind', () => {
    expect(stepBefore('2025-12-17', [anEvent({ date: '2025-07-29' }), accepted])).toBeNull();
  });
});
