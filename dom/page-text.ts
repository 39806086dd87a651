import type { Span } from '@/core/text/span';
import { readingOf } from './reading-rules';
import { firstChildOf, nextSiblingOf, shadowRootOf, typeOf } from './tree';

/**
 * A run of inline content between two block borders. Its text is what its nodes hold, with `\n` for a line
 * break element and a space around detached inline content; white space is kept as it stands in the nodes,
 * so that offsets map back without a table.
 */
export interface TextBlock {
  /** The nearest block element, or the shadow root, that holds the run. */
  readonly owner: Node;
  /** Text nodes in order, without empty ones. */
  readonly nodes: readonly Text[];
  /** Offset of each node's first code unit in `text`. Ascending. */
  readonly starts: readonly number[];
  readonly text: string;
}

/** What stands between two blocks in the page text: names are never joined across it. */
export const BLOCK_BORDER = '\n\n';

/** The visible text of a page and the way back into its nodes. Offsets are UTF-16 code units of `text`. */
export interface PageText {
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  /** Offset of each block's first code unit in `text`. Ascending. */
  readonly starts: readonly number[];
}

interface Frame {
  node: Node | null;
  readonly owner: Node | null;
  readonly leave: 'block' | 'detached' | 'inline';
}

/**
 * Reads blocks under a root, a slice at a time, so that a huge page never holds the main thread.
 * Order is document order; the content of an open shadow root stands where its host stands.
 */
export class BlockReader {
  readonly blocks: TextBlock[] = [];
  /** Open shadow roots met on the way: the caller observes and styles them. */
  readonly shadowRoots: ShadowRoot[] = [];
  /** UTF-16 code units read so far, in closed blocks. */
  length = 0;
  /** True once text was left out for the limit. */
  isCut = false;

  readonly #ignore: (element: Element) => boolean;
  /** Where reading goes on at each depth, the deepest last. `owner` is set where a block begins. */
  readonly #stack: Frame[];
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = '';

  readonly #limit: number;

  /**
   * `ignore` names elements that are left out whole (our own host). `root` itself is always read.
   * Of a text node no more is read than `limit` code units leave: one node may hold a library.
   */
  constructor(
    root: Node,
    ignore: (element: Element) => boolean,
    limit: number = Number.POSITIVE_INFINITY,
  ) {
    this.#ignore = ignore;
    this.#limit = limit;
    this.#stack = [{ node: firstChildOf(root), owner: root, leave: 'block' }];
  }

  /** Reads until done or until `isOver()` says so (asked every 256 nodes). True when everything is read. */
  step(isOver: () => boolean): boolean {
    let untilAsked = 256;
    for (;;) {
      const frame = this.#stack.at(-1);
      if (frame === undefined) return true;
      const node = frame.node;
      if (node === null) {
        this.#leave();
        continue;
      }
      frame.node = nextSiblingOf(node);
      this.#enter(node);
      if (--untilAsked === 0) {
        untilAsked = 256;
        if (isOver()) return false;
      }
    }
  }

  /** Ends early: what has been read of the block at hand is kept. */
  finish(): void {
    this.#closeBlock();
    this.#stack.length = 0;
  }

  #enter(node: Node): void {
    const type = typeOf(node);
    if (type === Node.TEXT_NODE) {
      this.#addText(node as Text);
      return;
    }
    if (type !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    if (element.nodeName === 'BR' || element.nodeName === 'br') {
      this.#addSynthetic('\n');
      return;
    }
    const reading = readingOf(element);
    if (reading === 'skip' || this.#ignore(element)) {
      // A skipped field or picture still separates the words around it.
      this.#addSynthetic(' ');
      return;
    }
    const shadow = shadowRootOf(element);
    if (reading === 'block' || shadow !== null) {
      this.#closeBlock();
      this.#open(element, firstChildOf(element));
      // Last in, first read: shadow content first, then the host's own children (they may be slotted).
      if (shadow !== null) {
        this.shadowRoots.push(shadow);
        this.#open(shadow, shadow.firstChild);
      }
    } else {
      if (reading === 'detached') this.#addSynthetic(' ');
      const leave = reading === 'detached' ? 'detached' : 'inline';
      this.#stack.push({ node: firstChildOf(element), owner: null, leave });
    }
  }

