import type { Card, CardClaim, CardValue } from '@/core/knowledge/card';

/** One fact of one card. */
export interface Fact {
  readonly card: Card;
  readonly claim: CardClaim;
}

/**
 * `count` facts of all cards, or all where there are fewer, each as likely as any other, sorted as the
 * cards are. The same cards and seed give the same facts.
 */
export function drawFacts(cards: Iterable<Card>, seed: number, count: number): readonly Fact[] {
  const facts = [...cards].flatMap((card) => card.claims.map((claim) => ({ card, claim })));
  const random = mulberry32(seed);
  const drawn = new Set<number>();
  while (drawn.size < Math.min(count, facts.length)) drawn.add(Math.floor(random() * facts.length));
  return facts.filter((_, index) => drawn.has(index));
}

/** Entity, property, value with unit and conditions, date, and sources, with tabs between. */
export function factLine({ card, claim }: Fact): string {
  const value = [
    claim.values.map(valueText).join('; '),
    claim.unit,
    claim.approximate === true ? 'about' : undefined,
    claim.mode?.key,
    claim.note?.en,
    claim.computed === true ? 'computed' : undefined,
  ];
  const sources = claim.sources.map((index) => {
    const source = card.sources[index];
    if (source === undefined) throw new Error(`expected source ${index} of ${card.id}, got none`);
    return `${source.publisher}, ${source.title}, ${source.url}`;
  });
  return [
    card.id,
    claim.property,
    value.filter((part) => part !== undefined).join(' | '),
    claim.asOf,
    sources.join(' ‖ '),
  ].join('\t');
}

function valueText(value: CardValue): string {
  switch (value.type) {
    case 'number':
      return value.max === undefined ? `${value.value}` : `${value.value} to ${value.max}`;
    case 'entity':
      return value.count === undefined ? value.id : `${value.count} × ${value.id}`;
    case 'text':
      return value.value.en;
    case 'place':
      return `${value.latitude}, ${value.longitude}`;
    default:
      return value.value;
  }
}

/** Numbers from 0 to below 1; the generator "mulberry32" by Tommy Ettinger, in the public domain. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
