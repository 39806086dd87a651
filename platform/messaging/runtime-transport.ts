import { browser, type Runtime } from '@/platform/browser';
import type { Reply, Send, Sender } from './transport';

/** Sends to the background over the extension's own channel. */
export const sendToBackground: Send = (envelope) => browser.runtime.sendMessage(envelope);

/** Registers the background's server. Call synchronously at start-up: events that wake a worker are lost otherwise. */
export function listen(serve: (message: unknown, sender: Sender) => Promise<Reply> | null): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    return serve(message, senderOf(sender)) ?? undefined;
  });
}

function senderOf(sender: Runtime.MessageSender): Sender {
  const url = sender.url ?? null;
  return {
    url,
    tabId: sender.tab?.id ?? null,
    tabUrl: sender.tab?.url ?? null,
    frameId: sender.frameId ?? 0,
    isOwnDocument: url?.startsWith(browser.runtime.getURL('')) ?? false,
  };
}
