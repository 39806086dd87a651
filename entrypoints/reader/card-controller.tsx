import { render } from 'preact';
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
import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import type { Published } from '@/core/knowledge/since';
import type { Layer, PageHost } from '@/dom/page-host';
import { placeBeside } from '@/dom/place-card';
import type { SiteSettings } from '@/platform/messaging/contract';
import { dragFrom } from './drag';
import type { Placed } from './reading';

export interface CardControllerOptions {
  readonly signal: AbortSignal;
  readonly host: PageHost;
  readonly settings: () => SiteSettings;
  /** The card of an entity; null when it cannot be had. */
  readonly card: (id: EntityId) => Promise<Card | null>;
  readonly published: () => Published | null;
  /** The language that cards speak on this page. */
  readonly locale: () => 'en' | 'zh';
  /** The floating card was opened on this mention, or closed (null). */
  readonly onFloating: (placed: Placed | null) => void;
  /** How many notes and highlights of the reader's are about an entity. */
  readonly noteCount: (id: EntityId) => number;
  readonly onNote: (id: EntityId) => void;
  readonly onDossier: (id: EntityId) => void;
  readonly onUnits: (units: 'metric' | 'us') => void;
  readonly onNotHere: (placed: Placed) => void;
  readonly onNeverHere: (placed: Placed) => void;
}

/** Draws the cards of a page: at most one floats beside its name, any number are pinned. */
export class CardController {
  readonly #options: CardControllerOptions;
  readonly #layer: Layer;
  readonly #cards = new Map<EntityId, Card>();
  #stack: CardStack = EMPTY_STACK;
  /** The mention beside which the floating card stands. */
  #placed: Placed | null = null;
  #at: Point | null = null;
  #asSheet = false;
  #keys = 0;
  #focusBefore: HTMLElement | null = null;

  constructor(options: CardControllerOptions) {
    this.#options = options;
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
    if (!(await this.#load(id)) || this.#placed !== placed) return;
    if (how.focus && this.#options.host.focused() === null) {
      this.#focusBefore =
        document.activeElement instanceof HTMLElement ? document.activeElement : null;
    }
    this.#keys += 1;
    const key = `card-${this.#keys}`;
    this.#stack = openFloating(this.#stack, id, key);
    this.#layer.show(placed.range.startContainer);
    this.#draw();
    await this.#placeFloating();
    if (how.focus) this.#focus(key);
    this.#options.onFloating(placed);
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
    const hadFloating = floatingCard(this.#stack) !== null;
    this.#stack = next;
    if (next.cards.length === 0) {
      const hadFocus = this.#layer.mount.contains(this.#options.host.focused());
      this.#draw();
      this.#layer.hide();
      if (hadFocus) this.#focusBefore?.focus({ preventScroll: true });
      this.#focusBefore = null;
    } else {
      this.#draw();
    }
    if (hadFloating && floatingCard(next) === null) {
      this.#placed = null;
      this.#options.onFloating(null);
    }
  }

  /** Fetches a card; true when it is there to be drawn. */
  async #load(id: EntityId): Promise<boolean> {
    if (this.#cards.has(id)) return true;
    const card = await this.#options.card(id);
    if (card !== null) this.#cards.set(id, card);
    return card !== null;
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
    if (card === undefined) return null;
    const { key } = open;
    const placed = open.pinnedAt === null && open.trail.index === 0 ? this.#placed : null;
    const pinned = open.pinnedAt !== null;
    const asSheet = this.#asSheet && !pinned;
    const style =
      pinned && open.pinnedAt !== null
        ? `left:${open.pinnedAt.x}px;top:${open.pinnedAt.y}px`
        : undefined;
    return (
      <div
        key={key}
        data-key={key}
        class={asSheet ? 'layer-sheet' : 'layer-card'}
        {...(pinned ? { style } : {})}
      >
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
          {...(placed === null ? {} : { mention: placed.mention })}
          {...(canGoBack(open.trail)
            ? { onBack: () => this.#change(goBackIn(this.#stack, key)) }
            : {})}
          {...(canGoForward(open.trail)
            ? { onForward: () => this.#change(goForwardIn(this.#stack, key)) }
            : {})}
          onOpen={(next) => void this.#follow(key, next)}
          onPin={() => this.#togglePin(open)}
          onCompare={() => this.#togglePin(open)}
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
          onClose={() => this.#change(close(this.#stack, key))}
          onDragStart={(event) => this.#startDrag(key, event)}
        />
      </div>
    );
  }

  async #follow(key: string, id: EntityId): Promise<void> {
    if (await this.#load(id)) this.#change(followIn(this.#stack, key, id));
    await this.#placeFloating();
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
    dragFrom(event, wrapper, (position: CardPosition) =>
      this.#change(pinAt(this.#stack, key, position)),
    );
  }

  async #placeFloating(): Promise<void> {
    const floating = floatingCard(this.#stack);
    const placed = this.#placed;
    if (floating === null || placed === null || this.#asSheet) return;
    const wrapper = this.#wrapper(floating.key);
    if (wrapper === null) return;
    const place = await placeBeside(placed.range, wrapper, this.#at);
    if (this.#placed !== placed) return;
    if (place === null) {
      this.closeFloating();
      return;
    }
    wrapper.style.setProperty('--card-max-height', `${place.maxHeightPx}px`);
    wrapper.style.left = `${Math.round(place.x)}px`;
    wrapper.style.top = `${Math.round(place.y)}px`;
    wrapper.style.visibility = 'visible';
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
    if (top === null || !this.#layer.isShown) return;
    // A menu that is open in the card closes first, by itself.
    if (this.#options.host.focused()?.closest('[role="menu"]') != null) return;
    // A card is the top layer: Escape closes the one on top, and the page does not hear this one.
    event.stopImmediatePropagation();
    event.preventDefault();
    this.#change(close(this.#stack, top.key));
  }
}
