import type { EntityId, EntityKind } from '@/core/knowledge/entity';
import type { EntitySource, PublishedSource } from '../schema/entity';
import type { Property } from '../schema/property-table';
import type { Untrusted } from '../schema/untrusted';
import type { SharedSources, Terms, Units } from '../schema/vocabulary';
import type { LaunchLog } from './launch-log';
import type { Passage } from './passages';
import type { Problem } from './problem';
import type { YamlPath } from './yaml-file';

/** An entity's file, read and of the right shape. */
export interface LoadedEntity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  /** Path of its file from the root of the knowledge base. */
  readonly file: string;
  readonly value: EntitySource;
  /** The line of a value in the file, from 1. */
  lineOf(path: YamlPath): number;
}

/** Everything that the folder says, before any rule has judged it. */
export interface Knowledge {
  /** Sorted by id. Files that do not have the schema's shape are missing here, not in `ids`. */
  readonly entities: readonly LoadedEntity[];
  readonly byId: ReadonlyMap<EntityId, LoadedEntity>;
  /** An id for every file there is, so that one bad file does not break references to it. */
  readonly ids: ReadonlySet<EntityId>;
  /** In the order of cards. */
  readonly properties: ReadonlyMap<string, Property>;
  readonly units: Units;
  readonly terms: Terms;
  readonly sharedSources: SharedSources;
  readonly untrusted: Untrusted;
  readonly redirects: ReadonlyMap<EntityId, { readonly to: EntityId; readonly line: number }>;
  readonly launches: LaunchLog;
  readonly passages: readonly Passage[];
}

/** A rule about the knowledge base: one kind of fault, one file in `rules/`. */
export interface Rule {
  /** The name that problems carry. */
  readonly name: string;
  /** What it demands, and what to do about a problem: one line of the README. */
  readonly description: string;
  check(knowledge: Knowledge): readonly Problem[];
}

/** A source that the entity may cite by `key`: its own, or a shared one; undefined when neither. */
export function findSource(
  knowledge: Knowledge,
  entity: LoadedEntity,
  key: string,
): PublishedSource | undefined {
  return entity.value.sources?.[key] ?? knowledge.sharedSources[key];
}

/** A problem of an entity's file, at a value. */
export function problemAt(
  entity: LoadedEntity,
  path: YamlPath,
  rule: string,
  message: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { file: entity.file, line: entity.lineOf(path), rule, message, severity };
}
