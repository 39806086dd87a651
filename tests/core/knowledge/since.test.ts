import { describe, expect, it } from 'vitest';
import type { CardEvent } from '@/core/knowledge/card';
import { type Published, since } from '@/core/knowledge/since';
import { aCard, anEvent, aRecord } from '../../support/cards';

const TODAY = '2026-11-21';
const LANDING = anEvent({ date: '2026-08-18' });
const FIRST = anEvent({ date: '2025-12-03', text: { en: 'First flight.', zh: '首飞。' } });

function told(date: string): Published {
  return { date, basis: 'json-ld' };
}

function eventsSince(events: readonly CardEvent[], published: string): readonly string[] {
  const changes = since(aCard({ events }), told(published), TODAY);
  return changes.state === 'changed' ? changes.events.map((event) => event.date) : [];
}

describe('events since a story', () => {
  const rows = [
    {
      name: 'a story before both tells both',
      published: '2025-11-01',
      expected: ['2025-12-03', '2026-08-18'],
    },
    { name: 'a story between tells the later', published: '2025-12-17', expected: ['2026-08-18'] },
    { name: 'a story after both tells none', published: '2026-09-01', expected: [] },
    {
      name: 'an event of the very day may be the story itself',
      published: '2026-08-18',
      expected: [],
    },
    { name: 'the day before is before', published: '2026-08-17', expected: ['2026-08-18'] },
    {
      name: 'the time of day does not matter',
      published: '2025-12-17T23:59:00+08:00',
      expected: ['2026-08-18'],
    },
    { name: 'a story dated by month stands at its end', published: '2026-08', expected: [] },
    {
      name: 'a story dated by year stands at its end',
      published: '2025',
      expected: ['2026-08-18'],
    },
  ];
  for (const { name, published, expected } of rows) {
    it(name, () => expect(eventsSince([FIRST, LANDING], published)).toEqual(expected));
  }

  it('leaves out an event that is dated only to the month of the story', () => {
    expect(eventsSince([anEvent({ date: '2026-08' })], '2026-08-10')).toEqual([]);
  });

  it('tells an event that is dated to a later month', () => {
    expect(eventsSince([anEvent({ date: '2026-08' })], '2026-07-31')).toEqual(['2026-08']);
  });

  it('never tells a plan, even when its date has passed', () => {
    expect(eventsSince([anEvent({ date: '2026-01-01', planned: true })], '2025-12-17')).toEqual([]);
  });

  it('never tells what is dated after today', () => {
    expect(eventsSince([anEvent({ date: '2026-11-22' })], '2025-12-17')).toEqual([]);
  });
});

describe('stories without a usable date', () => {
  const card = aCard({ events: [LANDING], record: aRecord(['2025-12-03S', '2026-08-18S']) });
  const rows = [
    { name: 'no date makes no claim', published: null, reason: 'no-date' },
    {
      name: 'a date that is no date makes no claim',
      published: told('last Tuesday'),
      reason: 'no-date',
    },
    {
      name: 'a day that does not exist makes no claim',
      published: told('2025-02-30'),
      reason: 'no-date',
    },
    {
      name: 'a date in the future is wrong and makes no claim',
      published: told('2027-03-01'),
      reason: 'future-date',
    },
    { name: 'a future year is refused too', published: told('2027'), reason: 'future-date' },
  ];
  for (const { name, published, reason } of rows) {
    it(name, () => expect(since(card, published, TODAY)).toEqual({ state: 'none', reason }));
  }

  it('takes tomorrow for today, because time zones differ by a day', () => {
    const changes = since(card, told('2026-11-22'), TODAY);
    expect(changes).toEqual({ state: 'none', reason: 'nothing-known' });
  });
});

describe('the record then and now', () => {
  const record = aRecord(['2024-05-01F', '2025-12-03S', '2026-03-01P', '2026-08-18S']);

  function recordSince(published: string) {
    const changes = since(aCard({ record }), told(published), TODAY);
    return changes.state === 'changed' ? changes.record : null;
  }

  const rows = [
    { name: 'before the first flight nothing had flown', published: '2024-01-01', before: [0, 0] },
    { name: 'between flights the earlier ones count', published: '2025-06-01', before: [1, 0] },
    {
      name: 'a partial success is an attempt, not a success',
      published: '2026-04-01',
      before: [3, 1],
    },
  ];
  for (const { name, published, before } of rows) {
    it(name, () => {
      const changes = recordSince(published);
      expect([changes?.then.attempts, changes?.then.successes]).toEqual(before);
      expect([changes?.now.attempts, changes?.now.successes]).toEqual([4, 2]);
    });
  }

  it('says that a flight took place on the very day', () => {
    expect(recordSince('2025-12-03')?.sameDay).toBe(true);
    expect(recordSince('2025-12-04')?.sameDay).toBe(false);
  });

  it('makes no claim when nothing has flown since', () => {
    expect(recordSince('2026-08-20')).toBeNull();
  });

  it('makes no claim for a story that is younger than the log', () => {
    expect(recordSince('2026-10-15')).toBeNull();
  });

  it('makes no claim for a story that is dated only to a month', () => {
    expect(recordSince('2025-06')).toBeNull();
  });

  it('makes no claim for a card without a record', () => {
    expect(since(aCard(), told('2025-06-01'), TODAY)).toEqual({
      state: 'none',
      reason: 'nothing-known',
    });
  });
});
