import { render } from 'preact';
import { ErrorCard, LoadingCard } from '@/components/card/CardStates';
import { EntityCard } from '@/components/card/EntityCard';
import type { Box, Point } from '@/core/cards/hover-intent';
import {
  type CardPosition,
  type CardStack,
  canGoBack,
  canGoForward,
  close,
  closeFloating,
  currentId,
  EMPTY_STACK,
  floatingCard,
  followIn,
  goBackIn,
  goForwardIn,
  type OpenCard,
  openFloating,
  pinAt,
  topCard,
} from '@/core/cards/stack';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import type { Published } from '@/core/knowledge/since';
import { isOwnId } from '@/core/own/own-entry';
import { FloatingPlace } from '@/dom/floating-place';
import type { Ground } from '@/dom/ground';
import type { Layer, PageHost } from '@/dom/page-host';
import type { CardAnswer } from '@/entrypoints/reader/card-source';
import type { Placed } from '@/entrypoints/reader/reading';
import type { SiteSettings } from '@/platform/messaging/contract';
import { CompareDeck } from './compare-deck';
import { dragFrom, swipeDownFrom } from './drag';
import { OwnFrame } from './OwnFrame';
import { themed } from './themed';

export interface CardControllerOptions {
  readonly signal: AbortSignal;
  readonly host: PageHost;
  readonly settings: () => SiteSettings;
  readonly card: (id: EntityId) => Promise<CardAnswer>;
  readonly published: () => Published | null;
  /** The language that cards speak on this page. */
  readonly locale: () => 'en' | 'zh';
  /** The floating card was opened on this mention, or closed (null). */
  readonly onFloating: (placed: Placed | null) => void;
  /** The usual name of an entity, for the other readings of an uncertain mention. */
  readonly nameOf: (id: EntityId) => string;
  /** The reader says that an uncertain mention is right: it is marked as a sure one on this page. */
  readonly onConfirm: (placed: Placed) => void;
  /** How many notes and highlights of the reader's are about an entity. */
  readonly noteCount: (id: EntityId) => number;
  readonly onNote: (id: EntityId) => void;
  readonly onDossier: (id: EntityId) => void;
  readonly onUnits: (units: 'metric' | 'us') => void;
  readonly onNotHere: (placed: Placed) => void;
  readonly onNeverHere: (placed: Placed) => void;
  readonly onNever: (placed: Placed) => void;
  /** How many facts of the reader's own there are about an entity. */
  readonly ownFactCount: (id: EntityId) => number;
  /** The reader wants to write names and facts of his own about an entity. */
  readonly onOwn: (id: EntityId) => void;
}

/** Draws the cards of a page: at most one floats beside its name, any number are pinned. */
export class CardController {
  readonly #options: CardControllerOptions;
  readonly #layer: Layer;
  readonly #cards = new Map<EntityId, CardAnswer>();
  readonly #deck: CompareDeck;
  /** The mentions that open cards were opened from, by the cards' keys. */
  readonly #mentions = new Map<string, Placed>();
  #stack: CardStack = EMPTY_STACK;
  /** The mention beside which the floating card stands. */
  #placed: Placed | null = null;
  #at: Point | null = null;
  /** Ends the tie between the floating card and its name. */
  #tied: AbortController | null = null;
  #asSheet = false;
  #keys = 0;
  #focusBefore: HTMLElement | null = null;

