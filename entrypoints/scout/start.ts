import { GAZETTEER } from '#gazetteer';
import { createFirstLook } from '@/core/detection/first-look';
import { openNames } from '@/core/detection/gazetteer-names';
import { ownPattern } from '@/core/own/own-pattern';
import { fromBase64 } from './from-base64';
import { readShared, type Shared, writeShared } from './shared';
import { watchPage } from './watch';

/** As in `platform/own-index.ts`. */
const OWN_KEY = 'own';

/** The two calls that the scout makes, by the name that every browser has. */
declare const chrome: {
  readonly runtime?: {
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
  };
  readonly storage: { readonly local: { get(keys: string[]): Promise<Record<string, unknown>> } };
};

/*
 * Runs in every frame of every page, and on nearly all of them this is all that ever happens: could this
 * text mention anything? Only then is a second look asked for, which knows more of names, and where that says
 * yes, the reader. Everything that a card or a mark needs is in the reader; webextension-polyfill is left out
 * here on purpose (10 kB on every page for one call).
 */
export function startScout(): void {
  if (!isReadable(document)) return;
  const before = readShared();
  // A reader at work needs no second scout; one whose extension is gone takes its marks out of the page.
  if (before?.reader?.isAlive() === true) return;
  before?.reader?.stop();
  before?.stop();
  const gazetteer = openNames(fromBase64(GAZETTEER));
  let known = createFirstLook(gazetteer);
  let found = requestSecondLook;
  let own: RegExp | null = null;
  const mayMention = (text: string) => known(text) || (own !== null && text.search(own) >= 0);
  const watch = () => watchPage(mayMention, () => found());
  let stop = watch();
  const shared: Shared = {
    gazetteer,
    lookAgain(better) {
      stop();
      known = better;
      found = () => requestReader('mentions');
      stop = watch();
    },
    stop: () => stop(),
    reader: null,
  };
  writeShared(shared);
  void lookIntoStorage((names) => {
    own = ownPattern(names, true);
    if (own === null || readShared() !== shared || shared.reader !== null) return;
    stop();
    stop = watch();
  });
}

function requestReader(reason: 'mentions' | 'stored'): void {
  send('reader.request', { reason, canonical: canonicalLink() });
}

function requestSecondLook(): void {
  send('secondLook.request', {});
}

function send(method: string, params: object): void {
  // A lost connection means that the extension is being updated: the new scout will ask again. Once the
  // extension is gone, there is no `runtime` to call any more.
  if (chrome.runtime?.id === undefined) return;
  void chrome.runtime.sendMessage({ v: 1, method, params }).catch(() => undefined);
}

/**
 * Asks for the reader where something is stored for this site (the background looks whether it is for this page),
 * and tells of names of the reader's own, which nearly nobody has.
 */
async function lookIntoStorage(foundNames: (names: readonly string[]) => void): Promise<void> {
  const site = `annotated:${hostOfPage()}`;
  const keys = window === window.top ? [OWN_KEY, site] : [OWN_KEY];
  // Storage is gone only while the extension is being removed or updated.
  const stored = await chrome.storage.local.get(keys).catch(() => ({}));
  if (site in stored) requestReader('stored');
  const names = namesIn(stored);
  if (names.length > 0) foundNames(names);
}

/** The host whose page this is: of a page saved to disk, the one that it was saved from. */
function hostOfPage(): string {
  if (location.protocol !== 'file:') return location.host;
  const link = canonicalLink();
  return link !== null && URL.canParse(link) ? new URL(link).host : '';
}

function canonicalLink(): string | null {
  return document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null;
}

/** The strings of `platform/own-index.ts`, which is too large for every page. */
function namesIn(stored: { readonly [OWN_KEY]?: unknown }): string[] {
  const index = stored[OWN_KEY] as { readonly names?: readonly { readonly text: string }[] };
  return index?.names?.map(({ text }) => text) ?? [];
}

function isXhtml(page: Document): boolean {
  return (
    page.contentType === 'application/xhtml+xml' && page.documentElement instanceof HTMLHtmlElement
  );
}

/** Pages of text only: HTML and XHTML. A frame of another site inside a page is left alone (advertisements). */
function isReadable(page: Document): boolean {
  if (page.designMode === 'on') return false;
  // Chromium shows XML in an HTML page of its own, in which elements that we make are none of HTML. Asked by its
  // type, because the first element that a script touches costs a page half a millisecond.
  if (page.contentType.endsWith('xml') && !isXhtml(page)) return false;
  if (window === window.top) return true;
  try {
    return window.top?.document !== undefined;
  } catch {
    // Another origin: the browser refuses, and that is the answer.
    return false;
  }
}
