import type { Steps } from '@/core/steps';

/** Longest stretch of work before the page may go on, in milliseconds: 8 is the promise, and a step may take one. */
const SLICE_MS = 5;

/**
 * Work in slices: as much as fits into a few milliseconds, then the page's turn. One for each piece of work, since
 * it counts what the work has taken.
 */
export class Slices {
  #since = performance.now();
  #spentMs = 0;

  /** Milliseconds of work so far, without the pauses. */
  get spentMs(): number {
    return this.#spentMs + performance.now() - this.#since;
  }

  /** True when the slice at hand has lasted long enough. */
  isOver(): boolean {
    return performance.now() - this.#since > SLICE_MS;
  }

  /** Lets the page work. */
  async pause(): Promise<void> {
    this.#spentMs += performance.now() - this.#since;
    await yieldToPage();
    this.#since = performance.now();
  }

  /** Does the work and gives its result; null when `isStale` said after a pause that nobody wants it any more. */
  async run<Result>(steps: Steps<Result>, isStale: () => boolean): Promise<Result | null> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (!this.isOver()) continue;
      await this.pause();
      if (isStale()) return null;
    }
  }
}

/** Lets the page work before we go on: what waits for the user comes first, and we come before what is merely queued. */
export async function yieldToPage(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}
