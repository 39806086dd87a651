import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { finish, type Steps } from '@/core/steps';
import { type Feature, type FoundName, readingFeatures, type Sighting, sight } from './features';
import type { Gazetteer } from './gazetteer';
import type { Lexicon } from './lexicon';
import type { Declined, Detection, Evidence, Mention } from './mention';
import { findMisprints } from './misprints';
import { scanNames } from './name-scan';
import type { Matcher } from './name-search';
import { type Page, readContext } from './page';
import { type Resolved, relationFeatures, type Settled } from './relations';

/** What recognition needs: the names, the finder of names, and the judgement. */
export interface Recogniser {
  readonly gazetteer: Gazetteer;
  readonly matcher: Matcher;
  readonly lexicon: Lexicon;
}

/** One reading of a name: as an entity of ours, with all that speaks for and against it. */
export interface Reading {
  readonly id: EntityId;
  readonly features: readonly Feature[];
  /** Log-odds that the name means the entity: the sum of weight × value. */
  readonly score: number;
}

/** A name with its readings, best first. */
export interface JudgedName {
  readonly found: FoundName;
  readonly text: string;
  /** Enough alone. */
  readonly isCertain: boolean;
  readonly readings: readonly Reading[];
}

/** 0.6 in log-odds: silence is better than a wrong mark, so a name needs more than an even chance. */
const ACCEPT = Math.log(0.6 / 0.4);
/** 0.9: from here on a name is evidence for the names around it. */
const SETTLE = Math.log(0.9 / 0.1);
/** 1.5: two entities of ours closer than this cannot be told apart. */
const TELL_APART = 1.5;
/** 3: names are resolved in rounds, each using what the one before has settled; a fourth changed nothing on 200 passages. */
const ROUNDS = 3;

/** Finds and resolves every name in `text`. Deterministic; about linear in the text's length. */
export function detect(text: string, recogniser: Recogniser): Detection {
  return finish(detecting(text, recogniser));
}

/** `detect` in steps of well under a millisecond each, for pages that somebody is reading. */
export function* detecting(text: string, recogniser: Recogniser): Steps<Detection> {
  const { judged, isComplete } = yield* judging(text, recogniser);
  const mentions: Mention[] = [];
  const declined: Declined[] = [];
  for (const name of judged) {
    const [best] = name.readings;
    if (best === undefined) continue;
    if (best.score >= ACCEPT && !recogniser.lexicon.isSilent(best.id))
      mentions.push(toMention(name, best, recogniser));
    else declined.push(toDeclined(name, best, recogniser.lexicon));
    yield;
  }
  const all = yield* withMisprints(text, mentions, declined, judged);
  return { mentions: all, declined, isComplete };
}

/** Every name in `text` with the score of each of its readings: `detect` without the decision. Decoys have no readings. */
export function judge(text: string, recogniser: Recogniser): readonly JudgedName[] {
  return finish(judging(text, recogniser)).judged;
}

interface Judgement {
  readonly judged: readonly JudgedName[];
  readonly isComplete: boolean;
}

function* judging(text: string, { gazetteer, matcher, lexicon }: Recogniser): Steps<Judgement> {
  const scanned = yield* scanNames(text, matcher);
  const { isComplete } = scanned;
  const names = scanned.names.map(
    ({ start, end, alias, flags }): FoundName => ({
      start,
      end,
      flags,
      alias: gazetteer.alias(alias),
    }),
  );
  if (names.length === 0) return { judged: [], isComplete };
  const page = yield* readContext(text, lexicon, names);
  const sightings: { readonly sighting: Sighting; readonly readings: readonly Reading[] }[] = [];
  for (let index = 0; index < names.length; index++) {
    const sighting = sight(page, lexicon, names, index);
    if (sighting !== null)
      sightings.push({ sighting, readings: readingsOf(page, lexicon, sighting) });
    yield;
  }
  const seen = sightings.map(({ sighting }) => sighting);
  const possible = possibleEntities(seen);
  let settled = settleCertain(seen, lexicon, possible);
  let judged: JudgedName[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    judged = [];
    for (const { sighting, readings } of sightings) {
      judged.push(judgeName(page, lexicon, sighting, readings, settled));
      yield;
    }
    if (round + 1 < ROUNDS) settled = settle(judged, possible);
  }
  return { judged, isComplete };
}

/** What the words around a name say for each entity that it may mean. */
function readingsOf(page: Page, lexicon: Lexicon, sighting: Sighting): Reading[] {
  return sighting.found.alias.entities.map((id) => {
    const features = readingFeatures(page, lexicon, sighting, id);
    return { id, features, score: scoreOf(features, lexicon) };
  });
}

/** The mentions and, between them, misprints of names that are enough alone. */
function* withMisprints(
  text: string,
  mentions: readonly Mention[],
  declined: readonly Declined[],
  judged: readonly JudgedName[],
): Steps<Mention[]> {
  const certain = new Set(
    judged.filter(({ isCertain }) => isCertain).map(({ found }) => found.start),
  );
  const right = new Map<string, Mention>();
  for (const mention of mentions)
    if (certain.has(mention.start) && !right.has(mention.text)) right.set(mention.text, mention);
  if (right.size === 0) return [...mentions];
  const misprints = yield* findMisprints(text, [...right.keys()], [...mentions, ...declined]);
  const found = misprints.flatMap(({ start, end, of }): Mention[] => {
    const mention = right.get(of);
    if (mention === undefined) return [];
    const evidence = [{ feature: 'misprint', weight: ACCEPT, detail: of }];
    return [{ ...mention, start, end, text: text.slice(start, end), evidence }];
  });
  if (found.length === 0) return [...mentions];
  return [...mentions, ...found].sort((a, b) => a.start - b.start);
}

