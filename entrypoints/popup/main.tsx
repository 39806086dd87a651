import '@/components/ui/document.css';
import '@/components/popup/popup.css';
import { render } from 'preact';
import { type NameOnPage, type PageState, Popup } from '@/components/popup/Popup';
import type { DoubtfulHighlight, MineOnPage } from '@/components/popup/PopupMine';
import { noteOf, quoteOf } from '@/core/annotation/annotation';
import { pageKeyOf } from '@/core/annotation/page-key';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import type { EntityId } from '@/core/knowledge/entity';
import {
  isPageBlocked,
  isSiteOn,
  pageSwitch,
  type Settings,
  siteModeSwitch,
  siteSwitch,
} from '@/core/settings';
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
import { changeSettings, readSettings, type SettingsChange } from '@/platform/settings-store';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { openBrief } from './open-brief';

const client = createClient<DocumentRequests>(sendToBackground);
const store = createAnnotationStore(createConnection());

/** A reader who is switched on needs a moment to read the page; how often, and how long apart, it is asked. */
const ASKS = 6;
const ASK_MS = 250;

/** Counts the times that the popup began anew: what was asked before a change has nothing to say after it. */
let beginnings = 0;

void readSettings().then((settings) => start(settings));

async function start(settings: Settings): Promise<void> {
  beginnings += 1;
  const own = beginnings;
  const [tab, catalogue] = await Promise.all([activeTab(), readCatalogue()]);
  for (let ask = 0; ask < ASKS; ask++) {
    const summary = tab === null ? null : await describeTab(tab.id);
    const mine = await mineOn(tab, summary);
    if (own !== beginnings) return;
    draw(tab, settings, catalogue, summary, mine);
    if (summary?.settled === true || tab === null || !isReadable(tab.url)) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  }
}

/** What the reader wrote on this page. A database that cannot be read shows as nothing here; the library says why. */
async function mineOn(tab: ActiveTab | null, summary: PageSummary | null): Promise<MineOnPage> {
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
  const url = tab?.url ?? '';
  const change = (changed: SettingsChange) =>
    void changeSettings(changed).then((next) => start(next));
  const leave = (going: Promise<unknown>) => void going.then(() => window.close());
  render(
    <Popup
      locale={locale}
      site={host === '' ? (tab?.title ?? '') : host}
      state={stateOf(tab, settings, host)}
      switches={{
        cards: settings.cards,
        highlights: settings.highlights,
        siteMode: settings.siteMode,
      }}
      names={names}
      isReadInPart={summary?.complete === false}
      mine={mine}
      onSiteSwitch={(on) => change((now) => siteSwitch(now, host, on))}
      onPageSwitch={(on) => change((now) => pageSwitch(now, url, on))}
      onEnabled={(enabled) => change({ enabled })}
      onCards={(cards) => change({ cards })}
      onHighlighting={(on) => change({ highlights: on })}
      onSiteMode={(siteMode) => change((now) => siteModeSwitch(now, host, siteMode))}
      onStep={(direction) => {
        const downrange = direction === 1 ? 'next-mention' : 'previous-mention';
        if (tab !== null) void commandTab(tab.id, { downrange });
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
  if (!isSiteOn(settings, host)) return 'off-here';
  return isPageBlocked(settings, tab.url) ? 'off-page' : 'on';
}
