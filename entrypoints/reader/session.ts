import type { FoundChange } from '@/core/annotation/change';
import type { Point } from '@/core/cards/hover-intent';
import { detecting } from '@/core/detection/detect';
import type { Gazetteer } from '@/core/detection/gazetteer';
import { keepMention } from '@/core/detection/kept-mention';
import type { Lexicon } from '@/core/detection/lexicon';
import type { Detection, Mention } from '@/core/detection/mention';
import type { Matcher } from '@/core/detection/name-search';
import type { EntityId } from '@/core/knowledge/entity';
import type { Published } from '@/core/knowledge/since';
import { isOwnId, type OwnIndex } from '@/core/own/own-entry';
import type { Steps } from '@/core/steps';
import { canonicalLinkOf, publicationDateOf } from '@/dom/page-metadata';
import type { PageText } from '@/dom/page-text';
import { EMPTY_PAGE, selectedRange, watchSelection } from '@/dom/selection';
import type { Annotator } from '@/entrypoints/overlay/annotator';
import type { CreateOverlay, Overlay } from '@/entrypoints/overlay/create-overlay';
import type { Client } from '@/platform/messaging/client';
import type {
  MentionSummary,
  PageRequests,
  PageSummary,
  SiteSettings,
} from '@/platform/messaging/contract';
import { type CardSource, createCardSource } from './card-source';
import { LazyOverlay } from './lazy-overlay';
import { OwnNames } from './own-names';
import { pageLocale } from './page-locale';
import { PointerWatch } from './pointer';
import { type Placed, Reading } from './reading';

export interface SessionOptions {
  readonly gazetteer: Gazetteer;
  readonly matcher: Matcher;
  /** True when the text could hold a name of the gazetteer. */
  readonly mayMention: (text: string) => boolean;
  readonly lexicon: Lexicon;
  readonly client: Client<PageRequests>;
  readonly settings: SiteSettings;
  /** What the reader has named. */
  readonly own: OwnIndex;
  /** Paint rules, for shadow roots: what is painted there needs them inside. */
  readonly marks: string;
  /** Brings in what is shown over the page; null when it cannot be had. */
  readonly loadOverlay: () => Promise<CreateOverlay | null>;
  /** False once the extension that this script belongs to is gone. */
  readonly isAlive: () => boolean;
  readonly signal: AbortSignal;
}

const NO_HIGHLIGHTS = { placed: [], changed: [], lost: [], waiting: [] };

/** One page being read: ties reading, pointer and cards together, and owns nothing that outlives its signal. */
export class Session {
  readonly #options: SessionOptions;
  readonly #reading: Reading;
  readonly #pointer: PointerWatch;
  readonly #overlay: LazyOverlay;
  /** The mention whose card was asked for last; null once that has been taken back. */
  #wanted: Placed | null = null;
  #page: PageText = EMPTY_PAGE;
  readonly #source: CardSource;
  readonly #sheet: CSSStyleSheet;
  readonly #own: OwnNames;
  #settings: SiteSettings;
  /** Names that the reader waved away on this page, lower case. */
  readonly #dismissed = new Set<string>();
  /** Names that the reader confirmed on this page, lower case, with the entity. */
  readonly #confirmed = new Set<string>();
  #published: { readonly url: string; readonly value: Published | null } | null = null;
  #open: Placed | null = null;
  /** The mention that was opened last: walking goes on from it after its card was closed or pinned. */
  #last: Placed | null = null;
  #settled = false;
  /** The entities that the background was last told of; null before the first reading. */
  #told: string | null = null;
  #noteCounts: Readonly<Record<string, number>> = {};

