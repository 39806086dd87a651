import { describe, expect, it } from 'vitest';
import {
  firstDay,
  isOlderThanMonths,
  isSurelyAfter,
  lastDay,
  parsePartialDate,
} from '@/core/knowledge/partial-date';

describe('parsePartialDate', () => {
  for (const good of ['2025', '2025-12', '2025-12-03', '2024-02-29', '2000-02-29']) {
    it(`reads ${good}`, () => expect(parsePartialDate(good)).not.toBeNull());
  }
  for (const bad of [
    '',
    '25',
    '2025-13',
    '2025-00',
    '2025-02-29',
    '1900-02-29',
    '2025-12-3',
    '2025-12-03T00:00',
  ]) {
    it(`refuses "${bad}"`, () => expect(parsePartialDate(bad)).toBeNull());
  }
});

describe('the range of days of a partial date', () => {
  const rows = [
    { date: '2025', first: '2025-01-01', last: '2025-12-31' },
    { date: '2024-02', first: '2024-02-01', last: '2024-02-29' },
    { date: '2025-12-03', first: '2025-12-03', last: '2025-12-03' },
  ];
  for (const { date, first, last } of rows) {
    it(`${date} is ${first} to ${last}`, () => {
      expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
    });
  }
  it('throws on what is no date, and says so', () => {
    expect(() => firstDay('soon')).toThrow('expected YYYY, YYYY-MM or YYYY-MM-DD, got "soon"');
  });
});

describe('isSurelyAfter', () => {
  const rows = [
    { date: '2026', day: '2025-12-31', expected: true },
    { date: '2026', day: '2026-01-01', expected: false },
    { date: '2026-08', day: '2026-07-31', expected: true },
    { date: '2026-08', day: '2026-08-10', expected: false },
    { date: '2026-08-18', day: '2026-08-18', expected: false },
  ];
  for (const { date, day, expected } of rows) {
    it(`${date} after ${day}: ${expected}`, () => expect(isSurelyAfter(date, day)).toBe(expected));
  }
});

describe('isOlderThanMonths', () => {
  const rows = [
    { name: 'a year and a day', date: '2025-11-20', expected: true },
    { name: 'a year to the day', date: '2025-11-21', expected: false },
    { name: 'a month counts from its end', date: '2025-11', expected: false },
    { name: 'a year counts from its end', date: '2025', expected: false },
    { name: 'the year before last', date: '2024', expected: true },
    { name: 'the last day of February of a leap year', date: '2024-02-29', expected: true },
  ];
  for (const { name, date, expected } of rows) {
    it(`${name}: ${expected}`, () =>
      expect(isOlderThanMonths(date, '2026-11-21', 12)).toBe(expected));
  }
});
