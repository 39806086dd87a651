import { render, type VNode } from 'preact';
import { COLOURS } from '@/components/annotation/colours';
import { HighlightChooser } from '@/components/annotation/HighlightChooser';
import { HighlightMenu } from '@/components/annotation/HighlightMenu';
import { SelectionToolbar } from '@/components/annotation/SelectionToolbar';
import { Toast } from '@/components/ui/Toast';
import type { HighlightColour } from '@/core/annotation/annotation';
import { describe } from '@/core/annotation/describe';
import { linkToPassage } from '@/core/annotation/text-fragment';
import type { Mention } from '@/core/detection/mention';
import { createTranslate, type Translate } from '@/core/i18n/messages';
import { overlaps, type Span } from '@/core/text/span';
import type { Layer, PageHost } from '@/dom/page-host';
import { canonicalLinkOf, describePage } from '@/dom/page-metadata';
import type { PageText } from '@/dom/page-text';
import { placeBeside } from '@/dom/place-card';
import { selectedRange, spanOfRange, watchSelection } from '@/dom/selection';
import { matches } from '@/dom/tree';
import { browser } from '@/platform/browser';
import type { Client } from '@/platform/messaging/client';
import type { PageRequests, PaintedTarget } from '@/platform/messaging/contract';
import { type Highlighted, Highlights } from './highlights';

export interface AnnotatorOptions {
  readonly signal: AbortSignal;
  readonly host: PageHost;
  readonly client: Client<PageRequests>;
  readonly locale: () => 'en' | 'zh';
  readonly labels: () => Readonly<Record<string, string>>;
  /** The page's text as last read, and the mentions in it. */
  readonly page: () => PageText;
  readonly mentions: () => readonly Mention[];
}

const TOAST_MS = 8000;

/** Selecting, highlighting, and what can be done with a highlight. Notes themselves are written in the note frame. */
export class Annotator {
  readonly #options: AnnotatorOptions;
  readonly #highlights: Highlights;
  /** The toolbar, a menu, or the note frame: one at a time. */
  readonly #panel: Layer;
  readonly #toasts: Layer;
  #selected: Range | null = null;
  #targets: readonly PaintedTarget[] = [];
  #toastTimer: number | null = null;
  #hasFrame = false;
  #isCreating = false;
  #lastColour: HighlightColour = 'yellow';

  constructor(options: AnnotatorOptions) {
    this.#options = options;
    const { signal } = options;
    this.#panel = options.host.layer();
    this.#toasts = options.host.layer();
    this.#highlights = new Highlights(signal, () => undefined);
    watchSelection({
      document,
      signal,
      isOurs: (target) => target === options.host.element,
      onSelect: (range) => this.#onSelect(range),
    });
    window.addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
    window.addEventListener('click', (event) => this.#onClick(event), {
      capture: true,
      passive: true,
      signal,
    });
    window.addEventListener('message', (event) => this.#onMessage(event), { signal });
  }

  get highlights(): Highlights {
    return this.#highlights;
  }

