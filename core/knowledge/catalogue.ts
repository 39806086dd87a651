import type { PartialDate } from './card';
import type { EntityId, EntityKind, Names } from './entity';

/** One line of `cards/index.json`: enough to list, search and link every entity without its card. */
export interface CatalogueEntry {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly names: Names;
}

/** What is shipped, from `cards/manifest.json` and in short the module `#knowledge`. */
export interface KnowledgeManifest {
  /** Hash of everything compiled: equal content has an equal version, on every machine. */
  readonly version: string;
  /** The newest date that any fact is for: the date of the knowledge base. */
  readonly date: PartialDate;
  readonly counts: {
    readonly entities: number;
    readonly byKind: Readonly<Record<EntityKind, number>>;
    /** Computed ones included. */
    readonly claims: number;
    /** Different addresses that claims and events cite. */
    readonly sources: number;
    readonly launches: number;
  };
}
