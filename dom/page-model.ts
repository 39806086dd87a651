import { BlockReader, joinBlocks, type PageText, type TextBlock } from './page-text';
import { readingOf } from './reading-rules';
import type { Slices } from './slices';
import { isInPage, parentAcross, positionOf, rootOf, shadowRootOf, typeOf } from './tree';

/** What a look at changed nodes has found. */
export interface Refreshed {
  /** Texts that did not stand in the blocks before: any of them may hold a name. */
  readonly fresh: readonly string[];
  /** Blocks that are gone or were read anew. */
  readonly dropped: ReadonlySet<TextBlock>;
}

/**
 * The page's text kept in step with its document, in slices. Only blocks whose owner changed are read again.
 * The caller says when (it observes mutations), and one reading at a time.
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

  /** Reads the whole page, or as much as `limit` code units hold; not at all once `isStale`. */
  async readAll(
    slices: Slices,
    limit: number,
    isStale: () => boolean = () => false,
  ): Promise<{ readonly complete: boolean }> {
    this.#limit = limit;
    const reader = new BlockReader(this.#root, this.#ignore, limit);
    await this.#read(reader, slices, isStale);
    this.#blocks = reader.blocks;
    return { complete: !reader.isCut };
  }

  /**
   * Reads the blocks again that hold the changed nodes. Null when nothing that is read has changed. Even without new
   * texts, nodes may be other ones: ranges must be made again.
   */
  async refresh(
    changed: ReadonlySet<Node>,
    slices: Slices,
    isStale: () => boolean = () => false,
  ): Promise<Refreshed | null> {
    const owners = new Set<Node>();
    for (const node of changed) {
      const owner = this.#ownerOf(node);
      if (owner !== null) owners.add(owner);
    }
    // An owner inside another changed owner is read with it.
    const isInside = createIsInside(owners);
    for (const owner of [...owners]) {
      const parent = parentAcross(owner);
      if (parent !== null && isInside(parent)) owners.delete(owner);
    }
    if (owners.size === 0) return null;
    const { kept, dropped } = await this.#sortOut(isInside, slices);
    let left = this.#limit - kept.reduce((sum, block) => sum + block.text.length, 0);
    const before = new Set([...dropped].map((block) => block.text));
    const fresh: string[] = [];
    for (const owner of owners) {
      if (!isInPage(owner)) continue;
      const reader = new BlockReader(owner, this.#ignore, left);
      await this.#read(reader, slices, isStale);
      left -= reader.length;
      kept.splice(this.#placeOf(owner, kept), 0, ...reader.blocks);
      for (const block of reader.blocks) if (!before.has(block.text)) fresh.push(block.text);
    }
    this.#blocks = kept;
    return { fresh, dropped };
  }

  async #read(reader: BlockReader, slices: Slices, isStale: () => boolean): Promise<void> {
    while (!reader.step(() => slices.isOver() || reader.isCut)) {
      if (reader.isCut || isStale()) {
        reader.finish();
        break;
      }
      await slices.pause();
    }
    for (const root of reader.shadowRoots) this.#onShadowRoot(root);
  }

  /** Divides the blocks into those that stay and those that are gone or inside changed owners. */
  async #sortOut(
    isInside: (node: Node) => boolean,
    slices: Slices,
  ): Promise<{ readonly kept: TextBlock[]; readonly dropped: ReadonlySet<TextBlock> }> {
    const kept: TextBlock[] = [];
    const dropped = new Set<TextBlock>();
    for (const [index, block] of this.#blocks.entries()) {
      if (isInPage(block.owner) && !isInside(block.owner)) kept.push(block);
      else dropped.add(block);
      if (index % 256 === 255 && slices.isOver()) await slices.pause();
    }
    return { kept, dropped };
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

/** Says of nodes whether they are one of `owners` or inside one. Remembers ancestors: neighbours share them. */
function createIsInside(owners: ReadonlySet<Node>): (node: Node) => boolean {
  const known = new Map<Node, boolean>();
  return (node) => {
    const path: Node[] = [];
    let isInside = false;
    for (let at: Node | null = node; at !== null; at = parentAcross(at)) {
      const before = known.get(at);
      isInside = before ?? owners.has(at);
      path.push(at);
      if (before !== undefined || isInside) break;
    }
    for (const one of path) known.set(one, isInside);
    return isInside;
  };
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
