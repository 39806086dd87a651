import { browser } from '@/platform/browser';

/** Puts the reader into one frame. Does nothing harmful when it is already there: it checks for itself. */
export async function injectReader(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await Promise.all([
    browser.scripting.insertCSS({ target, files: ['assets/marks.css'], origin: 'AUTHOR' }),
    browser.scripting.executeScript({ target, files: ['reader.js'] }),
  ]);
}

/**
 * Puts the scout into pages that were open before the extension was installed or updated, where the browser
 * has not done so itself. Pages that forbid it (the stores, the browser's own) are passed over.
 */
export async function injectScoutEverywhere(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] });
  await Promise.allSettled(
    tabs.map((tab) =>
      tab.id === undefined || tab.discarded === true
        ? null
        : browser.scripting.executeScript({
            target: { tabId: tab.id, allFrames: true },
            files: ['scout.js'],
          }),
    ),
  );
}
