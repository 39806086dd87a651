/** The kinds of thing that the knowledge base describes, in the order in which lists show them. */
export const ENTITY_KINDS = [
  'company',
  'rocket',
  'engine',
  'spacecraft',
  'constellation',
  'site',
  'agency',
  'market',
  'program',
  'person',
] as const;

export type EntityKind = (typeof ENTITY_KINDS)[number];

/** `kind/slug`, for example `rocket/zhuque-3`: the path of the entity's source file; never changes. */
export type EntityId = `${EntityKind}/${string}`;

/** The kind that an id names. Throws on a string that is no entity id (misuse, not input). */
export function kindOf(id: EntityId): EntityKind {
  const kind = id.slice(0, id.indexOf('/'));
  const known = ENTITY_KINDS.find((candidate) => candidate === kind);
  if (known === undefined)
    throw new Error(`expected an entity id such as rocket/zhuque-3, got "${id}"`);
  return known;
}

/** A text in the interface languages. `zh` is Simplified Chinese. */
export interface Localised {
  readonly en: string;
  readonly zh: string;
}

/** The names that a card prints. Absent means that no source shows one. */
export interface Names {
  readonly en: string;
  /** Simplified Chinese. */
  readonly zh?: string;
  /** Traditional Chinese, only where it differs from `zh`. */
  readonly zhHant?: string;
  /** Pinyin of `zh` with tone marks. */
  readonly pinyin?: string;
  readonly ja?: string;
  readonly ko?: string;
  readonly ru?: string;
}
