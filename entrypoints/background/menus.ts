import { createTranslate } from '@/core/i18n/messages';
import { browser } from '@/platform/browser';
import type { ReaderCommand } from '@/platform/messaging/contract';
import { openOwnPage, ownLocale } from '@/platform/own-pages';
import { injectReader } from './inject';

/** Makes the entries of the context menu anew: after installing, updating, and a change of language. */
export async function makeMenus(language: 'auto' | 'en' | 'zh'): Promise<void> {
  const t = createTranslate(ownLocale(language));
  await browser.contextMenus.removeAll();
  const pages = ['http://*/*', 'https://*/*', 'file:///*'];
  browser.contextMenus.create({
    id: 'highlight',
    title: t('menuHighlight'),
    contexts: ['selection'],
    documentUrlPatterns: pages,
  });
  browser.contextMenus.create({
    id: 'note',
    title: t('menuNote'),
    contexts: ['selection'],
    documentUrlPatterns: pages,
  });
  browser.contextMenus.create({ id: 'library', title: t('menuLibrary'), contexts: ['action'] });
  browser.contextMenus.create({ id: 'about', title: t('menuAbout'), contexts: ['action'] });
}

/** Registers what the entries do. Call synchronously at start-up. */
export function listenToMenus(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === 'library') void openOwnPage('library.html');
    else if (info.menuItemId === 'about') void openOwnPage('about.html');
    else if (tab?.id !== undefined) {
      void highlightIn(tab.id, info.frameId ?? 0, info.menuItemId === 'note');
    }
  });
}

/** The page may not have a reader yet: this is how highlighting works on pages that mention nothing. */
async function highlightIn(tabId: number, frameId: number, note: boolean): Promise<void> {
  await injectReader(tabId, frameId);
  const command: ReaderCommand = { downrange: 'highlight-selection', note };
  await browser.tabs.sendMessage(tabId, command, { frameId }).catch(() => undefined);
}
