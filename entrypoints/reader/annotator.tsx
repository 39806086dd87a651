import { ChangeView } from '@/components/annotation/ChangeView';
import { COLOURS } from '@/components/annotation/colours';
import { HighlightChooser } from '@/components/annotation/HighlightChooser';
import { HighlightMenu } from '@/components/annotation/HighlightMenu';
import { SelectionToolbar } from '@/components/annotation/SelectionToolbar';
import type { HighlightColour } from '@/core/annotation/annotation';
import { changeIn } from '@/core/annotation/change';
import { describe } from '@/core/annotation/describe';
import { linkToPassage } from '@/core/annotation/text-fragment';
import type { Mention } from '@/core/detection/mention';
import { createTranslate, type Translate } from '@/core/i18n/messages';
import { overlaps, type Span } from '@/core/text/span';
import type { PageHost } from '@/dom/page-host';
import { canonicalLinkOf, describePage } from '@/dom/page-metadata';
import type { PageText } from '@/dom/page-text';
import { selectedRange, spanOfRange, watchSelection } from '@/dom/selection';
import { matches } from '@/dom/tree';
import type { Client } from '@/platform/messaging/client';
import type { PageRequests, PaintedTarget } from '@/platform/messaging/contract';
import { type Highlighted, Highlights } from './highlights';
import { type Near, Panels } from './panels';

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

/** Selecting, highlighting, and what can be done with a highlight. Notes themselves are written in the note frame. */
export class Annotator {
  readonly #options: AnnotatorOptions;
  readonly #highlights: Highlights;
  readonly #panels: Panels;
  #selected: Range | null = null;
  #targets: readonly PaintedTarget[] = [];
  #isCreating = false;
  /** The highlight that the keyboard went to last. */
  #reached: string | null = null;
  #lastColour: HighlightColour = 'yellow';

  constructor(options: AnnotatorOptions) {
    this.#options = options;
    const { signal } = options;
    this.#panels = new Panels(options.host, options.locale, signal);
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
    if (found !== null) scrollTo(found);
    return found !== null;
  }

  /** Goes to the next highlight in reading order and opens its menu for the keyboard. False without any. */
  showNext(): boolean {
    const next = this.#highlights.after(this.#reached);
    if (next === null) return false;
    this.#reached = next.target.id;
    scrollTo(next);
    void this.#openMenu(next, null).then(() => this.#panels.focus());
    return true;
  }

  /** Shows what became of a highlight's passage, wherever it is now. False for one of another page. */
  showChange(id: string): boolean {
    const target = this.#targets.find((one) => one.id === id);
    if (target === undefined) return false;
    this.show(id);
    this.#openChange(target, this.#highlights.find(id)?.range ?? document.body);
    return true;
  }

