import { browser } from '@/platform/browser';
import type { ReaderCommand } from '@/platform/messaging/contract';

/** Puts the reader into one frame. Does nothing harmful when it is already there: it checks for itself. */
export async function injectReader(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await Promise.all([
    browser.scripting.insertCSS({ target, files: ['assets/marks.css'], origin: 'AUTHOR' }),
    browser.scripting.executeScript({ target, files: ['reader.js'] }),
  ]);
}

/** Puts into one frame what tells names from words that only begin like them. */
export async function injectSecondLook(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: ['second-look.js'] });
}

/** Puts into one frame what its reader shows over the page. */
export async function injectOverlay(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: ['overlay.js'] });
}

/**
 * Tells the reader of a frame something, putting it there first: the page may mention nothing, and so have none.
 * False where the browser lets no extension in, or the site is switched off.
 */
export async function tellReader(
  tabId: number,
  frameId: number,
  command: ReaderCommand,
): Promise<boolean> {
  try {
    await injectReader(tabId, frameId);
    await browser.tabs.sendMessage(tabId, command, { frameId });
    return true;
  } catch {
    // The stores, the browser's own pages, a tab that is gone: each is the same to the asker.
    return false;
  }
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
