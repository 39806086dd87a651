import { computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';
import { rectsOf } from './hit-test';

/** 8 px: the distance between a line and its card (design, "The card"). */
const GAP_PX = 8;
const MARGIN_PX = 8;

/**
 * Finds a place for `floating` below the line of `range`, above it where there is no room, always inside the
 * viewport. `at` picks the line of a name that breaks over two. Returns client coordinates in CSS px and the
 * height that is left for the card; null when the range has no place on screen.
 */
export async function placeBeside(
  range: AbstractRange,
  floating: HTMLElement,
  at: { readonly x: number; readonly y: number } | null,
): Promise<{ readonly x: number; readonly y: number; readonly maxHeightPx: number } | null> {
  const rects = rectsOf(range).filter((rect) => rect.width > 0 && rect.height > 0);
  const first = rects[0];
  if (first === undefined) return null;
  const context = range.startContainer.parentElement ?? document.documentElement;
  const reference = {
    getBoundingClientRect: () => unite(rects),
    getClientRects: () => rects as unknown as DOMRectList,
    contextElement: context,
  };
  let maxHeightPx = 520;
  const placed = await computePosition(reference, floating, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      inline(at === null ? {} : { x: at.x, y: at.y }),
      offset(GAP_PX),
      flip({ padding: MARGIN_PX, fallbackPlacements: ['top-start'] }),
      shift({ padding: MARGIN_PX }),
      size({
        padding: MARGIN_PX,
        apply: ({ availableHeight }) => {
          maxHeightPx = Math.max(160, Math.min(520, Math.floor(availableHeight)));
        },
      }),
    ],
  });
  return { x: placed.x, y: placed.y, maxHeightPx };
}

function unite(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
