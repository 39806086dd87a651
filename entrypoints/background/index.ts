import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '@/platform/browser';
import { createCardStore } from '@/platform/card-store';
import type { DocumentRequests, PageRequests, ReaderCommand } from '@/platform/messaging/contract';
import { listen } from '@/platform/messaging/runtime-transport';
import { createServer } from '@/platform/messaging/server';
import { openOwnPage } from '@/platform/own-pages';
import { onSettingsChanged, readSettings } from '@/platform/settings-store';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { createDraftStore } from '@/platform/storage/draft-store';
import { pageMethods } from './handlers';
import { keepHouse } from './housekeeping';
import { injectScoutEverywhere } from './inject';
import { listenToMenus, makeMenus } from './menus';
import { noteMethods } from './note-methods';

export default defineBackground(() => {
  const connection = createConnection();
  const store = createAnnotationStore(connection);
  const serve = createServer<PageRequests, DocumentRequests>(
    pageMethods(createCardStore(), store),
    noteMethods(store, createDraftStore(connection), () => new Date().toISOString()),
    (method, fault) => {
      // biome-ignore lint/suspicious/noConsole: entry points log faults of ours, into the extension's own console.
      console.error(`Downrange: ${method} failed`, fault);
    },
  );
  listen(serve);

  listenToMenus();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void injectScoutEverywhere();
    void readSettings().then(({ language }) => makeMenus(language));
    if (reason === 'install') void openOwnPage('welcome.html');
  });
  onSettingsChanged((settings) => {
    void makeMenus(settings.language);
    // A site may have been switched on: its open pages are read without a reload. Where a reader is at
    // work, and on sites that are off, this changes nothing.
    void injectScoutEverywhere();
  }, new AbortController().signal);
  keepHouse(store, () => new Date());

  browser.commands.onCommand.addListener((command) => {
    if (command !== 'next-mention' && command !== 'previous-mention') return;
    void sendToActiveTab({ downrange: command });
  });
});

async function sendToActiveTab(command: ReaderCommand): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  // A page without a reader has nobody to hear it: nothing to do there either.
  await browser.tabs.sendMessage(tab.id, command, { frameId: 0 }).catch(() => undefined);
}
