import type { Card, CardEvent, PartialDate } from './card';
import { flightsOf, type Tally, tallyTo } from './flights';
import { dayOf } from './format-date';
import { firstDay, isSurelyAfter, lastDay } from './partial-date';

/** When a story was published, and where its page says so. */
export interface Published {
  /** ISO date or date-time as the page states it; `2025-12` where it gives no day. */
  readonly date: string;
  readonly basis: 'json-ld' | 'meta' | 'time' | 'text' | 'url';
}

/** The launch record on the day of the story and at the end of the log. */
export interface RecordThenAndNow {
  readonly then: Tally;
  readonly now: Tally;
  /** A flight took place on the very day: whether before or after the story was written is not known. */
  readonly sameDay: boolean;
  readonly asOf: PartialDate;
  /** Index into `Card.sources`. */
  readonly source: number;
}

/**
 * What has happened since a story. `none` makes no claim, with the reason: the story has no date that we
 * can read, its date lies in the future (so it is wrong), or nothing that we know of has happened.
 */
export type Since =
  | { readonly state: 'none'; readonly reason: 'no-date' | 'future-date' | 'nothing-known' }
  | {
      readonly state: 'changed';
      readonly published: PartialDate;
      /** Null when the record is unchanged, or unknown for either day. */
      readonly record: RecordThenAndNow | null;
      /** In date order, each surely after the day of publication and not after today. */
      readonly events: readonly CardEvent[];
    };

/**
 * Then and now: compares what a card knows on the day of publication with what it knows today.
 *
 * Dates are compared as ranges, and only what is certain is claimed: an event of "August 2026" is not
 * "since" a story of 10 August 2026. Planned events never count, even when their date has passed.
 * `today` is `YYYY-MM-DD`.
 */
export function since(card: Card, published: Published | null, today: string): Since {
  const day = published === null ? null : dayOf(published.date);
  if (day === null) return { state: 'none', reason: 'no-date' };
  // Time zones: a story of tomorrow may have been published this minute, west of us.
  if (firstDay(day) > dayAfter(today)) return { state: 'none', reason: 'future-date' };

  const events = card.events.filter(
    (event) =>
      event.planned !== true &&
      isSurelyAfter(event.date, lastDay(day)) &&
      firstDay(event.date) <= today,
  );
  const record = recordSince(card, day);
  if (events.length === 0 && record === null) return { state: 'none', reason: 'nothing-known' };
  return { state: 'changed', published: day, record, events };
}

function recordSince(card: Card, published: PartialDate): RecordThenAndNow | null {
  const { record } = card;
  if (record === undefined) return null;
  const day = lastDay(published);
  // A story younger than the log: what was true then is not known. A coarse date: neither.
  if (day >= lastDay(record.asOf) || firstDay(published) !== day) return null;
  const flights = flightsOf(record);
  const then = tallyTo(flights, day);
  const now = tallyTo(flights, lastDay(record.asOf));
  if (then.attempts === now.attempts) return null;
  return {
    then,
    now,
    sameDay: flights.some((flight) => flight.date === day),
    asOf: record.asOf,
    source: record.source,
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
