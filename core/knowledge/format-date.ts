import type { PartialDate } from './card';
import type { Formats } from './formats';
import { parsePartialDate } from './partial-date';

/** `3 Dec 2025`, `Dec 2025`, `2025`; `2025年12月3日`, `2025年12月`, `2025年`. As precise as the date, no more. */
export function formatDate(date: PartialDate, formats: Formats): string {
  const parts = parsePartialDate(date);
  if (parts === null) throw new Error(`expected YYYY, YYYY-MM or YYYY-MM-DD, got "${date}"`);
  const { year, month, day } = parts;
  if (formats.locale === 'zh') {
    return `${year}年${month === null ? '' : `${month}月`}${day === null ? '' : `${day}日`}`;
  }
  if (month === null) return String(year);
  return (
    writerFor(formats.tag, day !== null)
      .format(Date.UTC(year, month - 1, day ?? 1))
      // British English alone has a month of four letters, which breaks columns of dates.
      .replace('Sept', 'Sep')
  );
}

const writers = new Map<string, Intl.DateTimeFormat>();

/** Made once for each language: a list has a date in every row, and making one takes fifty times what writing a date does. */
function writerFor(tag: string, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${tag} ${hasDay}`;
  const known = writers.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    ...(hasDay ? { day: 'numeric' } : {}),
  });
  writers.set(key, made);
  return made;
}

/** The day of an ISO date or date-time, as `YYYY-MM-DD`, or the partial date at its start. Null when there is none. */
export function dayOf(dateTime: string): PartialDate | null {
  const found = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(dateTime.trim())?.[0];
  return found !== undefined && parsePartialDate(found) !== null ? found : null;
}
