import type { CardValue, LaunchRecord } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import type { Knowledge, LoadedEntity } from './knowledge';
import type { Launch } from './launch-log';

/** The key in `sources/shared.yaml` that computed claims cite. */
export const LAUNCH_LOG_SOURCE = 'gcat-launches';

/** A claim that was counted from the launch log, before it is dressed for a card. */
export interface ComputedClaim {
  readonly property: string;
  readonly values: readonly CardValue[];
}

/** The launch history of one entity. */
export interface ComputedRecord {
  readonly record: Omit<LaunchRecord, 'source'>;
  /** Only properties that may be said of the entity's kind. */
  readonly claims: readonly ComputedClaim[];
}

/**
 * Computes launch records for any entity of the knowledge base: null for one that names nothing of
 * the launch log, or for a kind of which `launches` is not said. Linear in the log for each entity.
 */
export function createRecordKeeper(
  knowledge: Knowledge,
): (entity: LoadedEntity) => ComputedRecord | null {
  const siteOf = new Map<string, EntityId>();
  for (const entity of knowledge.entities)
    for (const code of entity.kind === 'site' ? (entity.value.gcat?.sites ?? []) : [])
      if (!siteOf.has(code)) siteOf.set(code, entity.id);

  return (entity) => {
    const { asOf, launches } = knowledge.launches;
    if (asOf === null || !mayHave(knowledge, entity, 'launches')) return null;
    const flights = flightsOf(entity, launches);
    const first = flights[0];
    const last = flights.at(-1);
    if (first === undefined || last === undefined) return null;

    const ended = (outcome: Launch['outcome']) =>
      flights.filter((flight) => flight.outcome === outcome).length;
    const record = {
      attempts: flights.length,
      successes: ended('S'),
      partial: ended('P'),
      failures: ended('F'),
      flights: flights.map((flight) => `${flight.date}${flight.outcome}`),
      asOf,
    };
    const sites = sitesByUse(flights, siteOf);
    const claims: ComputedClaim[] = [
      { property: 'launches', values: [{ type: 'number', value: record.attempts }] },
      {
        property: 'reached-orbit',
        values: [{ type: 'number', value: flights.filter((flight) => flight.reachedOrbit).length }],
      },
      { property: 'failures', values: [{ type: 'number', value: record.failures }] },
      { property: 'first-flight', values: [{ type: 'date', value: first.date }] },
      { property: 'last-flight', values: [{ type: 'date', value: last.date }] },
      ...(sites.length > 0
        ? [
            {
              property: 'launch-site',
              values: sites.map((id): CardValue => ({ type: 'entity', id })),
            },
          ]
        : []),
    ];
    return {
      record,
      claims: claims.filter(({ property }) => mayHave(knowledge, entity, property)),
    };
  };
}

/**
 * The launches that an entity covers, in date order: those that fit every list of its `gcat`. So
 * `vehicles` alone makes a rocket's record, `orgs` a company's or an agency's, `sites` a site's, and `orgs` with
 * `vehicles` a company's record with these vehicles only. Empty without any list.
 */
function flightsOf(entity: LoadedEntity, launches: readonly Launch[]): readonly Launch[] {
  const { vehicles = [], orgs = [], sites = [] } = entity.value.gcat ?? {};
  if (vehicles.length + orgs.length + sites.length === 0) return [];
  return launches.filter(
    (launch) =>
      (vehicles.length === 0 || vehicles.includes(launch.vehicle)) &&
      (orgs.length === 0 || launch.agencies.some((agency) => orgs.includes(agency))) &&
      (sites.length === 0 || sites.includes(launch.site)),
  );
}

function mayHave(knowledge: Knowledge, entity: LoadedEntity, property: string): boolean {
  return knowledge.properties.get(property)?.kinds.includes(entity.kind) === true;
}

/**
 * Our sites that the flights used, the most used first. None at all when a flight left from a place that no site
 * claims: a list that leaves out reads as the whole.
 */
function sitesByUse(
  flights: readonly Launch[],
  siteOf: ReadonlyMap<string, EntityId>,
): readonly EntityId[] {
  const uses = new Map<EntityId, number>();
  for (const { site } of flights) {
    const id = siteOf.get(site);
    if (id === undefined) return [];
    uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  return [...uses].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
