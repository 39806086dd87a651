import { parentNodeOf } from './tree';

/**
 * True when everything between the ends of a range is inline, so that the text in it really stands in one
 * line of prose. Blocks are told by tag names when a page is read; a `<span>` that the page lays out as a
 * block or a table cell would join what does not belong together ("Falcon" | "9 Aug"). Asks for computed
 * styles, but only where a range crosses elements, which few do.
 */
export function isInline(range: AbstractRange): boolean {
  if (range.startContainer === range.endContainer) return true;
  const common = commonAncestor(range.startContainer, range.endContainer);
  if (common === null) return false;
  return isInlineUpTo(range.startContainer, common) && isInlineUpTo(range.endContainer, common);
}

function isInlineUpTo(node: Node, limit: Node): boolean {
  for (
    let at: Node | null = node.parentNode;
    at instanceof Element && at !== limit;
    at = parentNodeOf(at)
  ) {
    const { display, position, float } = getComputedStyle(at);
    // `inline-block` is let through: publishers wrap words in it to keep them on one line.
    if (!display.startsWith('inline') && display !== 'contents' && display !== 'ruby') return false;
    if (float !== 'none' || position === 'absolute' || position === 'fixed') return false;
  }
  return true;
}

function commonAncestor(a: Node, b: Node): Node | null {
  for (let at: Node | null = a; at !== null; at = parentNodeOf(at)) {
    if (Node.prototype.contains.call(at, b)) return at;
  }
  return null;
}
