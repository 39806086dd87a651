import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tools/lib/browsers';
import { packageFile, ROOT } from '@/tools/lib/build';
import { until } from '@/tools/lib/drive';
import { ODD_PATHS, serveOdd } from './hostile-pages';
import { cardSquares } from './inside';
import { drawn } from './own-pages';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy';
import { BROWSERS, type Stage, stage } from './support';

/**
 * What the browsers ask their makers for by themselves (clock, updates, field data), with or without an extension.
 * Should one of ours hide among these, the extension's own log would tell, and its policy forbids it.
 */
const BROWSER_OWN =
  /^[A-Z]+ (?:https?:\/\/)?[\w.-]+\.(?:google|googleapis|gstatic|mozilla|firefox)\.(?:com|org|net)[:/]/;

const DEMO = join(ROOT, 'tools/demo');
const FIXTURES = join(ROOT, 'tests/fixtures/pages');

/** The stories and fixtures as files, by path. */
const FILES = new Map<string, string>(
  [DEMO, FIXTURES].flatMap((folder) =>
    readdirSync(folder).map((file) => [`/${file}`, join(folder, file)] as const),
  ),
);
const PATHS = [...FILES.keys()].filter((path) => path.endsWith('.html')).concat(ODD_PATHS);

/** Firefox takes the package itself; Chromium loads folders only, so it gets the unpacked package. */
function unpack(name: BrowserName, folder: string): string {
  const file = packageFile(name);
  if (name === 'firefox') return file;
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    if (path.endsWith('/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

describe.each(BROWSERS)('the package for %s', (name) => {
  let folder: string;
  let proxy: RecordingProxy;
  let scene: Stage;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'downrange-package-'));
    proxy = await startRecordingProxy((request, response) => {
      const { pathname } = new URL(request.url ?? '');
      const file = FILES.get(pathname);
      if (file === undefined) return serveOdd(request, response);
      const type = pathname.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
      response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
      return true;
    });
    scene = await stage(name, undefined, {
      extension: unpack(name, folder),
      proxy: proxy.address,
    });
  });

  afterAll(async () => {
    await scene.close();
    await proxy.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('marks a story and shows a card', async () => {
    const page = await scene.driven.open('http://news.example/star-market.html');
    await page.bringToFront();
    const found = await scene.asker.summary(page.url());
    expect(found?.mentions.map(({ id }) => id)).toContain('rocket/zhuque-3');
    await scene.asker.command(page.url(), { downrange: 'next-mention' });
    await until(async () => (await cardSquares(page)) > 40);
    await page.close();
  });

  it('asks for nothing while 30 pages and more are read and cards opened', async () => {
    expect(PATHS.length).toBeGreaterThan(30);
    for (const path of PATHS) {
      const page = await scene.driven.browser.newPage();
      // Some odd pages never finish loading, or are downloads: that they were asked for is enough.
      await page
        .goto(`http://page.example${path}`, { waitUntil: 'load', timeout: 15_000 })
        .catch(() => undefined);
      const found = await scene.asker.summary(`http://page.example${path}`, 1500);
      if (found !== null && found.mentions.length > 0)
        await scene.asker.command(`http://page.example${path}`, { downrange: 'next-mention' });
      await page.close().catch(() => undefined);
    }
    for (const path of PATHS)
      expect(proxy.asked.join('\n')).toContain(`GET http://page.example${path}`);
    const others = proxy.asked.filter(
      (one) => !/^GET http:\/\/\w+\.example\//.test(one) && !BROWSER_OWN.test(one),
    );
    expect(others).toEqual([]);
    const about = await scene.driven.openOwn('about.html');
    await drawn(about, '.about-number');
    expect(await about.evaluate(() => document.querySelector('.about-number')?.textContent)).toBe(
      '0 since it was installed',
    );
    await about.close();
  }, 400_000);
});
