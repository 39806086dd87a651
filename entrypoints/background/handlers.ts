import { isPassage } from '@/core/annotation/edit-note';
import { pageKeyOf } from '@/core/annotation/page-key';
import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import { err, ok } from '@/core/result';
import { isPageBlocked, isSiteOn, type Settings } from '@/core/settings';
import { browser } from '@/platform/browser';
import type { CardStore } from '@/platform/card-store';
import type { OwnPageMethod, PageRequests, SiteSettings } from '@/platform/messaging/contract';
import type { Methods } from '@/platform/messaging/server';
import type { Sender } from '@/platform/messaging/transport';
import { changeSettings, readSettings } from '@/platform/settings-store';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import { annotationMethods } from './annotation-methods';
import { showBadge } from './badge';
import type { Announce } from './change-methods';
import { record } from './decode';
import { injectOverlay, injectReader, injectSecondLook } from './inject';
import type { NoteStarts } from './note-starts';

const MAX_IDS = 64;

/** One handler per method of the contract that a page may ask. */
export function pageMethods(
  cards: CardStore,
  store: AnnotationStore,
  rememberSite: (url: string) => Promise<void>,
  announce: Announce,
  now: () => string,
): Omit<Methods<PageRequests>, keyof NoteStarts | OwnPageMethod> {
  return {
    ...annotationMethods(store, rememberSite, announce, now),
    'reader.request': {
      decode: (params) => {
        const { reason, canonical } = record(params);
        if (reason !== 'mentions' && reason !== 'stored') return null;
        return { reason, canonical: typeof canonical === 'string' ? canonical : null };
      },
      async answer({ reason, canonical = null }, sender) {
        const settings = await readSettings();
        if (sender.tabId === null || !isOnFor(settings, sender)) return ok(false);
        if (reason === 'mentions' && !settings.cards) return ok(false);
        if (reason === 'stored') {
          if (!settings.highlights || sender.url === null) return ok(false);
          const stored = await store.forPage(pageKeyOf(sender.url, canonical).key);
          // A note on the page is not painted; it needs no reader before it is asked for.
          if (!stored.ok || !stored.value.some(({ annotation }) => isPassage(annotation)))
            return ok(false);
        }
        await injectReader(sender.tabId, sender.frameId);
        return ok(true);
      },
    },
    'secondLook.request': {
      decode: () => ({}),
      async answer(_params, sender) {
        const settings = await readSettings();
        if (sender.tabId === null || !isOnFor(settings, sender) || !settings.cards)
          return ok(false);
        await injectSecondLook(sender.tabId, sender.frameId);
        return ok(true);
      },
    },
    'overlay.request': {
      decode: () => ({}),
      async answer(_params, sender) {
        if (sender.tabId !== null) await injectOverlay(sender.tabId, sender.frameId);
        return ok(null);
      },
    },
    'cards.get': {
      decode: (params) => {
        const { ids } = record(params);
        if (!Array.isArray(ids) || ids.length > MAX_IDS) return null;
        return ids.every((id): id is EntityId => typeof id === 'string') ? { ids } : null;
      },
      async answer({ ids }) {
        const found = await Promise.all(ids.map((id) => cards.get(id)));
        return ok(found.filter((card): card is Card => card !== null));
      },
    },
    'settings.forSite': {
      decode: () => ({}),
      answer: async (_params, sender) => ok(siteSettings(await readSettings(), sender)),
    },
    'page.report': {
      decode: (params) => {
        const { entities } = record(params);
        return typeof entities === 'number' && entities >= 0
          ? { entities: Math.floor(entities) }
          : null;
      },
      async answer({ entities }, sender) {
        if (sender.tabId === null || sender.frameId !== 0) return ok(null);
        await showBadge(sender.tabId, entities, await readSettings());
        return ok(null);
      },
    },
    'names.neverHere': {
      decode: (params) => {
        const { name } = record(params);
        return typeof name === 'string' && name.length > 0 && name.length <= 120 ? { name } : null;
      },
      async answer({ name }, sender) {
        const host = hostOf(sender);
        if (host === '')
          return err({ code: 'invalid', message: 'This page has no site to remember.' });
        await changeSettings(({ neverMarkOn }) => {
          const names = new Set([...(neverMarkOn[host] ?? []), name]);
          return { neverMarkOn: { ...neverMarkOn, [host]: [...names] } };
        });
        return ok(null);
      },
    },
    'library.open': {
      decode: (params) => {
        const { entity } = record(params);
        if (entity === null) return { entity };
        return typeof entity === 'string' && /^[a-z]+\/[a-z0-9-]+$/.test(entity)
          ? { entity: entity as EntityId }
          : null;
      },
      async answer({ entity }) {
        const hash = entity === null ? '' : `#/entity/${entity}`;
        await browser.tabs.create({ url: browser.runtime.getURL(`library.html${hash}`) });
        return ok(null);
      },
    },
    'settings.units': {
      decode: (params) => {
        const { units } = record(params);
        return units === 'metric' || units === 'us' ? { units } : null;
      },
      async answer({ units }) {
        await changeSettings({ units });
        return ok(null);
      },
    },
  };
}

/** Off for a site, or for the page in the tab: a frame goes by the page that it stands in. */
function isOnFor(settings: Settings, sender: Sender): boolean {
  const page = sender.tabUrl ?? sender.url;
  return isSiteOn(settings, hostOf(sender)) && (page === null || !isPageBlocked(settings, page));
}

function siteSettings(settings: Settings, sender: Sender): SiteSettings {
  const on = isOnFor(settings, sender);
  const host = hostOf(sender);
  return {
    cards: on && settings.cards,
    highlights: on && settings.highlights,
    marking: settings.marking,
    openOn: settings.openOn,
    restMs: settings.restMs,
    units: settings.units,
    language: settings.language,
    colourLabels: settings.colourLabels,
    neverMark: [...settings.neverMark, ...(settings.neverMarkOn[host] ?? [])],
  };
}

/**
 * The host of the asking document; for a frame without an address of its own (srcdoc, about:blank) that of
 * its tab. The empty string for local files.
 */
function hostOf(sender: Sender): string {
  const own = [sender.url, sender.tabUrl].find(
    (url) => url !== null && /^(https?|file):/.test(url),
  );
  return own !== undefined && own !== null && URL.canParse(own) ? new URL(own).hostname : '';
}
