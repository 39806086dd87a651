import type { CardPosition } from '@/core/cards/stack';

/** How far, in CSS px, a pointer moves before a press becomes a drag. */
const THRESHOLD_PX = 4;
/** 80 px: a sheet that is pulled down by as much, or thrown, is meant to go. */
const SWIPE_PX = 80;

/** Follows a pointer that was pressed on a card and reports where the card should stand, inside the viewport. */
export function dragFrom(
  start: PointerEvent,
  card: HTMLElement,
  onMove: (position: CardPosition) => void,
): void {
  const box = card.getBoundingClientRect();
  let dragging = false;
  follow(start, card, (dx, dy) => {
    dragging ||= Math.hypot(dx, dy) > THRESHOLD_PX;
    if (!dragging) return;
    onMove({
      x: clamp(box.left + dx, 0, window.innerWidth - box.width),
      y: clamp(box.top + dy, 0, window.innerHeight - box.height),
    });
  });
}

/** Pulls a sheet down with the finger; closes it when it was pulled far enough, else lets it back. */
export function swipeDownFrom(start: PointerEvent, sheet: HTMLElement, onClose: () => void): void {
  let pulled = 0;
  follow(
    start,
    sheet,
    (_dx, dy) => {
      pulled = Math.max(0, dy);
      sheet.style.transform = pulled === 0 ? '' : `translateY(${Math.round(pulled)}px)`;
    },
    () => {
      if (pulled >= SWIPE_PX) onClose();
      else sheet.style.transform = '';
    },
  );
}

function follow(
  start: PointerEvent,
  element: HTMLElement,
  onMove: (dx: number, dy: number) => void,
  onEnd: () => void = () => undefined,
): void {
  const stop = new AbortController();
  const { signal } = stop;
  element.setPointerCapture(start.pointerId);
  element.addEventListener(
    'pointermove',
    (event) => onMove(event.clientX - start.clientX, event.clientY - start.clientY),
    { signal },
  );
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    element.addEventListener(
      end,
      () => {
        stop.abort();
        onEnd();
      },
      { signal },
    );
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)));
}
