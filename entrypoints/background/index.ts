import { defineBackground } from 'wxt/utils/define-background';
import { onBeginning } from '@/platform/beginning';
import { browser } from '@/platform/browser';
import { createCardStore } from '@/platform/card-store';
import type { DocumentRequests, PageRequests, ReaderCommand } from '@/platform/messaging/contract';
import { listen } from '@/platform/messaging/runtime-transport';
import { createServer } from '@/platform/messaging/server';
import { announceChange } from '@/platform/open-pages';
import { onOwnIndexChanged } from '@/platform/own-index';
import { openOwnPage } from '@/platform/own-pages';
import { logRequests } from '@/platform/request-log';
import { onSettingsChanged, readSettings } from '@/platform/settings-store';
import { rememberAnnotatedSite } from '@/platform/storage/annotated-sites';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { createDraftStore } from '@/platform/storage/draft-store';
import { createOwnStore } from '@/platform/storage/own-store';
import { clearBadges } from './badge';
import type { Announce } from './change-methods';
import { pageMethods } from './handlers';
import { keepHouse } from './housekeeping';
import { injectReader, injectScoutEverywhere, tellReader } from './inject';
import { listenToMenus, makeMenus } from './menus';
import { type NotePages, noteMethods } from './note-methods';
import { noteStarts } from './note-starts';
import { ownMethods, ownPageMethods, refreshOwnIndex } from './own-methods';

export default defineBackground(() => {
  const connection = createConnection();
  const store = createAnnotationStore(connection);
  const drafts = createDraftStore(connection);
  const own = createOwnStore(connection);
  const now = () => new Date().toISOString();
  const serve = createServer<PageRequests, DocumentRequests>(
    {
      ...pageMethods(createCardStore(), store, rememberAnnotatedSite, announce, now),
      ...noteStarts(store, drafts, now),
      ...ownPageMethods,
    },
    { ...noteMethods(store, drafts, notePages, now), ...ownMethods(own) },
    (method, fault) => {
      // biome-ignore lint/suspicious/noConsole: entry points log faults of ours, into the extension's own console.
      console.error(`Downrange: ${method} failed`, fault);
    },
  );
  listen(serve);

  logRequests();
  listenToMenus();
  onBeginning(() => void injectScoutEverywhere());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void refreshOwnIndex(own);
    void readSettings().then(({ language }) => makeMenus(language));
    if (reason === 'install') void openOwnPage('welcome.html');
  });
  onSettingsChanged((settings) => {
    void makeMenus(settings.language);
    void clearBadges(settings);
    // A site may have been switched on: its open pages are read without a reload. Where a reader is at
    // work, and on sites that are off, this changes nothing.
    void injectScoutEverywhere();
  }, new AbortController().signal);
  // New names are looked for in pages that are open already.
  onOwnIndexChanged(() => void injectScoutEverywhere(), new AbortController().signal);
  keepHouse(store, drafts, own, () => new Date());

  browser.commands.onCommand.addListener((command) => {
    void runCommand(command);
  });
});

const announce: Announce = (url, from) =>
  announceChange([url], from, (tabId) => injectReader(tabId, 0).catch(() => undefined));

const notePages: NotePages = {
  openNote: (tabId) => tellReader(tabId, 0, { downrange: 'page-note' }),
  announce: (urls) => announceChange(urls, null),
};

/** A page without a reader has nobody to hear it: nothing to do there either. */
async function tellTab(tabId: number, command: ReaderCommand): Promise<void> {
  await browser.tabs.sendMessage(tabId, command).catch(() => undefined);
}

async function runCommand(command: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  if (command === 'highlight-selection')
    await tellReader(tab.id, 0, { downrange: command, note: false });
  else if (command === 'page-note') await tellReader(tab.id, 0, { downrange: command });
  else if (
    command === 'next-mention' ||
    command === 'previous-mention' ||
    command === 'next-highlight'
  ) {
    await tellTab(tab.id, { downrange: command });
  }
}
