import { createTranslate } from '@/core/i18n/messages';
import { browser } from '@/platform/browser';
import { openOwnPage, ownLocale } from '@/platform/own-pages';
import { tellReader } from './inject';

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
  browser.contextMenus.create({
    id: 'page-note',
    title: t('menuPageNote'),
    contexts: ['page', 'action'],
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
    else if (tab?.id === undefined) return;
    else if (info.menuItemId === 'page-note')
      void tellReader(tab.id, 0, { downrange: 'page-note' });
    else {
      const note = info.menuItemId === 'note';
      void tellReader(tab.id, info.frameId ?? 0, { downrange: 'highlight-selection', note });
    }
  });
}
