import type { Page } from 'puppeteer-core';
import type { PageSummary } from '@/platform/messaging/contract';
import { type Driven, until } from './drive';

/*
 * Asks the reader in a page what it found, through one of the extension's own pages: a page's own world
 * cannot see our content scripts, and Firefox does not let a driver look into them.
 */

/** One open extension page, through which any number of tabs can be asked. */
export interface Asker {
  /** The reader's summary of the top frame of the tab with this address, once it has settled; null when no reader came. */
  summary(url: string, limitMs?: number): Promise<PageSummary | null>;
  /** Sends a command to the reader of that tab. */
  command(url: string, command: object): Promise<unknown>;
  close(): Promise<void>;
}

export async function createAsker(driven: Driven): Promise<Asker> {
  const own = await driven.openOwn('popup.html');
  return {
    async summary(url, limitMs = 15_000) {
      const ask = async () => {
        const answer = (await send(own, url, { downrange: 'describe' })) as PageSummary | null;
        return answer?.settled === true ? answer : null;
      };
      return until(ask, limitMs).catch(() => null);
    },
    command: (url, command) => send(own, url, command),
    close: () => own.close(),
  };
}

interface TabsApi {
  readonly tabs: {
    query(filter: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(id: number, message: object, options: object): Promise<unknown>;
  };
}

function send(own: Page, url: string, message: object): Promise<unknown> {
  return own.evaluate(
    async (wanted: string, sent: object) => {
      const world = globalThis as unknown as { browser?: TabsApi; chrome: TabsApi };
      const api = world.browser ?? world.chrome;
      const tab = (await api.tabs.query({})).find((one) => one.url === wanted);
      if (tab === undefined) return null;
      // Nobody listens while the reader is not there yet: that is an answer, not an error.
      return api.tabs.sendMessage(tab.id, sent, { frameId: 0 }).catch(() => null);
    },
    url,
    message,
  );
}
