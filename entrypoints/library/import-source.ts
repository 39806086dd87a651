import type { StoredAnnotation } from '@/core/annotation/annotation';
import { createBackupReader } from '@/core/exchange/backup';
import { decodeAny, decodeFile, guessFormat, textOfBytes } from '@/core/exchange/decode';
import type { FormatId } from '@/core/exchange/formats';
import { type ByteSource, linesOf } from '@/core/exchange/lines';
import type { Problem } from '@/core/exchange/problem';

/** Some of a file's records, and how far in the file they end. */
export interface SomeRecords {
  readonly records: readonly StoredAnnotation[];
  readonly problems: readonly Problem[];
  /** Lines of a backup that are no annotations. */
  readonly others: readonly string[];
  /** Share of the file that has been read, 0…1. */
  readonly share: number;
}

/**
 * The records of a file. A backup is read anew each time, a megabyte at a time, so that it may be larger than memory;
 * files of other formats are read once and held.
 */
export interface ImportSource {
  readonly format: FormatId;
  /** From the first record on. What it gives counts only if it ends with null, not with a fault of the whole file. */
  read(): Generator<SomeRecords, Problem | null>;
}

/** Records compared and stored at a time. */
const SOME = 1000;

interface Context {
  readonly now: string;
  /** What is stored under ids: edits of Markdown apply to it. */
  readonly stored: (ids: readonly string[]) => Promise<readonly StoredAnnotation[]>;
}

/** Finds out how a file is to be read. `wanted` is null to tell the format by the file. */
export async function createImportSource(
  bytes: ByteSource,
  name: string,
  wanted: FormatId | null,
  context: Context,
): Promise<ImportSource> {
  if (wanted === null || wanted === 'backup') {
    const first = new TextDecoder('latin1').decode(bytes.slice(0, 1024));
    // A backup that an editor has saved as UTF-16 is read whole, like all else.
    const isUtf16 = /^(?:\xff\xfe|\xfe\xff)/.test(first);
    if (!isUtf16 && (wanted === 'backup' || guessFormat(first) === 'backup'))
      return { format: 'backup', read: () => readBackup(bytes) };
  }
  const all = bytes.slice(0, bytes.size);
  const text = textOfBytes(all);
  const format = wanted ?? formatOf(text, name);
  const local = format === 'markdown' && text !== null ? await context.stored(idsIn(text)) : [];
  const decoding = { now: context.now, local };
  const {
    records,
    problems,
    others = [],
  } = text === null ? decodeFile(format, all, decoding) : decodeAny(format, text, decoding);
  return { format, read: () => readHeld(records, problems, others) };
}

function* readBackup(bytes: ByteSource): Generator<SomeRecords, Problem | null> {
  const reader = createBackupReader();
  for (const { lines, share } of linesOf(bytes)) {
    const { records, problems, others = [] } = reader.read(lines);
    yield { records, problems, others, share };
  }
  return reader.end();
}

function* readHeld(
  records: readonly StoredAnnotation[],
  problems: readonly Problem[],
  others: readonly string[],
): Generator<SomeRecords, null> {
  yield { records: [], problems, others, share: 0 };
  for (let at = 0; at < records.length; at += SOME) {
    const end = Math.min(records.length, at + SOME);
    yield {
      records: records.slice(at, end),
      problems: [],
      others: [],
      share: end / records.length,
    };
  }
  return null;
}

/** What a file looks like; by its name where its content does not tell. */
function formatOf(text: string | null, name: string): FormatId {
  const guess = text === null ? null : guessFormat(text);
  if (guess !== null) return guess;
  if (/\.(?:md|markdown|zip)$/i.test(name)) return 'markdown';
  if (/\.(?:csv|tsv)$/i.test(name)) return 'csv';
  return /\.json(?:ld)?$/i.test(name) ? 'web-annotation' : 'backup';
}

/** Ids of the blocks of our Markdown. */
function idsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/^<!-- downrange (urn:uuid:\S+) /gm), ([, id = '']) => id);
}
