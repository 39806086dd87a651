import { BlockReader, joinBlocks, type PageText, type TextBlock } from './page-text';
import { readingOf } from './reading-rules';
import {
  isInPage,
  parentAcross,
  parentNodeOf,
  positionOf,
  rootOf,
  shadowRootOf,
  typeOf,
} from './tree';

/**
 * The page's text kept in step with its document. Only blocks whose owner changed are read again.
 * The caller says when (it observes mutations) and how long one slice may take.
 */
export class PageModel {
  readonly #root: Node;
  readonly #ignore: (element: Element) => boolean;
  readonly #onShadowRoot: (root: ShadowRoot) => void;
  #blocks: readonly TextBlock[] = [];
  /** UTF-16 code units that are read at most. */
  #limit = Number.POSITIVE_INFINITY;

  /** `onShadowRoot` hears of each open shadow root once per reading. */
  constructor(
    root: Node,
    ignore: (element: Element) => boolean,
    onShadowRoot: (root: ShadowRoot) => void,
  ) {
    this.#root = root;
    this.#ignore = ignore;
    this.#onShadowRoot = onShadowRoot;
  }

  /** The text as last read. Built anew on every call: keep it. */
  page(): PageText {
    return joinBlocks(this.#blocks);
  }

  /** Reads the whole page. `pause` is awaited between slices; `isOver` ends a slice. Stops at `limit` code units. */
  async readAll(
    pause: () => Promise<void>,
    isOver: () => boolean,
    limit: number,
  ): Promise<{ readonly complete: boolean }> {
    this.#limit = limit;
    const reader = new BlockReader(this.#root, this.#ignore, limit);
    while (!reader.step(() => isOver() || reader.isCut)) {
      if (reader.isCut) {
        reader.finish();
        break;
      }
      await pause();
    }
    this.#blocks = reader.blocks;
    for (const root of reader.shadowRoots) this.#onShadowRoot(root);
    return { complete: !reader.isCut };
  }

  /**
   * Reads the blocks again that hold the changed nodes. Returns the texts that were not on the page before,
   * so that the caller can ask whether any of them could hold a name; null when nothing that is read has
   * changed. Even without new texts, nodes may be other ones: ranges must be made again.
   */
  refresh(changed: ReadonlySet<Node>): readonly string[] | null {
    const owners = new Set<Node>();
    for (const node of changed) {
      const owner = this.#ownerOf(node);
      if (owner !== null) owners.add(owner);
    }
    // An owner inside another changed owner is read with it.
    for (const owner of owners)
      if (hasAncestorIn(parentNodeOf(owner), owners)) owners.delete(owner);
    if (owners.size === 0) return null;
    const kept = this.#blocks.filter(
      (block) => isInPage(block.owner) && !hasAncestorIn(block.owner, owners),
    );
    let left = this.#limit - kept.reduce((sum, block) => sum + block.text.length, 0);
    const before = new Set(this.#blocks.map((block) => block.text));
    const fresh: string[] = [];
    for (const owner of owners) {
      if (!isInPage(owner)) continue;
      const reader = new BlockReader(owner, this.#ignore, left);
      if (!reader.step(() => reader.isCut)) reader.finish();
      left -= reader.length;
      for (const root of reader.shadowRoots) this.#onShadowRoot(root);
      kept.splice(this.#placeOf(owner, kept), 0, ...reader.blocks);
      for (const block of reader.blocks) if (!before.has(block.text)) fresh.push(block.text);
    }
    this.#blocks = kept;
    return fresh;
  }

  /** The nearest block element or shadow root at or above `node`; null when it is not read at all. */
  #ownerOf(node: Node): Node | null {
    let owner: Node | null = null;
    for (let at: Node | null = node; at !== null; at = parentAcross(at)) {
      const type = typeOf(at);
      if (type === Node.ELEMENT_NODE) {
        const element = at as Element;
        const reading = readingOf(element);
        if (reading === 'skip' || this.#ignore(element)) return null;
        if (owner === null && (reading === 'block' || shadowRootOf(element) !== null))
          owner = element;
      } else if (owner === null && type === Node.DOCUMENT_FRAGMENT_NODE) owner = at;
      if (at === this.#root) return owner ?? at;
    }
    return null;
  }

  /** Where blocks of `owner` belong among blocks in document order. */
  #placeOf(owner: Node, blocks: readonly TextBlock[]): number {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const node = blocks[middle]?.nodes[0];
      if (node !== undefined && comesBefore(node, owner)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function hasAncestorIn(node: Node | null, set: ReadonlySet<Node>): boolean {
  for (let at = node; at !== null; at = parentAcross(at)) if (set.has(at)) return true;
  return false;
}

/** Document order over shadow borders: nodes are compared in the innermost tree that holds both. */
function comesBefore(a: Node, b: Node): boolean {
  const inTree = new Map<Node, Node>();
  for (let at: Node | null = b; at !== null; at = hostOf(at)) inTree.set(rootOf(at), at);
  for (let at: Node | null = a; at !== null; at = hostOf(at)) {
    const other = inTree.get(rootOf(at));
    if (other === undefined || other === at) continue;
    return (positionOf(at, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }
  return false;
}

function hostOf(node: Node): Node | null {
  const root = rootOf(node);
  return root instanceof ShadowRoot ? root.host : null;
}
