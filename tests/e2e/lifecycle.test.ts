import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { createAsker } from '@/tools/lib/ask-reader';
import { buildFolder } from '@/tools/lib/build';
import { until } from '@/tools/lib/drive';
import { cardSquares, listenForFaults, lookInside } from './inside';
import { switchExtension } from './outside';
import {
  BROWSERS,
  boxOfText,
  countPixels,
  hasOpenHost,
  isPetrol,
  readStore,
  restOn,
  type Stage,
  stage,
} from './support';

/** How often the worker is stopped; the full number is for the night. */
const STOPS = process.env.DOWNRANGE_NIGHTLY === '1' ? 500 : 40;

describe.each(BROWSERS)('the life of the extension in %s', (name) => {
  let scene: Stage;
  let page: Page;
  let faults: readonly string[];

  afterEach(async () => {
    await scene.close();
  });

  const start = async (path: string) => {
    scene = await stage(name, (request, response) => {
      if (request.url !== '/long') return false;
      const lines = Array.from(
        { length: STOPS },
        (_, index) =>
          `<p id="line-${index}">This is sentence number ${index} of a long report.</p>`,
      );
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="en"><title>Long</title><body><p>SpaceX flew a Falcon 9 rocket.</p>${lines.join('')}</body></html>`,
      );
      return true;
    });
    page = await scene.driven.open('about:blank');
    faults = listenForFaults(page);
    await page.bringToFront();
    await page.goto(`${scene.server.origin}${path}`, { waitUntil: 'load' });
  };
  const summary = () => scene.asker.summary(page.url());
  const marks = async () =>
    countPixels(page, await boxOfText(page, '#first', 'LandSpace'), isPetrol);

  /** Elements of ours in the page. */
  const leftovers = () => page.evaluate(() => document.querySelectorAll('[popover]').length);

  it('leaves a site at once when it is switched off there, and comes back without a reload', async () => {
    await start('/story.html');
    const inside = await lookInside(scene.driven);
    await page.bringToFront();
    await until(async () => (await marks()) > 20);
    await restOn(page, '#first', 'Zhuque-3');
    await until(async () => (await cardSquares(page)) > 40);
    // Another tab of the same site, behind this one.
    const other = await scene.driven.open(`${scene.server.origin}/shadow.html`);
    const otherAddress = other.url();
    const isRead = async (address: string) =>
      (await inside.frames(address))?.some((frame) => frame.reader) ?? false;
    await until(() => isRead(otherAddress));
    await page.bringToFront();
    await inside.set({ blocked: ['127.0.0.1'] });
    await until(async () => (await cardSquares(page)) === 0);
    await until(async () => (await marks()) === 0);
    await until(async () => !(await isRead(otherAddress)));
    expect(await page.evaluate(() => document.querySelector('[popover]'))).toBeNull();
    const frames = await inside.frames(page.url());
    expect(frames?.some((frame) => frame.reader)).toBe(false);
    await inside.set({ blocked: [] });
    await until(async () => (await marks()) > 20);
    expect(faults).toEqual([]);
  });

  it('finds a highlight in a text without names that comes late', async () => {
    await start('/plain.html');
    const late = 'The coast lay in fog until noon, and then it cleared.';
    const write = () =>
      page.evaluate((text: string) => {
        const place = document.getElementById('late');
        if (place !== null) place.textContent = text;
      }, late);
    const placed = async () => (await summary())?.highlights.placed.length ?? 0;
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<p id="name">SpaceX flew a Falcon 9.</p>');
    });
    await until(async () => ((await summary())?.mentions.length ?? 0) > 0);
    await write();
    await until(async () => {
      await page.evaluate(() => {
        const place = document.getElementById('late');
        getSelection()?.removeAllRanges();
        if (place !== null) getSelection()?.selectAllChildren(place);
      });
      await until(() => hasOpenHost(page), 1000);
      await page.keyboard.press('1');
      return until(async () => (await placed()) === 1, 1000);
    });
    await page.reload();
    await until(async () => ((await summary())?.highlights.lost.length ?? 0) === 1);
    await write();
    await until(async () => (await placed()) === 1);
    expect(faults).toEqual([]);
  });

  it.runIf(name === 'chromium')(
    'loses no highlight that it has confirmed when its worker is stopped again and again',
    async () => {
      await start('/long');
      await summary();
      let stopped = 0;
      for (let index = 0; index < STOPS; index++) {
        const worker = scene.driven.browser
          .targets()
          .find((target) => target.type() === 'service_worker');
        const running = await worker?.worker();
        if (running !== undefined && running !== null) {
          await running.close();
          stopped += 1;
        }
        await page.evaluate((line: number) => {
          const element = document.getElementById(`line-${line}`);
          element?.scrollIntoView({ block: 'center' });
          if (element !== null) getSelection()?.selectAllChildren(element);
        }, index);
        await until(() => hasOpenHost(page));
        await until(async () => {
          await page.keyboard.press('1');
          return (await summary())?.highlights.placed.length === index + 1;
        });
      }
      expect(stopped).toBeGreaterThan(STOPS * 0.8);
      await page.reload();
      await until(async () => (await summary())?.highlights.placed.length === STOPS);
      expect(faults).toEqual([]);
    },
  );

  it('takes its marks along when it is switched off in the browser, and comes back', async () => {
    await start('/story.html');
    await until(async () => (await marks()) > 20);
    await restOn(page, '#first', 'Zhuque-3');
    await until(async () => (await cardSquares(page)) > 40);
    await switchExtension(scene.driven, false);
    await page.bringToFront();
    await until(async () => (await marks()) === 0);
    await until(async () => (await cardSquares(page)) === 0);
    await page.mouse.move(5, 5);
    await switchExtension(scene.driven, true);
    await page.bringToFront();
    await until(async () => (await marks()) > 20, 40_000);
    // What the first script had left open is gone for good.
    await until(async () => (await leftovers()) === 0);
    expect(faults).toEqual([]);
  });

  it('hands open pages over to the next version of itself', async () => {
    await start('/story.html');
    await until(async () => (await marks()) > 20);
    await restOn(page, '#first', 'Zhuque-3');
    await until(async () => (await cardSquares(page)) > 40);
    // Loading it again over itself is what an update does; after `runtime.reload()` the drivers lose it.
    await scene.driven.browser.installExtension(buildFolder(name));
    const inside = await until(() => lookInside(scene.driven).catch(() => null), 30_000);
    await page.bringToFront();
    await until(async () =>
      (await inside.frames(page.url()))?.some((frame) => frame.reader && frame.scout),
    );
    await until(async () => (await marks()) > 20);
    await until(async () => (await leftovers()) === 0);
    await page.mouse.move(5, 5);
    await restOn(page, '#first', 'Zhuque-3');
    await until(async () => (await cardSquares(page)) > 40);
    // Whatever the old script had painted would still be there.
    await inside.set({ blocked: ['127.0.0.1'] });
    await until(async () => (await cardSquares(page)) === 0);
    await until(async () => (await marks()) === 0);
    expect(faults).toEqual([]);
  });

  it('keeps what is being typed when it is updated', async () => {
    await start('/story.html');
    const before = await createAsker(scene.driven);
    await before.summary(page.url());
    const field = () =>
      until(async () => {
        // Firefox's driver reports our frame without its address.
        const frame = page.frames().find((one) => one !== page.mainFrame() && !one.detached);
        return frame !== undefined && (await frame.$('textarea')) !== null ? frame : null;
      }, 30_000);
    await page.bringToFront();
    // Its answer may be lost with the version that was asked.
    before.command(page.url(), { downrange: 'page-note' }).catch(() => undefined);
    await (await field()).focus('textarea');
    await page.keyboard.type('half a thou');
    // Stored as a draft with the last key, or by then already as a note.
    await until(async () => {
      const kept = [
        ...(await readStore(scene, 'drafts')),
        ...(await readStore(scene, 'annotations')),
      ];
      return JSON.stringify(kept).includes('half a thou');
    });
    await scene.driven.browser.installExtension(buildFolder(name));
    const after = await until(() => createAsker(scene.driven).catch(() => null), 30_000);
    await page.bringToFront();
    await until(async () => (await after.summary(page.url())) !== null, 30_000);
    // It answers when the note is closed: with the browser.
    after.command(page.url(), { downrange: 'page-note' }).catch(() => undefined);
    await until(async () =>
      (await field()).evaluate(() => document.querySelector('textarea')?.value === 'half a thou'),
    );
  }, 120_000);
});
