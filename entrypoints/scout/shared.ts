import type { GazetteerNames } from '@/core/detection/gazetteer-names';
import type { Matcher } from '@/core/detection/name-search';

/**
 * What the scout leaves for the reader in the content scripts' own world, which no page can see: the names
 * travel to a page once, in the scout.
 */
export interface Shared {
  readonly gazetteer: GazetteerNames;
  /** Finds names as the gazetteer has them; the reader completes them. */
  readonly search: Matcher;
  /** True when the text could hold a name worth reading for. */
  readonly mayMention: (text: string) => boolean;
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
