import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import type { NeverNames } from '@/core/own/own-backup';
import type { OwnFact } from '@/core/own/own-entry';
import type { BackupEntry } from '@/platform/storage/backup-store';

/** What the library's page needs from the browser. */
export interface LibraryServices {
  /** Version of the extension. */
  readonly version: string;
  /** Now, ISO 8601, UTC. */
  readonly now: () => string;
  readonly card: (id: EntityId) => Promise<Card | null>;
  /** What the reader has written down about an entity. */
  readonly ownFacts: (id: EntityId) => Promise<readonly OwnFact[]>;
  /** Opens the place where it is written. */
  readonly editOwn: (id: EntityId) => void;
  /** Gives a file to the reader. */
  readonly save: (file: Blob, name: string) => void;
  /** To the clipboard; answers with what went wrong, null for nothing. */
  readonly copy: (text: string) => Promise<string | null>;
  /** Newest first. */
  readonly listBackups: () => Promise<readonly BackupEntry[]>;
  /** Null when there is none for that day. */
  readonly readBackup: (day: string) => Promise<string | null>;
  /** Bytes that the extension stores; null where the browser does not tell. */
  readonly usedBytes: () => Promise<number | null>;
  /** Makes the rest of the extension agree with what was taken in. */
  readonly afterImport: (never: NeverNames) => Promise<void>;
  /** The id of the note on an entity, made where there is none; null when it cannot be had. */
  readonly noteOn: (id: EntityId) => Promise<string | null>;
}
