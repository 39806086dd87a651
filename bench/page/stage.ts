import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findOrInstallBrowser } from '@/tools/lib/browsers';
import { buildFolder } from '@/tools/lib/build';
import { serveFolder } from '@/tools/lib/serve';
import { type Who, writeExtensions } from './extensions';
import { type Trace, traced } from './trace';

/** One browser with all three extensions, and pages to load in it. */
export interface Stage {
  readonly browser: Browser;
  /** An empty tab. */
  tab(): Promise<Page>;
  /** The address of a page on a site that nobody has visited, where only `who` runs. */
  fresh(who: Who, page: string): string;
  /** Loads a page on a fresh site and waits until everything on it is done. */
  load(who: Who, page: string, settleMs: number): Promise<Trace>;
  close(): Promise<void>;
}

/** `pages` by name. */
export async function createStage(
  pages: ReadonlyMap<string, string>,
  names: readonly string[],
): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'downrange-bench-'));
  const server = await serveFolder(folder, (request, response) => {
    const html = pages.get((request.url ?? '/').slice(1));
    if (html === undefined) return false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    return true;
  });
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: findOrInstallBrowser('chromium', (line) => process.stderr.write(`${line}\n`)),
    headless: true,
    pipe: true,
    userDataDir: join(folder, 'profile'),
    enableExtensions: [...writeExtensions(folder, buildFolder('chromium'), names)],
    defaultViewport: { width: 1200, height: 900 },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
  await browser.waitForTarget((target) => target.type() === 'service_worker');
  const { port } = new URL(server.origin);
  let sites = 0;
  const fresh = (who: Who, page: string) => {
    sites++;
    return `http://${who}-${sites}.localhost:${port}/${page}`;
  };
  return {
    browser,
    fresh,
    tab: () => browser.newPage(),
    async load(who, page, settleMs) {
      const tab = await browser.newPage();
      const trace = await traced(tab, async () => {
        await tab.goto(fresh(who, page), { waitUntil: 'load' });
        await pause(settleMs);
      });
      await tab.close();
      return trace;
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The browser's own words for its name and version. */
export function browserVersion(executable: string): string {
  return spawnSync(executable, ['--version'], { encoding: 'utf8' }).stdout.trim();
}
