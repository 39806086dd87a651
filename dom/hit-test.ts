import { parentAcross } from './tree';

/** Something painted that a pointer can be over. */
export interface HitTarget {
  readonly range: AbstractRange;
}

/**
 * Finds what is painted under a point. Looks only at targets in the block under the pointer, by their client
 * rectangles: `highlightsFromPoint` costs a walk over all ranges a call, and caret look-ups miss text that
 * lies under a stretched link. `path` is the pointer event's composed path.
 */
export class HitTester<T extends HitTarget> {
  #byNode = new WeakMap<Node, T[]>();
  /** One for all measurements: each new one would be kept up to date by every change of the page until it is collected. */
  readonly #probe = document.createRange();

  /** Replaces all targets. Each is filed under every ancestor element up to `depth` levels above its text. */
  set(targets: readonly T[]): void {
    this.#byNode = new WeakMap();
    for (const target of targets)
      for (const node of nodesOf(target.range)) this.#file(node, target);
  }

  #file(node: Node, target: T): void {
    let at: Node | null = node;
    for (let depth = 0; at !== null && depth < MAX_DEPTH; depth++) {
      const filed = this.#byNode.get(at);
      if (filed === undefined) this.#byNode.set(at, [target]);
      else if (filed.at(-1) !== target && filed.length <= MAX_FILED) filed.push(target);
      at = parentAcross(at);
    }
  }

  /** The target whose text is at the point (client coordinates, CSS px), or null. */
  at(x: number, y: number, path: readonly EventTarget[]): T | null {
    return this.#near(x, y, path).find((target) => this.#isAt(target, x, y)) ?? null;
  }

  /** Every target whose text is at the point. */
  allAt(x: number, y: number, path: readonly EventTarget[]): readonly T[] {
    return this.#near(x, y, path).filter((target) => this.#isAt(target, x, y));
  }

  /** One pixel of grace around the text. */
  #isAt({ range }: T, x: number, y: number): boolean {
    return rectsOf(range, this.#probe).some(
      (rect) =>
        x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top - 1 && y <= rect.bottom + 1,
    );
  }

  #near(x: number, y: number, path: readonly EventTarget[]): readonly T[] {
    const top = path[0];
    const filed = top instanceof Node ? this.#byNode.get(top) : undefined;
    if (filed === undefined) return [];
    return filed.length > MAX_FILED ? this.#byCaret(x, y) : filed;
  }

  /** For huge targets (a page that is one element): the block of the caret nearest to the point. */
  #byCaret(x: number, y: number): readonly T[] {
    const caret = document.caretPositionFromPoint?.(x, y);
    return caret === null || caret === undefined ? [] : (this.#byNode.get(caret.offsetNode) ?? []);
  }
}

// 12 levels: from a text node to the column that holds it on every news page looked at.
const MAX_DEPTH = 12;
// 12 ranges are measured in under 0.1 ms; where a target holds more, the caret is asked first.
const MAX_FILED = 12;

/** The text nodes that a range touches; names touch one, highlights may touch hundreds. */
function nodesOf(range: AbstractRange): readonly Node[] {
  if (range.startContainer === range.endContainer) return [range.startContainer];
  const live = document.createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The text shrank since the range was made; the next reading replaces it.
    return [];
  }
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(live.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (live.intersectsNode(node)) nodes.push(node);
  }
  return nodes;
}

/** The client rectangles of a static range, one a line. Forces layout if the page is dirty. `probe` is left at the page's start. */
export function rectsOf(
  range: AbstractRange,
  probe: Range = document.createRange(),
): readonly DOMRect[] {
  if (!range.startContainer.isConnected || !range.endContainer.isConnected) return [];
  try {
    probe.setStart(range.startContainer, range.startOffset);
    probe.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The text shrank since the range was made; the next reading replaces it.
    return [];
  }
  const rects = [...probe.getClientRects()];
  probe.setStart(document, 0);
  probe.collapse(true);
  return rects;
}
