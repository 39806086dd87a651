import type { StoredAnnotation } from '@/core/annotation/annotation';
import { commandTab, describeTab } from '@/platform/active-tab';
import { browser } from '@/platform/browser';
import { openPages } from '@/platform/open-pages';

/** What to do with a passage on its page: go to it, or let the reader put it on other words. */
export type OnPage = 'show' | 'place-again';

/** How often a page is asked whether it has found the passage, and how long, in milliseconds. */
const ASK_MS = 250;
const LONGEST_MS = 20_000;

/**
 * Opens the page of an annotation, in the tab where it is open already if there is one, and goes to the passage.
 * Where it is gone from the page, what became of it is shown there, with the way to put it on other words.
 */
export async function openPassage(stored: StoredAnnotation, wanted: OnPage): Promise<void> {
  const url = stored.page?.url;
  if (url === undefined || !/^(https?|file):/.test(url)) return;
  const { id } = stored.annotation;
  const tabId = await openTab(url);
  if (tabId === null || stored.annotation.target.selector === undefined) return;
  for (let waited = 0; waited < LONGEST_MS; waited += ASK_MS) {
    const highlights = (await describeTab(tabId))?.highlights;
    const isThere = highlights?.placed.includes(id) || highlights?.changed.includes(id);
    if (isThere || highlights?.lost.includes(id)) {
      const downrange =
        wanted === 'place-again' ? wanted : isThere ? 'show-annotation' : 'show-change';
      await commandTab(tabId, { downrange, id });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  }
}

async function openTab(url: string): Promise<number | null> {
  const same = (await openPages()).find(
    (page) => withoutFragment(page.url) === withoutFragment(url),
  );
  if (same === undefined) return (await browser.tabs.create({ url })).id ?? null;
  const tab = await browser.tabs.update(same.tabId, { active: true });
  // A tab of another window: that window is what the reader has to see.
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  return same.tabId;
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
