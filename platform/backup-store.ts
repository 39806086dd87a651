import { browser } from './browser';

/*
 * Automatic backups outside the database: should the database be lost or damaged, what a reader wrote is
 * still here. One a day, the last seven, in the extension's local storage.
 */

const PREFIX = 'backup:';
/** Backups kept; the oldest goes first. */
const KEPT_BACKUPS = 7;

export interface BackupEntry {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Length of its text in UTF-16 code units. */
  readonly size: number;
}

/** Keeps a backup as that day's, replacing an earlier one of the day, and drops all but the last seven. */
export async function keepBackup(day: string, text: string): Promise<void> {
  await browser.storage.local.set({ [PREFIX + day]: text });
  const days = (await listBackups()).map((entry) => entry.day);
  await browser.storage.local.remove(days.slice(KEPT_BACKUPS).map((old) => PREFIX + old));
}

/** Newest first. */
export async function listBackups(): Promise<readonly BackupEntry[]> {
  const all = await browser.storage.local.get(null);
  return Object.entries(all)
    .filter(
      (entry): entry is [string, string] =>
        entry[0].startsWith(PREFIX) && typeof entry[1] === 'string',
    )
    .map(([key, text]) => ({ day: key.slice(PREFIX.length), size: text.length }))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** The text of a backup; null when there is none for that day. */
export async function readBackup(day: string): Promise<string | null> {
  const stored = await browser.storage.local.get(PREFIX + day);
  const text = stored[PREFIX + day];
  return typeof text === 'string' ? text : null;
}
