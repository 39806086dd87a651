/**
 * Keeps the wheel inside `mount`: what is turned over a card never scrolls the page beneath, not even when
 * the card has nothing to scroll, or is at its end. `overscroll-behavior` alone covers neither a card's head
 * nor content that fits. With Ctrl the wheel is the browser's zoom and is let through.
 */
export function containWheel(mount: HTMLElement): void {
  mount.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.defaultPrevented) return;
      const path = event.composedPath();
      const inside = path.slice(0, path.indexOf(mount));
      if (!inside.some((element) => canScroll(element, event))) event.preventDefault();
    },
    { passive: false },
  );
}

function canScroll(element: EventTarget, { deltaX, deltaY }: WheelEvent): boolean {
  if (!(element instanceof HTMLElement)) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  const isDown = Math.abs(deltaY) >= Math.abs(deltaX);
  if (isDown) {
    const room = element.scrollHeight - element.clientHeight;
    return isScrolling(overflowY) && hasRoom(element.scrollTop, room, deltaY);
  }
  const room = element.scrollWidth - element.clientWidth;
  return isScrolling(overflowX) && hasRoom(element.scrollLeft, room, deltaX);
}

function isScrolling(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

// 1 px: browsers round scroll positions, and a card at its end would never say so.
function hasRoom(at: number, room: number, delta: number): boolean {
  return delta > 0 ? at < room - 1 : at > 0;
}
