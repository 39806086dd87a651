import type { Card, CardClaim, LaunchRecord, PartialDate } from './card';
import type { EntityId } from './entity';
import { factSheet } from './facts';
import { claimQualifiers, claimText } from './format-value';
import { type Formats, nameOf, say } from './formats';

/** One value in a cell, with its qualifications, date and sources (indices into its card's sources). */
export interface ComparedValue {
  readonly text: string;
  readonly qualifiers: readonly string[];
  readonly asOf: PartialDate;
  readonly sources: readonly number[];
}

/** One property of all cards, aligned. */
export interface ComparedRow {
  readonly property: string;
  readonly label: string;
  /** One for each card, in their order. An empty cell: no source that we trust says anything. */
  readonly cells: readonly (readonly ComparedValue[])[];
  /** True when at least two cards say something and they do not say the same. */
  readonly differs: boolean;
}

/** Cards side by side. */
export interface Comparison {
  readonly columns: readonly { readonly id: EntityId; readonly name: string }[];
  /** Rows that at least two cards fill come first, in the order of facts on cards; then the others. */
  readonly rows: readonly ComparedRow[];
}

/** What a card shows in its head or on a map is not compared. */
const NOT_COMPARED = new Set(['website', 'coordinates', 'family', 'rival']);
/** The record row has these. */
const IN_RECORD = new Set(['launches', 'failures']);

/** Two or three cards as a table. The record, where any card has one, is the first row. */
export function compareCards(cards: readonly Card[], formats: Formats): Comparison {
  const rows = [
    ...(cards.some((card) => card.record !== undefined) ? [recordRow(cards, formats)] : []),
    ...propertiesOf(cards).map((property) => propertyRow(property, cards, formats)),
  ];
  const isShared = (row: ComparedRow): boolean => row.cells.filter((c) => c.length > 0).length > 1;
  return {
    columns: cards.map((card) => ({ id: card.id, name: nameOf(card.names, formats) })),
    rows: [...rows.filter(isShared), ...rows.filter((row) => !isShared(row))],
  };
}

/** Every property that a card has, ordered by the best place that any card gives it. */
function propertiesOf(cards: readonly Card[]): readonly string[] {
  const hasRecord = cards.some((card) => card.record !== undefined);
  const best = new Map<string, number>();
  for (const card of cards) {
    const sheet = factSheet(card);
    for (const [place, { property }] of [...sheet.primary, ...sheet.more].entries()) {
      best.set(property, Math.min(place, best.get(property) ?? Number.POSITIVE_INFINITY));
    }
  }
  return [...best]
    .filter(([property]) => !NOT_COMPARED.has(property) && !(hasRecord && IN_RECORD.has(property)))
    .sort(([, a], [, b]) => a - b)
    .map(([property]) => property);
}

function propertyRow(property: string, cards: readonly Card[], formats: Formats): ComparedRow {
  const claims = cards.map((card) => card.claims.filter((claim) => claim.property === property));
  const first = claims.flat()[0];
  const cells = claims.map((own, index) =>
    own.map((claim) => comparedValue(claim, cards[index]?.related ?? {}, formats)),
  );
  return {
    property,
    label: first === undefined ? property : say(first.label, formats),
    cells,
    differs: isDifferent(cells),
  };
}

function comparedValue(
  claim: CardClaim,
  related: Card['related'],
  formats: Formats,
): ComparedValue {
  return {
    text: claimText(claim, related, formats),
    qualifiers: claimQualifiers(claim, formats),
    asOf: claim.asOf,
    sources: claim.sources,
  };
}

function recordRow(cards: readonly Card[], formats: Formats): ComparedRow {
  const cells = cards.map(({ record }) =>
    record === undefined || record.attempts === 0 ? [] : [recordValue(record, formats)],
  );
  return {
    property: 'record',
    label: formats.t('sinceRecord'),
    cells,
    differs: isDifferent(cells),
  };
}

function recordValue(record: LaunchRecord, { t }: Formats): ComparedValue {
  return {
    text: t('recordOf', { successes: record.successes, attempts: record.attempts }),
    qualifiers: record.partial === 0 ? [] : [t('recordPartial', { count: record.partial })],
    asOf: record.asOf,
    sources: [record.source],
  };
}

function isDifferent(cells: readonly (readonly ComparedValue[])[]): boolean {
  const said = cells
    .filter((cell) => cell.length > 0)
    .map((cell) => cell.map(({ text, qualifiers }) => [text, ...qualifiers].join()).join('|'));
  return new Set(said).size > 1;
}
