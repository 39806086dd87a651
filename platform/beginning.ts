import { browser } from './browser';

const KEY = 'begun';

/**
 * Runs `work` once when the extension begins to live in an open browser: installed, updated, or switched on again,
 * of which no event tells. Not when the browser starts, and not each time its worker wakes. Call it in the
 * worker's first turn.
 */
export function onBeginning(work: () => void): void {
  let isBrowserStart = false;
  browser.runtime.onStartup.addListener(() => {
    isBrowserStart = true;
  });
  // Session storage lives exactly as long as the extension is loaded.
  void browser.storage.session.get(KEY).then(async (stored) => {
    if (KEY in stored) return;
    await browser.storage.session.set({ [KEY]: true });
    if (!isBrowserStart) work();
  });
}
