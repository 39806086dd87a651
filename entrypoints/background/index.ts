import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '@/platform/browser';
import { createCardStore } from '@/platform/card-store';
import type { DocumentRequests, PageRequests, ReaderCommand } from '@/platform/messaging/contract';
import { listen } from '@/platform/messaging/runtime-transport';
import { createServer } from '@/platform/messaging/server';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { createDraftStore } from '@/platform/storage/draft-store';
import { pageMethods } from './handlers';
import { injectScoutEverywhere } from './inject';
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

  browser.runtime.onInstalled.addListener(() => {
    void injectScoutEverywhere();
  });

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
