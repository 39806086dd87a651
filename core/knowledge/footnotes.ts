import type { Card } from './card';
import type { FactSheet } from './facts';
import type { Since } from './since';

/** Footnote numerals of a card: 1 for the first source that the card mentions, and so on. */
export interface Footnotes {
  /** The numeral of a source, by its index into `Card.sources`. */
  readonly numeral: (source: number) => number;
  /** Indices into `Card.sources`, in the order of their numerals. Every source of the card is there. */
  readonly order: readonly number[];
}

/** Numbers the sources by their first appearance from the top of the card down, so that numerals rise. */
export function footnotes(card: Card, sheet: FactSheet, changes: Since): Footnotes {
  const changed = changes.state === 'changed' ? changes : null;
  const mentioned = [
    ...(changed?.landings?.sources ?? []),
    ...(changed?.record == null ? [] : [changed.record.source]),
    ...(changed?.listingBefore?.sources ?? []),
    ...(changed?.events ?? []).flatMap((event) => event.sources),
    ...sheet.primary.flatMap((row) => row.claims.flatMap((claim) => claim.sources)),
    ...(card.record === undefined ? [] : [card.record.source]),
    ...sheet.more.flatMap((row) => row.claims.flatMap((claim) => claim.sources)),
    ...card.events.flatMap((event) => event.sources),
    ...card.sources.keys(),
  ];
  const order = [...new Set(mentioned)].filter((index) => card.sources[index] !== undefined);
  const numerals = new Map(order.map((source, index) => [source, index + 1]));
  return {
    order,
    numeral: (source) => {
      const numeral = numerals.get(source);
      if (numeral === undefined)
        throw new Error(`expected an index below ${card.sources.length}, got ${source}`);
      return numeral;
    },
  };
}
