import type { Page } from 'puppeteer-core';
import type { Driven } from '@/tools/lib/drive';

/** What of ours lives in one frame. */
export interface FrameState {
  readonly url: string;
  readonly scout: boolean;
  readonly reader: boolean;
}

/**
 * Looks into the content scripts' own world, which neither a page nor a driver can see, through one of the
 * extension's own documents.
 */
export interface Inside {
  /** The extension's own document, to run things in. */
  readonly page: Page;
  /** Our scripts in each frame of the tab with this address; null when we may not enter it. */
  frames(url: string): Promise<readonly FrameState[] | null>;
  /** Throws in our world of that tab, later: shows that a fault of ours would be seen. */
  fail(url: string): Promise<void>;
  /** The address of one of our documents as a content script of that tab would use it. */
  addressOf(url: string, path: string): Promise<string | null>;
  /** The browser's number of the tab with this address; null when there is none. */
  tabId(url: string): Promise<number | null>;
  /** Changes some stored settings, as the settings page does. */
  set(change: object): Promise<void>;
  close(): Promise<void>;
}

interface Api {
  readonly tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  readonly scripting: {
    executeScript<T>(injection: object): Promise<{ result: T; error?: unknown }[]>;
  };
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, object>>;
      set(values: object): Promise<void>;
    };
  };
}

export async function lookInside(driven: Driven): Promise<Inside> {
  const page = await driven.openOwn('popup.html');
  const run = <T>(url: string, source: string): Promise<readonly T[] | null> =>
    page.evaluate(
      async (wanted: string, name: string, path: string) => {
        const world = globalThis as unknown as { browser?: Api; chrome: Api };
        const api = world.browser ?? world.chrome;
        const tab = (await api.tabs.query({})).find((one) => one.url === wanted);
        if (tab === undefined) return null;
        const jobs: Record<string, (parameter: string) => unknown> = {
          frames: () => {
            const shared = (globalThis as { __downrange?: { reader: object | null } }).__downrange;
            return {
              url: location.href,
              scout: shared !== undefined,
              reader: shared !== undefined && shared.reader !== null,
            };
          },
          fail: () => {
            setTimeout(() => {
              throw new Error('a fault of ours');
            });
          },
          addressOf: (parameter) => {
            const own = globalThis as unknown as {
              chrome: { runtime: { getURL(path: string): string } };
            };
            return own.chrome.runtime.getURL(parameter);
          },
        };
        const answers = await api.scripting
          .executeScript<never>({
            target: { tabId: tab.id, allFrames: name === 'frames' },
            func: jobs[name],
            args: [path],
          })
          .catch(() => null);
        return answers === null ? null : answers.map((answer) => answer.result);
      },
      url,
      source.split(' ')[0] ?? '',
      source.split(' ')[1] ?? '',
    );
  return {
    page,
    frames: (url) => run<FrameState>(url, 'frames'),
    async fail(url) {
      await run(url, 'fail');
    },
    async addressOf(url, path) {
      return (await run<string>(url, `addressOf ${path}`))?.[0] ?? null;
    },
    tabId: (url) =>
      page.evaluate(async (wanted: string) => {
        const world = globalThis as unknown as { browser?: Api; chrome: Api };
        const tabs = await (world.browser ?? world.chrome).tabs.query({});
        return tabs.find((one) => one.url === wanted)?.id ?? null;
      }, url),
    async set(change) {
      await page.evaluate(async (changed: object) => {
        const world = globalThis as unknown as { browser?: Api; chrome: Api };
        const { local } = (world.browser ?? world.chrome).storage;
        const { settings } = await local.get('settings');
        await local.set({ settings: { ...settings, ...changed } });
      }, change);
    },
    close: () => page.close(),
  };
}

/** Everything that the page's console says is wrong, ours or its own, from now on. */
export function listenForFaults(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (fault) => {
    const told = fault instanceof Error ? `${fault.message}\n${fault.stack ?? ''}` : String(fault);
    // The test server has no icon to give, and a strict page may not ask for one.
    if (!told.includes('favicon.ico')) faults.push(told);
  });
  page.on('console', (message) => {
    const isError = message.type() === 'error';
    if (isError && !/favicon|Failed to load resource/.test(message.text()))
      faults.push(message.text());
  });
  return faults;
}

/**
 * How much of the window an open surface of ours holds, in squares of 16 CSS px: what the page's own
 * hit-testing says, so that what is covered, hidden or not clickable does not count.
 */
export function cardSquares(page: Page): Promise<number> {
  return page.evaluate(() => {
    const host = [...Document.prototype.querySelectorAll.call(document, '[popover]')].find((one) =>
      one.matches(':popover-open'),
    );
    if (host === undefined) return 0;
    let squares = 0;
    for (let y = 8; y < innerHeight; y += 16)
      for (let x = 8; x < innerWidth; x += 16)
        if (document.elementFromPoint(x, y) === host) squares++;
    return squares;
  });
}

/**
 * The smallest box around every surface of ours that can be clicked, in client coordinates to 4 px, as the
 * page's own hit-testing sees it. Throws when none is open.
 */
export async function cardBox(
  page: Page,
): Promise<{ left: number; top: number; right: number; bottom: number }> {
  const box = await page.evaluate(() => {
    const host = [...document.querySelectorAll('[popover]')].find((one) =>
      one.matches(':popover-open'),
    );
    const xs: number[] = [];
    const ys: number[] = [];
    for (let y = 2; y < innerHeight; y += 4)
      for (let x = 2; x < innerWidth; x += 4)
        if (host !== undefined && document.elementFromPoint(x, y) === host) {
          xs.push(x);
          ys.push(y);
        }
    if (xs.length === 0) return null;
    return {
      left: Math.min(...xs) - 2,
      top: Math.min(...ys) - 2,
      right: Math.max(...xs) + 2,
      bottom: Math.max(...ys) + 2,
    };
  });
  if (box === null) throw new Error('expected an open card in the page, found none');
  return box;
}