  /** Fetches what is stored for this page. */
  async load(): Promise<void> {
    const answer = await this.#options.client.request('annotations.forPage', {
      canonical: canonicalLinkOf(document),
    });
    if (!answer.ok) return;
    this.#targets = answer.value;
    await this.#highlights.setTargets(this.#targets);
  }

  async setPage(page: PageText): Promise<void> {
    await this.#highlights.setPage(page);
  }

  /** Highlights what is selected: shortcut and context menu. */
  async highlightSelection(withNote: boolean): Promise<void> {
    this.#selected = selectedRange(document);
    await this.#create(this.#lastColour, withNote);
  }

  /** Scrolls to a highlight. False when it is not on the page. */
  show(id: string): boolean {
    const found = this.#highlights.find(id);
    found?.range.startContainer.parentElement?.scrollIntoView({
      block: 'center',
      behavior: 'instant',
    });
    return found !== null;
  }

  get #t(): Translate {
    return createTranslate(this.#options.locale());
  }

  #onSelect(range: Range | null): void {
    if (this.#hasFrame) return;
    this.#selected = range;
    if (range === null) {
      this.#closePanel();
      return;
    }
    this.#openPanel(
      <SelectionToolbar
        locale={this.#options.locale()}
        lastColour={this.#lastColour}
        labels={this.#options.labels()}
        onHighlight={(colour) => void this.#create(colour, false)}
        onNote={() => void this.#create(this.#lastColour, true)}
        onCopy={() => this.#copy(this.#cite(range.toString()))}
      />,
      range,
      null,
    );
  }

  /** One at a time: a key pressed twice stores one highlight. */
  async #create(colour: HighlightColour, withNote: boolean): Promise<void> {
    if (this.#isCreating) return;
    this.#isCreating = true;
    try {
      await this.#store(colour, withNote);
    } finally {
      this.#isCreating = false;
    }
  }

  async #store(colour: HighlightColour, withNote: boolean): Promise<void> {
    const range = this.#selected;
    const page = this.#options.page();
    const span = range === null ? null : spanOfRange(page, range);
    if (span === null) {
      this.#toast(this.#t('nothingToHighlight'));
      return;
    }
    this.#lastColour = colour;
    const described = describe(page.text, span);
    if (!described.ok) {
      this.#toast(
        this.#t(described.error.code === 'too-long' ? 'tooLongToHighlight' : 'nothingToHighlight'),
      );
      return;
    }
    const answer = await this.#options.client.request('annotations.create', {
      id: newId(),
      selector: described.value,
      colour,
      entities: entitiesIn(this.#options.mentions(), span),
      canonical: canonicalLinkOf(document),
      page: describePage(document, location.href),
    });
    if (!answer.ok) {
      // The selection stays as it is: nothing is lost, and trying again is one key away.
      this.#toast(answer.error.message);
      return;
    }
    document.getSelection()?.removeAllRanges();
    this.#selected = null;
    this.#closePanel();
    await this.#setTargets([...this.#targets, answer.value]);
    if (withNote) this.#openNote(answer.value.id);
    else
      this.#toast(this.#t('highlightSaved'), {
        label: this.#t('undo'),
        onClick: () => void this.#trash(answer.value.id),
      });
  }

  #onClick(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const path = event.composedPath();
    if (path.includes(this.#options.host.element)) return;
    if (this.#hasFrame) return;
    const onLink = path.some((target) => matches(target, 'a[href], button, summary, label'));
    if (onLink || document.getSelection()?.isCollapsed === false) return;
    const found = this.#highlights.at(event.clientX, event.clientY, path);
    const [only, ...others] = found;
    if (only === undefined) {
      this.#closePanel();
    } else if (others.length === 0) {
      this.#openMenu(only, { x: event.clientX, y: event.clientY });
    } else {
      this.#openChooser(found, { x: event.clientX, y: event.clientY });
    }
  }

  #openChooser(found: readonly Highlighted[], at: { x: number; y: number }): void {
    const [first] = found;
    if (first === undefined) return;
    const choices = found.map((one) => ({
      id: one.target.id,
      colour: one.target.colour,
      text: this.#textOf(one).slice(0, 80),
    }));
    this.#openPanel(
      <HighlightChooser
        locale={this.#options.locale()}
        choices={choices}
        onChoose={(id) => {
          const chosen = this.#highlights.find(id);
          if (chosen !== null) this.#openMenu(chosen, at);
        }}
      />,
      first.range,
      at,
    );
  }

  #openMenu(highlighted: Highlighted, at: { x: number; y: number } | null): void {
    const { target } = highlighted;
    const text = this.#textOf(highlighted);
    this.#openPanel(
      <HighlightMenu
        key={target.id}
        locale={this.#options.locale()}
        labels={this.#options.labels()}
        colour={target.colour}
        hasNote={target.hasNote}
        onColour={(colour) => void this.#recolour(target, colour)}
        onNote={() => this.#openNote(target.id)}
        onCopy={() => this.#copy(this.#cite(text))}
        onCopyLink={() =>
          this.#copy(linkToPassage(location.href, this.#options.page().text, highlighted.placement))
        }
        onDelete={() => void this.#trash(target.id)}
      />,
      highlighted.range,
      at,
    );
  }

  #textOf({ placement }: Highlighted): string {
    return this.#options.page().text.slice(placement.start, placement.end).replaceAll(/\s+/g, ' ');
  }

  /** The passage with where it is from: title, site and address. */
  #cite(text: string): string {
    const { title, siteName, published } = describePage(document, location.href);
    const from = [title, siteName, published?.slice(0, 10)].filter(
      (part) => part !== undefined && part !== '',
    );
    return `“${text.replaceAll(/\s+/g, ' ').trim()}”\n${from.join(', ')}\n${location.href}`;
  }

  #copy(text: string): void {
    void navigator.clipboard.writeText(text).then(() => this.#toast(this.#t('copied')));
    this.#closePanel();
  }

  async #recolour(target: PaintedTarget, colour: HighlightColour): Promise<void> {
    this.#closePanel();
    const answer = await this.#options.client.request('annotations.recolour', {
      id: target.id,
      revision: target.revision,
      colour,
    });
    if (answer.ok)
      await this.#setTargets(
        this.#targets.map((one) => (one.id === target.id ? answer.value : one)),
      );
    else this.#toast(answer.error.message);
  }

  async #trash(id: string): Promise<void> {
    this.#closePanel();
    const answer = await this.#options.client.request('annotations.trash', { id });
    if (!answer.ok) {
      this.#toast(answer.error.message);
      return;
    }
    await this.#setTargets(this.#targets.filter((one) => one.id !== id));
    this.#toast(this.#t('highlightDeleted'), {
      label: this.#t('undo'),
      onClick: () => void this.#restore(id),
    });
  }

  async #restore(id: string): Promise<void> {
    const answer = await this.#options.client.request('annotations.restore', { id });
    if (answer.ok) await this.load();
    this.#hideToast();
  }

  /** Opens the reader's note on an entity. */
  async openEntityNote(entity: Mention['id']): Promise<void> {
    const answer = await this.#options.client.request('annotations.noteOn', { entity });
    if (answer.ok) this.#openNote(answer.value);
    else this.#toast(answer.error.message);
  }

  /** The note is typed in a document of ours: the page sees a frame, never its content. */
  #openNote(id: string): void {
    const found = this.#highlights.find(id);
    const url = new URL(browser.runtime.getURL('note.html'));
    url.searchParams.set('lang', this.#options.locale());
    url.hash = encodeURIComponent(id);
    const range = found?.range ?? null;
    this.#openPanel(
      <div class="note-place" role="dialog" aria-label={this.#t('note')}>
        <iframe src={url.href} title={this.#t('note')} />
      </div>,
      range ?? document.body,
      null,
    );
    this.#hasFrame = true;
  }

  #onMessage(event: MessageEvent): void {
    // The page may send this too; all it can do is close a frame, and the frame saves before it goes.
    if (!this.#hasFrame || event.data !== 'downrange:close-note') return;
    if (event.origin !== new URL(browser.runtime.getURL('')).origin) return;
    this.#closePanel();
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (event.key === 'Escape' && this.#panel.isShown && !this.#hasFrame) {
      event.stopImmediatePropagation();
      event.preventDefault();
      this.#closePanel();
      return;
    }
    if (event.altKey && event.shiftKey && event.code === 'KeyH') {
      event.preventDefault();
      event.stopImmediatePropagation();
      void this.highlightSelection(false);
      return;
    }
    if (this.#selected === null || !this.#panel.isShown || this.#hasFrame) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isEditable(event.composedPath()[0]))
      return;
    const colour = COLOURS[Number(event.key) - 1];
    if (colour === undefined && event.key !== 'n' && event.key !== 'N') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.#create(colour ?? this.#lastColour, colour === undefined);
  }

  async #setTargets(targets: readonly PaintedTarget[]): Promise<void> {
    this.#targets = targets;
    await this.#highlights.setTargets(targets);
  }

  #openPanel(
    view: VNode,
    near: AbstractRange | Element,
    at: { x: number; y: number } | null,
  ): void {
    this.#hasFrame = false;
    render(<div class="layer-card">{view}</div>, this.#panel.mount);
    const node = near instanceof Element ? near : near.startContainer;
    this.#panel.show(node);
    const place = this.#panel.mount.firstElementChild;
    if (!(place instanceof HTMLElement)) return;
    if (near instanceof Element) {
      place.style.cssText = 'left:16px;top:16px';
      return;
    }
    void placeBeside(near, place, at).then((found) => {
      place.style.left = `${Math.round(found?.x ?? 16)}px`;
      place.style.top = `${Math.round(found?.y ?? 16)}px`;
    });
  }

  #closePanel(): void {
    this.#hasFrame = false;
    if (!this.#panel.isShown) return;
    render(null, this.#panel.mount);
    this.#panel.hide();
  }

  #toast(message: string, action?: { readonly label: string; readonly onClick: () => void }): void {
    if (this.#toastTimer !== null) window.clearTimeout(this.#toastTimer);
    render(
      <div class="layer-toast">
        <Toast
          message={message}
          {...(action === undefined ? {} : { action })}
          closeLabel={this.#t('close')}
          onClose={() => this.#hideToast()}
        />
      </div>,
      this.#toasts.mount,
    );
    this.#toasts.show(document.documentElement);
    this.#toastTimer = window.setTimeout(() => this.#hideToast(), TOAST_MS);
  }

  #hideToast(): void {
    if (!this.#toasts.isShown) return;
    render(null, this.#toasts.mount);
    this.#toasts.hide();
  }
}

/** Entities mentioned in a span, in order, each once. */
function entitiesIn(mentions: readonly Mention[], span: Span): Mention['id'][] {
  return [
    ...new Set(mentions.filter((mention) => overlaps(mention, span)).map((mention) => mention.id)),
  ];
}

/** `crypto.randomUUID` is missing on pages without TLS; its random numbers are not. RFC 9562, version 4. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function isEditable(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable === true || matches(target, 'textarea, input, select'))
  );
}
