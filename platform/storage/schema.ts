import type { DBSchema } from 'idb';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import type { OwnEntry } from '@/core/own/own-entry';

/** Raised with every change of shape; `migrations.ts` has a step for each. */
export const SCHEMA_VERSION = 2;

export const DATABASE_NAME = 'downrange';

/** One page under one identity, with every address at which it was seen. */
export interface PageRecord {
  readonly pageKey: string;
  /** Addresses as the browser showed them, most recent last, at most 20. */
  readonly urls: readonly string[];
  readonly title: string;
  /** Which rule gave the page its identity (`core/annotation/page-key.ts`), shown to readers on demand. */
  readonly rule: string;
  /** ISO 8601, UTC. */
  readonly lastSeen: string;
}

/** One line of the change log, written in the same transaction as the change itself. A later sync reads it. */
export interface ChangeRecord {
  readonly seq?: number;
  readonly id: string;
  readonly revision: number;
  readonly kind: 'put' | 'trash' | 'restore' | 'purge';
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** One line for many annotations that an import wrote: a line for each would be a quarter of its time. */
export interface ImportRecord {
  readonly seq?: number;
  readonly kind: 'import';
  readonly written: readonly Pick<ChangeRecord, 'id' | 'revision'>[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What is being typed and not yet saved. */
export interface Draft {
  /** The annotation's id. */
  readonly key: string;
  readonly text: string;
  readonly tags: readonly string[];
  /** The revision that the typing is based on; 0 for a new note. */
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Set while the annotation itself is not stored: what the first save will store. */
  readonly unsaved?: UnsavedNote;
}

/** A note on a page or an entity that was opened and never saved. Revision 0. */
export interface UnsavedNote {
  readonly annotation: StoredAnnotation;
  /** Null for a note on an entity, which belongs to no page. */
  readonly page: PageRecord | null;
}

export interface Schema extends DBSchema {
  annotations: {
    key: string;
    value: StoredAnnotation & {
      /** Copies for the indexes: IndexedDB cannot look into bodies. Never read back. */
      readonly index: {
        readonly entities: readonly string[];
        readonly tags: readonly string[];
        readonly modified: string;
      };
    };
    indexes: { page: string; entity: string; tag: string; modified: string; deleted: string };
  };
  pages: { key: string; value: PageRecord };
  changes: { key: number; value: ChangeRecord | ImportRecord };
  drafts: { key: string; value: Draft };
  own: { key: string; value: OwnEntry };
}
