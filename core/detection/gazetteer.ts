import type { EntityId, EntityKind } from '@/core/knowledge/entity';
import { readEntities } from './gazetteer-entities';
import {
  ALIAS,
  ENTITY_MASK,
  GROUP,
  KIND_SHIFT,
  MEANINGS,
  MEANINGS_MAGIC,
  MEANINGS_WORDS,
} from './gazetteer-format';
import { aligned, type GazetteerNames, openNames, partLength, search } from './gazetteer-names';

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

/** The compiled names with what they mean; nothing is parsed until it is asked for. */
export interface Gazetteer extends GazetteerNames {
  /** The alias that a candidate names. Throws on a number that no candidate carries. */
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

/**
 * Opens compiled names: views over the bytes, which must not change afterwards. Meanings are decoded when first
 * asked for. `meanings` may be left out when `bytes` hold them too. Throws on bytes that `compileGazetteer` did not
 * make.
 */
export function openGazetteer(bytes: Uint8Array, meanings?: Uint8Array): Gazetteer {
  const { names, tables } = openNames(bytes);
  const rest = meanings ?? bytes.subarray(names.length);
  const part = aligned(rest.subarray(0, partLength(rest, MEANINGS_MAGIC)));
  let opened: Meanings | null = null;
  const open = (): Meanings => {
    opened ??= openMeanings(part);
    return opened;
  };
  return {
    names,
    tables,
    alias(index) {
      const attributes = tables.trie[index];
      if (attributes === undefined)
        throw new Error(`expected the alias of a candidate, got ${index}`);
      const { kind, entities } = open().alias(index);
      return {
        entities,
        kind,
        ambiguous: (attributes & ALIAS.ambiguous) !== 0,
        decoy: (attributes & ALIAS.decoy) !== 0,
        short: kind === 'short',
      };
    },
    entity: (id) => open().byId.get(id) ?? null,
    entities: () => open().entities,
  };
}

interface Meanings {
  readonly entities: readonly GazetteerEntity[];
  readonly byId: ReadonlyMap<EntityId, GazetteerEntity>;
  /** Decoys have no entities, and count as names. */
  alias(index: number): { readonly kind: AliasKind; readonly entities: readonly EntityId[] };
}

function openMeanings(bytes: Uint8Array): Meanings {
  const { buffer, byteOffset } = bytes;
  const header = new Uint32Array(buffer, byteOffset, MEANINGS_WORDS);
  const word = (place: number) => header[place] ?? 0;
  const at = (place: number) => byteOffset + word(place);
  const count = word(MEANINGS.aliasCount);
  const indices = new Uint32Array(buffer, at(MEANINGS.aliases), count);
  const means = new Uint16Array(buffer, at(MEANINGS.aliases) + 4 * count, count);
  const groups = new Uint16Array(buffer, at(MEANINGS.groups), word(MEANINGS.groupLength));
  const packed = new Uint8Array(buffer, at(MEANINGS.entities));
  const entities = readEntities(packed, word(MEANINGS.entityCount));
  return {
    entities,
    byId: new Map(entities.map((entity) => [entity.id, entity])),
    alias(index) {
      const place = search(indices, index);
      const meaning = place === null ? null : (means[place] ?? null);
      if (meaning === null) return { kind: 'name', entities: [] };
      const kind = ALIAS_KINDS[meaning >> KIND_SHIFT] ?? 'name';
      const number = meaning & ENTITY_MASK;
      const isGroup = (meaning & GROUP) !== 0;
      const size = groups[number] ?? 0;
      const numbers = isGroup ? [...groups.subarray(number + 1, number + 1 + size)] : [number];
      return { kind, entities: numbers.flatMap((number) => entities[number]?.id ?? []) };
    },
  };
}
