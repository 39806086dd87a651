import { DEFAULT_SETTINGS, type Settings, settingsFrom } from '@/core/settings';
import { browser } from './browser';

const KEY = 'settings';

/** The reader's settings, in the extension's local storage. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return settingsFrom(stored[KEY]);
}

/** Changes some settings and leaves the others, also ones that a newer version wrote. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  const before = stored[KEY];
  const next = { ...DEFAULT_SETTINGS, ...(typeof before === 'object' ? before : {}), ...change };
  await browser.storage.local.set({ [KEY]: next });
  return settingsFrom(next);
}

/** Hears of every change, from whichever document made it. Ends with `signal`. */
export function onSettingsChanged(
  listener: (settings: Settings) => void,
  signal: AbortSignal,
): void {
  const hear = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && KEY in changes) listener(settingsFrom(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(hear);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(hear), {
    once: true,
  });
}
