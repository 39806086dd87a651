import type { Card, CardClaim } from './card';
import type { EntityKind, Localised } from './entity';
import { lastDay } from './partial-date';

/** The claims on one property: several where modes differ or sources disagree. */
export interface FactRow {
  readonly property: string;
  readonly label: Localised;
  /** At least one: what flew or stands before what is planned, then the newest first, then card order. */
  readonly claims: readonly CardClaim[];
}

/** The rows of a card: `primary` is seen at once, `more` on request. */
export interface FactSheet {
  readonly primary: readonly FactRow[];
  readonly more: readonly FactRow[];
}

/** A card shows at most seven rows at once: what can be taken in at a glance. */
export const PRIMARY_ROWS = 7;

/*
 * What a reader of the business pages asks first, by kind. Properties that are not listed follow in the
 * order of knowledge/properties.yaml. What the head, the record or a map already shows comes last.
 */
const ASKED_FIRST: Readonly<Record<EntityKind, readonly string[]>> = {
  rocket: [
    'status',
    'first-flight',
    'first-flight-planned',
    'payload-leo',
    'payload-sso',
    'payload-gto',
    'engines-first-stage',
    'reuse-shown',
    'reuse-design',
    'height',
    'price',
    'diameter',
    'liftoff-mass',
  ],
  company: [
    'status',
    'founded',
    'founder',
    'chief-executive',
    'listing',
    'listing-step',
    'valuation',
    'funding-round',
    'flies',
    'funding-total',
    'revenue',
    'net-result',
    'rival',
  ],
  engine: [
    'status',
    'thrust',
    'cycle',
    'propellant',
    'specific-impulse',
    'used-on',
    'first-flight',
  ],
  spacecraft: [
    'status',
    'purpose',
    'crew',
    'mass',
    'launch-vehicle',
    'first-flight',
    'reuse-shown',
  ],
  constellation: [
    'status',
    'operator',
    'purpose',
    'satellites-in-orbit',
    'satellites-planned',
    'orbit',
    'launch-vehicle',
  ],
  site: ['status', 'place', 'operator', 'purpose', 'pads', 'lands', 'used-by', 'founded'],
  agency: [
    'chief-executive',
    'founded',
    'headquarters',
    'parent',
    'reports-to',
    'budget',
    'employees',
    'purpose',
    'programmes',
  ],
  market: ['rule', 'market-value-minimum', 'started', 'founded', 'operator', 'issuer', 'used-by'],
  program: [
    'status',
    'rule',
    'issuer',
    'started',
    'target-date',
    'purpose',
    'market-value-minimum',
    'used-by',
  ],
  person: ['role', 'company', 'born', 'education'],
};

const SHOWN_ELSEWHERE = new Set(['maker', 'country', 'website', 'coordinates', 'family']);
const COUNTED_IN_RECORD = new Set(['launches', 'reached-orbit', 'failures', 'last-flight']);

/** The facts of a card in the order in which they are asked for, each property once. */
export function factSheet(card: Card): FactSheet {
  const rows = groupByProperty(card);
  const rank = (row: FactRow): number => rankOf(row.property, card);
  const ordered = rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => rank(a.row) - rank(b.row) || a.index - b.index)
    .map(({ row }) => row);
  const early = ordered.filter((row) => rank(row) < LAST);
  const primary = early.slice(0, PRIMARY_ROWS);
  return { primary, more: ordered.filter((row) => !primary.includes(row)) };
}

const LAST = 1000;

function rankOf(property: string, card: Card): number {
  if (SHOWN_ELSEWHERE.has(property)) return LAST + 1;
  if (card.record !== undefined && COUNTED_IN_RECORD.has(property)) return LAST;
  const asked = ASKED_FIRST[card.kind].indexOf(property);
  return asked >= 0 ? asked : LAST - 1;
}

function groupByProperty(card: Card): readonly FactRow[] {
  const rows = new Map<string, { property: string; label: Localised; claims: CardClaim[] }>();
  for (const claim of card.claims) {
    const row = rows.get(claim.property);
    if (row === undefined) {
      rows.set(claim.property, {
        property: claim.property,
        label: claim.label,
        claims: [claim],
      });
    } else row.claims.push(claim);
  }
  return [...rows.values()].map((row) => ({ ...row, claims: inReadingOrder(row.claims) }));
}

const UNPROVEN_MODES = new Set(['planned', 'estimate']);

/** True for a value that nothing has shown yet: a plan or an estimate. */
export function isUnproven({ mode }: CardClaim): boolean {
  return mode !== undefined && UNPROVEN_MODES.has(mode.key);
}

function inReadingOrder(claims: readonly CardClaim[]): readonly CardClaim[] {
  return [...claims].sort(
    (a, b) =>
      Number(isUnproven(a)) - Number(isUnproven(b)) ||
      lastDay(b.asOf).localeCompare(lastDay(a.asOf)),
  );
}

/** The first claim on `property`, null when the card has none. */
export function claimOn(card: Card, property: string): CardClaim | null {
  return card.claims.find((claim) => claim.property === property) ?? null;
}
