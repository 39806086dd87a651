import { MEANINGS, MODEL } from '#model';
import { openGazetteer } from '@/core/detection/gazetteer';
import { createLexicon } from '@/core/detection/lexicon';
import { createMatcher } from '@/core/detection/matcher';
import { createMayMention } from '@/core/detection/may-mention';
import type { OwnIndex } from '@/core/own/own-entry';
import { removeLeftovers } from '@/dom/leftovers';
import { yieldToPage } from '@/dom/slices';
import marks from '@/entrypoints/marks.css?inline';
import { offeredOverlay, offerOverlay } from '@/entrypoints/overlay/offered';
import { fromBase64 } from '@/entrypoints/scout/from-base64';
import { readShared } from '@/entrypoints/scout/shared';
import { browser } from '@/platform/browser';
import { createClient } from '@/platform/messaging/client';
import type { PageRequests, ReaderCommand, SiteSettings } from '@/platform/messaging/contract';
import { sendToBackground } from '@/platform/messaging/runtime-transport';
import { onOwnIndexChanged, readOwnIndex } from '@/platform/own-index';
import { onSettingsChanged } from '@/platform/settings-store';
import { Session } from './session';

/*
 * Injected into a frame when there is something to show. Lives until the page goes, the site is switched
 * off, or a newer version of the extension takes over; then it takes everything of ours out of the page.
 */
export async function startReader(): Promise<void> {
  const shared = readShared();
  // Without a scout there are no names to look for; a reader at work needs no second one.
  if (shared === null || shared.reader !== null) return;
  const lifetime = new AbortController();
  const { signal } = lifetime;
  shared.reader = {
    stop: () => lifetime.abort(),
    isAlive,
  };
  shared.stop();
  removeLeftovers(document);
  offerOverlay(null);
  signal.addEventListener('abort', () => {
    shared.reader = null;
  });

  const client = createClient<PageRequests>(sendToBackground);
  let session: Session | null = null;
  let settings: SiteSettings | null = null;
  let own: OwnIndex | null = null;
  // Heard from the first moment: starting takes long in a tab that nobody looks at.
  onSettingsChanged(() => {
    void client.request('settings.forSite', {}).then((next) => {
      // No answer is no reason to go: the worker may just be starting again.
      if (!next.ok) return;
      settings = next.value;
      if (isNeeded(settings)) session?.apply(settings);
      else lifetime.abort();
    });
  }, signal);
  onOwnIndexChanged((index) => {
    own = index;
    session?.applyOwn(index);
  }, signal);
  const [firstSettings, firstOwn] = await Promise.all([
    client.request('settings.forSite', {}),
    readOwnIndex(),
  ]);
  if (!firstSettings.ok || !isNeeded(firstSettings.value) || signal.aborted) {
    lifetime.abort();
    return;
  }
  // The scout has the names; what they mean travels only with the reader.
  const gazetteer = openGazetteer(shared.gazetteer.names, fromBase64(MEANINGS));
  // The first question decodes all meanings: a few milliseconds, like the model, which then have a slice of their own.
  gazetteer.entities();
  await yieldToPage();
  const lexicon = createLexicon(JSON.parse(MODEL));
  await yieldToPage();
  if (signal.aborted) return;
  session = new Session({
    gazetteer,
    matcher: createMatcher(gazetteer),
    mayMention: createMayMention(gazetteer),
    lexicon,
    client,
    settings: settings ?? firstSettings.value,
    own: own ?? firstOwn,
    marks,
    loadOverlay: async () => {
      // Given by the script that the background puts in before it answers; once the extension is gone, nobody does.
      if (offeredOverlay() === null && isAlive()) await client.request('overlay.request', {});
      return offeredOverlay();
    },
    isAlive,
    signal,
  });
  hearCommands(session, signal);
  hearShortcuts(session, signal);
  watchLife(lifetime);
  await session.start();
}

/** How often the reader looks whether its extension is still there, in milliseconds. */
const LIFE_MS = 2000;

/** Ends the reader with its extension, and begins anew where the page has thrown its whole document away. */
function watchLife(lifetime: AbortController): void {
  const { signal } = lifetime;
  const timer = window.setInterval(() => {
    if (!isAlive()) lifetime.abort();
  }, LIFE_MS);
  // `document.open()` removes every listener, ours too, and keeps the document: nothing else tells of it.
  const observer = new MutationObserver(() => {
    if (root === document.documentElement || document.documentElement === null) return;
    lifetime.abort();
    if (isAlive()) void startReader();
  });
  const root = document.documentElement;
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => {
    window.clearInterval(timer);
    observer.disconnect();
  });
}

/** After an update or removal the old scripts have no extension to talk to. */
function isAlive(): boolean {
  return browser.runtime?.id !== undefined;
}

/** Switched off for this site when neither is on. */
function isNeeded({ cards, highlights }: SiteSettings): boolean {
  return cards || highlights;
}

function hearCommands(session: Session, signal: AbortSignal): void {
  const hear = (message: unknown, sender: { id?: string }) => {
    if (sender.id !== browser.runtime.id || !isCommand(message)) return undefined;
    switch (message.downrange) {
      case 'next-mention':
        return session.step(1);
      case 'previous-mention':
        return session.step(-1);
      case 'show-entity':
        return session.show(message.id);
      case 'annotations-changed':
        return session.reloadAnnotations();
      case 'highlight-selection':
        return session.highlightSelection(message.note);
      case 'page-note':
        return session.openPageNote();
      case 'next-highlight':
        return session.showNextHighlight();
      case 'show-change':
        return session.showChange(message.id);
      case 'tell-change':
        return session.changeOf(message.id);
      case 'place-again':
        return session.placeAgain(message.id);
      case 'show-annotation':
        return session.showAnnotation(message.id);
      case 'describe':
        return Promise.resolve(session.summary());
    }
  };
  browser.runtime.onMessage.addListener(hear);
  signal.addEventListener(
    'abort',
    () => {
      // An extension that is gone has no events to leave.
      if (isAlive()) browser.runtime.onMessage.removeListener(hear);
    },
    { once: true },
  );
}

function isCommand(message: unknown): message is ReaderCommand {
  return typeof message === 'object' && message !== null && 'downrange' in message;
}

/** The browser's own shortcuts for the same commands come first; these work where it has none set. */
function hearShortcuts(session: Session, signal: AbortSignal): void {
  const shortcuts: Readonly<Record<string, () => Promise<unknown>>> = {
    KeyN: () => session.step(1),
    KeyP: () => session.step(-1),
    ...(session.hasHighlights
      ? {
          KeyH: () => session.highlightSelection(false),
          KeyB: () => session.openPageNote(),
          KeyM: () => session.showNextHighlight(),
        }
      : {}),
  };
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey)
        return;
      const shortcut = shortcuts[event.code];
      if (shortcut === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void shortcut();
    },
    { capture: true, signal },
  );
}
