import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/tools/lib/drive';
import { BROWSERS, hasOpenHost, readStore, type Stage, selectText, stage } from './support';

/** A story whose page the tests put together themselves. */
const story = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A story</title>${head}</head><body>${body}</body></html>`;
const TEXT =
  '<p id="first">A Falcon 9 of SpaceX flew at dawn on Tuesday.</p><p id="second">It placed seven small satellites into orbit about nine minutes later. The range was closed for the day.</p>';

describe.each(BROWSERS)('notes and changes in %s', (name) => {
  let scene: Stage;
  let page: Page;
  let html = story(TEXT);
  let pages = 0;

  beforeAll(async () => {
    scene = await stage(name, (request, response) => {
      if (request.url?.startsWith('/made') !== true) return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
      return true;
    });
  });
  afterEach(async () => {
    await page.close();
  });
  afterAll(async () => {
    await scene.close();
  });

  const summary = () => scene.asker.summary(page.url());
  const open = async (content = story(TEXT)) => {
    html = content;
    pages += 1;
    page = await scene.open(`/made?story=${pages}`);
    await summary();
  };
  const noteFrame = () =>
    until(async () => {
      // Firefox's driver reports our frame without its address.
      const frame = page.frames().find((one) => one !== page.mainFrame());
      return frame !== undefined && (await frame.$('textarea')) !== null ? frame : null;
    });
  const tell = (command: object) => scene.asker.command(page.url(), command);
  const select = async (selector: string, text: string) => {
    await selectText(page, selector, text);
    await until(() => hasOpenHost(page));
  };
  const isSaved = async () => {
    const frame = await noteFrame();
    return frame.evaluate(() =>
      /Saved|保存/.test(document.querySelector('[role=status]')?.textContent ?? ''),
    );
  };

  it('takes a note on the page, shows it in the popup’s list, and opens it again', async () => {
    await open();
    void tell({ downrange: 'page-note' });
    const frame = await noteFrame();
    await frame.focus('textarea');
    await page.keyboard.type('All about money.');
    await until(isSaved);
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await until(async () => !(await hasOpenHost(page)));
    await page.reload();
    await summary();
    const panel = await scene.driven.openOwn('popup.html');
    const tab = await panel.evaluate(async (url: string) => {
      const world = globalThis as unknown as {
        browser?: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } };
        chrome: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } };
      };
      const tabs = await (world.browser ?? world.chrome).tabs.query({});
      return tabs.find((one) => one.url === url)?.id;
    }, page.url());
    await panel.goto(`${scene.driven.base}popup.html?tab=${tab}`, {
      waitUntil: name === 'firefox' ? [] : 'load',
    });
    await until(() =>
      panel.evaluate(() => document.body.textContent?.includes('All about money.') === true),
    );
    await panel.close();
    await page.bringToFront();
    void tell({ downrange: 'page-note' });
    const again = await noteFrame();
    expect(await again.evaluate(() => document.querySelector('textarea')?.value)).toBe(
      'All about money.',
    );
  });

  it('keeps what was typed when the tab is closed in the middle of a word', async () => {
    await open();
    const url = page.url();
    void tell({ downrange: 'page-note' });
    const frame = await noteFrame();
    await frame.focus('textarea');
    await page.keyboard.type('half a thou');
    await until(async () =>
      (await readStore(scene, 'drafts')).some(
        (one) => one.text === 'half a thou' && one.revision === 0,
      ),
    );
    await page.close();
    page = await scene.driven.open(url);
    await summary();
    void tell({ downrange: 'page-note' });
    const again = await noteFrame();
    await until(() =>
      again.evaluate(() => document.querySelector('textarea')?.value === 'half a thou'),
    );
  });

  it('gives a deleted note back', async () => {
    await open();
    void tell({ downrange: 'page-note' });
    const frame = await noteFrame();
    await frame.focus('textarea');
    await page.keyboard.type('Do not lose me.');
    await until(isSaved);
    await frame.evaluate(() =>
      document.querySelector<HTMLElement>('button[aria-label="Delete"]')?.click(),
    );
    await until(() =>
      frame.evaluate(() => document.body.textContent?.includes('Note deleted') === true),
    );
    await frame.evaluate(() =>
      [...document.querySelectorAll('button')]
        .find((button) => button.textContent === 'Undo')
        ?.click(),
    );
    await until(() =>
      frame.evaluate(() => document.querySelector('textarea')?.value === 'Do not lose me.'),
    );
  });

  it('shows on the page what became of a passage, changed and gone, and closes by keyboard', async () => {
    await open();
    await select(
      '#second',
      'It placed seven small satellites into orbit about nine minutes later.',
    );
    await page.keyboard.press('1');
    await until(async () => ((await summary())?.highlights.placed.length ?? 0) === 1);
    html = story(TEXT.replace('seven small satellites', 'eight satellites'));
    await page.reload();
    const id = await until(async () => (await summary())?.highlights.changed[0]);
    await tell({ downrange: 'show-change', id });
    await until(() => hasOpenHost(page));
    await page.keyboard.press('Escape');
    await until(async () => !(await hasOpenHost(page)));
    html = story(TEXT.replace(/It placed.*?later\. /, ''));
    await page.reload();
    await until(async () => (await summary())?.highlights.lost.includes(id));
    await tell({ downrange: 'show-change', id });
    await until(() => hasOpenHost(page));
  });

  it('goes to a highlight and changes it with the keyboard alone', async () => {
    await open();
    await select('#second', 'It placed seven small satellites');
    await page.keyboard.press('1');
    await until(async () => ((await summary())?.highlights.placed.length ?? 0) === 1);
    await page.keyboard.down('Alt');
    await page.keyboard.down('Shift');
    await page.keyboard.press('KeyM');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Alt');
    await until(() => hasOpenHost(page));
    // The first colour has the focus; the second is one arrow away.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await until(async () => {
      const mine = (await readStore(scene, 'annotations')).filter(
        (one) => one.annotation?.target.source === page.url(),
      );
      return mine.map((one) => one.annotation?.target.styleClass).join() === 'red';
    });
  });

  it('does not call up highlights of another site by a canonical link', async () => {
    await open();
    await select('#second', 'It placed seven small satellites');
    await page.keyboard.press('1');
    await until(async () => ((await summary())?.highlights.placed.length ?? 0) === 1);
    const other = page.url().replace('127.0.0.1', 'localhost');
    const mine = page.url();
    html = story(TEXT, `<link rel="canonical" href="${mine}">`);
    await page.goto(other);
    const there = await summary();
    expect(there?.canonical).toBe(mine);
    expect(there?.highlights.placed).toEqual([]);
  });
});
