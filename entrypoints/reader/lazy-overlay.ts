import type { Overlay } from '@/entrypoints/overlay/create-overlay';

/** What is shown over the page, brought in when it is first wanted: most pages with names are only read. */
export class LazyOverlay {
  readonly #bring: () => Promise<Overlay | null>;
  #coming: Promise<Overlay | null> | null = null;
  #here: Overlay | null = null;

  /** `bring` gives null when it cannot be had now; it is called again when it is wanted again. */
  constructor(bring: () => Promise<Overlay | null>) {
    this.#bring = bring;
  }

  /** Null as long as it has not come. */
  get here(): Overlay | null {
    return this.#here;
  }

  /** Once for all who want it. */
  get(): Promise<Overlay | null> {
    this.#coming ??= this.#bring().then((overlay) => {
      this.#here = overlay;
      if (overlay === null) this.#coming = null;
      return overlay;
    });
    return this.#coming;
  }
}
