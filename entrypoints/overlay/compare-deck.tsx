import { render } from 'preact';
import { CompareTray } from '@/components/compare/CompareTray';
import type { Card } from '@/core/knowledge/card';
import { type EntityId, kindOf } from '@/core/knowledge/entity';
import { groundOfPage } from '@/dom/ground';
import type { Layer } from '@/dom/page-host';
import { themed } from './themed';

export interface CompareDeckOptions {
  readonly layer: Layer;
  /** A card that has been opened before; null for any other. */
  readonly card: (id: EntityId) => Card | null;
  readonly locale: () => 'en' | 'zh';
  readonly units: () => 'metric' | 'us';
}

/** Three columns are what a page's width holds. */
const MAX_COMPARED = 3;

/** The cards laid side by side at the bottom of the page: at most three, of one kind. */
export class CompareDeck {
  readonly #options: CompareDeckOptions;
  #ids: readonly EntityId[] = [];

  constructor(options: CompareDeckOptions) {
    this.#options = options;
  }

  get isShown(): boolean {
    return this.#options.layer.isShown;
  }

  /** Adds a card, or takes it out again; another kind starts a new comparison, a fourth pushes out the first. */
  toggle(id: EntityId): void {
    const kind = kindOf(id);
    const others = this.#ids.filter((one) => one !== id && kindOf(one) === kind);
    const isIn = this.#ids.includes(id);
    this.#show(isIn ? others : [...others, id].slice(-MAX_COMPARED));
  }

  close(): void {
    this.#show([]);
  }

  #show(ids: readonly EntityId[]): void {
    this.#ids = ids;
    const { layer, card, locale, units } = this.#options;
    const cards = ids.flatMap((id) => card(id) ?? []);
    if (cards.length === 0) {
      render(null, layer.mount);
      layer.hide();
      return;
    }
    render(
      <div class={themed('layer-tray', groundOfPage(document))}>
        <CompareTray
          cards={cards}
          locale={locale()}
          units={units()}
          region={navigator.language}
          onCopy={(text) => void navigator.clipboard.writeText(text)}
          onRemove={(id) => this.#show(this.#ids.filter((one) => one !== id))}
          onClose={() => this.close()}
        />
      </div>,
      layer.mount,
    );
    layer.show(document.documentElement);
  }
}
