import type { StoredAnnotation } from '@/core/annotation/annotation';
import type { BulkEdit } from '@/core/annotation/bulk-edit';
import type { Grouping } from '@/core/exchange/writer';
import type { FacetCounts } from '@/core/search/facets';
import type { Arranged, Wanted } from '@/core/search/library-index';

/*
 * What the library's page and the worker that holds its index say to each other. The page knows annotations by
 * their ordinals and holds only those that it shows: a hundred thousand would fill it.
 */

/** What can be asked, by name: what is given, and what comes back. */
export interface IndexRequests {
  readonly find: {
    /** `rows`: how many of the first annotations come along. */
    readonly ask: { readonly wanted: Wanted; readonly rows: number };
    readonly answer: {
      readonly ordinals: Uint32Array<ArrayBuffer>;
      readonly facets: FacetCounts;
      readonly rows: readonly Row[];
    };
  };
  readonly rows: { readonly ask: Uint32Array; readonly answer: readonly Row[] };
  readonly ids: { readonly ask: Uint32Array; readonly answer: readonly string[] };
  readonly arrange: {
    readonly ask: { readonly what: Part; readonly by: Grouping };
    readonly answer: Arranged;
  };
  /** Every address at which something is kept. */
  readonly addresses: { readonly ask: null; readonly answer: readonly string[] };
  /** Takes in what was changed elsewhere. */
  readonly catchUp: { readonly ask: null; readonly answer: null };
  /** To the trash (`at` set) or back. Answers with what went wrong. */
  readonly trash: {
    readonly ask: {
      readonly ids: readonly string[];
      readonly at: string | null;
      readonly now: string;
    };
    readonly answer: Failure | null;
  };
  /** Answers with how many were changed. */
  readonly edit: {
    readonly ask: {
      readonly ids: readonly string[];
      readonly edit: BulkEdit;
      readonly now: string;
    };
    readonly answer: Failure | { readonly changed: number };
  };
  /** Takes the last edit back. */
  readonly undoEdit: { readonly ask: { readonly now: string }; readonly answer: Failure | null };
}

/** A part of the library: ordinals, ids, all but the trash, or everything. */
export type Part = Uint32Array | readonly string[] | 'all' | 'everything';

export interface Failure {
  readonly message: string;
}

export interface Row {
  readonly ordinal: number;
  readonly stored: StoredAnnotation;
}

export type IndexRequestName = keyof IndexRequests;

/** From the page. The first message is the names of all entities, by id. */
export type ToIndex =
  | { readonly names: Readonly<Record<string, readonly string[]>> }
  | {
      readonly [Name in IndexRequestName]: {
        readonly number: number;
        readonly name: Name;
        readonly ask: IndexRequests[Name]['ask'];
      };
    }[IndexRequestName];

/** Where the index stands. */
export type IndexState =
  /** `rows` are the newest, to look at meanwhile. */
  | {
      readonly phase: 'reading';
      readonly done: number;
      readonly count: number;
      readonly rows: readonly StoredAnnotation[];
    }
  | {
      readonly phase: 'ready';
      readonly live: number;
      readonly bin: number;
      /** Records that could not be read; they stay as they are. */
      readonly damaged: number;
    }
  | { readonly phase: 'failed'; readonly message: string };

export type FromIndex =
  | { readonly said: 'state'; readonly state: IndexState }
  | { readonly said: 'answer'; readonly number: number; readonly answer: unknown }
  /** The request could not be met, by a fault of ours or the browser's. */
  | { readonly said: 'fault'; readonly number: number; readonly message: string };