function judgeName(
  page: Page,
  lexicon: Lexicon,
  sighting: Sighting,
  readings: readonly Reading[],
  settled: Settled,
): JudgedName {
  const scored = readings.map(({ id, features }): Reading => {
    const all = [...features, ...relationFeatures(page, lexicon, sighting, id, settled)];
    return { id, features: all, score: scoreOf(all, lexicon) };
  });
  scored.sort((a, b) => b.score - a.score);
  return {
    found: sighting.found,
    text: sighting.text,
    isCertain: sighting.isCertain,
    readings: scored,
  };
}

/** The sum of weight × value. */
function scoreOf(features: readonly Feature[], lexicon: Lexicon): number {
  let sum = 0;
  for (const { name, value } of features) sum += (lexicon.weights[name] ?? 0) * value;
  return sum;
}

/** Every entity that a name on the page may mean, with the names. */
function possibleEntities(sightings: readonly Sighting[]): Settled['possible'] {
  const possible = new Map<EntityId, Set<string>>();
  for (const { found, text } of sightings)
    for (const id of found.alias.entities)
      possible.set(id, (possible.get(id) ?? new Set()).add(text.toLowerCase()));
  return possible;
}

/** Before the first round: the names that are enough alone and name one entity. */
function settleCertain(
  sightings: readonly Sighting[],
  lexicon: Lexicon,
  possible: Settled['possible'],
): Settled {
  const names: Resolved[] = [];
  const certain = new Map<EntityId, string>();
  for (const { found, text, isCertain } of sightings) {
    const [id] = found.alias.entities;
    if (id === undefined || found.alias.entities.length > 1 || !isCertain) continue;
    if (lexicon.isGeneral(id)) continue;
    names.push({ start: found.start, end: found.end, id });
    if (!certain.has(id)) certain.set(id, text);
  }
  return {
    names,
    ids: new Set(names.map(({ id }) => id)),
    certain,
    possible,
    evident: new Map(),
  };
}

/** After a round: the names whose best reading is good and clear of the next. */
function settle(judged: readonly JudgedName[], possible: Settled['possible']): Settled {
  const names: Resolved[] = [];
  const certain = new Map<EntityId, string>();
  const evident = new Map<string, Resolved[]>();
  for (const { found, text, isCertain, readings } of judged) {
    const [best, next] = readings;
    if (best === undefined || best.score < SETTLE) continue;
    if (next !== undefined && best.score - next.score < TELL_APART) continue;
    const name: Resolved = { start: found.start, end: found.end, id: best.id };
    names.push(name);
    if (isCertain) {
      if (!certain.has(best.id)) certain.set(best.id, text);
      continue;
    }
    const same = evident.get(text.toLowerCase()) ?? [];
    // Two are enough to know of each name whether it stands elsewhere too.
    if (same.length < 2) evident.set(text.toLowerCase(), [...same, name]);
  }
  return { names, ids: new Set(names.map(({ id }) => id)), certain, possible, evident };
}

function toMention(name: JudgedName, best: Reading, { gazetteer, lexicon }: Recogniser): Mention {
  const rivals = name.readings.slice(1).filter(({ score }) => score >= ACCEPT - TELL_APART);
  const isOpen = rivals.some(({ score }) => best.score - score < TELL_APART);
  return {
    start: name.found.start,
    end: name.found.end,
    text: name.text,
    id: best.id,
    kind: kindOf(best.id),
    name: gazetteer.entity(best.id)?.name ?? name.text,
    certainty: isOpen ? 'possibly' : 'sure',
    alternatives: rivals.map(({ id }) => id),
    evidence: evidenceOf(best.features, lexicon),
  };
}

function toDeclined(name: JudgedName, best: Reading, lexicon: Lexicon): Declined {
  const evidence = evidenceOf(best.features, lexicon);
  const against = evidence.filter(
    ({ weight, feature }) => weight < 0 && !feature.startsWith('class:'),
  );
  const worst = against.toSorted((a, b) => a.weight - b.weight)[0];
  const reason = lexicon.isSilent(best.id)
    ? 'known, but its kind is never marked'
    : worst === undefined || worst.weight > -0.5
      ? 'too little speaks for it'
      : `${worst.feature}${worst.detail === undefined ? '' : `: ${worst.detail}`}`;
  return {
    start: name.found.start,
    end: name.found.end,
    text: name.text,
    entities: name.readings.map(({ id }) => id),
    reason,
    evidence,
  };
}

/** Features as a reader of `--why` sees them: what moved the score, strongest first. */
function evidenceOf(features: readonly Feature[], lexicon: Lexicon): Evidence[] {
  return features
    .map(({ name, value, detail }) => {
      const weight = Math.round((lexicon.weights[name] ?? 0) * value * 100) / 100;
      return detail === undefined ? { feature: name, weight } : { feature: name, weight, detail };
    })
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
