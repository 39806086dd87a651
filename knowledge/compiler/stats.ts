import type { Card } from '@/core/knowledge/card';
import { ENTITY_KINDS, type EntityKind } from '@/core/knowledge/entity';
import type { Compiled } from './compile';
import type { Knowledge } from './knowledge';
import type { Launch } from './launch-log';
import { namedBy } from './names';
import { compareText } from './problem';

/** One line of `cli.ts entities`. */
export interface EntityLine {
  readonly id: string;
  readonly kind: EntityKind;
  /** The English name. */
  readonly name: string;
  /** Every other string that may name it: names in other languages and aliases, each once. */
  readonly aliases: readonly string[];
  /** Claims on its card, computed ones included. */
  readonly claims: number;
  readonly sources: number;
}

/** A summary of every entity, sorted by id. */
export function entityLines(knowledge: Knowledge, compiled: Compiled): EntityLine[] {
  return knowledge.entities.flatMap((entity) => {
    const card = compiled.cards.get(entity.id);
    if (card === undefined) return [];
    const texts = new Set(namedBy(entity.value).map(({ text }) => text));
    texts.delete(entity.value.names.en);
    return {
      id: entity.id,
      kind: entity.kind,
      name: entity.value.names.en,
      aliases: [...texts],
      claims: card.claims.length,
      sources: card.sources.length,
    };
  });
}

/** The coverage report, for people: what there is by kind and property, what is thin, what is old. */
export function report(knowledge: Knowledge, { cards, manifest }: Compiled): string {
  const all = [...cards.values()];
  const lines = [
    `${manifest.counts.entities} entities, ${manifest.counts.claims} claims, ${manifest.counts.sources} sources, ${manifest.counts.launches} launches in the log; data to ${manifest.date}; version ${manifest.version}`,
    '',
    'By kind: entities, median claims, median events, with a Chinese name',
  ];
  for (const kind of ENTITY_KINDS) {
    const ours = all.filter((card) => card.kind === kind);
    if (ours.length === 0) continue;
    const claims = median(ours.map((card) => card.claims.length));
    const events = median(ours.map((card) => card.events.length));
    const chinese = ours.filter((card) => card.names.zh !== undefined).length;
    lines.push(
      `  ${kind.padEnd(14)} ${pad(ours.length)} ${pad(claims)} ${pad(events)} ${pad(chinese)}`,
    );
    for (const [property, count] of coverage(ours))
      lines.push(
        `    ${property.padEnd(24)} ${pad(count)} ${pad(Math.round((100 * count) / ours.length))} %`,
      );
  }
  const thin = all.filter((card) => card.claims.length < 3);
  lines.push('', `Fewer than three facts: ${thin.length}`);
  for (const card of thin) lines.push(`  ${card.id} (${card.claims.length})`);
  const disputed = all.flatMap((card) =>
    [...new Set(card.claims.flatMap((claim) => (claim.disputed ? claim.property : [])))].map(
      (property) => `  ${card.id} ${property}`,
    ),
  );
  lines.push('', `Sources that contradict each other: ${disputed.length}`, ...disputed);
  lines.push(
    '',
    'In the launch log since 2015, covered by no entity (flights)',
    ...uncovered(knowledge),
  );
  lines.push('', 'Oldest facts first (facts that change; 60 of them)');
  for (const { id, property, asOf } of oldest(all).slice(0, 60))
    lines.push(`  ${asOf.padEnd(10)} ${id} ${property}`);
  return lines.join('\n');
}

/** The middle value, the mean of the two middle ones for an even number; 0 for none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const low = sorted[Math.ceil(half) - 1] ?? 0;
  const high = sorted[Math.floor(half)] ?? low;
  return (low + high) / 2;
}

/** How many cards have each property, the most common first. */
function coverage(cards: readonly Card[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const card of cards)
    for (const property of new Set(card.claims.map((claim) => claim.property)))
      counts.set(property, (counts.get(property) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b));
}

/** Vehicle types, launch agencies and sites of recent launches that no entity names, the busiest first. */
function uncovered({ entities, launches }: Knowledge): string[] {
  // 2015: older vehicles are worth a card only where readers still meet their names.
  const recent = launches.launches.filter(({ date }) => date >= '2015');
  const columns = [
    ['vehicles', (launch: Launch) => [launch.vehicle]],
    ['orgs', (launch: Launch) => launch.agencies],
    ['sites', (launch: Launch) => [launch.site]],
  ] as const;
  return columns.map(([key, namesOf]) => {
    const covered = new Set(entities.flatMap(({ value }) => value.gcat?.[key] ?? []));
    const flights = new Map<string, number>();
    for (const launch of recent)
      for (const name of namesOf(launch))
        if (!covered.has(name)) flights.set(name, (flights.get(name) ?? 0) + 1);
    const busiest = [...flights].sort(([a, x], [b, y]) => y - x || compareText(a, b));
    return `  ${key}: ${busiest.map(([name, count]) => `${name} (${count})`).join(', ') || 'none'}`;
  });
}

/** The newest statement on each volatile property of each card, the oldest of these first. */
function oldest(cards: readonly Card[]) {
  const facts = cards.flatMap((card) => {
    const newest = new Map<string, string>();
    for (const { property, asOf, volatile } of card.claims)
      if (volatile === true && asOf > (newest.get(property) ?? '')) newest.set(property, asOf);
    return [...newest].map(([property, asOf]) => ({ id: card.id, property, asOf }));
  });
  return facts.sort((a, b) => compareText(a.asOf, b.asOf) || compareText(a.id, b.id));
}

function pad(value: number): string {
  return String(value).padStart(6);
}
