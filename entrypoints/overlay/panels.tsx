import { render, type VNode } from 'preact';
import { Toast } from '@/components/ui/Toast';
import { createTranslate } from '@/core/i18n/messages';
import { groundOfPage, groundUnder } from '@/dom/ground';
import type { Layer, PageHost } from '@/dom/page-host';
import { placeBeside } from '@/dom/place-card';
import { browser } from '@/platform/browser';
import { frameAddress } from './frame-address';
import { themed } from './themed';

const TOAST_MS = 8000;

/** Where something floats: beside a passage or an element of the page. */
export type Near = AbstractRange | Element;

/** What floats over the page for highlights: a toolbar, a menu or the note frame, one at a time, and toasts. */
export class Panels {
  readonly #host: PageHost;
  readonly #locale: () => 'en' | 'zh';
  readonly #panel: Layer;
  readonly #toasts: Layer;
  #toastTimer: number | null = null;
  #hasFrame = false;
  /** Where the keyboard was before it went into a panel. */
  #returnTo: Element | null = null;

  constructor(options: {
    readonly host: PageHost;
    readonly locale: () => 'en' | 'zh';
    readonly signal: AbortSignal;
  }) {
    const { host, locale, signal } = options;
    this.#host = host;
    this.#locale = locale;
    this.#panel = host.layer();
    this.#toasts = host.layer();
    window.addEventListener('message', (event) => this.#onMessage(event), { signal });
  }

  get isOpen(): boolean {
    return this.#panel.isShown;
  }

  /** True while the note frame is open: it goes when its writer says so, not when the page is clicked. */
  get hasFrame(): boolean {
    return this.#hasFrame;
  }

  /**
   * Shows a view beside something; `at`: where the pointer was, to be near it on long passages. Resolves when it
   * has its place: before that it is hidden, and takes no focus.
   */
  async open(
    view: VNode,
    near: Near,
    at: { readonly x: number; readonly y: number } | null,
  ): Promise<void> {
    this.#hasFrame = false;
    const node = nodeOf(near);
    render(<div class={themed('layer-card', groundUnder(node))}>{view}</div>, this.#panel.mount);
    this.#panel.show(node);
    const place = this.#panel.mount.firstElementChild;
    if (!(place instanceof HTMLElement)) return;
    if (near instanceof Element) {
      place.style.cssText = 'left:16px;top:16px';
      return;
    }
    const found = await placeBeside(near, place, at);
    place.style.left = `${Math.round(found?.x ?? 16)}px`;
    place.style.top = `${Math.round(found?.y ?? 16)}px`;
  }

  /** The note is typed in a document of ours: the page sees a frame, never its content. */
  openNote(id: string, near: Near): void {
    const locale = this.#locale();
    const label = createTranslate(locale)('note');
    const src = frameAddress('note.html', id, { locale, ground: groundUnder(nodeOf(near)) });
    void this.open(
      <div class="note-place" role="dialog" aria-label={label}>
        <iframe src={src} title={label} />
      </div>,
      near,
      null,
    );
    this.#hasFrame = true;
  }

  /** Moves the keyboard into what is open, until it is closed. */
  focus(): void {
    const { activeElement } = document;
    if (activeElement !== this.#host.element) this.#returnTo = activeElement;
    this.#panel.mount.querySelector<HTMLElement>('button, iframe')?.focus();
  }

  close(): void {
    this.#hasFrame = false;
    if (!this.#panel.isShown) return;
    render(null, this.#panel.mount);
    this.#panel.hide();
    if (this.#returnTo instanceof HTMLElement) this.#returnTo.focus({ preventScroll: true });
    this.#returnTo = null;
  }

  toast(message: string, action?: { readonly label: string; readonly onClick: () => void }): void {
    if (this.#toastTimer !== null) window.clearTimeout(this.#toastTimer);
    render(
      <div class={themed('layer-toast', groundOfPage(document))}>
        <Toast
          message={message}
          {...(action === undefined ? {} : { action })}
          closeLabel={createTranslate(this.#locale())('close')}
          onClose={() => this.hideToast()}
        />
      </div>,
      this.#toasts.mount,
    );
    this.#toasts.show(document.documentElement);
    this.#toastTimer = window.setTimeout(() => this.hideToast(), TOAST_MS);
  }

  hideToast(): void {
    if (!this.#toasts.isShown) return;
    render(null, this.#toasts.mount);
    this.#toasts.hide();
  }

  #onMessage(event: MessageEvent): void {
    // The page may send this too; all it can do is close a frame, and the frame saves before it goes.
    if (!this.#hasFrame || event.data !== 'downrange:close-note') return;
    if (event.origin !== new URL(browser.runtime.getURL('')).origin) return;
    this.close();
  }
}

function nodeOf(near: Near): Node {
  return near instanceof Element ? near : near.startContainer;
}
