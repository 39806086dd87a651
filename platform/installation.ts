import { browser } from './browser';
import { readRequests } from './request-log';

/** What this installation is allowed, has done and holds, as the browser says. */
export async function readInstallation() {
  const manifest = browser.runtime.getManifest();
  const [requests, estimate] = await Promise.all([
    readRequests(),
    navigator.storage.estimate().catch(() => ({ usage: undefined })),
  ]);
  // The polyfill's types know the older form of the manifest only.
  const { content_security_policy: policy, host_permissions: hosts = [] } = manifest as unknown as {
    readonly content_security_policy?: { readonly extension_pages?: string };
    readonly host_permissions?: readonly string[];
  };
  return {
    permissions: (manifest.permissions ?? []).filter((name) => !name.includes('://')),
    hosts,
    requests,
    policy: policy?.extension_pages ?? '',
    usedBytes: estimate.usage ?? null,
  };
}

/** Name and version of the browser: what Firefox says itself, else the brand that is no placeholder. */
export async function readBrowserName(): Promise<string> {
  const { runtime } = browser as unknown as {
    readonly runtime: { getBrowserInfo?: () => Promise<{ name: string; version: string }> };
  };
  if (runtime.getBrowserInfo !== undefined) {
    const { name, version } = await runtime.getBrowserInfo();
    return `${name} ${version}`;
  }
  const { userAgentData } = navigator as unknown as {
    readonly userAgentData?: { readonly brands: readonly { brand: string; version: string }[] };
  };
  const brands = userAgentData?.brands.filter(({ brand }) => !/not.?a.?brand/i.test(brand)) ?? [];
  const named = brands.find(({ brand }) => brand !== 'Chromium') ?? brands[0];
  return named === undefined ? navigator.userAgent : `${named.brand} ${named.version}`;
}
