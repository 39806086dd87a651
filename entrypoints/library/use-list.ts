import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chosen } from '@/core/search/facets';
import type { LibraryStore, List } from './library-store';

interface Asked {
  readonly text: string;
  readonly chosen: Chosen;
  readonly isBin: boolean;
  readonly page: string | null;
}

/**
 * What fits a search; null before the first answer, then the last answer until the next is there. While one search
 * runs, only the latest of those typed meanwhile waits. `version` stands for what is in the library.
 */
export function useList(
  store: LibraryStore,
  asked: Asked,
  now: () => string,
  version: number,
): List | null {
  const [list, setList] = useState<List | null>(null);
  const next = useRef<Asked | null>(null);
  const isRunning = useRef(false);
  const { text, chosen, isBin, page } = asked;
  // Before the browser draws: it searches while the page is busy with that.
  useLayoutEffect(() => {
    if (store.state.phase !== 'ready') return;
    next.current = { text, chosen, isBin, page };
    if (!isRunning.current) void run();
  }, [text, chosen, isBin, page, version, store.state.phase]);
  const run = async () => {
    isRunning.current = true;
    for (let one = next.current; one !== null; one = next.current) {
      next.current = null;
      const found = await store.find(one.text, one.chosen, { ...one, now: now() });
      // A newer search is on its way: drawing this one would only delay it.
      if (next.current === null) setList(found);
    }
    isRunning.current = false;
  };
  return list;
}
