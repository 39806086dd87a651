import { browser } from '../browser';

/*
 * Which hosts have anything stored, one key a host in the extension's local storage: the scout asks for its
 * own host's key on every page, without waking the background. The key says that something is stored for
 * the site, not what, and not for which page.
 */

/** The storage key that stands for a host. */
function annotatedSiteKey(host: string): string {
  return `annotated:${host}`;
}

/** Notes that something is stored for the site of `url`. Idempotent. */
export async function rememberAnnotatedSite(url: string): Promise<void> {
  if (!URL.canParse(url)) return;
  await browser.storage.local.set({ [annotatedSiteKey(new URL(url).host)]: 1 });
}

/** Makes the keys agree with the sites that really have something stored: after an import, a purge, a restore. */
export async function resetAnnotatedSites(urls: readonly string[]): Promise<void> {
  const wanted = new Set(
    urls.filter((url) => URL.canParse(url)).map((url) => annotatedSiteKey(new URL(url).host)),
  );
  const present = Object.keys(await browser.storage.local.get(null)).filter((key) =>
    key.startsWith('annotated:'),
  );
  await browser.storage.local.remove(present.filter((key) => !wanted.has(key)));
  await browser.storage.local.set(Object.fromEntries([...wanted].map((key) => [key, 1])));
}