  #openChange(target: PaintedTarget, near: Near): void {
    const change = changeIn(this.#options.page().text, target.selector);
    if (change === null) return;
    const opened = this.#panels.open(
      <ChangeView
        locale={this.#options.locale()}
        change={change}
        onClose={() => this.#panels.close()}
      />,
      near,
      null,
    );
    void opened.then(() => this.#panels.focus());
  }

  /** The browser's own shortcuts for the same commands come first; these work where it has none set. */
  readonly #shortcuts: Readonly<Record<string, () => void>> = {
    KeyH: () => void this.highlightSelection(false),
    KeyB: () => void this.openPageNote(),
    KeyM: () => void this.showNext(),
  };

  get #t(): Translate {
    return createTranslate(this.#options.locale());
  }

  #onSelect(range: Range | null): void {
    if (this.#panels.hasFrame) return;
    const had = this.#selected;
    this.#selected = range;
    if (range === null) {
      // The toolbar goes with its selection; a menu was opened without one.
      if (had !== null) this.#panels.close();
      return;
    }
    void this.#panels.open(
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
      this.#panels.toast(this.#t('nothingToHighlight'));
      return;
    }
    this.#lastColour = colour;
    const described = describe(page.text, span);
    if (!described.ok) {
      this.#panels.toast(
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
      this.#panels.toast(answer.error.message);
      return;
    }
    document.getSelection()?.removeAllRanges();
    this.#selected = null;
    this.#panels.close();
    await this.#setTargets([...this.#targets, answer.value]);
    if (withNote) this.#openNote(answer.value.id);
    else
      this.#panels.toast(this.#t('highlightSaved'), {
        label: this.#t('undo'),
        onClick: () => void this.#trash(answer.value.id),
      });
  }

  #onClick(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const path = event.composedPath();
    if (path.includes(this.#options.host.element)) return;
    if (this.#panels.hasFrame) return;
    const onLink = path.some((target) => matches(target, 'a[href], button, summary, label'));
    if (onLink || document.getSelection()?.isCollapsed === false) return;
    const found = this.#highlights.at(event.clientX, event.clientY, path);
    const [only, ...others] = found;
    if (only === undefined) {
      this.#panels.close();
    } else if (others.length === 0) {
      void this.#openMenu(only, { x: event.clientX, y: event.clientY });
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
    void this.#panels.open(
      <HighlightChooser
        locale={this.#options.locale()}
        choices={choices}
        onChoose={(id) => {
          const chosen = this.#highlights.find(id);
          if (chosen !== null) void this.#openMenu(chosen, at);
        }}
      />,
      first.range,
      at,
    );
  }

  #openMenu(highlighted: Highlighted, at: { x: number; y: number } | null): Promise<void> {
    const { target } = highlighted;
    const text = this.#textOf(highlighted);
    return this.#panels.open(
      <HighlightMenu
        key={target.id}
        locale={this.#options.locale()}
        labels={this.#options.labels()}
        colour={target.colour}
        hasNote={target.hasNote}
        onColour={(colour) => void this.#recolour(target, colour)}
        onNote={() => this.#openNote(target.id)}
        {...(highlighted.placement.state === 'changed'
          ? { onSeeChanges: () => this.#openChange(target, highlighted.range) }
          : {})}
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
    void navigator.clipboard.writeText(text).then(() => this.#panels.toast(this.#t('copied')));
    this.#panels.close();
  }

  async #recolour(target: PaintedTarget, colour: HighlightColour): Promise<void> {
    this.#panels.close();
    const answer = await this.#options.client.request('annotations.recolour', {
      id: target.id,
      revision: target.revision,
      colour,
    });
    if (answer.ok)
      await this.#setTargets(
        this.#targets.map((one) => (one.id === target.id ? answer.value : one)),
      );
    else this.#panels.toast(answer.error.message);
  }

  async #trash(id: string): Promise<void> {
    this.#panels.close();
    const answer = await this.#options.client.request('annotations.trash', { id });
    if (!answer.ok) {
      this.#panels.toast(answer.error.message);
      return;
    }
    await this.#setTargets(this.#targets.filter((one) => one.id !== id));
    this.#panels.toast(this.#t('highlightDeleted'), {
      label: this.#t('undo'),
      onClick: () => void this.#restore(id),
    });
  }

  async #restore(id: string): Promise<void> {
    const answer = await this.#options.client.request('annotations.restore', { id });
    if (answer.ok) await this.load();
    this.#panels.hideToast();
  }

  /** Opens the reader's note on an entity. */
  async openEntityNote(entity: Mention['id']): Promise<void> {
    const answer = await this.#options.client.request('annotations.noteOnEntity', { entity });
    if (answer.ok) this.#openNote(answer.value);
    else this.#panels.toast(answer.error.message);
  }

  /** Opens the reader's note on this page. */
  async openPageNote(): Promise<void> {
    const answer = await this.#options.client.request('annotations.noteOnPage', {
      canonical: canonicalLinkOf(document),
      page: describePage(document, location.href),
    });
    if (answer.ok) this.#openNote(answer.value);
    else this.#panels.toast(answer.error.message);
  }

  #openNote(id: string): void {
    this.#panels.openNote(id, this.#highlights.find(id)?.range ?? document.body);
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (event.key === 'Escape' && this.#panels.isOpen && !this.#panels.hasFrame) {
      event.stopImmediatePropagation();
      event.preventDefault();
      this.#panels.close();
      return;
    }
    const shortcut =
      event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey
        ? this.#shortcuts[event.code]
        : undefined;
    if (shortcut !== undefined) {
      event.preventDefault();
      event.stopImmediatePropagation();
      shortcut();
      return;
    }
    if (this.#selected === null || !this.#panels.isOpen || this.#panels.hasFrame) return;
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
}

function scrollTo({ range }: Highlighted): void {
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
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
