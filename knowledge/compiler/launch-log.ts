import type { FlightOutcome } from '@/core/knowledge/card';

/** One launch of Jonathan McDowell's General Catalog (GCAT), launch log. */
export interface Launch {
  /** GCAT's tag: `2025-F03`, `1957 ALP`. */
  readonly tag: string;
  /** UTC, `YYYY-MM-DD`. */
  readonly date: string;
  /** GCAT's vehicle type, variants apart: `Chang Zheng 2F`, `Soyuz-U-PVB`. */
  readonly vehicle: string;
  /** The launch agencies, usually one; `ZHSH/SAST` in the log is two. */
  readonly agencies: readonly string[];
  readonly site: string;
  readonly outcome: FlightOutcome;
  readonly reachedOrbit: boolean;
}

/** The log in date order, with the names that entities may use to refer to it. */
export interface LaunchLog {
  readonly launches: readonly Launch[];
  readonly vehicles: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
  /** The last day that the log covers: the date of every computed claim. Empty log: null. */
  readonly asOf: string | null;
}

/**
 * How a launch ended, from GCAT's launch code.
 *
 * First letter: where it was going. `O` orbit, `D` deep space, `N` marginal (suborbital by energy,
 * logged with the orbital ones), `X` from another world. Second letter: `S` success, `F` failure.
 * Digits after it: the percentage of success of a launch that was partly one; `OF40` and `OS75`
 * are partial alike. Throws on any other code: the log has changed and somebody must look.
 */
export function decodeOutcome(code: string): FlightOutcome {
  const match = /^[ODNX]([SF])(\d+)?$/.exec(code);
  if (match === null)
    throw new Error(`expected a GCAT launch code such as OS or OF40, got "${code}"`);
  if (match[2] !== undefined) return 'P';
  return match[1] === 'S' ? 'S' : 'F';
}

/**
 * Whether something was left in orbit. GCAT's tags say so: a launch that was given an international
 * designation did (`2025-123`, `1957 ALP`), `2025-F03` failed to, `2025-U01` stayed marginal. The
 * launch code does not: a launch may fail (OF40) in the wrong orbit, or succeed (OS) below one.
 */
export function decodeReachedOrbit(tag: string): boolean {
  return !/^\d{4}-[FU]\d/.test(tag);
}

const COLUMNS = [
  'launch_tag',
  'launch_date',
  'lv_type',
  'launch_site',
  'agency',
  'launch_code',
] as const;

/**
 * Reads `sources/gcat-launches.tsv`. Throws, naming the line, when a column is missing or a row
 * cannot be read: the file comes whole from its maker and is never mended by hand.
 */
export function parseLaunchLog(text: string): LaunchLog {
  const [head = '', ...rows] = text.split(/\r?\n/);
  const header = head.split('\t');
  const columnOf = new Map(COLUMNS.map((name) => [name, header.indexOf(name)]));
  for (const [name, index] of columnOf)
    if (index < 0) throw new Error(`the launch log has no column "${name}"; its head is "${head}"`);

  const launches = rows.flatMap((row, index): Launch[] => {
    if (row.trim() === '' || row.startsWith('#')) return [];
    const cells = row.split('\t');
    const cell = (name: (typeof COLUMNS)[number]) => (cells[columnOf.get(name) ?? 0] ?? '').trim();
    const date = cell('launch_date');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
      throw new Error(`line ${index + 2} of the launch log: expected a date, got "${date}"`);
    return [
      {
        tag: cell('launch_tag'),
        date,
        vehicle: cell('lv_type'),
        agencies: cell('agency').split('/'),
        site: cell('launch_site'),
        outcome: decodeOutcome(cell('launch_code')),
        reachedOrbit: decodeReachedOrbit(cell('launch_tag')),
      },
    ];
  });
  launches.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    launches,
    vehicles: new Set(launches.map((launch) => launch.vehicle)),
    agencies: new Set(launches.flatMap((launch) => launch.agencies)),
    sites: new Set(launches.map((launch) => launch.site)),
    asOf: launches.at(-1)?.date ?? null,
  };
}
