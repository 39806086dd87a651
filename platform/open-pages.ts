import { pageKeyOf, withoutVariant } from '@/core/annotation/page-key';
import { browser } from './browser';
import type { ReaderCommand } from './messaging/contract';

/** A tab with a page that the reader can be in. */
export interface OpenPage {
  readonly tabId: number;
  readonly url: string;
}

/** Every tab that shows a page of the web or a local file and is awake. */
export async function openPages(): Promise<readonly OpenPage[]> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] });
  return tabs.flatMap(({ id, url, discarded }) =>
    id === undefined || url === undefined || discarded === true ? [] : [{ tabId: id, url }],
  );
}

/**
 * Tells tabs of the sites of these addresses that something stored for them has changed, so that a page that is
 * open twice stays in step. Tabs `without` is left out: there it is known. A page of exactly such an address that
 * has no reader yet is named to `onSilent`.
 */
export async function announceChange(
  urls: readonly string[],
  without: number | null,
  onSilent: (tabId: number) => Promise<void> = async () => undefined,
): Promise<void> {
  const command: ReaderCommand = { downrange: 'annotations-changed' };
  const sites = new Set(urls.map(siteOf));
  const keys = new Set(urls.map((url) => pageKeyOf(url, null).key));
  const pages = (await openPages()).filter(
    ({ tabId, url }) => tabId !== without && sites.has(siteOf(url)),
  );
  await Promise.all(
    pages.map(async ({ tabId, url }) => {
      const isHeard = await browser.tabs.sendMessage(tabId, command, { frameId: 0 }).then(
        () => true,
        // Nobody there to hear it.
        () => false,
      );
      if (!isHeard && keys.has(pageKeyOf(url, null).key)) await onSilent(tabId);
    }),
  );
}

/** Hosts of one site have its pages in common: `www.`, other layouts, ports. */
function siteOf(url: string): string {
  return URL.canParse(url) ? withoutVariant(new URL(url).hostname) : '';
}
