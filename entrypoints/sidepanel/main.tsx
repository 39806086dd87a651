import '@/components/ui/document.css';
import '@/components/annotation/colours.css';
import '@/components/annotation/annotation-list.css';
import '@/components/drawing/drawing.css';
import '@/components/own/own-facts.css';
import '@/components/brief/brief.css';
import { render } from 'preact';
import type { ShownAnnotation } from '@/components/annotation/AnnotationRow';
import { Brief, type BriefName } from '@/components/brief/Brief';
import type { BriefOwnEntry } from '@/components/brief/BriefOwn';
import type { AnchorState, StoredAnnotation } from '@/core/annotation/annotation';
import { type PageKey, pageKeyOf } from '@/core/annotation/page-key';
import type { CatalogueEntry } from '@/core/knowledge/catalogue';
import type { EntityId } from '@/core/knowledge/entity';
import { createFormats } from '@/core/knowledge/formats';
import {
  activeTab,
  commandTab,
  describeTab,
  isReadable,
  onTabChanged,
} from '@/platform/active-tab';
import { createCardStore } from '@/platform/card-store';
import { readCatalogue } from '@/platform/catalogue-store';
import { createClient } from '@/platform/messaging/client';
import type { DocumentRequests, PageRequests, PageSummary } from '@/platform/messaging/contract';
import { sendToBackground } from '@/platform/messaging/runtime-transport';
import { onOwnIndexChanged } from '@/platform/own-index';
import { ownLocale } from '@/platform/own-pages';
import { readSettings } from '@/platform/settings-store';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { toShown } from '../library/shown';

/** A page that is still being read is asked again after this long, in milliseconds. */
const AGAIN_MS = 1000;

const cards = createCardStore();
const client = createClient<DocumentRequests>(sendToBackground);
const store = createAnnotationStore(createConnection());
const catalogue = readCatalogue();
let timer: number | null = null;

void draw();
onTabChanged(() => void draw(), new AbortController().signal);
onOwnIndexChanged(() => void draw(), new AbortController().signal);

async function draw(): Promise<void> {
  if (timer !== null) window.clearTimeout(timer);
  const [tab, settings, names] = await Promise.all([activeTab(), readSettings(), catalogue]);
  const summary = tab === null ? null : await describeTab(tab.id);
  const locale = ownLocale(settings.language);
  document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en';
  const formats = createFormats(locale, settings.units, navigator.language);
  const identity =
    tab !== null && isReadable(tab.url) ? pageKeyOf(tab.url, summary?.canonical ?? null) : null;
  const show = (stored: StoredAnnotation, state: AnchorState) =>
    toShown(stored, names, formats, state);
  const [listed, own, annotations, pageNote] = await Promise.all([
    Promise.all((summary?.mentions ?? []).map((mention) => toName(mention, names))),
    ownFacts(summary),
    shownAnnotations(summary, show),
    noteOnPage(identity, show),
  ]);
  const command = (what: Parameters<typeof commandTab>[1]) => {
    if (tab !== null) void commandTab(tab.id, what);
  };
  render(
    <Brief
      locale={locale}
      units={settings.units}
      region={navigator.language}
      now={new Date().toISOString()}
      title={tab?.title ?? ''}
      published={
        summary?.published === null || summary === null
          ? null
          : { date: summary.published, basis: summary.publishedBasis ?? 'text' }
      }
      names={listed}
      annotations={annotations}
      onName={(id) => command({ downrange: 'show-entity', id })}
      onAnnotation={(id) => command({ downrange: 'show-annotation', id })}
      onSeeChanges={(id) => command({ downrange: 'show-change', id })}
      onPlaceAgain={(id) => command({ downrange: 'place-again', id })}
      pageNote={pageNote}
      onPageNote={
        tab === null || identity === null
          ? null
          : () => void client.request('page.writeNote', { tabId: tab.id })
      }
      own={own}
      onOwn={(id) => void createClient<PageRequests>(sendToBackground).request('own.edit', { id })}
      identity={identity}
    />,
    document.body,
  );
  if (summary?.settled !== true) timer = window.setTimeout(() => void draw(), AGAIN_MS);
}

async function toName(
  { id, name, count, certainty }: PageSummary['mentions'][number],
  names: ReadonlyMap<EntityId, CatalogueEntry>,
): Promise<BriefName> {
  return {
    id,
    count,
    certainty,
    names: names.get(id)?.names ?? { en: name },
    card: await cards.get(id),
  };
}

/** What the reader has written down about what the page names. */
async function ownFacts(summary: PageSummary | null): Promise<readonly BriefOwnEntry[]> {
  const ids = (summary?.mentions ?? []).map(({ id }) => id);
  const answer = ids.length === 0 ? null : await client.request('own.list', {});
  if (answer?.ok !== true) return [];
  const entries = new Map(answer.value.map((entry) => [entry.id, entry]));
  return ids.flatMap((id) => {
    const entry = entries.get(id);
    return entry === undefined || entry.facts.length === 0 ? [] : [entry];
  });
}

type Show = (stored: StoredAnnotation, state: AnchorState) => ShownAnnotation;

async function shownAnnotations(
  summary: PageSummary | null,
  show: Show,
): Promise<readonly ShownAnnotation[]> {
  if (summary === null) return [];
  const shown: ShownAnnotation[] = [];
  for (const state of ['placed', 'changed', 'waiting', 'lost'] as const) {
    for (const id of summary.highlights[state]) {
      const found = await store.get(id);
      if (found.ok) shown.push(show(found.value, state));
    }
  }
  return shown;
}

async function noteOnPage(identity: PageKey | null, show: Show): Promise<ShownAnnotation | null> {
  const stored = identity === null ? null : await store.pageNote(identity.key);
  return stored?.ok === true && stored.value !== null ? show(stored.value, 'placed') : null;
}
