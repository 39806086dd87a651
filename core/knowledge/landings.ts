import type { Card, CardEvent, PartialDate } from './card';
import { flightsOf } from './flights';
import { parsePartialDate } from './partial-date';

/** One attempt to bring a first stage back. */
export interface Landing {
  /** The day that the source gives; where the flight was, not UTC. */
  readonly date: PartialDate;
  readonly landed: boolean;
  /** Indices into `Card.sources`. */
  readonly sources: readonly number[];
}

/** How many attempts there were, and how many stages came down whole. */
export interface LandingTally {
  readonly landed: number;
  readonly attempts: number;
}

/**
 * Every landing attempt of a rocket, in date order; null where we cannot be sure to know all of them.
 *
 * No catalogue of ours logs landings, so they are counted from events, and only when the events are
 * complete: each flight of the launch log has exactly one landing or failed landing, within a day of it
 * (the log counts days in UTC, news where the pad is). Falcon 9, of whose hundreds of landings two are
 * events, is therefore not counted, and neither is a rocket that flew without trying.
 */
export function landingsOf(card: Card): readonly Landing[] | null {
  if (card.kind !== 'rocket' || card.record === undefined) return null;
  const attempts = card.events.filter(isAttempt);
  const flights = flightsOf(card.record);
  const found = flights.map((flight) =>
    attempts.filter((event) => daysBetween(event.date, flight.date) <= 1),
  );
  const events = found.flatMap((matched) => (matched.length === 1 ? matched : []));
  if (flights.length === 0 || new Set(events).size !== flights.length) return null;
  return events.map(({ date, kind, sources }) => ({ date, landed: kind === 'landing', sources }));
}

/** The attempts up to and including `day` (`YYYY-MM-DD`). */
export function landingsTo(landings: readonly Landing[], day: string): LandingTally {
  const counted = landings.filter(({ date }) => date <= day);
  return { attempts: counted.length, landed: counted.filter(({ landed }) => landed).length };
}

/** True when one of the attempts was on `day` or next to it: whether before or after a story of that day is open. */
export function isLandingNear(landings: readonly Landing[], day: string): boolean {
  return landings.some(({ date }) => daysBetween(date, day) <= 1);
}

function isAttempt({ kind, date, planned }: CardEvent): boolean {
  if (planned === true || (kind !== 'landing' && kind !== 'landing-failure')) return false;
  return parsePartialDate(date)?.day != null;
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(`${a}T00:00:00Z`) - Date.parse(`${b}T00:00:00Z`)) / 86_400_000;
}
