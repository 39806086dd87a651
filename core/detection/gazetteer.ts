import type { EntityId, EntityKind } from '@/core/knowledge/entity';

/** What an alias is to its entity, in the words of `knowledge/README.md`, in the order of the codes in the bytes. */
export const ALIAS_KINDS = [
  'name',
  'short',
  'former',
  'acronym',
  'localised',
  'legal',
  'translation',
  'ticker',
] as const;

export type AliasKind = (typeof ALIAS_KINDS)[number];

/** One surface string of the gazetteer and what it may mean. */
export interface Alias {
  /** Entities that share the string, in the order of the knowledge base; empty for a decoy. */
  readonly entities: readonly EntityId[];
  readonly kind: AliasKind;
  /** The string alone is not enough: it also means something else, or it names several entities of ours. */
  readonly ambiguous: boolean;
  /** A longer other name (`Virgin Atlantic`): never a mention, but evidence against names near by. */
  readonly decoy: boolean;
  /** A short form (`星网`, `长十二`) that press uses once the full name has been said. */
  readonly short: boolean;
}

/** What the gazetteer itself knows of an entity; everything else is in its card. */
export interface GazetteerEntity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  /** The usual English name. */
  readonly name: string;
}

/** The compiled names: views over the bytes as they lie; nothing is parsed until it is asked for. */
export interface Gazetteer {
  /** The alias that a candidate names. Throws on a number that no candidate of this gazetteer carries. */
  alias(index: number): Alias;
  /** The entity with this id, or `null`. */
  entity(id: EntityId): GazetteerEntity | null;
  /** Every entity, in the order of the knowledge base. */
  entities(): readonly GazetteerEntity[];
}

/** An entity with its names, as the compiler takes them. */
export interface NamedEntity extends GazetteerEntity {
  readonly aliases: readonly {
    readonly text: string;
    readonly kind: AliasKind;
    readonly lang?: string;
    /** What else the string means; absent when it is unambiguous. */
    readonly ambiguity?: string;
  }[];
}

/** The simple form's content; goes with it. */
export interface SimpleGazetteer extends Gazetteer {
  readonly list: readonly { readonly text: string; readonly alias: Alias }[];
}

/** Opens compiled names. Throws on bytes that `compileGazetteer` did not make. */
export function openGazetteer(bytes: Uint8Array): SimpleGazetteer {
  let json = '';
  for (let at = 0; at < bytes.length; at += 2)
    json += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  const data: { entities: GazetteerEntity[]; list: { text: string; alias: Alias }[] } =
    JSON.parse(json);
  const byId = new Map(data.entities.map((entity) => [entity.id, entity]));
  return {
    list: data.list,
    alias(index) {
      const entry = data.list[index];
      if (entry === undefined) throw new Error(`expected an alias of the gazetteer, got ${index}`);
      return entry.alias;
    },
    entity: (id) => byId.get(id) ?? null,
    entities: () => data.entities,
  };
}
