import { useEffect, useState } from 'preact/hooks';
import type { AnchorState } from '@/core/annotation/annotation';
import { describeTab } from '@/platform/active-tab';
import { openPages } from '@/platform/open-pages';

/** How a passage stands on a page that is open in a tab. */
export interface Standing {
  readonly tabId: number;
  readonly state: AnchorState;
}

/** Standings by id; what is on no open page is not there. */
export type Standings = ReadonlyMap<string, Standing>;

const NONE: Standings = new Map();

/**
 * How passages stand on the pages that are open at the moment, asked whenever the library is looked at. For all
 * other pages nobody knows: their text is not kept, and they are not fetched.
 */
export function useStandings(): Standings {
  const [standings, setStandings] = useState(NONE);
  useEffect(() => {
    const ask = () => void readStandings().then(setStandings);
    ask();
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, []);
  return standings;
}

async function readStandings(): Promise<Standings> {
  const pages = await openPages();
  const standings = new Map<string, Standing>();
  await Promise.all(
    pages.map(async ({ tabId }) => {
      const highlights = (await describeTab(tabId))?.highlights;
      for (const state of ['placed', 'changed', 'lost'] as const)
        for (const id of highlights?.[state] ?? []) standings.set(id, { tabId, state });
    }),
  );
  return standings;
}
