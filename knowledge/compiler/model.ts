import { z } from 'zod';
import { looseName, type RecognitionModel, type WordList } from '@/core/detection/model';
import { ENTITY_KINDS, type EntityId } from '@/core/knowledge/entity';
import { DERIVED, type RecognitionSource } from './recognition-sources';
import { parseYaml } from './yaml-file';

/** A maker of more things than this relates none of them to another: 12, so that Boeing does not join half the base. */
const MAX_SIBLINGS = 12;

const words = z
  .string({ error: 'must be words divided by commas' })
  .transform((list) => list.split(',').map((word) => word.trim()));
const byLanguage = z.record(z.string(), words);
const cueFile = z.strictObject({
  space: z.record(z.string(), byLanguage),
  business: byLanguage,
  senses: z.record(z.string(), z.record(z.string(), words)),
  nouns: z.partialRecord(z.enum(ENTITY_KINDS), byLanguage),
  acts: z.partialRecord(z.enum(ENTITY_KINDS), byLanguage),
  homes: z.record(z.string(), words),
  towns: z.strictObject({ in: words, from: words, after: words }),
  neighbours: z.strictObject({ plain: words }),
  general: z.array(z.string()),
  silent: z.array(z.string()),
});

/**
 * Builds the reader's model from the entities, the text of `cues.yaml` and the text of `weights.json`.
 * Throws with the place and the demand when a file has not its form. Depends on the arguments alone.
 */
export function compileModel(
  sources: readonly RecognitionSource[],
  cuesText: string,
  weightsText: string,
): RecognitionModel {
  const cues = readCues(cuesText);
  const { weights } = z
    .object({ weights: z.record(z.string(), z.number()) })
    .parse(JSON.parse(weightsText));
  const ids = sources.map(({ id }) => id);
  const places = new Map(ids.map((id, place) => [id, place]));
  const senseClasses = Object.keys(cues.senses);
  const classes = [...Object.keys(cues.space), 'business', ...senseClasses];
  if (classes.length > 30)
    throw new Error(`expected at most 30 cue classes, got ${classes.length}`);
  const lists: Record<string, WordList> = { business: joined(Object.values(cues.business)) };
  for (const [name, languages] of Object.entries(cues.space))
    lists[name] = joined(Object.values(languages));
  for (const [name, { named: _, ...languages }] of Object.entries(cues.senses))
    lists[name] = joined(Object.values(languages));
  return {
    weights,
    classes,
    cues: lists,
    nouns: mapValues(cues.nouns, (languages) => joined(Object.values(languages))),
    acts: mapValues(cues.acts, (languages) => joined(Object.values(languages))),
    homes: mapValues(cues.homes, (list) => joined([list])),
    towns: {
      in: joined([cues.towns.in]),
      from: joined([cues.towns.from]),
      after: joined([cues.towns.after]),
    },
    plainNeighbours: joined([cues.neighbours.plain]),
    ids,
    related: relations(sources, places),
    home: sources.map(({ home }) => home.join(' ')),
    general: placesOf(sources, ({ id, kind }) => kind === 'market' || cues.general.includes(id)),
    silent: placesOf(sources, ({ id }) => cues.silent.includes(id)),
    onlyOurs: onlyOurs(sources),
    derived: sources
      .flatMap(({ aliases }) => aliases.filter(({ ambiguity }) => ambiguity === DERIVED))
      .map(({ text }) => looseName(text))
      .join('|'),
    senses: senses(sources, cues.senses),
    fields: fields(sources),
  };
}

function readCues(text: string): z.infer<typeof cueFile> {
  return cueFile.parse(parseYaml('cues.yaml', text).value);
}

function relations(
  sources: readonly RecognitionSource[],
  places: ReadonlyMap<EntityId, number>,
): number[][] {
  const related = sources.map(() => new Set<number>());
  const relate = (a: number, b: number) => {
    if (a !== b) related[Math.min(a, b)]?.add(Math.max(a, b));
  };
  const made = new Map<EntityId, number[]>();
  sources.forEach((source, place) => {
    for (const id of source.related) {
      const other = places.get(id);
      if (other !== undefined) relate(place, other);
    }
    for (const maker of source.makers) made.set(maker, [...(made.get(maker) ?? []), place]);
  });
  for (const siblings of made.values())
    if (siblings.length <= MAX_SIBLINGS)
      for (const a of siblings) for (const b of siblings) relate(a, b);
  return related.map((others) => [...others].sort((a, b) => a - b));
}

