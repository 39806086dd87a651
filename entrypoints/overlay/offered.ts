import type { CreateOverlay } from './create-overlay';

/* In the content scripts' own world, which no page can see; not in `Shared`, which the scout must be able to make. */

const KEY = '__downrangeOverlay';

type World = typeof globalThis & { [KEY]?: CreateOverlay | null };

/** What makes the overlay; null as long as its script has not come. */
export function offeredOverlay(): CreateOverlay | null {
  return (globalThis as World)[KEY] ?? null;
}

/** Leaves it for the reader, or with null takes back what an older version of the extension has left. */
export function offerOverlay(create: CreateOverlay | null): void {
  (globalThis as World)[KEY] = create;
}
