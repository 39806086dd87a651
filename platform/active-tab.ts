import { browser } from './browser';
import type { PageSummary, ReaderCommand } from './messaging/contract';

/** A tab as documents of ours need it. */
export interface ActiveTab {
  readonly id: number;
  /** Null where the browser does not tell: its own pages, the stores. */
  readonly url: string | null;
  readonly title: string;
}

/**
 * The tab that the reader is looking at; null when there is none. A document of ours that stands in a tab of
 * its own names the tab that it is about: `?tab=7`.
 */
export async function activeTab(): Promise<ActiveTab | null> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  const tab = Number.isInteger(named)
    ? await browser.tabs.get(named).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? null, title: tab.title ?? '' };
}

/** True for addresses on which extensions may run. */
export function isReadable(url: string | null): url is string {
  return url !== null && /^(https?|file):/.test(url);
}

/** What the reader in a tab found; null when no reader is at work there. */
export async function describeTab(tabId: number): Promise<PageSummary | null> {
  const answer: unknown = await commandTab(tabId, { downrange: 'describe' });
  return (answer as PageSummary | null | undefined) ?? null;
}

/** Tells the reader in a tab to do something. Null when nobody is there to hear it. */
export async function commandTab(tabId: number, command: ReaderCommand): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, command, { frameId: 0 }).catch(() => null);
}

/** Calls back when the reader looks at another tab, or the tab shows another page. Ends with `signal`. */
export function onTabChanged(listener: () => void, signal: AbortSignal): void {
  const onUpdated = (_id: number, change: { status?: string }) => {
    if (change.status === 'complete') listener();
  };
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(onUpdated);
  });
}
