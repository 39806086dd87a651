import type { EntityId, EntityKind } from '@/core/knowledge/entity';
import { readEntities } from './gazetteer-entities';
import { ALIAS, GROUP, HEADER, HEADER_WORDS, MAGIC } from './gazetteer-format';

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
  /** What the matcher reads. */
  readonly tables: GazetteerTables;
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
 * Opens compiled names: views over the bytes, which must not change afterwards. Nothing is parsed; entities
 * are decoded when first asked for. Throws on bytes that `compileGazetteer` did not make.
 */
export function openGazetteer(bytes: Uint8Array): Gazetteer {
  // Views of 32 bits need an aligned start; bytes cut out of a larger buffer may not have one.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const header = readHeader(buffer, byteOffset, bytes.byteLength);
  const word = (place: number) => header[place] ?? 0;
  const at = (place: number) => byteOffset + word(place);
  const shorts = (start: number, length: number) => new Uint16Array(buffer, start, length);
  const source = (start: number, length: number) => ascii(new Uint8Array(buffer, start, length));
  const firstCount = word(HEADER.firstCount);
  const foldCount = word(HEADER.foldCount);
  const trie = new Uint8Array(buffer, at(HEADER.trie), word(HEADER.trieLength));
  const groups = shorts(at(HEADER.groups), word(HEADER.groupLength));
  let entities: readonly GazetteerEntity[] | null = null;
  let byId: ReadonlyMap<EntityId, GazetteerEntity> | null = null;
  const decode = () => {
    entities ??= readEntities(
      new Uint8Array(buffer, at(HEADER.entities)),
      word(HEADER.entityCount),
    );
    return entities;
  };
  return {
    tables: {
      trie,
      firstSymbols: shorts(at(HEADER.firsts), firstCount),
      firstNodes: new Uint32Array(buffer, aligned(at(HEADER.firsts) + 2 * firstCount), firstCount),
      foldFrom: shorts(at(HEADER.folds), foldCount),
      foldTo: shorts(at(HEADER.folds) + 2 * foldCount, foldCount),
      windows: new Int32Array(buffer, at(HEADER.windows), 2 ** word(HEADER.windowBits) / 32),
      windowBits: word(HEADER.windowBits),
      pairs: new Int32Array(buffer, at(HEADER.pairs), 2 ** word(HEADER.pairBits) / 32),
      pairBits: word(HEADER.pairBits),
      finder: source(at(HEADER.finder), word(HEADER.finderLength)),
      smallStarts: () => source(at(HEADER.smallStarts), word(HEADER.smallStartsLength)),
    },
    alias(index) {
      if (!(index >= 0 && index + 3 <= trie.length))
        throw new Error(`expected the alias of a candidate, got ${index}`);
      const attributes = readAttributes(trie, index);
      const kind = ALIAS_KINDS[(attributes >> ALIAS.kindShift) & 7] ?? 'name';
      const decoy = (attributes & ALIAS.decoy) !== 0;
      const numbers = decoy ? [] : sharing(groups, attributes & ALIAS.entity);
      return {
        get entities() {
          return numbers.flatMap((number) => decode()[number]?.id ?? []);
        },
        kind,
        ambiguous: (attributes & ALIAS.ambiguous) !== 0,
        decoy,
        short: kind === 'short',
      };
    },
    entity(id) {
      byId ??= new Map(decode().map((entity) => [entity.id, entity]));
      return byId.get(id) ?? null;
    },
    entities: decode,
  };
}

function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The attributes of the alias at a place in the trie: bits of `ALIAS`. */
export function readAttributes(trie: Uint8Array, index: number): number {
  return (trie[index] ?? 0) | ((trie[index + 1] ?? 0) << 8) | ((trie[index + 2] ?? 0) << 16);
}

function sharing(groups: Uint16Array, entity: number): readonly number[] {
  if (entity < GROUP) return [entity];
  const place = entity - GROUP;
  return [...groups.subarray(place + 1, place + 1 + (groups[place] ?? 0))];
}

function aligned(offset: number): number {
  return (offset + 3) & ~3;
}

/** Sections that lie outside of the bytes would make views throw with a message of their own; this one tells the cause. */
function readHeader(buffer: ArrayBufferLike, byteOffset: number, byteLength: number): Uint32Array {
  const isLongEnough = byteLength >= 4 * HEADER_WORDS;
  const header = new Uint32Array(buffer, byteOffset, isLongEnough ? HEADER_WORDS : 0);
  if (header[HEADER.magic] !== MAGIC || header[HEADER.byteLength] !== byteLength)
    throw new Error(
      `expected a gazetteer of format ${MAGIC.toString(16)}, got ${byteLength} bytes that begin with ${header[0]?.toString(16)}`,
    );
  return header;
}
