/*
 * The one element of ours in a publisher's page. Its content sits in a closed shadow root; its own style is
 * inline and `!important`, so that no rule of the page reaches it. A popover, because only the top layer is
 * above the page's own dialogs and unaffected by transforms of its ancestors.
 */

const SHOWN =
  'all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; margin: 0 !important; ' +
  'padding: 0 !important; border: 0 !important; background: transparent !important; overflow: visible !important; ' +
  'width: max-content !important; max-width: none !important; height: auto !important; max-height: none !important; ' +
  'display: block !important; opacity: 1 !important; visibility: visible !important; pointer-events: auto !important; ' +
  'transform: none !important; filter: none !important; clip-path: none !important; z-index: 2147483647 !important; ' +
  'color-scheme: normal !important; direction: ltr !important; writing-mode: horizontal-tb !important; ' +
  'zoom: 1 !important;';
const HIDDEN = 'all: initial !important; display: none !important;';

/** A place of ours in the page. */
export interface CardHost {
  /** Render here. Lives in the closed shadow root. */
  readonly mount: HTMLElement;
  readonly element: HTMLElement;
  readonly isShown: boolean;
  /** Shows the host above everything, inside the page's modal dialog or full-screen element where there is one. */
  show(near: Node): void;
  hide(): void;
  /** Puts the host's corner at client coordinates, CSS px. */
  moveTo(x: number, y: number): void;
  /** The focused element inside the shadow root, null when focus is elsewhere. */
  focused(): Element | null;
  /** Takes every trace out of the page. */
  remove(): void;
}

/** Makes a host; nothing is added to the page before the first `show`. `css` styles the content. */
export function createCardHost(document: Document, css: string): CardHost {
  const element = document.createElement('div');
  element.setAttribute('popover', 'manual');
  element.style.cssText = HIDDEN;
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const mount = document.createElement('div');
  root.append(mount);
  let shown = false;

  return {
    mount,
    element,
    get isShown() {
      return shown;
    },
    show(near) {
      const parent = containerOf(document, near);
      if (element.parentNode !== parent) {
        if (element.matches(':popover-open')) element.hidePopover();
        parent.append(element);
      } else if (element.matches(':popover-open')) {
        // Hiding and showing again puts us above popovers that the page opened in between.
        element.hidePopover();
      }
      element.style.cssText = SHOWN;
      element.showPopover();
      shown = true;
    },
    hide() {
      shown = false;
      if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
      element.style.cssText = HIDDEN;
      element.remove();
    },
    moveTo(x, y) {
      element.style.setProperty('left', `${Math.round(x)}px`, 'important');
      element.style.setProperty('top', `${Math.round(y)}px`, 'important');
    },
    focused: () => root.activeElement,
    remove() {
      shown = false;
      element.remove();
    },
  };
}

/** Outside an open modal dialog everything is inert, so the host must go inside it. */
function containerOf(document: Document, near: Node): Element {
  const from = near instanceof Element ? near : near.parentElement;
  const modal = from?.closest('dialog:modal') ?? null;
  if (modal !== null) return modal;
  const full = document.fullscreenElement;
  if (full !== null && full.nodeName !== 'IFRAME' && full.nodeName !== 'VIDEO') return full;
  return document.documentElement;
}
