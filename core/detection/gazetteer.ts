import type { EntityId, EntityKind } from '@/core/knowledge/entity';
import { readEntities } from './gazetteer-entities';
import {
  ALIAS,
  ENTITY_MASK,
  GROUP,
  HEADER,
  HEADER_WORDS,
  KIND_SHIFT,
  MAGIC,
  MEANINGS,
  MEANINGS_MAGIC,
  MEANINGS_WORDS,
} from './gazetteer-format';

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
  /** The alias that a candidate names. Throws on a number that no candidate carries, and when the meanings are not there. */
  alias(index: number): Alias;
  /** The entity with this id, or `null`. */
  entity(id: EntityId): GazetteerEntity | null;
  /** Every entity, in the order of the knowledge base. */
  entities(): readonly GazetteerEntity[];
  /** What the matcher reads. */
  readonly tables: GazetteerTables;
  /** The bytes of the names alone, to open them again with their meanings. */
  readonly names: Uint8Array;
}

/** The gazetteer's tables as the matcher reads them; see `gazetteer-format.ts`. */
export interface GazetteerTables {
  readonly trie: Uint8Array;
  readonly firstSymbols: Uint16Array;
  readonly firstNodes: Uint32Array;
  readonly foldFrom: Uint16Array;
  readonly foldTo: Uint16Array;
  readonly windows: Int32Array;
  readonly windowBits: number;
  readonly pairs: Int32Array;
  readonly pairBits: number;
  /** Source of the regular expression that matches one character where a name may begin. */
  readonly finder: string;
  /** The same for the beginnings of names without a capital; empty when there are none. Decoded at each call. */
  readonly smallStarts: () => string;
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
 * Opens compiled names: views over the bytes, which must not change afterwards. Nothing is parsed; meanings are
 * decoded when first asked for. `meanings` may be left out when `bytes` hold them too, or when only the matcher is
 * wanted. Throws on bytes that `compileGazetteer` did not make.
 */
export function openGazetteer(bytes: Uint8Array, meanings?: Uint8Array): Gazetteer {
  const length = partLength(bytes, MAGIC);
  const names = aligned(bytes.subarray(0, length));
  const rest = meanings ?? bytes.subarray(length);
  let opened: Meanings | null = null;
  const open = (): Meanings => {
    if (rest.length === 0)
      throw new Error('expected a gazetteer with its meanings, got one with the names alone');
    opened ??= openMeanings(aligned(rest.subarray(0, partLength(rest, MEANINGS_MAGIC))));
    return opened;
  };
  const tables = openTables(names);
  return {
    names,
    tables,
    alias(index) {
      const attributes = tables.trie[index];
      if (attributes === undefined)
        throw new Error(`expected the alias of a candidate, got ${index}`);
      const { kind, numbers, ids } = open().alias(index);
      return {
        entities: numbers.flatMap((number) => ids[number] ?? []),
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

/** Takes compiled bytes apart: what every page gets, and what is needed once a name has been found. */
export function splitGazetteer(bytes: Uint8Array): {
  readonly names: Uint8Array;
  readonly meanings: Uint8Array;
} {
  const length = partLength(bytes, MAGIC);
  return { names: bytes.slice(0, length), meanings: bytes.slice(length) };
}

function openTables(bytes: Uint8Array): GazetteerTables {
  const { buffer, byteOffset } = bytes;
  const header = new Uint32Array(buffer, byteOffset, HEADER_WORDS);
  const word = (place: number) => header[place] ?? 0;
  const at = (place: number) => byteOffset + word(place);
  const source = (place: number, length: number) => ascii(new Uint8Array(buffer, place, length));
  const firstCount = word(HEADER.firstCount);
  const foldCount = word(HEADER.foldCount);
  const firsts = at(HEADER.firsts);
  const folds = at(HEADER.folds);
  return {
    trie: new Uint8Array(buffer, at(HEADER.trie), word(HEADER.trieLength)),
    firstSymbols: new Uint16Array(buffer, firsts, firstCount),
    firstNodes: new Uint32Array(buffer, (firsts + 2 * firstCount + 3) & ~3, firstCount),
    foldFrom: new Uint16Array(buffer, folds, foldCount),
    foldTo: new Uint16Array(buffer, folds + 2 * foldCount, foldCount),
    windows: new Int32Array(buffer, at(HEADER.windows), 2 ** word(HEADER.windowBits) / 32),
    windowBits: word(HEADER.windowBits),
    pairs: new Int32Array(buffer, at(HEADER.pairs), 2 ** word(HEADER.pairBits) / 32),
    pairBits: word(HEADER.pairBits),
    finder: source(at(HEADER.finder), word(HEADER.finderLength)),
    smallStarts: () => source(at(HEADER.smallStarts), word(HEADER.smallStartsLength)),
  };
}

interface Meanings {
  readonly entities: readonly GazetteerEntity[];
  readonly ids: readonly EntityId[];
  readonly byId: ReadonlyMap<EntityId, GazetteerEntity>;
  /** Decoys have no entities, and count as names. */
  alias(index: number): {
    readonly kind: AliasKind;
    readonly numbers: readonly number[];
    readonly ids: readonly EntityId[];
  };
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
  const ids = entities.map(({ id }) => id);
  return {
    entities,
    ids,
    byId: new Map(entities.map((entity) => [entity.id, entity])),
    alias(index) {
      const place = search(indices, index);
      const meaning = place === null ? null : (means[place] ?? null);
      if (meaning === null) return { kind: 'name', numbers: [], ids };
      const kind = ALIAS_KINDS[meaning >> KIND_SHIFT] ?? 'name';
      const number = meaning & ENTITY_MASK;
      const isGroup = (meaning & GROUP) !== 0;
      const size = groups[number] ?? 0;
      const numbers = isGroup ? [...groups.subarray(number + 1, number + 1 + size)] : [number];
      return { kind, numbers, ids };
    },
  };
}

/** The place of a value in an ascending table, or `null`. */
export function search(sorted: Uint16Array | Uint32Array, value: number): number | null {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value ? low : null;
}

function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Views of 32 bits need an aligned start; bytes cut out of a larger buffer may not have one. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
}

/** The length of the part that begins the bytes. Views over bytes cut short would throw with a message that tells nothing. */
function partLength(bytes: Uint8Array, magic: number): number {
  const word = (place: number) =>
    ((bytes[place] ?? 0) |
      ((bytes[place + 1] ?? 0) << 8) |
      ((bytes[place + 2] ?? 0) << 16) |
      ((bytes[place + 3] ?? 0) << 24)) >>>
    0;
  const length = word(4);
  if (word(0) !== magic || length > bytes.length || length % 4 !== 0 || length < 4 * MEANINGS_WORDS)
    throw new Error(
      `expected part ${magic.toString(16)} of a gazetteer, got ${bytes.length} bytes that begin with ${word(0).toString(16)}`,
    );
  return length;
}
