import { type Box, HoverIntent, type Point } from '@/core/cards/hover-intent';
import { HitTester } from '@/dom/hit-test';
import { matches, shadowRootOf } from '@/dom/tree';
import type { Placed } from './reading';

export interface PointerOptions {
  readonly signal: AbortSignal;
  readonly openOn: () => 'rest' | 'alt' | 'click' | 'off';
  readonly restMs: () => number;
  /** The open card's box in client coordinates; null when none is open. */
  readonly cardBox: () => Box | null;
  /** True for the host element of our card. */
  readonly isCard: (target: EventTarget) => boolean;
  /** The pointer has come upon a mention: its card may be wanted soon. */
  readonly onNear: () => void;
  readonly onOpen: (placed: Placed, at: Point, touch: boolean) => void;
  readonly onClose: () => void;
}

/** 300 ms: what hand and eye need to travel from a name to its card (design, "Motion"). */
const GRACE_MS = 300;
/** 1 s after the last key in a field someone is still writing. */
const TYPING_MS = 1000;
/** 12 ms: browsers send one move a frame; of those that come faster (some mice, 1,000 a second) the next frame takes the last. */
const FRAME_MS = 12;

/**
 * Turns pointer events into opening and closing. Moves are looked at once a frame; nothing is opened while a
 * button is down, while keys are pressed, or while the page scrolls under a resting pointer.
 */
export class PointerWatch {
  readonly #options: PointerOptions;
  readonly #tester = new HitTester<Placed>();
  #intent: HoverIntent<Placed>;
  #timer: number | null = null;
  #frame: number | null = null;
  #latest: Sample | null = null;
  #sampledAt = Number.NEGATIVE_INFINITY;
  #at: Point = { x: 0, y: 0 };
  #typedAt = Number.NEGATIVE_INFINITY;

  constructor(options: PointerOptions) {
    this.#options = options;
    this.#intent = new HoverIntent(options.restMs(), GRACE_MS);
    const { signal } = options;
    const passive = { capture: true, passive: true, signal } as const;
    window.addEventListener('pointermove', (event) => this.#onMove(event), passive);
    window.addEventListener('pointerdown', (event) => this.#onDown(event), passive);
    window.addEventListener('scroll', () => this.#intent.interrupt(), passive);
    window.addEventListener('keydown', (event) => this.#onKey(event), passive);
    window.addEventListener('click', (event) => this.#onClick(event), passive);
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /** Replaces what the pointer can find. */
  setTargets(placed: readonly Placed[]): void {
    this.#tester.set(placed.filter((one) => one.marked));
  }

  /** The card was opened or closed by other means. */
  setOpen(placed: Placed | null): void {
    this.#intent.setOpen(placed);
    this.#schedule();
  }

  /** Takes up a changed rest time. */
  refresh(): void {
    this.#intent = new HoverIntent(this.#options.restMs(), GRACE_MS);
  }

  #onMove(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const target = deepestTarget(event);
    if (this.#frame === null && event.timeStamp - this.#sampledAt >= FRAME_MS) {
      this.#sample({ event, target });
      return;
    }
    this.#latest = { event, target };
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      if (this.#latest !== null) this.#sample(this.#latest);
      this.#latest = null;
    });
  }

  #sample({ event, target }: Sample): void {
    if (this.#options.signal.aborted) return;
    this.#sampledAt = event.timeStamp;
    const openOn = this.#options.openOn();
    this.#at = { x: event.clientX, y: event.clientY };
    const card = this.#options.cardBox();
    if (target !== null && this.#options.isCard(target)) {
      this.#act({ on: 'card' }, card);
      return;
    }
    const mayOpen =
      event.buttons === 0 &&
      (openOn === 'rest' || (openOn === 'alt' && event.altKey)) &&
      !this.#isTyping();
    const found =
      mayOpen && target !== null ? this.#tester.at(this.#at.x, this.#at.y, [target]) : null;
    if (found !== null) this.#options.onNear();
    this.#act(found === null ? { on: 'nothing' } : { on: 'mention', target: found }, card);
  }

  #act(over: Parameters<HoverIntent<Placed>['move']>[0], card: Box | null): void {
    this.#apply(this.#intent.move(over, this.#at, performance.now(), card));
  }

  #apply(intent: ReturnType<HoverIntent<Placed>['tick']>): void {
    if (intent.do === 'open') this.#options.onOpen(intent.target, this.#at, false);
    else if (intent.do === 'close') this.#options.onClose();
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer !== null) window.clearTimeout(this.#timer);
    this.#timer = null;
    const wakeAt = this.#intent.wakeAt;
    if (wakeAt === null) return;
    this.#timer = window.setTimeout(
      () => {
        this.#timer = null;
        this.#apply(this.#intent.tick(performance.now()));
      },
      Math.max(0, wakeAt - performance.now()),
    );
  }

  #onDown(event: PointerEvent): void {
    if (!event.isTrusted) return;
    this.#intent.interrupt();
    if (event.composedPath().some(this.#options.isCard)) return;
    if (this.#options.cardBox() !== null) this.#options.onClose();
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.altKey) return;
    this.#intent.interrupt();
    if (isEditable(event.composedPath()[0])) this.#typedAt = performance.now();
  }

  /** Someone is writing: a card would be in the way. */
  #isTyping(): boolean {
    return performance.now() - this.#typedAt < TYPING_MS;
  }

  /** Taps open a card; mouse clicks only when set so. Never on a link or a control: those belong to the page. */
  #onClick(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const touched = (event as PointerEvent).pointerType === 'touch';
    if (!touched && this.#options.openOn() !== 'click') return;
    if (this.#options.openOn() === 'off') return;
    const path = event.composedPath();
    if (path.some(this.#options.isCard) || path.some(isInteractive)) return;
    if (window.getSelection()?.isCollapsed === false) return;
    const placed = this.#tester.at(event.clientX, event.clientY, path);
    if (placed !== null)
      this.#options.onOpen(placed, { x: event.clientX, y: event.clientY }, touched);
  }

  #stop(): void {
    if (this.#timer !== null) window.clearTimeout(this.#timer);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
  }
}

/** What is under a pointer. */
interface Sample {
  readonly event: PointerEvent;
  readonly target: EventTarget | null;
}

/** The innermost target that we may know of. The path is a new list a call, and only shadow roots need it. */
function deepestTarget(event: PointerEvent): EventTarget | null {
  const { target } = event;
  const hasShadow = target instanceof Element && shadowRootOf(target) !== null;
  return hasShadow ? (event.composedPath()[0] ?? null) : target;
}

function isInteractive(target: EventTarget): boolean {
  return matches(target, 'a[href], button, input, select, textarea, summary, label');
}

/** True for a place where keys write text. */
function isEditable(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable === true || matches(target, 'textarea, input, select'))
  );
}
