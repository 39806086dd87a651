import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { BrowserName } from './browsers';

/** Firefox gives every installation another address; a fixed one lets us open our own pages. */
const FIREFOX_UUID = '5c1e1b1d-3c5f-4b52-9d6f-0d0e5f0a7c11';
/** The extension's id in Firefox, as the manifest has it. */
export const FIREFOX_ID = 'downrange@downrange.example';

export interface Driven {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  readonly base: string;
  /** A new tab on a page of the web; resolves when the page has loaded. */
  open(url: string): Promise<Page>;
  /** A new tab on one of the extension's own pages. */
  openOwn(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly executable: string;
  /** Folder of the built extension; for Firefox its package will do as well. */
  readonly extension: string;
  readonly headless: boolean;
  /** Keeps the profile here between launches; a fresh one is made, and removed at the end, when absent. */
  readonly profile?: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** `host:port` of a proxy through which every request of the browser goes, also to this machine. */
  readonly proxy?: string;
  /** How long one question to a page may take; in milliseconds, Puppeteer's own by default. */
  readonly protocolTimeoutMs?: number;
}

/** Starts a browser with the extension loaded and a fresh profile. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Driven> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'downrange-profile-')));
  const start = name === 'chromium' ? launchChromium : launchFirefox;
  const { browser, base } = await start(options, profile);
  const viewport = { width: options.width ?? 1280, height: options.height ?? 900 };
  const prepare = async (page: Page) => {
    if (options.headless) await page.setViewport(viewport);
    if (options.dark === true && name === 'chromium') {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    }
    return page;
  };
  return {
    name,
    browser,
    base,
    async open(url) {
      const page = await prepare(await browser.newPage());
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    async openOwn(path) {
      const page = await prepare(await browser.newPage());
      // Firefox never reports the load of an extension's page; its content is polled for instead.
      await page.goto(base + path, { waitUntil: name === 'firefox' ? [] : 'load' });
      await until(() =>
        page.evaluate(() => document.readyState === 'complete' && location.protocol !== 'about:'),
      );
      return page;
    },
    async close() {
      await browser.close();
      if (options.profile === undefined)
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function launchChromium(options: LaunchOptions, profile: string) {
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: options.executable,
    headless: options.headless,
    userDataDir: profile,
    pipe: true,
    ...(options.protocolTimeoutMs === undefined
      ? {}
      : { protocolTimeout: options.protocolTimeoutMs }),
    enableExtensions: [options.extension],
    defaultViewport: null,
    args: [
      // Root may not use the sandbox, and containers often have none.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      ...(options.proxy === undefined
        ? []
        : [`--proxy-server=http://${options.proxy}`, '--proxy-bypass-list=<-loopback>']),
    ],
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return { browser, base: `chrome-extension://${new URL(worker.url()).host}/` };
}

async function launchFirefox(options: LaunchOptions, profile: string) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executable,
    headless: options.headless,
    userDataDir: profile,
    defaultViewport: null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      'xpinstall.signatures.required': false,
      ...proxyPreferences(options.proxy),
      ...(options.dark === true
        ? { 'ui.systemUsesDarkTheme': 1, 'layout.css.prefers-color-scheme.content-override': 0 }
        : {}),
    },
  });
  await browser.installExtension(options.extension);
  return { browser, base: `moz-extension://${FIREFOX_UUID}/` };
}

function proxyPreferences(proxy: string | undefined): Record<string, string | number | boolean> {
  if (proxy === undefined) return {};
  const [host = '', port = ''] = proxy.split(':');
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}

/**
 * Asks until the answer is truthy and returns it. Errors count as "not yet": pages navigate while they are
 * asked. Throws after `limitMs` with the last error.
 */
export async function until<T>(
  ask: () => Promise<T | false | null | undefined>,
  limitMs = 20_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  let last: unknown = 'never true';
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== false && answer !== null && answer !== undefined) return answer;
    } catch (fault) {
      last = fault;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `waited ${limitMs} ms in vain: ${last instanceof Error ? last.message : String(last)}`,
  );
}
