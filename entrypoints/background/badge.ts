import { isPageBlocked, isSiteOn, type Settings } from '@/core/settings';
import { browser } from '@/platform/browser';

/** Shows on the toolbar button how many entities a tab's page names; nothing for none, or where it is set off. */
export async function showBadge(
  tabId: number,
  entities: number,
  { badge }: Settings,
): Promise<void> {
  await browser.action.setBadgeText({
    tabId,
    text: badge && entities > 0 ? String(entities) : '',
  });
}

/** Takes the number away from tabs whose pages have been switched off, or from all when it is set off. */
export async function clearBadges(settings: Settings): Promise<void> {
  const tabs = await browser.tabs.query({});
  const off = tabs.flatMap(({ id, url }) =>
    id === undefined || (settings.badge && url !== undefined && isOnAt(settings, url)) ? [] : [id],
  );
  // A tab may have been closed meanwhile.
  await Promise.allSettled(off.map((tabId) => browser.action.setBadgeText({ tabId, text: '' })));
}

function isOnAt(settings: Settings, url: string): boolean {
  if (!URL.canParse(url)) return false;
  return isSiteOn(settings, new URL(url).hostname) && !isPageBlocked(settings, url);
}
