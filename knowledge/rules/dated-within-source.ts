import { firstDay, lastDay } from '@/core/knowledge/partial-date';
import {
  findSource,
  type Knowledge,
  type LoadedEntity,
  problemAt,
  type Rule,
} from '../compiler/knowledge';

/** A source speaks of what was, not of what came after it. */
export const datedWithinSource: Rule = {
  name: 'dated-within-source',
  description:
    'Nothing is true after the newest of its sources was published: `asOf` and the date of an event that is not `planned` are at most a day later (time zones).',
  check: (knowledge) =>
    knowledge.entities.flatMap((entity) => [
      ...(entity.value.claims ?? []).flatMap((claim, index) => {
        const newest = newestSource(knowledge, entity, claim.source);
        if (claim.asOf === undefined || newest === null || !isAfter(claim.asOf, newest)) return [];
        return problemAt(
          entity,
          ['claims', index, 'asOf'],
          'dated-within-source',
          `${claim.property} is said as of ${claim.asOf}, but its newest source is of ${newest}; use the source’s day, or cite a later source`,
        );
      }),
      ...(entity.value.events ?? []).flatMap((event, index) => {
        if (event.planned === true) return [];
        const newest = newestSource(knowledge, entity, event.source);
        if (newest === null || !isAfter(event.date, newest)) return [];
        return problemAt(
          entity,
          ['events', index, 'date'],
          'dated-within-source',
          `the event of ${event.date} is later than its newest source, of ${newest}; add planned: true, or cite a source that reports it`,
        );
      }),
    ]),
};

/** The latest date among the sources; null when one has no date, for then it may be the newest. */
function newestSource(
  knowledge: Knowledge,
  entity: LoadedEntity,
  keys: readonly string[] | undefined,
): string | null {
  const dates = (keys ?? []).map((key) => findSource(knowledge, entity, key)?.date);
  let newest: string | null = null;
  for (const date of dates) {
    if (date === undefined) return null;
    if (newest === null || lastDay(date) > lastDay(newest)) newest = date;
  }
  return newest;
}

/** Surely later than a day after `published`: a launch at night is reported "yesterday" elsewhere. */
function isAfter(date: string, published: string): boolean {
  const limit = new Date(`${lastDay(published)}T00:00:00Z`);
  limit.setUTCDate(limit.getUTCDate() + 1);
  return firstDay(date) > limit.toISOString().slice(0, 10);
}
