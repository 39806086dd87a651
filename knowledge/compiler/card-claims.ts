import type { CardClaim, CardSource } from '@/core/knowledge/card';
import type { Localised } from '@/core/knowledge/entity';
import type { PublishedSource } from '../schema/entity';
import { agree } from './agreement';
import { readValues } from './claim-values';
import { findSource, type Knowledge, type LoadedEntity } from './knowledge';
import { type ComputedClaim, LAUNCH_LOG_SOURCE } from './records';

/** Collects the sources that a card cites, each once, in the order in which they are first cited. */
export interface SourceList {
  readonly sources: readonly CardSource[];
  /** The index of the source with that key. Throws on an unknown key: the check lets none through. */
  cite(key: string): number;
}

/** An empty list of sources for an entity's card. */
export function createSourceList(knowledge: Knowledge, entity: LoadedEntity): SourceList {
  const sources: CardSource[] = [];
  const indexOf = new Map<string, number>();
  return {
    sources,
    cite(key) {
      const known = indexOf.get(key);
      if (known !== undefined) return known;
      const source = findSource(knowledge, entity, key);
      if (source === undefined) throw new Error(`${entity.id} cites the unknown source "${key}"`);
      indexOf.set(key, sources.length);
      sources.push(cardSource(source));
      return sources.length - 1;
    },
  };
}

/**
 * An entity's claims as cards print them: in the order of the properties; within a property as
 * written, except that of facts that change the newest comes first.
 */
export function cardClaims(
  knowledge: Knowledge,
  entity: LoadedEntity,
  computed: readonly ComputedClaim[],
  list: SourceList,
): readonly CardClaim[] {
  const claims = [
    ...(entity.value.claims ?? []).map((claim): Drafted => {
      const property = knowledge.properties.get(claim.property);
      if (property === undefined)
        throw new Error(`${entity.id} has the unknown property "${claim.property}"`);
      const read = readValues(claim, property, knowledge.terms);
      if (!read.ok || claim.asOf === undefined)
        throw new Error(`${entity.id}, ${claim.property}: expected a checked claim`);
      const mode = claim.mode === undefined ? undefined : knowledge.terms.modes?.[claim.mode];
      return {
        property: claim.property,
        label: property.label,
        values: read.value,
        ...(claim.unit !== undefined && { unit: claim.unit }),
        ...(claim.mode !== undefined &&
          mode !== undefined && { mode: { key: claim.mode, label: mode } }),
        ...(claim.note !== undefined && { note: localised(claim.note) }),
        ...(claim.approximate === true && { approximate: true }),
        asOf: claim.asOf,
        sources: (claim.source ?? []).map((key) => list.cite(key)),
        ...(claim.disputed === true && { disputed: true }),
        ...(property.volatile === true && { volatile: true }),
      };
    }),
    ...computed.map(({ property, values }): Drafted => {
      const known = knowledge.properties.get(property);
      if (known === undefined || knowledge.launches.asOf === null)
        throw new Error(`expected "${property}" in properties.yaml and a launch log`);
      return {
        property,
        label: known.label,
        values,
        asOf: knowledge.launches.asOf,
        sources: [list.cite(LAUNCH_LOG_SOURCE)],
        computed: true,
        ...(known.volatile === true && { volatile: true }),
      };
    }),
  ];
  const rank = new Map([...knowledge.properties.keys()].map((key, index) => [key, index]));
  const ordered = claims.toSorted(
    (a, b) =>
      (rank.get(a.property) ?? 0) - (rank.get(b.property) ?? 0) ||
      (a.volatile === true ? compareNewestFirst(a.asOf, b.asOf) : 0),
  );
  return ordered.map((claim) =>
    isDisputed(claim, ordered, knowledge) ? { ...claim, disputed: true } : claim,
  );
}

type Drafted = CardClaim;

/**
 * Whether another claim on the same property, mode and note says otherwise. Where a property holds
 * many values two claims add up and only the writer can tell; of facts that change, a value of
 * another date is history and not a contradiction.
 */
function isDisputed(claim: CardClaim, all: readonly CardClaim[], knowledge: Knowledge): boolean {
  if (knowledge.properties.get(claim.property)?.many === true) return false;
  return all.some(
    (other) =>
      other !== claim &&
      other.property === claim.property &&
      other.mode?.key === claim.mode?.key &&
      other.note?.en === claim.note?.en &&
      (claim.volatile !== true || other.asOf === claim.asOf) &&
      !agree(claim, other, knowledge.units),
  );
}

/** A text that is the same in both languages may be written once. */
export function localised(text: string | Localised): Localised {
  return typeof text === 'string' ? { en: text, zh: text } : text;
}

function cardSource({ title, publisher, url, date }: PublishedSource): CardSource {
  return { title, publisher, url, ...(date !== undefined && { date }) };
}

function compareNewestFirst(a: string, b: string): number {
  return a > b ? -1 : a < b ? 1 : 0;
}
