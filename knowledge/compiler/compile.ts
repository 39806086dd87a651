import { createHash } from 'node:crypto';
import type {
  Card,
  CardClaim,
  CardEvent,
  LaunchRecord,
  RelatedEntity,
} from '@/core/knowledge/card';
import type { CatalogueEntry, KnowledgeManifest } from '@/core/knowledge/catalogue';
import { ENTITY_KINDS, type EntityId } from '@/core/knowledge/entity';
import { alsoCalled } from './also-called';
import { cardClaims, createSourceList } from './card-claims';
import { rocketGeometry } from './geometry';
import type { Knowledge, LoadedEntity } from './knowledge';
import { compareText } from './problem';
import { createRecordKeeper, LAUNCH_LOG_SOURCE } from './records';

/** What the extension ships of the knowledge base, the gazetteer apart. */
export interface Compiled {
  /** Sorted by id. */
  readonly cards: ReadonlyMap<EntityId, Card>;
  /** Sorted by id. */
  readonly catalogue: readonly CatalogueEntry[];
  readonly manifest: KnowledgeManifest;
}

type Draft = Omit<Card, 'related' | 'referredBy'>;

/**
 * Compiles a knowledge base that has passed the check; throws on one that has not. The result
 * depends on the files alone: no clock, no order of reading.
 */
export function compileKnowledge(knowledge: Knowledge): Compiled {
  const recordOf = createRecordKeeper(knowledge);
  const drafts = knowledge.entities.map((entity) => draftCard(knowledge, entity, recordOf));
  const related = relatedEntities(drafts, knowledge);
  const incoming = incomingRelations(drafts);
  const cards = new Map(
    drafts.map((draft): [EntityId, Card] => {
      const referredBy = Object.fromEntries(
        [...(incoming.get(draft.id) ?? [])].map(([property, ids]) => [property, [...ids]]),
      );
      const ids = new Set([
        ...draft.claims.flatMap(entityIds),
        ...Object.values(referredBy).flat(),
      ]);
      const mentioned = [...ids].toSorted(compareText).flatMap((id) => {
        const entity = related.get(id);
        return entity === undefined ? [] : [[id, entity] as const];
      });
      return [draft.id, { ...draft, related: Object.fromEntries(mentioned), referredBy }];
    }),
  );
  const catalogue = drafts.map(({ id, kind, names }) => ({ id, kind, names }));
  return { cards, catalogue, manifest: describe(knowledge, cards) };
}

function draftCard(
  knowledge: Knowledge,
  entity: LoadedEntity,
  recordOf: ReturnType<typeof createRecordKeeper>,
): Draft {
  const { names, summary } = entity.value;
  const list = createSourceList(knowledge, entity);
  const computed = recordOf(entity);
  const claims = cardClaims(knowledge, entity, computed?.claims ?? [], list);
  const events = (entity.value.events ?? [])
    .map(
      (event): CardEvent => ({
        date: event.date,
        kind: event.kind,
        text: event.text,
        sources: (event.source ?? []).map((key) => list.cite(key)),
        ...(event.planned === true && { planned: true }),
      }),
    )
    .toSorted((a, b) => compareText(a.date, b.date));
  const record: LaunchRecord | undefined =
    computed === null ? undefined : { ...computed.record, source: list.cite(LAUNCH_LOG_SOURCE) };
  return {
    id: entity.id,
    kind: entity.kind,
    names,
    alsoCalled: alsoCalled(entity.value),
    ...(summary !== undefined && { summary }),
    claims,
    events,
    ...(record !== undefined && { record }),
    sources: list.sources,
  };
}

/** What other cards say of each entity: its names and, for rockets, its measures. */
function relatedEntities(
  drafts: readonly Draft[],
  knowledge: Knowledge,
): ReadonlyMap<EntityId, RelatedEntity> {
  return new Map(
    drafts.map(({ id, kind, names, claims }) => {
      const geometry = kind === 'rocket' ? rocketGeometry(claims, knowledge.units) : undefined;
      return [id, { kind, names, ...(geometry !== undefined && { geometry }) }];
    }),
  );
}

/** For each entity the others whose claims name it, by property, in the order of ids. */
function incomingRelations(
  drafts: readonly Draft[],
): ReadonlyMap<EntityId, ReadonlyMap<string, ReadonlySet<EntityId>>> {
  const incoming = new Map<EntityId, Map<string, Set<EntityId>>>();
  for (const draft of drafts)
    for (const claim of draft.claims)
      for (const target of entityIds(claim)) {
        const byProperty = incoming.get(target) ?? new Map<string, Set<EntityId>>();
        const ids = byProperty.get(claim.property) ?? new Set<EntityId>();
        incoming.set(target, byProperty.set(claim.property, ids.add(draft.id)));
      }
  return incoming;
}

function entityIds(claim: CardClaim): readonly EntityId[] {
  return claim.values.flatMap((value) => (value.type === 'entity' ? [value.id] : []));
}

function describe(knowledge: Knowledge, cards: ReadonlyMap<EntityId, Card>): KnowledgeManifest {
  const all = [...cards.values()];
  const hash = createHash('sha256');
  for (const card of all) hash.update(JSON.stringify(card));
  const dates = all.flatMap((card) => card.claims.map((claim) => claim.asOf));
  const byKind = Object.fromEntries(
    ENTITY_KINDS.map((kind) => [kind, all.filter((card) => card.kind === kind).length]),
  );
  return {
    version: hash.digest('hex').slice(0, 12),
    date: [...dates, knowledge.launches.asOf ?? ''].toSorted(compareText).at(-1) ?? '',
    counts: {
      entities: all.length,
      byKind: byKind as KnowledgeManifest['counts']['byKind'], // fromEntries forgets its keys.
      claims: all.reduce((sum, card) => sum + card.claims.length, 0),
      sources: new Set(all.flatMap((card) => card.sources.map(({ url }) => url))).size,
      launches: knowledge.launches.launches.length,
    },
  };
}
