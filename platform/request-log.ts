import { browser } from './browser';

/*
 * Every request that this extension has made to an address that is not its own. There is none, and the
 * extension's security policy lets the browser refuse one; this is how a reader can see that it is so.
 */

const KEY = 'requests';
/** 100 addresses are more than enough to see that something is wrong. */
const MOST_KEPT = 100;

/** Requests of this document or worker, from now on and those it has made already. */
export function logRequests(): void {
  const observer = new PerformanceObserver((list) => {
    const elsewhere = list
      .getEntries()
      .map(({ name }) => name)
      .filter(isElsewhere);
    if (elsewhere.length > 0) void keep(elsewhere);
  });
  observer.observe({ type: 'resource', buffered: true });
}

/** What was logged since the extension was installed; empty when it made no request. */
export async function readRequests(): Promise<readonly string[]> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
}

async function keep(addresses: readonly string[]): Promise<void> {
  const known = await readRequests();
  const all = [...new Set([...known, ...addresses])].slice(-MOST_KEPT);
  await browser.storage.local.set({ [KEY]: all });
}

/** Files of the extension, and data that never leaves the document. */
function isElsewhere(address: string): boolean {
  return !address.startsWith(browser.runtime.getURL('')) && !/^(?:blob|data):/.test(address);
}
