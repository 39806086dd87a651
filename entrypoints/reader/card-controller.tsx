import { render } from 'preact';
import sheet from '@/components/card/CardSheet.css?inline';
import { EntityCard } from '@/components/card/EntityCard';
import type { Box, Point } from '@/core/cards/hover-intent';
import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import type { Published } from '@/core/knowledge/since';
import { type CardHost, createCardHost } from '@/dom/card-host';
import { placeBeside } from '@/dom/place-card';
import type { SiteSettings } from '@/platform/messaging/contract';
import type { Placed } from './reading';

export interface CardControllerOptions {
  readonly signal: AbortSignal;
  readonly settings: () => SiteSettings;
  /** The card of an entity; null when it cannot be had, with the reason already known to the caller. */
  readonly card: (id: EntityId) => Promise<Card | null>;
  readonly published: () => Published | null;
  /** The language that cards speak on this page. */
  readonly locale: () => 'en' | 'zh';
  readonly onOpened: (placed: Placed) => void;
  readonly onClosed: () => void;
  readonly onNotHere: (placed: Placed) => void;
  readonly onNeverHere: (placed: Placed) => void;
}

/** One card beside one name. Cards opened from it take its place; back and forward walk the trail. */
export class CardController {
  readonly #options: CardControllerOptions;
  readonly #host: CardHost;
  #placed: Placed | null = null;
  #at: Point | null = null;
  #trail: readonly EntityId[] = [];
  #step = 0;
  #focusBefore: HTMLElement | null = null;

  constructor(options: CardControllerOptions) {
    this.#options = options;
    this.#host = createCardHost(document, sheet);
    const { signal } = options;
    window.addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
    signal.addEventListener('abort', () => this.#host.remove(), { once: true });
  }

  get element(): HTMLElement {
    return this.#host.element;
  }

  /** Client box of the open card; null when none is open. */
  get box(): Box | null {
    return this.#host.isShown ? this.#host.mount.getBoundingClientRect() : null;
  }

  /** Opens the card of a mention. `focus` is set when it was asked for by keyboard. */
  async open(placed: Placed, at: Point | null, focus: boolean): Promise<void> {
    this.#placed = placed;
    this.#at = at;
    this.#trail = [placed.mention.id];
    this.#step = 0;
    if (focus && !this.#host.isShown) {
      this.#focusBefore = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    }
    await this.#draw();
    if (this.#placed !== placed) return;
    if (focus) this.#focusCard();
    this.#options.onOpened(placed);
  }

  close(): void {
    if (!this.#host.isShown) return;
    const hadFocus = this.#host.focused() !== null;
    render(null, this.#host.mount);
    this.#host.hide();
    this.#placed = null;
    if (hadFocus) this.#focusBefore?.focus({ preventScroll: true });
    this.#focusBefore = null;
    this.#options.onClosed();
  }

  async #draw(): Promise<void> {
    const placed = this.#placed;
    const id = this.#trail[this.#step];
    if (placed === null || id === undefined) return;
    const card = await this.#options.card(id);
    if (card === null || this.#placed !== placed || this.#trail[this.#step] !== id) return;
    const settings = this.#options.settings();
    const fromMention = id === placed.mention.id;
    const go = (step: number) => () => {
      this.#step = step;
      void this.#draw();
    };
    render(
      <EntityCard
        key={id}
        card={card}
        published={this.#options.published()}
        locale={this.#options.locale()}
        units={settings.units}
        region={navigator.language}
        now={new Date().toISOString()}
        {...(fromMention ? { mention: placed.mention } : {})}
        {...(this.#step > 0 ? { onBack: go(this.#step - 1) } : {})}
        {...(this.#step < this.#trail.length - 1 ? { onForward: go(this.#step + 1) } : {})}
        onOpen={(next) => {
          this.#trail = [...this.#trail.slice(0, this.#step + 1), next];
          this.#step += 1;
          void this.#draw();
        }}
        onPin={() => undefined}
        onCompare={() => undefined}
        onCopy={(text) => void navigator.clipboard.writeText(text)}
        onNote={() => undefined}
        onDossier={() => undefined}
        onNotHere={() => this.#options.onNotHere(placed)}
        onNeverHere={() => this.#options.onNeverHere(placed)}
        onClose={() => this.close()}
      />,
      this.#host.mount,
    );
    await this.#place(placed);
  }

  async #place(placed: Placed): Promise<void> {
    // Shown first where nobody looks: a card has no size before it is laid out.
    if (!this.#host.isShown) {
      this.#host.show(placed.range.startContainer);
      this.#host.moveTo(-10_000, 0);
    }
    const place = await placeBeside(placed.range, this.#host.mount, this.#at);
    if (this.#placed !== placed) return;
    if (place === null) {
      this.close();
      return;
    }
    this.#host.mount.style.setProperty('--card-max-height', `${place.maxHeightPx}px`);
    this.#host.moveTo(place.x, place.y);
  }

  #focusCard(): void {
    const first = this.#host.mount.querySelector<HTMLElement>('button, a[href], [tabindex="0"]');
    first?.focus({ preventScroll: true });
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Escape' || !this.#host.isShown) return;
    // The card is the top layer: Escape closes it, and the page does not hear this one.
    event.stopImmediatePropagation();
    event.preventDefault();
    this.close();
  }
}
