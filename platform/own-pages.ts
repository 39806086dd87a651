import { browser } from './browser';

/** Opens one of our own pages in a tab of its own, or brings it to the front where it is open already. */
export async function openOwnPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [bare] = url.split('#');
  const open = await browser.tabs.query({ url: `${bare}*` }).catch(() => []);
  const tab = open[0];
  if (tab?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(tab.id, { active: true, url });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** The language that our own pages speak: the reader's setting, else the browser's. */
export function ownLocale(setting: 'auto' | 'en' | 'zh'): 'en' | 'zh' {
  if (setting !== 'auto') return setting;
  return browser.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
