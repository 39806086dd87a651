import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/tools/lib/drive';
import { cardSquares, listenForFaults, lookInside } from './inside';
import { BROWSERS, boxOfText, countPixels, isPetrol, restOn, type Stage, stage } from './support';

const STORY = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Own</title>
<body style="font:18px/1.6 serif;background:#fff;color:#111;margin:40px">
<p id="first">Moonbase Ltd leases a hangar; 银河动力 does not.</p></body></html>`;
const SECRET = 'their director told me so';

/** Presses what has this name, by keyboard. */
async function press(page: Page, name: string): Promise<void> {
  await until(() =>
    page.evaluate((wanted: string) => {
      const scope = document.querySelector('dialog[open]') ?? document;
      const found = [...scope.querySelectorAll<HTMLElement>('button, input[type=radio]')].find(
        (one) =>
          (one.getAttribute('aria-label') ??
            one.closest('label')?.textContent ??
            one.textContent) === wanted,
      );
      found?.focus();
      return found !== undefined && document.activeElement === found;
    }, name),
  );
  await page.keyboard.press(' ');
}

/** Types into the field with this label. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  await until(() =>
    page.evaluate((wanted: string) => {
      const scope = document.querySelector('dialog[open]') ?? document;
      const found = [...scope.querySelectorAll('label')].find((one) => one.textContent === wanted);
      const field = found === undefined ? null : document.getElementById(found.htmlFor);
      field?.focus();
      return field !== null && document.activeElement === field;
    }, label),
  );
  await page.keyboard.type(text);
}

const shown = (page: Page) => page.evaluate(() => document.body.innerText);
const isClosed = (page: Page) =>
  page.evaluate(() => document.querySelector('dialog[open]') === null);

describe.each(BROWSERS)('names and facts of the reader’s own in %s', (name) => {
  let scene: Stage;
  let page: Page;
  let settings: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    scene = await stage(name, (request, response) => {
      if (request.url !== '/own') return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(STORY);
      return true;
    });
    page = await scene.driven.open('about:blank');
    faults = listenForFaults(page);
    await page.goto(`${scene.server.origin}/own`, { waitUntil: 'load' });
    settings = await scene.driven.openOwn('options.html');
    await settings.bringToFront();
  });

  afterAll(async () => {
    await scene.close();
  });

  const summary = () => scene.asker.summary(page.url());
  const marks = async (text: string) =>
    countPixels(page, await boxOfText(page, '#first', text), isPetrol);

  it('are written in the settings by keyboard, refused with a reason, and then kept', async () => {
    await press(settings, 'Add a name or a fact');
    await press(settings, 'something new');
    await press(settings, 'Save');
    await until(async () => (await shown(settings)).includes('Give it a name.'));
    await fill(settings, 'Name', 'Moonbase Ltd');
    await press(settings, 'Add a fact');
    await fill(settings, 'Fact', SECRET);
    await press(settings, 'Save');
    await until(() => isClosed(settings));
    expect(await shown(settings)).toContain('Company · facts: 1');

    await press(settings, 'Add a name or a fact');
    await fill(settings, 'Find it by name', 'galactic e');
    await press(settings, 'Galactic EnergyCompany');
    await press(settings, 'Add a name');
    await fill(settings, 'Name 1', '银河动力');
    await press(settings, 'Save');
    await until(() => isClosed(settings));
    expect(await shown(settings)).toContain('银河动力');
  });

  it('are found in a page that is open already and mentions nothing else', async () => {
    await page.bringToFront();
    await until(async () => (await marks('Moonbase Ltd')) > 20);
    await until(async () => (await marks('银河动力')) > 20);
    const found = await summary();
    expect(found?.mentions.map(({ id }) => id.replace(/own-.*/, 'own'))).toEqual([
      'company/own',
      'company/galactic-energy',
    ]);
  });

  it('are on the card, in a frame that the page cannot read', async () => {
    await restOn(page, '#first', 'Moonbase Ltd');
    await until(async () => (await cardSquares(page)) > 20);
    const own = await until(() => {
      const frame = page.frames().find((one) => one !== page.mainFrame());
      return Promise.resolve(frame);
    });
    // Firefox lets no driver into a frame of ours; that it is there, and whose it is, the page itself can tell.
    if (name === 'chromium')
      await until(async () =>
        (await own.evaluate(() => document.body.innerText)).includes('their director told me so'),
      );
    // A frame in a closed shadow root is none of the page's frames: there is nothing to ask for its text.
    const seen = await page.evaluate(() => ({
      frames: window.length,
      html: document.documentElement.outerHTML,
    }));
    expect(seen.frames).toBe(0);
    expect(seen.html).not.toContain(SECRET);
    await page.keyboard.press('Escape');
  });

  it('leave no fact where a content script could read it', async () => {
    const inside = await lookInside(scene.driven);
    const local = await inside.page.evaluate(async () => {
      type Api = { storage: { local: { get(key: null): Promise<Record<string, unknown>> } } };
      const world = globalThis as unknown as { browser?: Api; chrome: Api };
      return JSON.stringify(await (world.browser ?? world.chrome).storage.local.get(null));
    });
    expect(local).toContain('Moonbase Ltd');
    expect(local).not.toContain(SECRET);
    await inside.close();
  });

  it('are no longer marked when they are removed, and are back with one press', async () => {
    await settings.bringToFront();
    await press(settings, 'Remove Moonbase Ltd');
    await page.bringToFront();
    await until(async () => (await marks('Moonbase Ltd')) === 0);
    expect(await marks('银河动力')).toBeGreaterThan(20);
    await settings.bringToFront();
    await press(settings, 'Undo');
    await page.bringToFront();
    await until(async () => (await marks('Moonbase Ltd')) > 20);
  });

  it('give way to a name that is never to be marked, at once', async () => {
    await settings.bringToFront();
    await fill(settings, 'Add a name never to be marked', '银河动力');
    await settings.keyboard.press('Enter');
    await page.bringToFront();
    await until(async () => (await marks('银河动力')) === 0);
    expect(faults).toEqual([]);
  });
});
