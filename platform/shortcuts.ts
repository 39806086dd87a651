import { browser } from './browser';

/** A command of ours with the keys that the browser has for it; empty where it has none. */
export interface Shortcut {
  readonly command: string;
  readonly description: string;
  readonly keys: string;
}

/** The commands of the manifest, as the reader's browser has them now. */
export async function readShortcuts(): Promise<readonly Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands
    .filter(({ description = '' }) => description !== '')
    .map(({ name = '', description = '', shortcut = '' }) => ({
      command: name,
      description,
      keys: shortcut,
    }));
}

/** Opens the browser's own page of shortcuts. */
export async function openShortcutSettings(): Promise<void> {
  // Firefox has a method that the polyfill's types do not know yet; Chromium an address.
  const { commands } = browser as unknown as {
    readonly commands: { openShortcutSettings?: () => Promise<void> };
  };
  if (commands.openShortcutSettings !== undefined) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
