import { render } from 'preact';
import { PlaceBar } from '@/components/annotation/PlaceBar';
import type { Layer, PageHost } from '@/dom/page-host';
import type { PaintedTarget } from '@/platform/messaging/contract';

export interface PlacingOptions {
  readonly host: PageHost;
  readonly locale: () => 'en' | 'zh';
  /** The reader has chosen: the highlight belongs on what is selected. */
  readonly onPlace: (target: PaintedTarget) => void;
}

/** The time in which the reader of a page looks for the words that a highlight belongs on. */
export class Placing {
  readonly #options: PlacingOptions;
  readonly #layer: Layer;
  #target: PaintedTarget | null = null;
  #hasSelection = false;

  constructor(options: PlacingOptions) {
    this.#options = options;
    this.#layer = options.host.layer();
  }

  get isOn(): boolean {
    return this.#target !== null;
  }

  begin(target: PaintedTarget, hasSelection: boolean): void {
    this.#target = target;
    this.#hasSelection = hasSelection;
    this.#draw();
    this.#layer.show(document.documentElement);
  }

  /** Something is selected that a highlight can be put on, or no longer. */
  setSelection(hasSelection: boolean): void {
    this.#hasSelection = hasSelection;
    if (this.isOn) this.#draw();
  }

  /** Puts the highlight on what is selected. False when nothing is, or nobody is looking for a place. */
  place(): boolean {
    if (this.#target === null || !this.#hasSelection) return false;
    this.#options.onPlace(this.#target);
    return true;
  }

  end(): void {
    this.#target = null;
    render(null, this.#layer.mount);
    this.#layer.hide();
  }

  #draw(): void {
    if (this.#target === null) return;
    const { colour, selector } = this.#target;
    const quote = selector.find((one) => one.type === 'TextQuoteSelector');
    render(
      <div class="layer-toast">
        <PlaceBar
          locale={this.#options.locale()}
          colour={colour}
          quote={quote?.type === 'TextQuoteSelector' ? quote.exact : ''}
          onPlace={this.#hasSelection ? () => this.place() : null}
          onCancel={() => this.end()}
        />
      </div>,
      this.#layer.mount,
    );
  }
}