  constructor(options: SessionOptions) {
    const { signal } = options;
    this.#options = options;
    this.#settings = options.settings;
    this.#own = new OwnNames(options.own);
    this.#source = createCardSource(options.client, options.isAlive);
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(options.marks);
    this.#overlay = new LazyOverlay(() => this.#bringOverlay());
    this.#pointer = new PointerWatch({
      signal,
      openOn: () => this.#settings.openOn,
      restMs: () => this.#settings.restMs,
      cardBox: () => {
        const cards = this.#overlay.here?.cards;
        cards?.noticeRemoval();
        return cards?.floatingBox ?? null;
      },
      isCard: (target) => target === this.#overlay.here?.element,
      onNear: () => void this.#overlay.get(),
      onOpen: (placed, at, touch) => void this.#openCard(placed, at, touch),
      onClose: () => {
        this.#wanted = null;
        this.#overlay.here?.cards.closeFloating();
      },
    });
    if (this.hasHighlights)
      watchSelection({
        document,
        signal,
        isOurs: (target) => target === this.#overlay.here?.element,
        onSelect: (range) => void this.#onSelect(range),
      });
    this.#reading = new Reading({
      root: document,
      detect: (text) => this.#detect(text),
      mayMention: (text) => options.mayMention(text) || this.#own.mayMention(text),
      marking: () => this.#settings.marking,
      address: () => location.href,
      ignore: (element) => element === this.#overlay.here?.element,
      signal,
      onRead: (placed, page) => this.#onRead(placed, page),
      onShadowRoot: (root) => {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
        signal.addEventListener('abort', () => {
          root.adoptedStyleSheets = root.adoptedStyleSheets.filter(
            (sheet) => sheet !== this.#sheet,
          );
        });
      },
    });
  }

  async start(): Promise<void> {
    await Promise.all([this.#reading.start(), this.reloadAnnotations()]);
    this.#settled = true;
  }

  /** Takes up changed settings without reading the page again. */
  apply(settings: SiteSettings): void {
    this.#settings = settings;
    this.#pointer.refresh();
    // The number on the toolbar button may have been asked for again.
    this.#told = null;
    void this.#reading.refresh();
  }

  /** Takes up changed names of the reader's own. */
  applyOwn(index: OwnIndex): void {
    this.#own.set(index);
    this.#overlay.here?.cards.refresh();
    void this.#reading.refresh();
  }

  /**
   * Opens the card of the next (1) or previous (−1) mention: after the open one, after the one that was open
   * last while it is still in sight, or after the top of the window.
   */
  async step(direction: 1 | -1): Promise<void> {
    const placed = this.#reading.placed;
    const from = this.#open ?? (this.#last !== null && isInView(this.#last) ? this.#last : null);
    const at = from === null ? -1 : placed.indexOf(from);
    const index = at < 0 ? firstInView(placed, direction) : at + direction;
    const next = placed[(index + placed.length) % placed.length];
    if (next !== undefined) await this.#reveal(next);
  }

  /** Scrolls to the first mention of an entity and opens its card. False when the page has none. */
  async show(id: EntityId): Promise<boolean> {
    const placed = this.#reading.placed.find((one) => one.mention.id === id);
    if (placed === undefined) return false;
    await this.#reveal(placed);
    return true;
  }

  summary(): PageSummary {
    const byId = new Map<EntityId, MentionSummary>();
    for (const { mention } of this.#reading.placed) {
      const { id, kind, name, certainty } = mention;
      const known = byId.get(id);
      const sure = certainty === 'sure' || known?.certainty === 'sure';
      byId.set(id, {
        id,
        kind,
        name,
        count: (known?.count ?? 0) + 1,
        certainty: sure ? 'sure' : 'possibly',
      });
    }
    return {
      mentions: [...byId.values()],
      complete: this.#reading.complete,
      settled: this.#settled,
      published: this.#publishedOnce()?.date ?? null,
      publishedBasis: this.#publishedOnce()?.basis ?? null,
      highlights: this.#overlay.here?.annotator?.highlights.summary() ?? NO_HIGHLIGHTS,
      canonical: canonicalLinkOf(document),
      open: this.#overlay.here?.cards.floatingId ?? null,
    };
  }

  /** False where highlighting is switched off. */
  get hasHighlights(): boolean {
    return this.#options.settings.highlights;
  }

  /** Takes up what is stored for this page, or that it has changed. */
  async reloadAnnotations(): Promise<void> {
    if (!this.hasHighlights) return;
    if (this.#overlay.here === null) {
      const canonical = canonicalLinkOf(document);
      const stored = await this.#options.client.request('annotations.forPage', { canonical });
      if (!stored.ok || stored.value.length === 0) return;
    }
    await (await this.#annotator())?.load();
  }

  async highlightSelection(withNote: boolean): Promise<void> {
    await (await this.#annotator())?.highlightSelection(withNote);
  }

  async openPageNote(): Promise<void> {
    await (await this.#annotator())?.openPageNote();
  }

  async showNextHighlight(): Promise<boolean> {
    return (await this.#annotator())?.showNext() ?? false;
  }

  async showChange(id: string): Promise<boolean> {
    return (await this.#annotator())?.showChange(id) ?? false;
  }

  async changeOf(id: string): Promise<FoundChange | null> {
    return (await this.#annotator())?.changeOf(id) ?? null;
  }

  async placeAgain(id: string): Promise<boolean> {
    return (await this.#annotator())?.placeAgain(id) ?? false;
  }

  async showAnnotation(id: string): Promise<boolean> {
    return (await this.#annotator())?.show(id) ?? false;
  }

  async #annotator(): Promise<Annotator | null> {
    return this.hasHighlights ? ((await this.#overlay.get())?.annotator ?? null) : null;
  }

  async #onSelect(range: Range | null): Promise<void> {
    const { here } = this.#overlay;
    if (here !== null) here.annotator?.select(range);
    else if (range !== null) (await this.#annotator())?.select(selectedRange(document));
  }

  async #openCard(placed: Placed, at: Point, touch: boolean): Promise<void> {
    this.#wanted = placed;
    const overlay = this.#overlay.here ?? (await this.#overlay.get());
    // The pointer may have gone on while it came.
    if (overlay === null || this.#wanted !== placed) return;
    await overlay.cards.open(placed, at, { focus: false, sheet: touch });
  }

  async #bringOverlay(): Promise<Overlay | null> {
    const { client, signal, loadOverlay, gazetteer } = this.#options;
    const create = await loadOverlay();
    if (create === null || signal.aborted) return null;
    const overlay = create({
      signal,
      client,
      hasHighlights: this.hasHighlights,
      settings: () => this.#settings,
      card: async (id) => this.#own.cardOf(id) ?? this.#source.get(id),
      published: () => this.#publishedOnce(),
      locale: () => pageLocale(this.#settings.language),
      labels: () => this.#settings.colourLabels,
      page: () => this.#page,
      mentions: () => this.#reading.placed.map((placed) => placed.mention),
      onFloating: (placed) => this.#onFloating(placed),
      nameOf: (id) => gazetteer.entity(id)?.name ?? this.#own.nameOf(id) ?? id,
      onConfirm: (placed) => this.#confirm(placed),
      noteCount: (id) => this.#noteCounts[id] ?? 0,
      ownFactCount: (id) => this.#own.factCount(id),
      onOwn: (id) => void client.request('own.edit', { id }),
      onDossier: (id) => void client.request('library.open', { entity: id }),
      onUnits: (units) => void client.request('settings.units', { units }),
      onNotHere: (placed) => this.#dismiss(placed),
      onNeverHere: (placed) => {
        this.#dismiss(placed);
        void client.request('names.neverHere', { name: placed.mention.text });
      },
      onNever: (placed) => {
        this.#dismiss(placed);
        void client.request('names.never', { name: placed.mention.text });
      },
    });
    if (this.#page !== EMPTY_PAGE) void overlay.annotator?.setPage(this.#page);
    return overlay;
  }

  async #reveal(placed: Placed): Promise<void> {
    placed.range.startContainer.parentElement?.scrollIntoView({
      block: 'center',
      behavior: 'instant',
    });
    const overlay = await this.#overlay.get();
    await overlay?.cards.open(placed, null, { focus: true, sheet: false });
  }

  *#detect(text: string): Steps<Detection> {
    if (!this.#settings.cards) return { mentions: [], declined: [], isComplete: true };
    const { gazetteer, matcher, lexicon } = this.#options;
    const found = yield* detecting(text, { gazetteer, matcher, lexicon });
    const { mentions, isComplete } = this.#own.addTo(text, found);
    const never = new Set(this.#settings.neverMark.map((name) => name.toLowerCase()));
    const wanted = mentions.filter(
      (mention) =>
        !never.has(mention.text.toLowerCase()) && !this.#dismissed.has(mention.text.toLowerCase()),
    );
    const kept: Mention[] = [];
    for (const mention of wanted) {
      const isConfirmed = this.#confirmed.has(`${mention.text.toLowerCase()} ${mention.id}`);
      const sure = { certainty: 'sure', alternatives: [] } as const;
      kept.push(keepMention(isConfirmed ? { ...mention, ...sure } : mention));
      yield;
    }
    return { mentions: kept, declined: [], isComplete };
  }

  #onRead(placed: readonly Placed[], page: PageText): void {
    this.#page = page;
    void this.#overlay.here?.annotator?.setPage(page);
    this.#pointer.setTargets(placed);
    const ids = [...new Set(placed.map((one) => one.mention.id))];
    // A page that changes all the time must not keep the background awake with what it knows.
    const told = ids.join();
    if (told === this.#told) return;
    this.#told = told;
    this.#source.warm(ids.filter((id) => !isOwnId(id)));
    void this.#options.client.request('page.report', { entities: ids.length });
    void this.#options.client
      .request('annotations.entityCounts', { ids: ids.slice(0, 256) })
      .then((counts) => {
        if (counts.ok) this.#noteCounts = counts.value;
      });
  }

  #onFloating(placed: Placed | null): void {
    this.#open = placed;
    this.#last = placed ?? this.#last;
    this.#reading.setOpen(placed);
    this.#pointer.setOpen(placed);
  }

  /** The reader's word counts more than ours, on this page. */
  #confirm(placed: Placed): void {
    this.#confirmed.add(`${placed.mention.text.toLowerCase()} ${placed.mention.id}`);
    void this.#reading.refresh();
  }

  #dismiss(placed: Placed): void {
    this.#dismissed.add(placed.mention.text.toLowerCase());
    void this.#reading.refresh();
  }

  /** Read once for each address: single-page sites change both together. */
  #publishedOnce(): Published | null {
    const url = location.href;
    if (this.#published?.url !== url) this.#published = { url, value: publicationDateOf(document) };
    return this.#published.value;
  }
}

function isInView({ range }: Placed): boolean {
  const box = range.startContainer.parentElement?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
}

/** Index of the first mention at or below the top of the window; for going back, of the one after it. */
function firstInView(placed: readonly Placed[], direction: 1 | -1): number {
  const index = placed.findIndex(({ range }) => {
    const element = range.startContainer.parentElement;
    return element !== null && element.getBoundingClientRect().bottom > 0;
  });
  if (direction === 1) return Math.max(index, 0);
  return index < 0 ? placed.length - 1 : index - 1;
}