function placesOf(
  sources: readonly RecognitionSource[],
  isWanted: (source: RecognitionSource) => boolean,
): number[] {
  return sources.flatMap((source, place) => (isWanted(source) ? [place] : []));
}

/** Names that several entities share while none of them says that the name means something else. */
function onlyOurs(sources: readonly RecognitionSource[]): WordList {
  const owners = new Map<string, { ids: Set<string>; isOther: boolean }>();
  for (const source of sources)
    for (const alias of [{ text: source.name }, ...source.aliases]) {
      const key = looseName(alias.text);
      const known = owners.get(key) ?? { ids: new Set(), isOther: false };
      known.ids.add(source.id);
      if ('ambiguity' in alias && alias.ambiguity !== undefined) known.isOther = true;
      owners.set(key, known);
    }
  const shared = [...owners].filter(([, { ids, isOther }]) => ids.size > 1 && !isOther);
  return shared.map(([name]) => name).join('|');
}

/** By ambiguous alias: the senses whose `named` words stand in it or in its `ambiguity`. */
function senses(
  sources: readonly RecognitionSource[],
  table: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { text, ambiguity } of sources.flatMap(({ aliases }) => aliases)) {
    if (ambiguity === undefined) continue;
    const said = `${text}: ${ambiguity}`.toLowerCase();
    const known = result[looseName(text)]?.split(' ') ?? [];
    const found = Object.entries(table).flatMap(([name, { named = [] }]) =>
      named.some((word) => mentions(said, word)) ? [name] : [],
    );
    if (found.length > 0) result[looseName(text)] = [...new Set([...known, ...found])].join(' ');
  }
  return result;
}

/** True when `said` holds `word` as a word; a `*` makes it a stem, Chinese words count anywhere. */
function mentions(said: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return said.includes(word);
  const plain = word.endsWith('*') ? word.slice(0, -1) : word;
  const pattern = plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `(^|[^\\p{L}])${pattern}${word.endsWith('*') ? '' : '($|[^\\p{L}])'}`,
    'u',
  ).test(said);
}

/** For entities that share an alias: the words of their summaries that the others' have not. */
function fields(sources: readonly RecognitionSource[]): Record<number, WordList> {
  const owners = new Map<string, Set<number>>();
  sources.forEach((source, place) => {
    for (const text of [source.name, ...source.aliases.map((alias) => alias.text)]) {
      const key = looseName(text);
      owners.set(key, (owners.get(key) ?? new Set()).add(place));
    }
  });
  const result: Record<number, WordList> = {};
  for (const places of owners.values()) {
    if (places.size < 2) continue;
    for (const place of places) {
      const others = [...places].filter((other) => other !== place);
      const theirs = new Set(others.flatMap((other) => fieldWords(sources[other]?.summary ?? '')));
      const own = fieldWords(sources[place]?.summary ?? '').filter((word) => !theirs.has(word));
      const known = result[place] === undefined ? [] : result[place].split('|');
      if (own.length > 0) result[place] = [...new Set([...known, ...own])].join('|');
    }
  }
  return result;
}

/** Latin words of four letters and more; the two-character pieces of Chinese runs. */
function fieldWords(summary: string): string[] {
  const latin = summary.toLowerCase().match(/\p{Script=Latin}{4,}/gu) ?? [];
  const pieces = (summary.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) =>
    [...run].slice(1).map((_, at) => run.slice(at, at + 2)),
  );
  return [...latin.filter((word) => !COMMON.has(word)), ...pieces];
}

const COMMON = new Set(
  'with that from which into have been were this their than other first flown makes made also only more over after before based operates company'.split(
    ' ',
  ),
);

function joined(lists: readonly (readonly string[])[]): WordList {
  return [...new Set(lists.flat().map((word) => word.toLowerCase()))].join('|');
}

function mapValues<K extends string, A, B>(
  record: Partial<Record<K, A>>,
  change: (value: A) => B,
): Record<K, B> {
  // Object.entries widens the keys; they are those of `record`.
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value as A)]),
  ) as Record<K, B>;
}
