import { backupLine } from '@/core/exchange/backup';
import { atPath, type Problem } from '@/core/exchange/problem';
import type { Settings } from '@/core/settings';
import { decodeOwn } from './own-decode';
import type { OwnEntry } from './own-entry';

/** Names that are never to be marked: anywhere, and by host. */
export type NeverNames = Pick<Settings, 'neverMark' | 'neverMarkOn'>;

/** What a backup holds beside annotations. */
export interface OwnBackup {
  readonly entries: readonly OwnEntry[];
  readonly never: NeverNames;
  readonly problems: readonly Problem[];
}

const OWN = 'own';
const NEVER = 'never';

/** The lines of a backup that carry what the reader knows, beside annotations. */
export function toBackupLines(entries: readonly OwnEntry[], never: NeverNames): readonly string[] {
  const { neverMark, neverMarkOn } = never;
  const hasNever = neverMark.length + Object.keys(neverMarkOn).length > 0;
  return [
    ...entries.map((entry) => backupLine(OWN, entry)),
    ...(hasNever ? [backupLine(NEVER, { neverMark, neverMarkOn })] : []),
  ];
}

/** Reads them again from the lines that are no annotations; lines of other kinds are passed over. */
export function fromBackupLines(lines: readonly string[]): OwnBackup {
  const entries: OwnEntry[] = [];
  const problems: Problem[] = [];
  let never: NeverNames = { neverMark: [], neverMarkOn: {} };
  for (const line of lines) {
    const { kind, value } = parse(line);
    if (kind === NEVER) never = joinNever(never, decodeNever(value));
    if (kind !== OWN) continue;
    const entry = decodeOwn(value);
    if (entry.ok) entries.push(entry.value);
    else problems.push(atPath('own', `${entry.error}. Take the line out.`));
  }
  return { entries, never, problems };
}

/** Both lists as one. */
export function joinNever(one: NeverNames, other: NeverNames): NeverNames {
  const hosts = new Set([...Object.keys(one.neverMarkOn), ...Object.keys(other.neverMarkOn)]);
  const join = (...lists: (readonly string[] | undefined)[]) => [
    ...new Set(lists.flatMap((list) => list ?? [])),
  ];
  return {
    neverMark: join(one.neverMark, other.neverMark),
    neverMarkOn: Object.fromEntries(
      [...hosts].map((host) => [host, join(one.neverMarkOn[host], other.neverMarkOn[host])]),
    ),
  };
}

function decodeNever(value: unknown): NeverNames {
  const { neverMark, neverMarkOn } = fields(value);
  const onSites = Object.entries(fields(neverMarkOn)).filter((entry) => isTexts(entry[1]));
  return {
    neverMark: isTexts(neverMark) ? neverMark : [],
    neverMarkOn: Object.fromEntries(onSites) as Record<string, string[]>, // Checked just above.
  };
}

function parse(line: string): Record<string, unknown> {
  try {
    return fields(JSON.parse(line));
  } catch {
    // The backup's own reader has told of it.
    return {};
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