  #open(owner: Node, firstChild: Node | null): void {
    this.#stack.push({ node: firstChild, owner, leave: 'block' });
  }

  #leave(): void {
    // The block is closed before its frame goes: its owner is still the innermost one.
    if (this.#stack.at(-1)?.leave === 'block') this.#closeBlock();
    if (this.#stack.pop()?.leave === 'detached') this.#addSynthetic(' ');
  }

  #addText(node: Text): void {
    const left = this.#limit - this.length - this.#text.length;
    const data = node.data.length > left ? node.data.slice(0, Math.max(0, left)) : node.data;
    if (data.length < node.data.length) this.isCut = true;
    if (data.length === 0) return;
    this.#nodes.push(node);
    this.#starts.push(this.#text.length);
    this.#text += data;
  }

  #addSynthetic(character: string): void {
    if (this.#text !== '') this.#text += character;
  }

  #closeBlock(): void {
    if (this.#nodes.length > 0 && /\S/.test(this.#text)) {
      const owner = this.#stack.findLast((frame) => frame.owner !== null)?.owner;
      if (owner !== undefined && owner !== null) {
        this.blocks.push({ owner, nodes: this.#nodes, starts: this.#starts, text: this.#text });
        this.length += this.#text.length + BLOCK_BORDER.length;
      }
    }
    if (this.#text !== '') {
      this.#nodes = [];
      this.#starts = [];
      this.#text = '';
    }
  }
}

/** Reads everything under `root` at once. For tests and for pages known to be small. */
export function readBlocks(
  root: Node,
  ignore: (element: Element) => boolean = () => false,
): TextBlock[] {
  const reader = new BlockReader(root, ignore);
  reader.step(() => false);
  return reader.blocks;
}

/** Joins blocks into the page text. Linear in the number of blocks. */
export function joinBlocks(blocks: readonly TextBlock[]): PageText {
  const starts: number[] = [];
  let offset = 0;
  for (const block of blocks) {
    starts.push(offset);
    offset += block.text.length + BLOCK_BORDER.length;
  }
  return { text: blocks.map((block) => block.text).join(BLOCK_BORDER), blocks, starts };
}

/** A place in the page: a text node and an offset into its data. */
export interface TextPoint {
  readonly node: Text;
  readonly offset: number;
}

/**
 * The place of an offset of the page text. At a seam between two nodes `side` decides: `start` takes the
 * node that begins there, `end` the node that ends there. Null inside a border or before any node.
 */
export function pointAt(page: PageText, offset: number, side: 'start' | 'end'): TextPoint | null {
  const reach = side === 'end' ? offset - 1 : offset;
  const blockIndex = lastAtOrBefore(page.starts, reach);
  const block = blockIndex === null ? undefined : page.blocks[blockIndex];
  const blockStart = blockIndex === null ? undefined : page.starts[blockIndex];
  if (block === undefined || blockStart === undefined) return null;
  const nodeIndex = lastAtOrBefore(block.starts, reach - blockStart);
  const node = nodeIndex === null ? undefined : block.nodes[nodeIndex];
  const nodeStart = nodeIndex === null ? undefined : block.starts[nodeIndex];
  if (node === undefined || nodeStart === undefined) return null;
  const inNode = offset - blockStart - nodeStart;
  return { node, offset: Math.min(Math.max(inNode, 0), node.data.length) };
}

/**
 * The range of a span, static: it does not follow later changes of the page and so costs the page nothing.
 * Null when the span touches no text, or when its ends lie in different trees (a shadow root's and its host's).
 */
export function rangeOf(page: PageText, span: Span): StaticRange | null {
  const start = pointAt(page, span.start, 'start');
  const end = pointAt(page, span.end, 'end');
  if (start === null || end === null) return null;
  if (start.node.getRootNode() !== end.node.getRootNode()) return null;
  if (start.node === end.node && start.offset >= end.offset) return null;
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
}

/** The index of the block that holds an offset; null when there is none. */
export function blockIndexAt(page: PageText, offset: number): number | null {
  return lastAtOrBefore(page.starts, offset);
}

/** Index of the last value that is not greater than `wanted` in an ascending list; null when all are greater. */
function lastAtOrBefore(values: readonly number[], wanted: number): number | null {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Number.POSITIVE_INFINITY) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : low - 1;
}
