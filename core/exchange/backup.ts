import type { StoredAnnotation } from '@/core/annotation/annotation';
import { atLine, type Decoded, type Problem, refuse } from './problem';
import { cleanText, field, isFields, parseJson } from './read';
import { sha256 } from './sha256';
import { storedFrom } from './stored';

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
export function encodeBackup(
  records: readonly StoredAnnotation[],
  { now, app, others = [] }: BackupOptions,
): string {
  const lines = records.map((record) => backupLine('annotation', record));
  const counts = new Map<string, number>([['annotation', lines.length]]);
  for (const line of others) {
    const kind = kindOfLine(line);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const body = [...lines, ...others].map((line) => `${line}\n`).join('');
  const header = {
    format: FORMAT,
    schema: BACKUP_SCHEMA,
    app,
    created: now,
    counts: Object.fromEntries(counts),
    sha256: sha256(body),
  };
  return `${JSON.stringify(header)}\n${body}`;
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
  const clean = cleanText(text);
  const end = clean.indexOf('\n');
  const header = parseJson(end === -1 ? clean : clean.slice(0, end))?.value;
  const fault = headerFault(header);
  if (fault !== null) return refuse(atLine(1, fault));
  const body = end === -1 ? '' : clean.slice(end + 1);
  // An editor may have taken the last line feed away, or added one.
  const whole = body === '' ? '' : `${body.replace(/\n+$/, '')}\n`;
  const sum = isFields(header) ? field(header, 'sha256') : null;
  if (sha256(whole) !== sum)
    return refuse(
      atLine(
        1,
        'the file is cut off or was changed after it was written (its checksum differs). Nothing was read; use another copy.',
      ),
    );
  return readLines(whole);
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

function readLines(body: string): Decoded {
  const records: StoredAnnotation[] = [];
  const problems: Problem[] = [];
  const others: string[] = [];
  const lines = body === '' ? [] : body.slice(0, -1).split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const value = parseJson(line)?.value;
    if (!isFields(value)) {
      problems.push(atLine(index + 2, 'expected a JSON object. Take the line out.'));
    } else if (field(value, 'kind') !== 'annotation') {
      others.push(line);
    } else {
      const stored = storedFrom(field(value, 'value'));
      if (typeof stored === 'string')
        problems.push(atLine(index + 2, `${stored}. Take the line out.`));
      else records.push(stored);
    }
  }
  return { records, problems, others };
}
