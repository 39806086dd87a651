import { GAZETTEER } from '#gazetteer';
import { openNames } from '@/core/detection/gazetteer-names';
import { createMatcher } from '@/core/detection/matcher';
import { createMayMention } from '@/core/detection/scout';
import { fromBase64 } from './from-base64';
import { readShared, writeShared } from './shared';
import { watchPage } from './watch';

/** The two calls that the scout makes, by the name that every browser has. */
declare const chrome: {
  readonly runtime?: {
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
  };
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
};

/*
 * Runs in every frame of every page, and on nearly all of them this is all that ever happens: could this
 * text mention anything? Only then is the reader asked for. Everything that a card or a mark needs is in
 * the reader; webextension-polyfill is left out here on purpose (10 kB on every page for one call).
 */
export function startScout(): void {
  if (!isReadable(document)) return;
  const before = readShared();
  // A reader at work needs no second scout; one whose extension is gone takes its marks out of the page.
  if (before?.reader?.isAlive() === true) return;
  before?.reader?.stop();
  before?.stop();
  const gazetteer = openNames(fromBase64(GAZETTEER));
  const matcher = createMatcher(gazetteer);
  const mayMention = createMayMention(matcher);
  const stop = watchPage(mayMention, () => requestReader('mentions'));
  writeShared({ gazetteer, matcher, mayMention, stop, reader: null });
  if (window === window.top) void lookForStored();
}

function requestReader(reason: 'mentions' | 'stored'): void {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null;
  const message = { v: 1, method: 'reader.request', params: { reason, canonical } };
  // A lost connection means that the extension is being updated: the new scout will ask again. Once the
  // extension is gone, there is no `runtime` to call any more.
  if (chrome.runtime?.id === undefined) return;
  void chrome.runtime.sendMessage(message).catch(() => undefined);
}

/** Asks for the reader where something is stored for this site; the background looks whether it is for this page. */
async function lookForStored(): Promise<void> {
  const key = `annotated:${location.host}`;
  // Storage is gone only while the extension is being removed or updated.
  const stored = await chrome.storage.local.get(key).catch(() => ({}));
  if (key in stored) requestReader('stored');
}

/** Pages of text only: HTML and XHTML. A frame of another site inside a page is left alone (advertisements). */
function isReadable(page: Document): boolean {
  if (!(page.documentElement instanceof HTMLHtmlElement) || page.designMode === 'on') return false;
  // Chromium shows XML in an HTML page of its own, in which elements that we make are none of HTML.
  if (/xml$/.test(page.contentType) && page.contentType !== 'application/xhtml+xml') return false;
  if (window === window.top) return true;
  try {
    return window.top?.document !== undefined;
  } catch {
    // Another origin: the browser refuses, and that is the answer.
    return false;
  }
}
