import type { EntityId, EntityKind } from '@/core/knowledge/entity';

/** Words divided by `|`. Latin and Cyrillic ones in lower case; a `*` at the end makes a stem. */
export type WordList = string;

/**
 * What the judgement of names knows beside the names themselves: context words, relations between
 * entities, and weights. Built by `knowledge/compiler/model.ts`; plain JSON, small enough to travel
 * with the reader. What the words are for is said in `knowledge/cues.yaml`.
 */
export interface RecognitionModel {
  /** Log-odds by feature name. A feature without a weight counts nothing. */
  readonly weights: Readonly<Record<string, number>>;
  /** Names of the cue classes, at most 30; a cue's classes are bits in this order. */
  readonly classes: readonly string[];
  /** Context words by class. */
  readonly cues: Readonly<Record<string, WordList>>;
  /** Type nouns by the kind they name: `rocket`, `火箭`. */
  readonly nouns: Readonly<Partial<Record<EntityKind, WordList>>>;
  /** Verbs that follow a name, by its kind: `lifted off`, `announced`. */
  readonly acts: Readonly<Partial<Record<EntityKind, WordList>>>;
  /** Home words by country code, at most 30 countries. */
  readonly homes: Readonly<Record<string, WordList>>;
  readonly towns: { readonly in: WordList; readonly from: WordList; readonly after: WordList };
  /** Capitalised neighbours that do not make a name part of another name. */
  readonly plainNeighbours: WordList;
  /** Every entity; the lists below speak of it by its place here. */
  readonly ids: readonly EntityId[];
  /** For each entity, the later ones it has to do with: maker, rockets, launch site, rivals. */
  readonly related: readonly (readonly number[])[];
  /** For each entity, its country codes divided by a space. */
  readonly home: readonly string[];
  /** Entities that the general news names in other business: a mention needs spaceflight on the page. */
  readonly general: readonly number[];
  /** By ambiguous alias (`looseName`): the cue classes of the other things that it means, divided by a space. */
  readonly senses: Readonly<Record<string, string>>;
  /** Aliases (`looseName`) that several of our entities share, and nothing else that we know of. */
  readonly onlyOurs: WordList;
  /** Aliases (`looseName`) that are the first words of a firm's name: they count where the full name stands too. */
  readonly derived: WordList;
  /** Entities that are known but never marked: ministries, academies, universities. */
  readonly silent: readonly number[];
  /** By entity that shares an alias with another: the words of its own field. */
  readonly fields: Readonly<Record<number, WordList>>;
}

/** A name without case, spaces and hyphens: equal for all ways to print it that differ in nothing else. */
export function looseName(name: string): string {
  return name.toLowerCase().replace(/[\s\u00ad\u200b-\u200d\u2060\u2010-\u2015\u2212\uff0d-]/g, '');
}
