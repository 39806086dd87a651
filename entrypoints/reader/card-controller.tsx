import { render } from 'preact';
import { ErrorCard, LoadingCard } from '@/components/card/CardStates';
import { EntityCard } from '@/components/card/EntityCard';
import { CompareTray } from '@/components/compare/CompareTray';
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
import type { Layer, PageHost } from '@/dom/page-host';
import { placeBeside } from '@/dom/place-card';
import type { SiteSettings } from '@/platform/messaging/contract';
import type { CardAnswer } from './card-source';
import { dragFrom } from './drag';
import { OwnFrame } from './OwnFrame';
import type { Placed } from './reading';

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

/** Three columns are what a page's width holds. */
const MAX_COMPARED = 3;

/** Draws the cards of a page: at most one floats beside its name, any number are pinned. */
export class CardController {
  readonly #options: CardControllerOptions;
  readonly #layer: Layer;
  readonly #cards = new Map<EntityId, CardAnswer>();
  readonly #tray: Layer;
  /** Side by side in the tray, at most three, of one kind. */
  #compared: readonly EntityId[] = [];
  #stack: CardStack = EMPTY_STACK;
  /** The mention beside which the floating card stands. */
  #placed: Placed | null = null;
  #at: Point | null = null;
  #asSheet = false;
  #keys = 0;
  #focusBefore: HTMLElement | null = null;

  constructor(options: CardControllerOptions) {
    this.#options = options;
    this.#tray = options.host.layer();
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
    void this.#load(id).then(() => this.#redraw(placed));
    await this.#settle();
    if (this.#placed !== placed) return;
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

  #redraw(placed: Placed): void {
    if (this.#placed !== placed || floatingCard(this.#stack) === null) return;
    this.#draw();
    void this.#placeFloating();
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
            onCompare={(about) => this.#compare(about)}
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
            {...this.#ownProps(id)}
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
  #ownProps(id: EntityId) {
    const count = this.#options.ownFactCount(id);
    if (count === 0) return {};
    return { own: <OwnFrame id={id} count={count} locale={this.#options.locale()} /> };
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
    await this.#placeFloating();
  }

  /** Adds to the tray, or takes out again; another kind starts a new comparison, a fourth pushes out the first. */
  #compare(id: EntityId): void {
    const kind = kindOf(id);
    const others = this.#compared.filter((one) => one !== id && kindOf(one) === kind);
    const isIn = this.#compared.includes(id);
    this.#setCompared(isIn ? others : [...others, id].slice(-MAX_COMPARED));
  }

  #setCompared(ids: readonly EntityId[]): void {
    this.#compared = ids;
    const cards = ids.flatMap((id) => {
      const card = this.#cards.get(id);
      return card === undefined || typeof card === 'string' ? [] : [card];
    });
    if (cards.length === 0) {
      render(null, this.#tray.mount);
      this.#tray.hide();
      return;
    }
    render(
      <div class="layer-tray">
        <CompareTray
          cards={cards}
          locale={this.#options.locale()}
          units={this.#options.settings().units}
          region={navigator.language}
          onCopy={(text) => void navigator.clipboard.writeText(text)}
          onRemove={(id) => this.#setCompared(this.#compared.filter((one) => one !== id))}
          onClose={() => this.#setCompared([])}
        />
      </div>,
      this.#tray.mount,
    );
    this.#tray.show(document.documentElement);
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
    if (top === null && this.#tray.isShown) {
      event.stopImmediatePropagation();
      event.preventDefault();
      this.#setCompared([]);
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
