import { containWheel } from './contain-wheel';
import { LAYER } from './leftovers';
import { closest } from './tree';

/*
 * The one element of ours in a publisher's page. Its content sits in a closed shadow root; its own style is
 * inline and `!important`, so that no rule of the page reaches it. A popover, because only the top layer is
 * above the page's own dialogs and unaffected by transforms of its ancestors. The host itself has no size:
 * what it holds is placed by `position: fixed`, and the page beneath stays clickable.
 */

const SHOWN =
  'all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; margin: 0 !important; ' +
  'padding: 0 !important; border: 0 !important; background: transparent !important; overflow: visible !important; ' +
  'width: 0 !important; height: 0 !important; min-width: 0 !important; min-height: 0 !important; ' +
  'display: block !important; opacity: 1 !important; visibility: visible !important; pointer-events: auto !important; ' +
  'transform: none !important; filter: none !important; clip-path: none !important; contain: none !important; ' +
  'z-index: 2147483647 !important; direction: ltr !important; writing-mode: horizontal-tb !important;';
const HIDDEN = 'all: initial !important; display: none !important;';

/*
 * Firefox ends content scripts without a word when their extension goes, but takes out the style sheets that the
 * extension had put in. So what we show hangs on one of them: `marks.css` gives our element this property, and
 * without it there is nothing to see.
 */
const ALIVE = '--downrange-alive';
const LAYER_SHEET = `.${LAYER} { display: var(${ALIVE}, none) }`;

/** One surface of ours: the cards, or the selection toolbar. All share the host. */
export interface Layer {
  /** Render here. Lives in the closed shadow root. */
  readonly mount: HTMLElement;
  readonly isShown: boolean;
  /** Shows the layer above everything, inside the page's modal dialog or full-screen element where `near` is in one. */
  show(near: Node): void;
  /** Hides the layer; with the last one the host leaves the page. What is rendered stays for the next time. */
  hide(): void;
}

export interface PageHost {
  readonly element: HTMLElement;
  /** A new layer, above those made before. */
  layer(): Layer;
  /** The focused element inside the shadow root, null when focus is elsewhere. */
  focused(): Element | null;
  /** Takes the host out of the page for good. */
  remove(): void;
}

/** Makes a host; nothing is added to the page before a layer is shown. `css` styles the content. */
export function createPageHost(document: Document, css: string): PageHost {
  const element = document.createElement('div');
  element.setAttribute('popover', 'manual');
  element.style.cssText = HIDDEN;
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css + LAYER_SHEET);
  root.adoptedStyleSheets = [sheet];
  const shown = new Set<HTMLElement>();

  const raise = (near: Node) => {
    try {
      place(near);
    } catch {
      // The page hears `beforetoggle` and may take our element out in the middle of being shown.
      leave();
    }
  };
  const place = (near: Node) => {
    const parent = containerOf(document, near);
    const isOpen = element.isConnected && element.matches(':popover-open');
    // Hiding and showing again puts us above what the page opened in between; not while focus is inside.
    if (isOpen && (element.parentNode !== parent || root.activeElement === null))
      element.hidePopover();
    if (element.parentNode !== parent) parent.append(element);
    // A page's own `zoom` would make us larger and move us: ours undoes it.
    element.style.cssText = `${SHOWN} zoom: ${1 / (parent.currentCSSZoom ?? 1)} !important;`;
    if (!element.matches(':popover-open')) element.showPopover();
    // Sheets of the document do not reach into a shadow root of the page's, where its dialog may be.
    if (getComputedStyle(element).getPropertyValue(ALIVE) === '')
      element.style.setProperty(ALIVE, 'block');
  };
  const leave = () => {
    element.style.cssText = HIDDEN;
    element.remove();
  };

  return {
    element,
    layer() {
      const mount = document.createElement('div');
      mount.className = LAYER;
      containWheel(mount);
      root.append(mount);
      return {
        mount,
        get isShown() {
          // A page may take our element out; then nothing is shown, whatever we believe.
          return shown.has(mount) && element.isConnected;
        },
        show(near) {
          shown.add(mount);
          raise(near);
        },
        hide() {
          shown.delete(mount);
          if (shown.size === 0) leave();
        },
      };
    },
    focused: () => root.activeElement,
    remove() {
      shown.clear();
      leave();
    },
  };
}

/** Outside an open modal dialog everything is inert, so the host must go inside it. */
function containerOf(document: Document, near: Node): Element {
  const from = near instanceof Element ? near : near.parentElement;
  const modal = from === null ? null : closest(from, 'dialog:modal');
  if (modal !== null) return modal;
  const full = document.fullscreenElement;
  if (full !== null && full.nodeName !== 'IFRAME' && full.nodeName !== 'VIDEO') return full;
  return document.documentElement;
}
