import { DEFAULT_SETTINGS, type Settings, settingsFrom } from '@/core/settings';
import { browser } from './browser';

const KEY = 'settings';

/** The reader's settings, in the extension's local storage. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return settingsFrom(stored[KEY]);
}

/** What changes: the new values, or how they follow from what is stored by then. */
export type SettingsChange = Partial<Settings> | ((now: Settings) => Partial<Settings>);

/**
 * Changes some settings and leaves the others, also ones that a newer version wrote. One change after the other,
 * whichever documents make them: two quick ones must not each build on what was before both.
 */
export function changeSettings(change: SettingsChange): Promise<Settings> {
  return navigator.locks.request('settings', async () => {
    const stored = await browser.storage.local.get(KEY);
    const before = stored[KEY];
    const changed = typeof change === 'function' ? change(settingsFrom(before)) : change;
    const next = { ...DEFAULT_SETTINGS, ...(typeof before === 'object' ? before : {}), ...changed };
    await browser.storage.local.set({ [KEY]: next });
    return settingsFrom(next);
  });
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
