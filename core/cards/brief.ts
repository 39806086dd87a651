import type { Card, CardEvent, PartialDate } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import { firstDay } from '@/core/knowledge/partial-date';
import { type Published, type Since, since } from '@/core/knowledge/since';

/** An event of one of the entities that a story names. */
export interface BriefEvent {
  readonly id: EntityId;
  readonly event: CardEvent;
}

/** What has happened to everything that a story names, since it was published. */
export interface BriefSince {
  readonly published: PartialDate;
  /** In date order; an event that several cards tell is there once, under the first of them. */
  readonly events: readonly BriefEvent[];
}

/** Null when nothing is known to have happened, or the story's date is unknown or wrong. */
export function briefSince(
  cards: readonly Card[],
  published: Published | null,
  today: string,
): BriefSince | null {
  const changed = cards.flatMap((card) => {
    const changes: Since = since(card, published, today);
    return changes.state === 'changed' ? [{ card, changes }] : [];
  });
  const [first] = changed;
  if (first === undefined) return null;
  const told = new Set<string>();
  const events = changed.flatMap(({ card, changes }) =>
    changes.events.flatMap((event) => {
      // Cards of a maker and its rocket tell the same event in words of their own, from one source.
      const key = `${event.date} ${event.kind} ${urls(card, event)}`;
      if (told.has(key)) return [];
      told.add(key);
      return [{ id: card.id, event }];
    }),
  );
  if (events.length === 0) return null;
  const day = ({ event }: BriefEvent): string => firstDay(event.date);
  return {
    published: first.changes.published,
    events: [...events].sort((a, b) => day(a).localeCompare(day(b))),
  };
}

function urls(card: Card, event: CardEvent): string {
  return event.sources
    .map((index) => card.sources[index]?.url ?? '')
    .sort()
    .join(' ');
}

/** How a rocket of the story hangs together with others that it names or that its card names. */
export interface Connection {
  readonly maker: EntityId | null;
  readonly rocket: EntityId;
  /** Engines of the first stage, then launch sites. */
  readonly parts: readonly { readonly id: EntityId; readonly count?: number }[];
}

/** More parts than this make a picture that nobody reads. */
const MOST_PARTS = 3;

/** One row for each rocket among the cards that has a maker or parts with a name. */
export function connections(cards: readonly Card[]): readonly Connection[] {
  return cards
    .filter((card) => card.kind === 'rocket')
    .map((card) => ({
      maker: linked(card, 'maker')[0]?.id ?? null,
      rocket: card.id,
      parts: [...linked(card, 'engines-first-stage'), ...linked(card, 'launch-site')].slice(
        0,
        MOST_PARTS,
      ),
    }))
    .filter(({ maker, parts }) => maker !== null || parts.length > 0);
}

function linked(card: Card, property: string): readonly { id: EntityId; count?: number }[] {
  return card.claims
    .filter((claim) => claim.property === property)
    .flatMap((claim) => claim.values)
    .flatMap((value) =>
      value.type === 'entity' && card.related[value.id] !== undefined
        ? [{ id: value.id, ...(value.count === undefined ? {} : { count: value.count }) }]
        : [],
    );
}
