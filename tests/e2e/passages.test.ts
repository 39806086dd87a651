import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noteOf, quoteOf } from '@/core/annotation/annotation';
import { until } from '@/tools/lib/drive';
import { cardBox, cardSquares } from './inside';
import { BROWSERS, hasOpenHost, readStore, type Stage, selectText, stage } from './support';

const story = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A story</title>${head}</head><body>${body}</body></html>`;
const FIRST = '<p id="first">A Falcon 9 of SpaceX flew at dawn on Tuesday.</p>';
const MARKED = 'It placed seven small satellites into orbit about nine minutes later.';
const SECOND = `<p id="second">${MARKED} The range was closed for the day.</p>`;
/** A page without a name that we know. */
const QUIET = '<p>A ferry left at dawn on Tuesday.</p>';

describe.each(BROWSERS)('passages of pages in %s', (name) => {
  let scene: Stage;
  let page: Page;
  let folder: string;
  let html = '';
  let pages = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'downrange-saved-'));
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
    await rm(folder, { recursive: true, force: true });
  });

  const highlights = async (url = page.url()) => (await scene.asker.summary(url))?.highlights;
  const tell = (command: object) => scene.asker.command(page.url(), command);
  const open = async (body: string) => {
    html = story(body);
    pages += 1;
    page = await scene.open(`/made?passage=${pages}`);
  };
  const mark = async (text: string) => {
    // A selection from before the reader came is not heard of.
    await until(async () => (await highlights()) !== undefined);
    await selectText(page, '#second', text);
    await until(() => hasOpenHost(page));
    await page.keyboard.press('1');
    return until(async () => (await highlights())?.placed[0]);
  };
  const stored = async (id: string) =>
    (await readStore(scene, 'annotations')).find((one) => one.annotation?.id === id)?.annotation;
  const quote = async (id: string) => {
    const annotation = await stored(id);
    return annotation === undefined ? null : quoteOf(annotation);
  };

  it('are put on other words by hand, with their note, and back again', async () => {
    await open(FIRST + SECOND);
    const id = await mark(MARKED);
    html = story(`${FIRST}<p id="second">Seven spacecraft are on their way. Rain is near.</p>`);
    await page.reload();
    await until(async () => (await highlights())?.lost.includes(id));
    await tell({ downrange: 'place-again', id });
    await until(() => hasOpenHost(page));
    const words = 'Seven spacecraft are on their way.';
    await selectText(page, '#second', words);
    // Before the selection has settled there is nothing to put it on.
    await until(async () => {
      await page.keyboard.press('Enter');
      return (await highlights())?.placed.includes(id);
    });
    expect(await quote(id)).toBe(words);
    // The toast: words, Undo, a cross.
    const toast = await until(async () => {
      const box = await cardBox(page);
      return box.bottom - box.top < 80 ? box : null;
    });
    await page.mouse.click(toast.right - 80, (toast.top + toast.bottom) / 2);
    await until(async () => (await highlights())?.lost.includes(id));
    expect(await quote(id)).toBe(MARKED);
    const annotation = await stored(id);
    expect(annotation === undefined ? null : noteOf(annotation)).toBe('');
  });

  it('stay where they are when the reader thinks again', async () => {
    await open(FIRST + SECOND);
    const id = await mark(MARKED);
    await tell({ downrange: 'place-again', id });
    await until(async () => (await cardSquares(page)) > 30);
    await page.keyboard.press('Escape');
    await until(async () => (await cardSquares(page)) < 30);
    expect((await highlights())?.placed).toEqual([id]);
    expect(await quote(id)).toBe(MARKED);
  });

  it.each([
    { what: 'a story', body: FIRST + SECOND },
    { what: 'a version of it that names nothing, and so has no reader yet', body: QUIET + SECOND },
  ])('are in step with a second tab that shows $what', async ({ body }) => {
    await open(FIRST + SECOND);
    await highlights();
    html = story(body);
    const other = await scene.open(`${new URL(page.url()).pathname}?passage=${pages}#again`);
    await page.bringToFront();
    const id = await mark(MARKED);
    await until(async () => (await highlights(other.url()))?.placed.includes(id));
    await scene.asker.command(other.url(), { downrange: 'next-highlight' });
    await other.bringToFront();
    await until(() => hasOpenHost(other));
    // The last button of the menu deletes.
    await other.keyboard.press('End');
    await other.keyboard.press('Enter');
    await until(async () => (await highlights())?.placed.length === 0);
    await other.close();
    await page.bringToFront();
  });

  // Firefox lets no extension into local files before the reader has allowed it, which no driver can do.
  it.runIf(name === 'chromium')(
    'are there in a page that was saved to disk, and can be changed there',
    async () => {
      await open(FIRST + SECOND);
      const id = await mark(MARKED);
      const file = join(folder, `saved-${pages}.html`);
      const link = `<link rel="canonical" href="${page.url()}">`;
      await writeFile(file, story(QUIET + SECOND, link));
      const saved = pathToFileURL(file).href;
      await page.goto(saved);
      await until(async () => (await highlights(saved))?.placed.includes(id));
      await scene.asker.command(saved, { downrange: 'next-highlight' });
      await until(() => hasOpenHost(page));
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await until(async () => (await stored(id))?.target.styleClass === 'red');
    },
  );
});
