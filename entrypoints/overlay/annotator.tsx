import { ChangeView } from '@/components/annotation/ChangeView';
import { COLOURS } from '@/components/annotation/colours';
import { HighlightChooser } from '@/components/annotation/HighlightChooser';
import { HighlightMenu } from '@/components/annotation/HighlightMenu';
import { SelectionToolbar } from '@/components/annotation/SelectionToolbar';
import type { HighlightColour } from '@/core/annotation/annotation';
import { changeIn, type FoundChange } from '@/core/annotation/change';
import { describe } from '@/core/annotation/describe';
import type { MarkedPassage } from '@/core/annotation/marked-passage';
import { linkToPassage } from '@/core/annotation/text-fragment';
import type { Mention } from '@/core/detection/mention';
import { createTranslate, type Translate } from '@/core/i18n/messages';
import type { Result } from '@/core/result';
import { overlaps, type Span } from '@/core/text/span';
import type { PageHost } from '@/dom/page-host';
import { canonicalLinkOf, describePage } from '@/dom/page-metadata';
import type { PageText } from '@/dom/page-text';
import { selectedRange, spanOfRange } from '@/dom/selection';
import { matches } from '@/dom/tree';
import type { Client } from '@/platform/messaging/client';
import type {
  ContractError,
  OwnHighlight,
  PageRequests,
  PaintedTarget,
} from '@/platform/messaging/contract';
import { cite } from './cite';
import { type Highlighted, Highlights } from './highlights';
import { newId } from './new-id';
import { type Near, Panels } from './panels';
import { Placing } from './placing';

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
  readonly #placing: Placing;
  #selected: Range | null = null;
  #targets: readonly PaintedTarget[] = [];
  #isCreating = false;
  /** The highlight that the keyboard went to last. */
  #reached: string | null = null;
  #lastColour: HighlightColour = 'yellow';

  constructor(options: AnnotatorOptions) {
    this.#options = options;
    const { signal } = options;
    this.#panels = new Panels(options);
    this.#placing = new Placing({
      host: options.host,
      locale: options.locale,
      onPlace: (target) => void this.#place(target),
    });
    this.#highlights = new Highlights(signal, () => undefined);
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

  /** The same for a document of ours to show. Null for a highlight of another page. */
  changeOf(id: string): FoundChange | null {
    const target = this.#targets.find((one) => one.id === id);
    return target === undefined ? null : changeIn(this.#options.page().text, target.selector);
  }

  /** Lets the reader select the words that a highlight belongs on. False for one of another page. */
  placeAgain(id: string): boolean {
    const target = this.#targets.find((one) => one.id === id);
    if (target === undefined) return false;
    this.#panels.close();
    this.#selected = selectedRange(document);
    this.#placing.begin(target, this.#selected !== null);
    return true;
  }

  #openChange(target: PaintedTarget, near: Near): void {
    const change = this.changeOf(target.id);
    if (change === null) return;
    const opened = this.#panels.open(
      <ChangeView
        locale={this.#options.locale()}
        change={change}
        onPlaceAgain={() => this.placeAgain(target.id)}
        onClose={() => this.#panels.close()}
      />,
      near,
      null,
    );
    void opened.then(() => this.#panels.focus());
  }

  get #t(): Translate {
    return createTranslate(this.#options.locale());
  }

  /** The reader of the page has selected something, or no longer (null). */
  select(range: Range | null): void {
    if (this.#panels.hasFrame) return;
    const had = this.#selected;
    this.#selected = range;
    if (this.#placing.isOn) {
      this.#placing.setSelection(range !== null);
      return;
    }
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
        onCopy={() => this.#copy(cite(range.toString()))}
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

  /** What is selected, described. Says so when nothing is that could be marked; then null. */
  #describeSelected(): MarkedPassage | null {
    const page = this.#options.page();
    const span = this.#selected === null ? null : spanOfRange(page, this.#selected);
    const described = span === null ? null : describe(page.text, span);
    if (span !== null && described?.ok === true) {
      const entities = entitiesIn(this.#options.mentions(), span);
      return { selector: described.value, entities, seenAt: null };
    }
    const isTooLong = described?.ok === false && described.error.code === 'too-long';
    this.#panels.toast(this.#t(isTooLong ? 'tooLongToHighlight' : 'nothingToHighlight'));
    return null;
  }

  /** What was selected has been stored: the toolbar goes with the selection. */
  #leaveSelection(): void {
    document.getSelection()?.removeAllRanges();
    this.#selected = null;
    this.#panels.close();
  }

  async #store(colour: HighlightColour, withNote: boolean): Promise<void> {
    const passage = this.#describeSelected();
    if (passage === null) return;
    this.#lastColour = colour;
    const { selector, entities } = passage;
    const answer = await this.#options.client.request('annotations.create', {
      id: newId(),
      selector,
      colour,
      entities,
      canonical: canonicalLinkOf(document),
      page: describePage(document, location.href),
    });
    if (!answer.ok) {
      // The selection stays as it is: nothing is lost, and trying again is one key away.
      this.#panels.toast(answer.error.message);
      return;
    }
    this.#leaveSelection();
    await this.#setTargets([...this.#targets, answer.value]);
    if (withNote) this.#openNote(answer.value.id);
    else
      this.#panels.toast(this.#t('highlightSaved'), {
        label: this.#t('undo'),
        onClick: () => void this.#trash(answer.value.id),
      });
  }

  /** Puts a highlight on what is selected. */
  async #place(target: PaintedTarget): Promise<void> {
    const passage = this.#describeSelected();
    if (passage === null) return;
    const before = await this.#options.client.request('annotations.passage', this.#own(target.id));
    if (!before.ok) {
      this.#panels.toast(before.error.message);
      return;
    }
    if (!(await this.#move(target.id, passage))) return;
    this.#placing.end();
    this.#leaveSelection();
    this.#panels.toast(this.#t('highlightPlaced'), {
      label: this.#t('undo'),
      onClick: () => void this.#moveBack(target.id, before.value),
    });
  }

  async #moveBack(id: string, passage: MarkedPassage): Promise<void> {
    if (await this.#move(id, passage)) this.#panels.hideToast();
  }

  /** False when it could not be stored; the reader is told. */
  async #move(id: string, passage: MarkedPassage): Promise<boolean> {
    const revision = this.#targets.find((one) => one.id === id)?.revision;
    if (revision === undefined) return false;
    return this.#take(
      await this.#options.client.request('annotations.move', {
        ...this.#own(id),
        revision,
        passage,
      }),
    );
  }

  /** Paints a highlight as it is stored now. False, and the reason said, when the change was not stored. */
  async #take(answer: Result<PaintedTarget, ContractError>): Promise<boolean> {
    if (!answer.ok) {
      this.#panels.toast(answer.error.message);
      return false;
    }
    const { value } = answer;
    await this.#setTargets(this.#targets.map((one) => (one.id === value.id ? value : one)));
    return true;
  }

  #own(id: string): OwnHighlight {
    return { id, canonical: canonicalLinkOf(document) };
  }

  #onClick(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const path = event.composedPath();
    if (path.includes(this.#options.host.element)) return;
    if (this.#panels.hasFrame || this.#placing.isOn) return;
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
        onCopy={() => this.#copy(cite(text))}
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

  #copy(text: string): void {
    void navigator.clipboard.writeText(text).then(() => this.#panels.toast(this.#t('copied')));
    this.#panels.close();
  }

  async #recolour(target: PaintedTarget, colour: HighlightColour): Promise<void> {
    this.#panels.close();
    const { id, revision } = target;
    await this.#take(
      await this.#options.client.request('annotations.recolour', {
        ...this.#own(id),
        revision,
        colour,
      }),
    );
  }

  async #trash(id: string): Promise<void> {
    this.#panels.close();
    const answer = await this.#options.client.request('annotations.trash', this.#own(id));
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
    const answer = await this.#options.client.request('annotations.restore', this.#own(id));
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
    if (
      event.key === 'Escape' &&
      !this.#panels.hasFrame &&
      (this.#panels.isOpen || this.#placing.isOn)
    ) {
      event.stopImmediatePropagation();
      event.preventDefault();
      if (this.#panels.isOpen) this.#panels.close();
      else this.#placing.end();
      return;
    }
    const isOurs = event.composedPath().includes(this.#options.host.element);
    if (event.key === 'Enter' && !isOurs && this.#placing.place()) {
      event.stopImmediatePropagation();
      event.preventDefault();
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

function isEditable(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable === true || matches(target, 'textarea, input, select'))
  );
}
