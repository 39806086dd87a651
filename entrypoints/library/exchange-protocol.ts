import type {
  ConflictAnswers,
  ImportOutcome,
  ImportPreview,
  Stage,
} from '@/components/library/exchange-view';
import type { FormatId } from '@/core/exchange/formats';
import type { NeverNames } from '@/core/own/own-backup';
import type { Arranged } from '@/core/search/library-index';

/*
 * What the library's page and its worker say to each other. Reading, comparing, encoding and storing a hundred
 * thousand records take seconds: they happen in the worker, so that the page never stands still, and stopping them
 * is ending the worker.
 */

export type Job =
  | {
      readonly do: 'export';
      /** What to write, in the groups that the format wants. */
      readonly what: Arranged;
      readonly format: FormatId;
      readonly now: string;
      /** Version of the extension. */
      readonly app: string;
      /** Names of entities by id, in the reader's language. */
      readonly names: Readonly<Record<string, string>>;
      /** Names never to be marked, for a backup of everything; null for any other file. */
      readonly never: NeverNames | null;
    }
  | {
      readonly do: 'read';
      readonly content: Blob;
      readonly name: string;
      /** Null to find out from the file. */
      readonly format: FormatId | null;
      readonly now: string;
    }
  | { readonly do: 'apply'; readonly answers: ConflictAnswers; readonly now: string }
  /** Takes back the own names and facts that the last import brought; annotations go to the trash by the page. */
  | { readonly do: 'undo' };

export type Report =
  /** `share` of the stage that is done, 0…1; null where nobody knows. */
  | { readonly said: 'stage'; readonly stage: Stage; readonly share: number | null }
  | { readonly said: 'exported'; readonly name: string; readonly file: Blob }
  | { readonly said: 'preview'; readonly format: FormatId; readonly preview: ImportPreview }
  | {
      readonly said: 'applied';
      readonly outcome: ImportOutcome;
      /** Ids of what was not here before. */
      readonly added: readonly string[];
      /** Names that the file says are never to be marked. */
      readonly never: NeverNames;
    }
  | { readonly said: 'undone' }
  | { readonly said: 'failed'; readonly message: string };
