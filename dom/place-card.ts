import { computePosition, flip, hide, inline, offset, shift, size } from '@floating-ui/dom';
import { rectsOf } from './hit-test';
import { isClobbered, parentAcross } from './tree';

/** 8 px: the distance between a line and its card (design, "The card"). */
const GAP_PX = 8;
const MARGIN_PX = 8;
/** The tallest card (design, "The card"). */
const TALLEST_PX = 520;
/** 260 px: head, foot and three rows. Where a line leaves less above and below, its card stands beside it. */
const LEAST_ROOM_PX = 260;

/** Where a card goes: client coordinates in CSS px, and the height that is left for it. */
export interface CardPlace {
  readonly x: number;
  readonly y: number;
  readonly maxHeightPx: number;
  /** The name has been scrolled out of sight. */
  readonly isNameHidden: boolean;
}

/**
 * Finds a place for `floating` below the line of `range`, above it where there is no room, beside it in a low
 * window (a page zoomed to 200 %, a phone on its side), always inside the viewport. `at` picks the line of a
 * name that breaks over two. Null when the range has no place on screen.
 */
export async function placeBeside(
  range: AbstractRange,
  floating: HTMLElement,
  at: { readonly x: number; readonly y: number } | null,
): Promise<CardPlace | null> {
  const rects = rectsOf(range).filter((rect) => rect.width > 0 && rect.height > 0);
  if (rects.length === 0) return null;
  const box = unite(rects);
  const reference = {
    getBoundingClientRect: () => box,
    getClientRects: () => rects as unknown as DOMRectList,
    contextElement: contextOf(range.startContainer),
  };
  const room = Math.max(box.top, window.innerHeight - box.bottom) - GAP_PX - MARGIN_PX;
  const isLow = room < LEAST_ROOM_PX;
  let maxHeightPx = TALLEST_PX;
  const placed = await computePosition(reference, floating, {
    strategy: 'fixed',
    placement: isLow ? 'right-start' : 'bottom-start',
    middleware: [
      inline(at === null ? {} : { x: at.x, y: at.y }),
      offset(GAP_PX),
      flip({ padding: MARGIN_PX, fallbackPlacements: [isLow ? 'left-start' : 'top-start'] }),
      // Where there is no room on any side the card covers its name rather than leave the window.
      shift({ padding: MARGIN_PX, crossAxis: isLow }),
      size({
        padding: MARGIN_PX,
        apply: ({ availableHeight }) => {
          const left = isLow ? window.innerHeight - 2 * MARGIN_PX : availableHeight;
          maxHeightPx = Math.min(TALLEST_PX, Math.floor(left));
        },
      }),
      hide(),
    ],
  });
  const isNameHidden = placed.middlewareData.hide?.referenceHidden === true;
  return { x: placed.x, y: placed.y, maxHeightPx, isNameHidden };
}

/**
 * Where the placing starts to look for boxes that clip the name. It reads the tree as pages call it, and never
 * ends in a form whose fields hide it: a name in such a form counts as clipped by the window alone.
 */
function contextOf(node: Node): Element {
  let context: Element | null = null;
  for (let at: Node | null = node; at !== null; at = parentAcross(at)) {
    if (isClobbered(at)) return document.documentElement;
    if (at instanceof Element) context ??= at;
  }
  return context ?? document.documentElement;
}

/** The smallest rectangle around all of them. */
export function unite(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
