import type { PartialDate } from './card';

/*
 * Dates as precise as their source, compared without pretending to more: a partial date is the
 * range of days that it may mean.
 */

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Year, month and day of a partial date; month and day are 1-based, null when the date does not say. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Reads `2025`, `2025-12` or `2025-12-03`. Null for anything else, including days that do not exist. */
export function parsePartialDate(date: string): DateParts | null {
  const found = SHAPE.exec(date);
  if (found === null) return null;
  const year = Number(found[1]);
  const month = found[2] === undefined ? null : Number(found[2]);
  const day = found[3] === undefined ? null : Number(found[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && (day < 1 || day > daysIn(year, month))) return null;
  return { year, month, day };
}

/** The first day that `date` may mean, as `YYYY-MM-DD`. Throws on a string that is no partial date. */
export function firstDay(date: PartialDate): string {
  const { year, month, day } = expectDate(date);
  return isoDay(year, month ?? 1, day ?? 1);
}

/** The last day that `date` may mean, as `YYYY-MM-DD`. Throws on a string that is no partial date. */
export function lastDay(date: PartialDate): string {
  const { year, month, day } = expectDate(date);
  const lastMonth = month ?? 12;
  return isoDay(year, lastMonth, day ?? daysIn(year, lastMonth));
}

/** True when every day that `date` may mean is after `day` (`YYYY-MM-DD`): nothing is claimed otherwise. */
export function isSurelyAfter(date: PartialDate, day: string): boolean {
  return firstDay(date) > day;
}

/**
 * True when `date` lies more than `months` whole months before `day` (`YYYY-MM-DD`), counted from the
 * last day that it may mean, so that a coarse date is never called old too early.
 */
export function isOlderThanMonths(date: PartialDate, day: string, months: number): boolean {
  const { year, month, day: dayOfMonth } = expectDate(lastDay(date));
  const at = year * 12 + ((month ?? 1) - 1) + months;
  const limitYear = Math.floor(at / 12);
  const limitMonth = (at % 12) + 1;
  const limitDay = Math.min(dayOfMonth ?? 1, daysIn(limitYear, limitMonth));
  return day > isoDay(limitYear, limitMonth, limitDay);
}

function expectDate(date: string): DateParts {
  const parts = parsePartialDate(date);
  if (parts === null) throw new Error(`expected YYYY, YYYY-MM or YYYY-MM-DD, got "${date}"`);
  return parts;
}

function daysIn(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isoDay(year: number, month: number, day: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
