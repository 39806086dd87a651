/** A point in client coordinates, CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the pointer is, as far as cards care. `T` is what a painted name is to the caller. */
export type PointerOver<T> =
  | { readonly on: 'mention'; readonly target: T }
  | { readonly on: 'card' }
  | { readonly on: 'nothing' };

/** What the caller is to do now. */
export type Intent<T> =
  | { readonly do: 'nothing' }
  | { readonly do: 'open'; readonly target: T }
  | { readonly do: 'close' };

/**
 * Decides from pointer movements when a card opens and closes; knows no document and no timer: the caller
 * reports moves with their time and asks again at `wakeAt`. Opens after a rest on one name; stays open while
 * the pointer is on name or card, while it travels towards the card (inside the triangle between where it
 * left the name and the card's near edge), and for a grace period after.
 */
export class HoverIntent<T> {
  readonly #restMs: number;
  readonly #graceMs: number;
  #resting: { readonly target: T; readonly since: number } | null = null;
  #open: { readonly target: T } | null = null;
  #leftAt: { readonly time: number; readonly point: Point } | null = null;
  #last: Point | null = null;

  /** Milliseconds: rest before opening, grace before closing. */
  constructor(restMs: number, graceMs: number) {
    this.#restMs = restMs;
    this.#graceMs = graceMs;
  }

  /** When to call `tick` next, on the caller's clock; null for not before the next move. */
  get wakeAt(): number | null {
    if (this.#resting !== null) return this.#resting.since + this.#restMs;
    if (this.#leftAt !== null) return this.#leftAt.time + this.#graceMs;
    return null;
  }

  /** Reports a move. `card` is the open card's box. */
  move(over: PointerOver<T>, point: Point, now: number, card: Box | null): Intent<T> {
    const previous = this.#last;
    this.#last = point;
    if (over.on === 'mention') {
      this.#leftAt = null;
      if (this.#open?.target === over.target) {
        this.#resting = null;
      } else if (this.#resting?.target !== over.target) {
        this.#resting = { target: over.target, since: now };
      }
      return this.tick(now);
    }
    this.#resting = null;
    if (over.on === 'card') {
      this.#leftAt = null;
      return { do: 'nothing' };
    }
    if (this.#open === null) return { do: 'nothing' };
    if (this.#leftAt === null) this.#leftAt = { time: now, point: previous ?? point };
    else if (card !== null && isTowards(this.#leftAt.point, point, card)) {
      // Still on the way to the card: the grace period starts anew, from where the pointer is now.
      this.#leftAt = { time: now, point: this.#leftAt.point };
    }
    return this.tick(now);
  }

  /** Time has passed. */
  tick(now: number): Intent<T> {
    if (this.#resting !== null && now - this.#resting.since >= this.#restMs) {
      const { target } = this.#resting;
      this.#resting = null;
      this.#leftAt = null;
      this.#open = { target };
      return { do: 'open', target };
    }
    if (this.#leftAt !== null && now - this.#leftAt.time >= this.#graceMs) {
      this.#leftAt = null;
      this.#open = null;
      return { do: 'close' };
    }
    return { do: 'nothing' };
  }

  /** Typing, scrolling, selecting: what was resting no longer counts. An open card stays. */
  interrupt(): void {
    this.#resting = null;
  }

  /** The card was opened by other means (keyboard, click); null: closed by other means (Escape). */
  setOpen(target: T | null): void {
    this.#open = target === null ? null : { target };
    this.#resting = null;
    this.#leftAt = null;
  }
}

/**
 * True when `at` lies in the triangle from `from` to the card's nearer horizontal edge (a "safe triangle"),
 * widened by a few pixels: the way a hand really takes.
 */
export function isTowards(from: Point, at: Point, card: Box): boolean {
  const edge = from.y <= card.top ? card.top : from.y >= card.bottom ? card.bottom : null;
  if (edge === null) {
    return at.x >= Math.min(from.x, card.left) && at.x <= Math.max(from.x, card.right);
  }
  const share = (at.y - from.y) / (edge - from.y || 1);
  if (share < -0.05 || share > 1) return false;
  const left = from.x + (card.left - from.x) * share - SLACK;
  const right = from.x + (card.right - from.x) * share + SLACK;
  return at.x >= left && at.x <= right;
}

// 12 px: about the width of the pointer's own picture.
const SLACK = 12;
