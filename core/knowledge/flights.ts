import type { FlightOutcome, LaunchRecord } from './card';

export interface Flight {
  /** `YYYY-MM-DD`, UTC. */
  readonly date: string;
  readonly outcome: FlightOutcome;
}

/** A count of flights by outcome. */
export interface Tally {
  readonly attempts: number;
  readonly successes: number;
  readonly partial: number;
  readonly failures: number;
}

/** The flights of one year, in date order; empty for a year without any. */
export interface FlightYear {
  readonly year: number;
  readonly outcomes: readonly FlightOutcome[];
}

const FLIGHT = /^(\d{4}-\d{2}-\d{2})([SPF])$/;

/** The flights of a record, in date order. Throws on a malformed one: the compiler makes none. */
export function flightsOf(record: LaunchRecord): readonly Flight[] {
  return record.flights.map((flight) => {
    const found = FLIGHT.exec(flight);
    const [, date, code] = found ?? [];
    if (date === undefined || code === undefined)
      throw new Error(`expected a flight such as 2025-12-03S, got "${flight}"`);
    return { date, outcome: code === 'S' ? 'S' : code === 'P' ? 'P' : 'F' };
  });
}

/** How the flights up to and including `day` (`YYYY-MM-DD`) ended. */
export function tallyTo(flights: readonly Flight[], day: string): Tally {
  const counted = flights.filter((flight) => flight.date <= day);
  const ended = (outcome: FlightOutcome): number =>
    counted.filter((flight) => flight.outcome === outcome).length;
  return {
    attempts: counted.length,
    successes: ended('S'),
    partial: ended('P'),
    failures: ended('F'),
  };
}

/** Every year from the first flight to the end of the log, in order. Empty when nothing has flown. */
export function flightYears(record: LaunchRecord): readonly FlightYear[] {
  const flights = flightsOf(record);
  const first = flights[0];
  if (first === undefined) return [];
  const firstYear = Number(first.date.slice(0, 4));
  const lastYear = Number(record.asOf.slice(0, 4));
  return Array.from({ length: Math.max(1, lastYear - firstYear + 1) }, (_, index) => {
    const year = firstYear + index;
    const prefix = String(year);
    return {
      year,
      outcomes: flights
        .filter((flight) => flight.date.startsWith(prefix))
        .map((flight) => flight.outcome),
    };
  });
}

/** The day of the last flight; null when nothing has flown. */
export function lastFlight(record: LaunchRecord): string | null {
  return flightsOf(record).at(-1)?.date ?? null;
}
