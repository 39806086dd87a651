import '@/components/ui/document.css';
import '@/components/popup/popup.css';
import { render } from 'preact';
import { type NameOnPage, type PageState, Popup } from '@/components/popup/Popup';
import type { DoubtfulHighlight, MineOnPage } from '@/components/popup/PopupMine';
import { noteOf, quoteOf } from '@/core/annotation/annotation';
import { pageKeyOf } from '@/core/annotation/page-key';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import type { EntityId } from '@/core/knowledge/entity';
import { covers, isSiteOn, type Settings } from '@/core/settings';
import {
  type ActiveTab,
  activeTab,
  commandTab,
  describeTab,
  isReadable,
} from '@/platform/active-tab';
import { browser } from '@/platform/browser';
import { readCatalogue } from '@/platform/catalogue-store';
import { createClient } from '@/platform/messaging/client';
import type { DocumentRequests, PageSummary } from '@/platform/messaging/contract';
import { sendToBackground } from '@/platform/messaging/runtime-transport';
import { openOwnPage, ownLocale } from '@/platform/own-pages';
import { changeSettings, readSettings } from '@/platform/settings-store';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { openBrief } from './open-brief';

const client = createClient<DocumentRequests>(sendToBackground);

void start();

async function start(): Promise<void> {
  const [tab, settings, catalogue] = await Promise.all([
    activeTab(),
    readSettings(),
    readCatalogue(),
  ]);
  const summary = tab === null ? null : await describeTab(tab.id);
  draw(tab, settings, catalogue, summary, await mineOn(tab, summary));
}

/** What the reader wrote on this page. A database that cannot be read shows as nothing here; the library says why. */
async function mineOn(tab: ActiveTab | null, summary: PageSummary | null): Promise<MineOnPage> {
  const store = createAnnotationStore(createConnection());
  const { placed = [], changed = [], lost = [] } = summary?.highlights ?? {};
  const doubtful: DoubtfulHighlight[] = [];
  for (const [state, ids] of [
    ['lost', lost],
    ['changed', changed],
  ] as const) {
    for (const id of ids.slice(0, 3)) {
      const found = await store.get(id);
      if (found.ok) doubtful.push({ id, state, quote: quoteOf(found.value.annotation) ?? '' });
    }
  }
  const url = tab?.url ?? null;
  const note = isReadable(url)
    ? await store.pageNote(pageKeyOf(url, summary?.canonical ?? null).key)
    : null;
  return {
    placed: placed.length + changed.length,
    lost: lost.length,
    doubtful,
    pageNote: note?.ok === true && note.value !== null ? noteOf(note.value.annotation) : null,
  };
}

function draw(
  tab: ActiveTab | null,
  settings: Settings,
  catalogue: ReadonlyMap<EntityId, CatalogueEntry>,
  summary: PageSummary | null,
  mine: MineOnPage,
): void {
  const locale = ownLocale(settings.language);
  document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en';
  const host = tab !== null && isReadable(tab.url) ? new URL(tab.url).hostname : '';
  const names = (summary?.mentions ?? []).map((mention): NameOnPage => {
    const { id, count, certainty, name } = mention;
    return { id, count, certainty, names: catalogue.get(id)?.names ?? { en: name } };
  });
  const leave = (going: Promise<unknown>) => void going.then(() => window.close());
  render(
    <Popup
      locale={locale}
      site={host === '' ? (tab?.title ?? '') : host}
      state={stateOf(tab, settings, host)}
      names={names}
      isReadInPart={summary?.complete === false}
      mine={mine}
      onSiteSwitch={(on) => {
        void changeSettings(siteSwitch(settings, host, on)).then((next) =>
          draw(tab, next, catalogue, on ? summary : null, mine),
        );
      }}
      onOpen={(id) => {
        if (tab !== null) leave(commandTab(tab.id, { downrange: 'show-entity', id }));
      }}
      onHighlights={() =>
        leave(openOwnPage(`library.html#/page/${encodeURIComponent(tab?.url ?? '')}`))
      }
      onSeeChanges={(id) => {
        if (tab !== null) leave(commandTab(tab.id, { downrange: 'show-change', id }));
      }}
      onPageNote={() => {
        if (tab !== null) leave(client.request('page.writeNote', { tabId: tab.id }));
      }}
      onBrief={() => leave(openBrief(tab))}
      onLibrary={() => leave(openOwnPage('library.html'))}
      onSettings={() => leave(browser.runtime.openOptionsPage())}
    />,
    document.body,
  );
}

function stateOf(tab: ActiveTab | null, settings: Settings, host: string): PageState {
  if (tab === null || !isReadable(tab.url)) return 'unreadable';
  if (!settings.enabled) return 'off-everywhere';
  return isSiteOn(settings, host) ? 'on' : 'off-here';
}

/** Switching a site on also lifts a block of a domain above it: the switch does what it says. */
function siteSwitch(settings: Settings, host: string, on: boolean): Partial<Settings> {
  const without = (list: readonly string[]) => list.filter((site) => !covers(site, host));
  if (settings.siteMode === 'allow-list') {
    return {
      enabled: true,
      allowed: on ? [...without(settings.allowed), host] : without(settings.allowed),
    };
  }
  return {
    ...(on ? { enabled: true } : {}),
    blocked: on ? without(settings.blocked) : [...without(settings.blocked), host],
  };
}
