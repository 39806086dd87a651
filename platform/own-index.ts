import { decodeOwnIndex } from '@/core/own/own-decode';
import { type OwnEntry, type OwnIndex, ownIndexOf } from '@/core/own/own-entry';
import { browser } from './browser';

/*
 * The names of the reader's own, in the extension's local storage, where a content script finds them without
 * waking the background. Made from the database with every change; there is no key at all while there is none.
 */

const KEY = 'own';

/** What content scripts know of the reader's entries. */
export async function readOwnIndex(): Promise<OwnIndex> {
  const stored = await browser.storage.local.get(KEY);
  return decodeOwnIndex(stored[KEY]);
}

/** Makes the index say what the entries say. */
export async function writeOwnIndex(entries: readonly OwnEntry[]): Promise<void> {
  if (entries.length === 0) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: ownIndexOf(entries) });
}

/** Hears of every change, from whichever document made it. Ends with `signal`. */
export function onOwnIndexChanged(listener: (index: OwnIndex) => void, signal: AbortSignal): void {
  const hear = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && KEY in changes) listener(decodeOwnIndex(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(hear);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(hear), {
    once: true,
  });
}
