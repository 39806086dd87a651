import type { Card, CardEvent, PartialDate } from '@/core/knowledge/card';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
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
      // Cards of a maker and its rocket tell the same event in words of their own, from a source they share.
      const keys = urlsOf(card, event).map((url) => `${event.date} ${event.kind} ${url}`);
      const isTold = keys.some((key) => told.has(key));
      for (const key of keys) told.add(key);
      return isTold ? [] : [{ id: card.id, event }];
    }),
  );
  if (events.length === 0) return null;
  const day = ({ event }: BriefEvent): string => firstDay(event.date);
  return {
    published: first.changes.published,
    events: [...events].sort((a, b) => day(a).localeCompare(day(b))),
  };
}

function urlsOf(card: Card, event: CardEvent): readonly string[] {
  return event.sources.flatMap((index) => card.sources[index]?.url ?? []);
}

/** An engine of a rocket, or a place that it flies from. */
export interface ConnectedPart {
  readonly id: EntityId;
  readonly count?: number;
}

/** A maker with those of its rockets that a story names, each with its parts. */
export interface Connection {
  /** Null for rockets whose maker has no card. */
  readonly maker: EntityId | null;
  readonly rockets: readonly { readonly id: EntityId; readonly parts: readonly ConnectedPart[] }[];
}

/** More make a picture that nobody reads: two engines, the story's sites, and one that it does not name. */
const MOST_ENGINES = 2;
const MOST_OTHER_SITES = 1;

/**
 * How the rockets of a story hang together with others that it names or that their cards name. Makers in the
 * order of their first rocket; sites that the story itself names come first. A rocket that hangs together
 * with nothing is left out.
 */
export function connections(cards: readonly Card[]): readonly Connection[] {
  const named = new Set(cards.map(({ id }) => id));
  const makers = new Map<EntityId | null, { id: EntityId; parts: readonly ConnectedPart[] }[]>();
  for (const card of cards) {
    if (card.kind !== 'rocket') continue;
    const maker = linked(card, 'maker')[0]?.id ?? null;
    const parts = partsOf(card, named);
    if (maker === null && parts.length === 0) continue;
    const rocket = { id: card.id, parts };
    const known = makers.get(maker);
    if (known === undefined) makers.set(maker, [rocket]);
    else known.push(rocket);
  }
  return [...makers].map(([maker, rockets]) => ({ maker, rockets }));
}

function partsOf(card: Card, named: ReadonlySet<EntityId>): readonly ConnectedPart[] {
  const engines = unique(linked(card, 'engines-first-stage')).slice(0, MOST_ENGINES);
  const flownFrom = (card.referredBy.flies ?? [])
    .filter((id) => kindOf(id) === 'site' && card.related[id] !== undefined)
    .map((id) => ({ id }));
  const sites = unique([...linked(card, 'launch-site'), ...flownFrom]);
  const inStory = sites.filter(({ id }) => named.has(id));
  const others = sites.filter(({ id }) => !named.has(id)).slice(0, MOST_OTHER_SITES);
  return [...engines, ...inStory, ...(inStory.length === 0 ? others : [])];
}

/** One engine may be claimed twice, as it flew and as it is planned. */
function unique(parts: readonly ConnectedPart[]): readonly ConnectedPart[] {
  return parts.filter((part, index) => parts.findIndex(({ id }) => id === part.id) === index);
}

function linked(card: Card, property: string): readonly ConnectedPart[] {
  return card.claims
    .filter((claim) => claim.property === property)
    .flatMap((claim) => claim.values)
    .flatMap((value) =>
      value.type === 'entity' && card.related[value.id] !== undefined
        ? [{ id: value.id, ...(value.count === undefined ? {} : { count: value.count }) }]
        : [],
    );
}
