import type { CardPosition } from '@/core/cards/stack';

/** How far, in CSS px, a pointer moves before a press becomes a drag. */
const THRESHOLD_PX = 4;

/** Follows a pointer that was pressed on a card and reports where the card should stand, inside the viewport. */
export function dragFrom(
  start: PointerEvent,
  card: HTMLElement,
  onMove: (position: CardPosition) => void,
): void {
  const box = card.getBoundingClientRect();
  const stop = new AbortController();
  const { signal } = stop;
  let dragging = false;
  card.setPointerCapture(start.pointerId);
  card.addEventListener(
    'pointermove',
    (event) => {
      const dx = event.clientX - start.clientX;
      const dy = event.clientY - start.clientY;
      dragging ||= Math.hypot(dx, dy) > THRESHOLD_PX;
      if (!dragging) return;
      onMove({
        x: clamp(box.left + dx, 0, window.innerWidth - box.width),
        y: clamp(box.top + dy, 0, window.innerHeight - 48),
      });
    },
    { signal },
  );
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    card.addEventListener(end, () => stop.abort(), { signal });
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)));
}
