import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { overlaps, type Span } from '@/core/text/span';
import type { CorpusPassage } from './corpus';
import { looseName } from './corpus';

/** A mention as detected. */
export interface Detected extends Span {
  readonly id: EntityId;
}

/** Hits, misses and false marks of one slice of a corpus. */
export interface Tally {
  hits: number;
  misses: number;
  wrong: number;
}

/** A fault, for the list of faults. */
export interface Fault {
  readonly passage: string;
  readonly kind: 'missed' | 'wrong';
  readonly start: number;
  readonly text: string;
  readonly note: string;
}

export interface Score {
  readonly all: Tally;
  readonly companyAndRocket: Tally;
  readonly hard: Tally;
  readonly byType: ReadonlyMap<string, Tally>;
  readonly byLanguage: ReadonlyMap<string, Tally>;
  readonly trapsHit: number;
  readonly traps: number;
  /** Passages without any labelled mention, and how many of them got one. */
  readonly silent: number;
  readonly silentBroken: number;
  readonly faults: readonly Fault[];
}

/**
 * Scores detections by the corpus's own rules: exact span and right entity is a hit; another span or
 * another entity on a labelled mention is one false mark and one miss; optional mentions count neither
 * way; programmes and persons are not counted. `namesOf` gives every name of an entity.
 */
export function score(
  passages: readonly CorpusPassage[],
  detect: (text: string) => readonly Detected[],
  namesOf: (id: EntityId) => readonly string[],
): Score {
  const all = tally();
  const companyAndRocket = tally();
  const hard = tally();
  const byType = new Map<string, Tally>();
  const byLanguage = new Map<string, Tally>();
  const faults: Fault[] = [];
  let trapsHit = 0;
  let traps = 0;
  let silent = 0;
  let silentBroken = 0;
  const loose = new Map<EntityId, Set<string>>();
  const isNameOf = (id: EntityId, name: string) => {
    const known = loose.get(id) ?? new Set(namesOf(id).map(looseName));
    loose.set(id, known);
    return known.has(looseName(name));
  };

  for (const passage of passages) {
    const found = detect(passage.text).filter(
      ({ id }) => !['program', 'person'].includes(kindOf(id)),
    );
    const used = new Set<Detected>();
    const count = (type: string, isHard: boolean, what: keyof Tally) => {
      const slices = [all, of(byType, type), of(byLanguage, passage.lang)];
      if (type === 'company' || type === 'rocket') slices.push(companyAndRocket);
      if (isHard) slices.push(hard);
      for (const slice of slices) slice[what]++;
    };
    for (const mention of passage.mentions) {
      const exact = found.find(({ start, end }) => start === mention.start && end === mention.end);
      const isHit = exact !== undefined && isNameOf(exact.id, mention.entity);
      for (const one of found) if (overlaps(one, mention)) used.add(one);
      if (mention.optional === true) continue;
      if (isHit) {
        count(mention.type, mention.hard === true, 'hits');
        continue;
      }
      count(mention.type, mention.hard === true, 'misses');
      const rival = found.find((one) => overlaps(one, mention));
      if (rival !== undefined) count(mention.type, mention.hard === true, 'wrong');
      faults.push({
        passage: passage.id,
        kind: 'missed',
        start: mention.start,
        text: mention.surface,
        note: `${mention.type} ${mention.entity}${rival === undefined ? '' : `; found ${passage.text.slice(rival.start, rival.end)} as ${rival.id}`}`,
      });
    }
    for (const trap of passage.traps) {
      traps++;
      if (found.some((one) => overlaps(one, trap))) trapsHit++;
    }
    for (const one of found) {
      if (used.has(one)) continue;
      const type = typeOf(one.id);
      count(type, false, 'wrong');
      const trap = passage.traps.find((candidate) => overlaps(one, candidate));
      faults.push({
        passage: passage.id,
        kind: 'wrong',
        start: one.start,
        text: passage.text.slice(one.start, one.end),
        note: `${one.id}${trap === undefined ? '' : `; trap: ${trap.sense}`}`,
      });
    }
    if (passage.mentions.length === 0) {
      silent++;
      if (found.length > 0) silentBroken++;
    }
  }
  return {
    all,
    companyAndRocket,
    hard,
    byType,
    byLanguage,
    trapsHit,
    traps,
    silent,
    silentBroken,
    faults,
  };
}

/** The corpus calls a constellation a spacecraft. */
function typeOf(id: EntityId): string {
  const kind = kindOf(id);
  return kind === 'constellation' ? 'spacecraft' : kind;
}

export function precision({ hits, wrong }: Tally): number {
  return hits + wrong === 0 ? 1 : hits / (hits + wrong);
}

export function recall({ hits, misses }: Tally): number {
  return hits + misses === 0 ? 1 : hits / (hits + misses);
}

export function f1(slice: Tally): number {
  const p = precision(slice);
  const r = recall(slice);
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

function tally(): Tally {
  return { hits: 0, misses: 0, wrong: 0 };
}

function of(map: Map<string, Tally>, key: string): Tally {
  const known = map.get(key) ?? tally();
  map.set(key, known);
  return known;
}

/** The score as a table to read, faults last. */
export function formatScore(result: Score, withFaults: boolean): string {
  const row = (name: string, slice: Tally) =>
    `${name.padEnd(18)} ${precision(slice).toFixed(3)}  ${recall(slice).toFixed(3)}  ${f1(slice).toFixed(3)}   ${slice.hits} hit, ${slice.misses} missed, ${slice.wrong} wrong`;
  const sorted = (map: ReadonlyMap<string, Tally>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [
    `${''.padEnd(18)} prec.  recall  F1`,
    row('all', result.all),
    row('company + rocket', result.companyAndRocket),
    row('hard', result.hard),
    ...sorted(result.byType).map(([type, slice]) => row(`  ${type}`, slice)),
    ...sorted(result.byLanguage).map(([language, slice]) => row(`  ${language}`, slice)),
    `traps hit: ${result.trapsHit} of ${result.traps}`,
    `passages without a mention that got one: ${result.silentBroken} of ${result.silent}`,
  ];
  if (withFaults)
    for (const { passage, kind, start, text, note } of result.faults)
      lines.push(`${kind.padEnd(7)} ${passage}:${start} ${text} (${note})`);
  return lines.join('\n');
}
