import type { Card, CardEvent, PartialDate } from './card';
import { flightsOf, type Tally, tallyTo } from './flights';
import { dayOf } from './format-date';
import { isLandingNear, type LandingTally, landingsOf, landingsTo } from './landings';
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

/** First stages brought back by the day of the story and to the end of the log. */
export interface LandingsThenAndNow {
  readonly then: LandingTally;
  readonly now: LandingTally;
  /** Indices into `Card.sources`: where the landings counted since are told. */
  readonly sources: readonly number[];
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
      /** Null when unchanged, or not known completely for either day. */
      readonly landings: LandingsThenAndNow | null;
      /** The last step towards a listing that was surely taken before the story, where one was taken since. */
      readonly listingBefore: CardEvent | null;
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
  const landings = landingsSince(card, day);
  const listingBefore = events.some(isListing) ? lastListingBefore(card, firstDay(day)) : null;
  return { state: 'changed', published: day, record, landings, listingBefore, events };
}

function isListing({ kind, planned }: CardEvent): boolean {
  return kind === 'listing' && planned !== true;
}

function lastListingBefore(card: Card, day: string): CardEvent | null {
  return (
    card.events.filter((event) => isListing(event) && lastDay(event.date) < day).at(-1) ?? null
  );
}

function landingsSince(card: Card, published: PartialDate): LandingsThenAndNow | null {
  const landings = landingsOf(card);
  const asOf = card.record?.asOf;
  const day = lastDay(published);
  if (landings === null || asOf === undefined || firstDay(published) !== day) return null;
  if (day >= lastDay(asOf) || isLandingNear(landings, day)) return null;
  const then = landingsTo(landings, day);
  const now = landingsTo(landings, dayAfter(lastDay(asOf)));
  if (then.attempts === now.attempts) return null;
  const since = landings.filter(({ date }) => date > day);
  return { then, now, sources: [...new Set(since.flatMap(({ sources }) => sources))] };
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
