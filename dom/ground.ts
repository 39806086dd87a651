import { parentNodeOf } from './tree';

/** The ground that text stands on, as far as it decides which colours can be read on it. */
export type Ground = 'light' | 'dark';

/** Remembers grounds by element until `forget` (the page's theme changed). */
export class GroundCache {
  #grounds = new WeakMap<Element, Ground>();

  /**
   * The ground under an element: the first opaque background at or above it, else the page's colour scheme.
   * Forces style recalculation: call it for elements that are painted.
   */
  of(element: Element): Ground {
    const path: Element[] = [];
    for (let at: Element | null = element; at !== null; at = parentElementOf(at)) {
      path.push(at);
      const ground = this.#grounds.get(at) ?? backgroundOf(at);
      if (ground === null) continue;
      // Everything in between lets the same ground show: neighbours will not ask again.
      for (const one of path) this.#grounds.set(one, ground);
      return ground;
    }
    const text = parseColour(getComputedStyle(element).color);
    // Nothing paints a background: the canvas shows, and light text means that the scheme is dark.
    const ground = text !== null && luminance(text) > 0.5 ? 'dark' : 'light';
    this.#grounds.set(element, ground);
    return ground;
  }

  forget(): void {
    this.#grounds = new WeakMap();
  }
}

/** The ground under a node, measured once: for what floats over it. See `GroundCache.of`. */
export function groundUnder(node: Node): Ground {
  const element = node instanceof Element ? node : parentElementOf(node);
  return element === null ? 'light' : new GroundCache().of(element);
}

/** The ground of a page as a whole: for what floats over no passage of it. */
export function groundOfPage(page: Document): Ground {
  return groundUnder(page.body ?? page.documentElement);
}

/** The ground that an element paints itself; null when what lies behind it shows. */
function backgroundOf(element: Element): Ground | null {
  const colour = parseColour(getComputedStyle(element).backgroundColor);
  if (colour === null || colour.alpha < 0.5) return null;
  return luminance(colour) < 0.4 ? 'dark' : 'light';
}

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Reads `rgb()`, `rgba()` and `color(srgb …)` as computed styles print them; components 0…1. Null for anything else. */
function parseColour(text: string): Colour | null {
  const numbers = text.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number);
  if (numbers === undefined || numbers.length < 3) return null;
  const scale = text.startsWith('rgb') ? 255 : text.startsWith('color(srgb') ? 1 : null;
  if (scale === null) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return { red: red / scale, green: green / scale, blue: blue / scale, alpha };
}

/** Relative luminance, 0…1 (WCAG 2.2). */
function luminance({ red, green, blue }: Colour): number {
  const linear = (value: number) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function parentElementOf(node: Node): Element | null {
  const parent = parentNodeOf(node);
  if (parent instanceof Element) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}
