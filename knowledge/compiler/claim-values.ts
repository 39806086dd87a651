import type { CardValue } from '@/core/knowledge/card';
import type { Localised } from '@/core/knowledge/entity';
import { err, ok, type Result } from '@/core/result';
import type { ClaimSource } from '../schema/entity';
import { nearest } from '../schema/nearest';
import type { Property } from '../schema/property-table';
import { isEntityId, isPartialDate } from '../schema/scalars';
import type { Terms } from '../schema/vocabulary';

type RawValue = ClaimSource['value'];
type RawSingle = Exclude<RawValue, readonly unknown[]>;

/**
 * A claim's values as its property's type reads them, in source order; or every fault in words
 * (what is wrong; what to do). Whether a referenced entity exists is not asked here.
 */
export function readValues(
  claim: ClaimSource,
  property: Property,
  terms: Terms,
): Result<readonly CardValue[], readonly string[]> {
  const faults: string[] = [];
  if (Array.isArray(claim.value) && property.many !== true)
    faults.push(
      `${claim.property} takes one value, not a list; write one claim for each, or keep the main one`,
    );
  if (claim.max !== undefined && property.type !== 'number' && property.type !== 'count')
    faults.push(
      `max is the upper end of a range of numbers, and ${claim.property} is no number; remove it`,
    );
  if (claim.max !== undefined && typeof claim.value === 'number' && claim.max <= claim.value)
    faults.push(`max (${claim.max}) is not above value (${claim.value}); value is the lower end`);
  if (claim.count !== undefined && property.counted !== true)
    faults.push(`${claim.property} takes no count; remove it, or say it in a note`);
  if (claim.count !== undefined && Array.isArray(claim.value))
    faults.push('one count for a list is unclear; write value: [{ id: engine/a, count: 3 }, …]');

  const values: CardValue[] = [];
  for (const raw of Array.isArray(claim.value) ? claim.value : [claim.value]) {
    const read = readSingle(raw, claim, property, terms);
    if (read.ok) values.push(read.value);
    else faults.push(read.error);
  }
  return faults.length > 0 ? err(faults) : ok(values);
}

function readSingle(
  raw: RawSingle,
  claim: ClaimSource,
  property: Property,
  terms: Terms,
): Result<CardValue, string> {
  const name = claim.property;
  switch (property.type) {
    case 'number':
      return typeof raw === 'number'
        ? ok({ type: 'number', value: raw, ...(claim.max !== undefined && { max: claim.max }) })
        : err(`${name} must be a number, got ${shown(raw)}; digits only, the unit goes in unit`);
    case 'count':
      return typeof raw === 'number' && Number.isInteger(raw) && raw >= 0
        ? ok({ type: 'number', value: raw, ...(claim.max !== undefined && { max: claim.max }) })
        : err(`${name} must be a whole number, got ${shown(raw)}; digits only`);
    case 'date':
      return (typeof raw === 'string' || typeof raw === 'number') && isPartialDate(String(raw))
        ? ok({ type: 'date', value: String(raw) })
        : err(`${name} must be a date, got ${shown(raw)}; write 2025, 2025-12 or 2025-12-03`);
    case 'text':
      return readText(raw, name);
    case 'term':
      return readTerm(raw, name, property.terms ?? '', terms);
    case 'entity':
      return readEntity(raw, claim, property);
    case 'url':
      return typeof raw === 'string' && /^https?:\/\/[^\s/]+\.[^\s]+$/.test(raw)
        ? ok({ type: 'url', value: raw })
        : err(`${name} must be a web address, got ${shown(raw)}; begin with https://`);
    case 'place':
      return typeof raw === 'object' && 'lat' in raw
        ? ok({ type: 'place', latitude: raw.lat, longitude: raw.lon })
        : err(
            `${name} must be a place, got ${shown(raw)}; write { lat: 40.96, lon: 100.29 }, degrees north and east`,
          );
  }
}

function readText(raw: RawSingle, name: string): Result<CardValue, string> {
  if (typeof raw === 'string') return ok({ type: 'text', value: { en: raw, zh: raw } });
  if (typeof raw === 'object' && 'en' in raw) return ok({ type: 'text', value: raw });
  return err(
    `${name} must be a text, got ${shown(raw)}; write { en: …, zh: … }, or one quoted string where both languages are the same`,
  );
}

function readTerm(
  raw: RawSingle,
  name: string,
  vocabulary: string,
  terms: Terms,
): Result<CardValue, string> {
  const known: Readonly<Record<string, Localised>> = terms[vocabulary] ?? {};
  const label = typeof raw === 'string' ? known[raw] : undefined;
  if (typeof raw === 'string' && label !== undefined)
    return ok({ type: 'term', value: raw, label });
  const close = typeof raw === 'string' ? nearest(raw, Object.keys(known)) : null;
  return err(
    `${name}: ${shown(raw)} is no term of "${vocabulary}"; ${
      close === null
        ? 'use a key of that list in terms.yaml, or add one'
        : `did you mean "${close}"?`
    }`,
  );
}

function readEntity(
  raw: RawSingle,
  claim: ClaimSource,
  property: Property,
): Result<CardValue, string> {
  if (typeof raw === 'string' && isEntityId(raw))
    return ok({
      type: 'entity',
      id: raw,
      ...(claim.count !== undefined && { count: claim.count }),
    });
  if (typeof raw === 'object' && 'id' in raw) {
    if (property.counted === true) return ok({ type: 'entity', id: raw.id, count: raw.count });
    return err(`${claim.property} takes no count; write the id alone`);
  }
  return err(
    `${claim.property} must be an entity id, got ${shown(raw)}; write kind/slug, for example company/landspace`,
  );
}

function shown(raw: unknown): string {
  return typeof raw === 'string' ? `"${raw}"` : JSON.stringify(raw);
}
