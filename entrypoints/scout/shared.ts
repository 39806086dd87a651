import type { GazetteerNames } from '@/core/detection/gazetteer-names';

/**
 * What the scout leaves for the reader in the content scripts' own world, which no page can see: the names
 * travel to a page once, in the scout.
 */
export interface Shared {
  readonly gazetteer: GazetteerNames;
  /** Looks at the page again, and from then on, by a better judgement; asks for the reader where it says yes. */
  readonly lookAgain: (mayMention: (text: string) => boolean) => void;
  /** Ends the scout's own watch over the page: the reader has taken over. */
  readonly stop: () => void;
  /** Set by the reader while it is at work in this frame. */
  reader: { readonly stop: () => void; readonly isAlive: () => boolean } | null;
}

const KEY = '__downrange';

type World = typeof globalThis & { [KEY]?: Shared };

export function readShared(): Shared | null {
  return (globalThis as World)[KEY] ?? null;
}

export function writeShared(shared: Shared): void {
  (globalThis as World)[KEY] = shared;
}
