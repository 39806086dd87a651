/** A style that we can paint; `reader.css` has a `::highlight(downrange-<style>)` rule for each. */
export type PaintStyle =
  | 'mention-light'
  | 'mention-dark'
  | 'possibly-light'
  | 'possibly-dark'
  | 'open-light'
  | 'open-dark'
  | `mark-${string}`
  | `noted-${string}`;

/**
 * Paints ranges with the CSS Custom Highlight API: no node of the page is touched.
 * Keeps its own list, because the registry belongs to the page too: the page may clear it, and Firefox does
 * not let content scripts iterate it. Only StaticRanges: live ones make each change of the page dearer.
 */
export class Painter {
  readonly #highlights = new Map<PaintStyle, Highlight>();
  readonly #priorities: (style: PaintStyle) => number;

  constructor(priorities: (style: PaintStyle) => number = defaultPriority) {
    this.#priorities = priorities;
  }

  /** Replaces everything painted in `style` by `ranges`. */
  set(style: PaintStyle, ranges: readonly AbstractRange[]): void {
    const highlight = this.#highlights.get(style);
    if (ranges.length === 0) {
      highlight?.clear();
      return;
    }
    const target = highlight ?? this.#create(style);
    target.clear();
    for (const range of ranges) target.add(range);
    this.#register(style, target);
  }

  /** Replaces everything that this painter has painted, in all styles. */
  setAll(ranges: ReadonlyMap<PaintStyle, readonly AbstractRange[]>): void {
    for (const style of this.#highlights.keys()) if (!ranges.has(style)) this.set(style, []);
    for (const [style, list] of ranges) this.set(style, list);
  }

  /** Registers our highlights again where the page has thrown them out. True when it had. */
  restore(): boolean {
    let lost = false;
    for (const [style, highlight] of this.#highlights)
      if (this.#register(style, highlight)) lost = true;
    return lost;
  }

  /** Removes every trace. */
  clear(): void {
    for (const [style, highlight] of this.#highlights) {
      highlight.clear();
      CSS.highlights.delete(registryName(style));
    }
    this.#highlights.clear();
  }

  #create(style: PaintStyle): Highlight {
    const highlight = new Highlight();
    highlight.priority = this.#priorities(style);
    this.#highlights.set(style, highlight);
    return highlight;
  }

  /** True when the registry did not have it: it is new, or the page has thrown it out. */
  #register(style: PaintStyle, highlight: Highlight): boolean {
    const name = registryName(style);
    if (CSS.highlights.get(name) === highlight) return false;
    CSS.highlights.set(name, highlight);
    return true;
  }
}

function registryName(style: PaintStyle): string {
  return `downrange-${style}`;
}

/** What lies on top: the open mention over mentions, mentions over highlights. */
function defaultPriority(style: PaintStyle): number {
  if (style.startsWith('open')) return 3;
  return style.startsWith('mark') || style.startsWith('noted') ? 1 : 2;
}
