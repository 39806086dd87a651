import { rectsOf } from './hit-test';
import { placeBeside, unite } from './place-card';

export interface FloatingPlaceOptions {
  readonly range: AbstractRange;
  /** Placed by `left` and `top`; `--card-max-height` says how tall it may be. */
  readonly floating: HTMLElement;
  /** The point of the name that was pointed at, in client coordinates; null when it was opened by keyboard. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** The name has left the page, or has been scrolled out of sight. */
  readonly onGone: () => void;
  readonly signal: AbortSignal;
}

/** Keeps a card beside its name while the page scrolls, the window changes, and the card grows or shrinks. */
export class FloatingPlace {
  readonly #options: FloatingPlaceOptions;
  /** Where in the name the pointer was: the name moves when the page scrolls, and the point with it. */
  readonly #offset: { readonly x: number; readonly y: number } | null;
  #frame: number | null = null;

  constructor(options: FloatingPlaceOptions) {
    this.#options = options;
    const { at, range, floating, signal } = options;
    const box = boxOf(range);
    this.#offset = at === null || box === null ? null : { x: at.x - box.left, y: at.y - box.top };
    const again = (event: Event) => this.#schedule(event.type === 'scroll');
    window.addEventListener('scroll', again, { capture: true, passive: true, signal });
    window.addEventListener('resize', again, { passive: true, signal });
    const observer = new ResizeObserver(() => void this.place());
    observer.observe(floating);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    });
  }

  /** Moves the card to its place and shows it. */
  async place(isScrolled = false): Promise<void> {
    const { range, floating, onGone, signal } = this.#options;
    const box = boxOf(range);
    const at =
      this.#offset === null || box === null
        ? null
        : { x: box.left + this.#offset.x, y: box.top + this.#offset.y };
    const place = await placeBeside(range, floating, at);
    if (signal.aborted) return;
    if (place === null || (isScrolled && place.isNameHidden)) {
      onGone();
      return;
    }
    const { style } = floating;
    style.setProperty('--card-max-height', `${place.maxHeightPx}px`);
    style.left = `${Math.round(place.x)}px`;
    style.top = `${Math.round(place.y)}px`;
  }

  /** Once a frame: a page may scroll more often. */
  #schedule(isScrolled: boolean): void {
    if (this.#frame !== null) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = null;
      void this.place(isScrolled);
    });
  }
}

function boxOf(range: AbstractRange): DOMRect | null {
  const rects = rectsOf(range);
  return rects.length === 0 ? null : unite(rects);
}
