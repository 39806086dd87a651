import type { StoredAnnotation } from '@/core/annotation/annotation';
import { atLine, type Decoded, type Problem, refuse } from './problem';
import { cleanText, field, isFields, parseJson } from './read';
import { createDigest } from './sha256';
import { storedFrom } from './stored';
import { type FileWriter, writeText } from './writer';

/*
 * Our own backup: JSON Lines, nothing lost. The first line says what follows:
 * `{"format":"downrange-backup","schema":1,"app":"0.1.0","created":"…","counts":{"annotation":2},"sha256":"…"}`;
 * every other line is `{"kind":"annotation","value":{…}}`. The digest is of all lines after the first, each with
 * its line feed, in UTF-8.
 */

/** Raised when a reader of the version before would misunderstand a file. */
const BACKUP_SCHEMA = 1;

const FORMAT = 'downrange-backup';

export interface BackupOptions {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Version of the extension. */
  readonly app: string;
  /** Lines of other kinds, each a JSON object with a `kind`, as `Decoded.others` gives them. */
  readonly others?: readonly string[];
}

/** A line of another kind for `BackupOptions.others`: settings, drafts, aliases. No secrets. */
export function backupLine(kind: string, value: unknown): string {
  return JSON.stringify({ kind, value });
}

/** The whole library, trash included, in the order given. */
export function encodeBackup(records: readonly StoredAnnotation[], options: BackupOptions): string {
  return writeText(createBackupWriter(options), records, 'record');
}

/** Writes a backup some annotations at a time. */
export function createBackupWriter({ now, app, others = [] }: BackupOptions): FileWriter {
  const digest = createDigest();
  const counts = new Map<string, number>([['annotation', 0]]);
  const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    add(records) {
      const lines = records.map((record) => `${backupLine('annotation', record)}\n`);
      for (const _ of lines) count('annotation');
      const part = lines.join('');
      digest.add(part);
      return part;
    },
    end() {
      const tail = others.map((line) => `${line}\n`).join('');
      for (const line of others) count(kindOfLine(line));
      digest.add(tail);
      const header = {
        format: FORMAT,
        schema: BACKUP_SCHEMA,
        app,
        created: now,
        counts: Object.fromEntries(counts),
        sha256: digest.end(),
      };
      return { head: `${JSON.stringify(header)}\n`, tail };
    },
  };
}

function kindOfLine(line: string): string {
  const value = parseJson(line)?.value;
  const kind = isFields(value) ? field(value, 'kind') : null;
  return typeof kind === 'string' ? kind : 'unknown';
}

/**
 * Reads a backup. A file that is cut off, damaged or of a newer schema gives no record at all; a single record that
 * is wrong in a file that is whole gives a problem with its line, and the others are read.
 */
export function decodeBackup(text: string): Decoded {
  const reader = createBackupReader();
  const { records, problems, others = [] } = reader.read(cleanText(text).split('\n'));
  const fault = reader.end();
  return fault === null ? { records, problems, others } : refuse(fault);
}

/** Reads a backup some lines at a time. What it gives counts only if `end` then finds the file whole. */
export interface BackupReader {
  /** The next lines, without line feeds. */
  read(lines: readonly string[]): Decoded;
  /** What is wrong with the file as a whole; null when it is as it was written. */
  end(): Problem | null;
}

/** A reader of one file from its first line on. */
export function createBackupReader(): BackupReader {
  const digest = createDigest();
  let sum: unknown = null;
  let fault: string | null = 'the file is empty. Choose another one.';
  let line = 0;
  // Empty lines count only when something follows: an editor may have put some at the end.
  let empty = 0;
  return {
    read(lines) {
      const found = {
        records: [] as StoredAnnotation[],
        problems: [] as Problem[],
        others: [] as string[],
      };
      for (const text of lines) {
        line++;
        if (line === 1) {
          const header = parseJson(text)?.value;
          fault = headerFault(header);
          sum = isFields(header) ? field(header, 'sha256') : null;
        } else if (text === '') empty++;
        else if (fault === null) {
          digest.add(`${'\n'.repeat(empty)}${text}\n`);
          empty = 0;
          readLine(text, line, found);
        }
      }
      return found;
    },
    end() {
      if (fault !== null) return atLine(1, fault);
      return digest.end() === sum
        ? null
        : atLine(
            1,
            'the file is cut off or was changed after it was written (its checksum differs). Nothing was read; use another copy.',
          );
    },
  };
}

function readLine(
  text: string,
  line: number,
  found: {
    readonly records: StoredAnnotation[];
    readonly problems: Problem[];
    readonly others: string[];
  },
): void {
  if (text.trim() === '') return;
  const value = parseJson(text)?.value;
  if (!isFields(value)) {
    found.problems.push(atLine(line, 'expected a JSON object. Take the line out.'));
  } else if (field(value, 'kind') !== 'annotation') {
    found.others.push(text);
  } else {
    const stored = storedFrom(field(value, 'value'));
    if (typeof stored === 'string')
      found.problems.push(atLine(line, `${stored}. Take the line out.`));
    else found.records.push(stored);
  }
}

function headerFault(header: unknown): string | null {
  if (!isFields(header) || field(header, 'format') !== FORMAT)
    return 'this is no Downrange backup: its first line does not say so. Choose the format that the file has.';
  const schema = field(header, 'schema');
  if (!Number.isSafeInteger(schema) || Number(schema) < 1)
    return 'the first line names no schema version. Use another copy of the file.';
  if (Number(schema) > BACKUP_SCHEMA)
    return `the backup was written by a newer Downrange (schema ${Number(schema)}, this one reads ${BACKUP_SCHEMA}). Update the extension, then import again.`;
  return null;
}
