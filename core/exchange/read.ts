/*
 * Reading values of unknown shape. Nothing here throws, follows a prototype, or copies a key that could set one.
 */

/** A JSON object whose keys are not known. */
export type Fields = Readonly<Record<string, unknown>>;

/** The longest text that a field may hold, in UTF-16 units: a book, and far from what would freeze a page. */
export const LONGEST_TEXT = 1_000_000;

/** The longest address, in units: more than any browser shows. */
const LONGEST_ADDRESS = 65_536;

/** How deep extras of other tools may nest before they are left behind. */
const DEEPEST = 24;

/** True for JSON objects: not null, not an array. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own key; undefined for absent keys and for those that come from a prototype. */
export function field(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** The string under `key`; null when there is none, or another kind of value. */
export function textField(fields: Fields, key: string): string | null {
  const value = field(fields, key);
  return typeof value === 'string' ? value : null;
}

/** The value as a list: itself, or itself alone in a list, or nothing for absent and null. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The strings of a value that may be one string, a list, or something else. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((one): one is string => typeof one === 'string');
}

/** JSON or nothing. The parser of every engine that we run on is iterative: deep nesting is no danger here. */
export function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Not JSON, or more than memory holds: both are the caller's "cannot be read".
    return null;
  }
}

/** `2026-03-01T10:00:00.000Z`; null for what is no date, has no zone, or lies outside the years 1970 to 9999. */
export function instantOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 64) return null;
  const match =
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)$/i.exec(
      value.trim(),
    );
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = 'Z'] = match;
  const digits = zone.toUpperCase() === 'Z' ? '+00:00' : zone.replace(':', '').padEnd(5, '0');
  const offset = /^\+00:00$/.test(digits) ? 'Z' : `${digits.slice(0, 3)}:${digits.slice(3)}`;
  const ms = fraction.padEnd(3, '0').slice(0, 3);
  return inRange(
    Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}${offset}`),
    Number(day),
    offset,
  );
}

function inRange(time: number, day: number, offset: string): string | null {
  if (Number.isNaN(time) || time < 0 || time >= 253_402_300_800_000) return null;
  const iso = new Date(time).toISOString();
  // 30 February rolls over in some engines instead of failing.
  return offset === 'Z' && Number(iso.slice(8, 10)) !== day ? null : iso;
}

/** `2026-03-01` or a full instant: how a page states its date; null for everything else. */
export function dayOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value)) return value;
  return instantOf(value);
}

/**
 * An address that a record may be about, as given; null for those that could run code or that name nothing
 * (`javascript:`, `data:`, `blob:`, relative ones).
 */
export function addressOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > LONGEST_ADDRESS) return null;
  const address = value.trim();
  if (/[\s<>"\\^`{|}\p{Cc}]/u.test(address)) return null;
  if (/^urn:[a-z0-9][a-z0-9-]*:./i.test(address)) return address;
  if (!/^(?:https?|file|ftp):/i.test(address)) return null;
  return URL.canParse(address) ? address : null;
}

/**
 * A copy of what another tool wrote, to be given back unchanged; undefined when it nests too deep to be written again.
 * Keys that could set a prototype are left out.
 */
export function harmless(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((one) => harmless(one, depth + 1) ?? null);
  if (!isFields(value)) return value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== '__proto__' && key !== 'constructor' && key !== 'prototype')
    .map(([key, one]) => [key, harmless(one, depth + 1)] as const)
    .filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries);
}

/** True when a value nests no deeper than `limit` and has no key `__proto__` anywhere. Iterative. */
export function isShallow(value: unknown, limit = DEEPEST): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      if (Object.hasOwn(one, '__proto__')) return false;
      for (const inner of Object.values(one)) if (typeof inner === 'object') next.push(inner);
    }
    level = next;
  }
  return true;
}

/** The text without a byte order mark and with `\n` at the end of every line. */
export function cleanText(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const body = start === 1 ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}