  constructor(options: CardControllerOptions) {
    this.#options = options;
    this.#deck = new CompareDeck({
      layer: options.host.layer(),
      card: (id) => {
        const card = this.#cards.get(id);
        return card === undefined || typeof card === 'string' ? null : card;
      },
      locale: options.locale,
      units: () => options.settings().units,
    });
    this.#layer = options.host.layer();
    const { signal } = options;
    window.addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
  }

  /** The entity that the floating card shows; null when none floats. */
  get floatingId(): EntityId | null {
    const floating = floatingCard(this.#stack);
    return floating === null || !this.#layer.isShown ? null : currentId(floating.trail);
  }

  /** Client box of the floating card; null when none floats. */
  get floatingBox(): Box | null {
    const floating = floatingCard(this.#stack);
    if (floating === null || !this.#layer.isShown) return null;
    return this.#wrapper(floating.key)?.getBoundingClientRect() ?? null;
  }

  /** Opens the card of a mention. `how.focus` when asked for by keyboard, `how.sheet` on touch. */
  async open(
    placed: Placed,
    at: Point | null,
    how: { readonly focus: boolean; readonly sheet: boolean },
  ): Promise<void> {
    const { id } = placed.mention;
    this.#placed = placed;
    this.#at = at;
    this.#asSheet = how.sheet;
    // Shown at once: the name stands there before its card has come (design, "Loading").
    void this.#load(id).then(() => {
      if (this.#placed === placed && floatingCard(this.#stack) !== null) this.#draw();
    });
    await this.#settle();
    if (this.#placed !== placed) return;
    if (how.focus && this.#options.host.focused() === null) {
      this.#focusBefore =
        document.activeElement instanceof HTMLElement ? document.activeElement : null;
    }
    this.#keys += 1;
    const key = `card-${this.#keys}`;
    this.#stack = openFloating(this.#stack, id, key);
    this.#mentions.set(key, placed);
    this.#layer.show(placed.range.startContainer);
    this.#draw();
    await this.#tie(placed, key);
    // Closed again meanwhile: a page may take our element out before it has found its place.
    if (this.#placed !== placed) return;
    if (how.focus) this.#focus(key);
    this.#options.onFloating(placed);
  }

  /** A page may take our element out: then the card is closed, and may be asked for again. */
  noticeRemoval(): void {
    if (floatingCard(this.#stack) !== null && !this.#layer.isShown) this.#change(EMPTY_STACK);
  }

  /** Draws again what is open: the reader's own names and facts have changed. */
  refresh(): void {
    for (const id of this.#cards.keys()) if (isOwnId(id)) this.#cards.delete(id);
    if (this.#layer.isShown) this.#draw();
  }

  /** Closes the floating card; pinned ones stay. */
  closeFloating(): void {
    this.#change(closeFloating(this.#stack));
  }

  /** Closes everything. */
  closeAll(): void {
    this.#change(EMPTY_STACK);
  }

  #change(next: CardStack): void {
    const before = this.#stack;
    const hadFocus = this.#layer.mount.contains(this.#options.host.focused());
    this.#stack = next;
    for (const { key } of before.cards)
      if (!next.cards.some((card) => card.key === key)) this.#mentions.delete(key);
    this.#draw();
    if (next.cards.length === 0) this.#layer.hide();
    if (hadFocus && this.#options.host.focused() === null) this.#refocus(before, next);
    if (next.cards.length === 0) this.#focusBefore = null;
    if (floatingCard(before) !== null && floatingCard(next) === null) {
      this.#tied?.abort();
      this.#placed = null;
      this.#options.onFloating(null);
    }
  }

  /** What had the focus has gone: a card that shows another entity now takes it, else the page has it back. */
  #refocus(before: CardStack, next: CardStack): void {
    const top = topCard(next);
    const isSameCard = top !== null && before.cards.some((card) => card.key === top.key);
    if (isSameCard && before.cards.length === next.cards.length) this.#focus(top.key);
    else this.#focusBefore?.focus({ preventScroll: true });
  }

  /** Fetches a card, if it is not there yet; what came instead of it is drawn too. */
  async #load(id: EntityId): Promise<void> {
    const known = this.#cards.get(id);
    if (known !== undefined && typeof known !== 'string') return;
    this.#cards.set(id, await this.#options.card(id));
  }

  /** A card that is already on its way is nearly always there within a turn of the event loop. */
  #settle(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 0));
  }

  #draw(): void {
    render(
      this.#stack.cards.map((open) => this.#drawOne(open)),
      this.#layer.mount,
    );
  }

  #drawOne(open: OpenCard) {
    const id = currentId(open.trail);
    const card = this.#cards.get(id);
    const { key } = open;
    const placed = open.trail.index === 0 ? (this.#mentions.get(key) ?? null) : null;
    const pinned = open.pinnedAt !== null;
    const asSheet = this.#asSheet && !pinned;
    const place = open.pinnedAt === null ? {} : { style: pinnedStyle(open.pinnedAt) };
    const ground = this.#mentions.get(key)?.ground ?? 'light';
    const name = asSheet ? 'layer-sheet' : pinned ? 'layer-card is-pinned' : 'layer-card';
    return (
      <div key={key} data-key={key} class={themed(name, ground)} {...place}>
        {card === undefined || typeof card === 'string' ? (
          this.#drawState(open, id, card)
        ) : (
          <EntityCard
            key={id}
            card={card}
            published={this.#options.published()}
            locale={this.#options.locale()}
            units={this.#options.settings().units}
            region={navigator.language}
            now={new Date().toISOString()}
            pinned={pinned}
            layout={asSheet ? 'sheet' : 'popover'}
            {...(placed === null ? {} : this.#mentionProps(placed))}
            {...(canGoBack(open.trail)
              ? { onBack: () => this.#change(goBackIn(this.#stack, key)) }
              : {})}
            {...(canGoForward(open.trail)
              ? { onForward: () => this.#change(goForwardIn(this.#stack, key)) }
              : {})}
            onOpen={(next) => void this.#follow(key, next)}
            onPin={() => this.#togglePin(open)}
            onCompare={(about) => this.#deck.toggle(about)}
            onCopy={(text) => void navigator.clipboard.writeText(text)}
            noteCount={this.#options.noteCount(id)}
            onUnits={(units) => this.#options.onUnits(units)}
            onNote={(about) => this.#options.onNote(about)}
            onDossier={(about) => this.#options.onDossier(about)}
            onNotHere={() => {
              if (placed !== null) this.#options.onNotHere(placed);
              this.#change(close(this.#stack, key));
            }}
            onNeverHere={() => {
              if (placed !== null) this.#options.onNeverHere(placed);
              this.#change(close(this.#stack, key));
            }}
            onNever={() => {
              if (placed !== null) this.#options.onNever(placed);
              this.#change(close(this.#stack, key));
            }}
            onOwn={(about) => this.#options.onOwn(about)}
            {...this.#ownProps(id, ground)}
            onClose={() => this.#change(close(this.#stack, key))}
            onDragStart={(event) => this.#startDrag(key, event)}
          />
        )}
      </div>
    );
  }

  /** What a card says of the mention that it was opened from. */
  #mentionProps(placed: Placed) {
    const { mention } = placed;
    const names = mention.alternatives.map((id) => [id, { en: this.#options.nameOf(id) }] as const);
    return {
      mention,
      alternativeNames: Object.fromEntries(names),
      onConfirm: () => this.#options.onConfirm(placed),
    };
  }

  /** The reader's own facts, in a frame of ours; nothing where there are none. */
  #ownProps(id: EntityId, ground: Ground) {
    const count = this.#options.ownFactCount(id);
    if (count === 0) return {};
    const locale = this.#options.locale();
    return { own: <OwnFrame id={id} count={count} locale={locale} ground={ground} /> };
  }

  #drawState(open: OpenCard, id: EntityId, problem: 'updated' | 'missing' | 'other' | undefined) {
    const name = this.#placed?.mention.id === id ? this.#placed.mention.name : id;
    const state = {
      kind: kindOf(id),
      names: { en: name },
      locale: this.#options.locale(),
      onClose: () => this.#change(close(this.#stack, open.key)),
    };
    if (problem === undefined) return <LoadingCard {...state} />;
    const onRemedy =
      problem === 'updated'
        ? () => location.reload()
        : () => void this.#load(id).then(() => this.#draw());
    return <ErrorCard {...state} problem={problem} onRemedy={onRemedy} />;
  }

  async #follow(key: string, id: EntityId): Promise<void> {
    await this.#load(id);
    this.#change(followIn(this.#stack, key, id));
  }

  #togglePin(open: OpenCard): void {
    if (open.pinnedAt !== null) {
      this.#change(close(this.#stack, open.key));
      return;
    }
    const box = this.#wrapper(open.key)?.getBoundingClientRect();
    if (box === undefined) return;
    this.#change(pinAt(this.#stack, open.key, { x: box.left, y: box.top }));
  }

  #startDrag(key: string, event: PointerEvent): void {
    const wrapper = this.#wrapper(key);
    if (wrapper === null || !event.isTrusted) return;
    if (wrapper.classList.contains('layer-sheet')) {
      swipeDownFrom(event, wrapper, () => this.#change(close(this.#stack, key)));
      return;
    }
    dragFrom(event, wrapper, (position: CardPosition) =>
      this.#change(pinAt(this.#stack, key, position)),
    );
  }

  /** Ties the floating card to its name until it closes, is pinned, or another one floats. */
  async #tie(placed: Placed, key: string): Promise<void> {
    this.#tied?.abort();
    const floating = this.#wrapper(key);
    if (this.#asSheet || floating === null) return;
    this.#tied = new AbortController();
    const signal = AbortSignal.any([this.#tied.signal, this.#options.signal]);
    const onGone = () => {
      // Someone reads it with the keyboard: it stays where it is.
      if (!floating.contains(this.#options.host.focused())) this.closeFloating();
    };
    await new FloatingPlace({
      range: placed.range,
      floating,
      at: this.#at,
      onGone,
      signal,
    }).place();
  }

  /** Focus goes to the dialog as a whole, which is read out, not to its first button. */
  #focus(key: string): void {
    const dialog = this.#wrapper(key)?.querySelector<HTMLElement>('[role="dialog"]');
    if (dialog === null || dialog === undefined) return;
    dialog.tabIndex = -1;
    dialog.style.outline = 'none';
    dialog.focus({ preventScroll: true });
  }

  #wrapper(key: string): HTMLElement | null {
    return this.#layer.mount.querySelector<HTMLElement>(`[data-key="${key}"]`);
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Escape') return;
    const top = topCard(this.#stack);
    if (top === null && this.#deck.isShown) {
      event.stopImmediatePropagation();
      event.preventDefault();
      this.#deck.close();
      return;
    }
    if (top === null || !this.#layer.isShown) return;
    // A menu that is open in the card closes first, by itself.
    if (this.#options.host.focused()?.closest('[role="menu"]') != null) return;
    // A card is the top layer: Escape closes the one on top, and the page does not hear this one.
    event.stopImmediatePropagation();
    event.preventDefault();
    this.#change(close(this.#stack, top.key));
  }
}

/** Where a card was pinned, as custom properties: the style sheet keeps it inside the window when that shrinks. */
function pinnedStyle({ x, y }: CardPosition): string {
  return `--pinned-x:${Math.round(x)}px;--pinned-y:${Math.round(y)}px`;
}
