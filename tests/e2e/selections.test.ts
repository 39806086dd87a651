import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { quoteOf } from '@/core/annotation/annotation';
import { until } from '@/tools/lib/drive';
import { cardBox } from './inside';
import {
  BROWSERS,
  boxOfText,
  countPixels,
  dragText,
  hasOpenHost,
  readStore,
  type Stage,
  selectText,
  stage,
} from './support';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A story</title></head>
<body style="font: 18px/1.6 sans-serif; background: #fff; color: #111">
<p id="one">A Falcon 9 of SpaceX flew at dawn on Tuesday. The crowd cheered.</p>
<p id="two">It carried <a href="#satellites" id="link">seven small satellites</a> for a customer in Oslo.</p>
<ul><li id="first-item">The fairing was new.</li><li id="second-item">The booster was on its ninth flight.</li></ul>
<table><tr><td id="cell-a">Orbit height</td><td id="cell-b">530 kilometres</td></tr></table>
<p id="three">Nobody was hurt, and 🚀 stickers were sold out.</p>
</body></html>`;

/** Highlight yellow on white: red and green high, blue clearly lower. */
const isYellow = (red: number, green: number, blue: number) =>
  red > 200 && green > 180 && blue < 190 && red - blue > 60;

interface Place {
  readonly selector: string;
  readonly text: string;
}

const ACROSS: readonly {
  readonly name: string;
  readonly from: Place;
  readonly to: Place;
  readonly quote: string;
}[] = [
  {
    name: 'two paragraphs',
    from: { selector: '#one', text: 'The crowd' },
    to: { selector: '#two', text: 'It carried' },
    quote: 'The crowd cheered. It carried',
  },
  {
    name: 'the borders of a link',
    from: { selector: '#two', text: 'carried' },
    to: { selector: '#link', text: 'seven small' },
    quote: 'carried seven small',
  },
  {
    name: 'items of a list',
    from: { selector: '#first-item', text: 'was new.' },
    to: { selector: '#second-item', text: 'The booster' },
    quote: 'was new. The booster',
  },
  {
    name: 'cells of a table',
    from: { selector: '#cell-a', text: 'Orbit height' },
    to: { selector: '#cell-b', text: '530 kilometres' },
    quote: 'Orbit height 530 kilometres',
  },
  {
    name: 'marked names',
    from: { selector: '#one', text: 'A Falcon 9 of' },
    to: { selector: '#one', text: 'SpaceX flew' },
    quote: 'A Falcon 9 of SpaceX flew',
  },
  {
    name: 'a rocket of two code units',
    from: { selector: '#three', text: 'and' },
    to: { selector: '#three', text: '🚀 stickers' },
    quote: 'and 🚀 stickers',
  },
];

describe.each(BROWSERS)('selections in %s', (name) => {
  let scene: Stage;
  let page: Page;
  let pages = 0;

  beforeAll(async () => {
    scene = await stage(name, (request, response) => {
      if (request.url?.startsWith('/made') !== true) return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
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
  const open = async () => {
    pages += 1;
    page = await scene.open(`/made?story=${pages}`);
    await summary();
  };
  const mine = async () =>
    (await readStore(scene, 'annotations')).flatMap(({ annotation }) =>
      annotation?.target.source === page.url() ? [annotation] : [],
    );
  const quotes = async () =>
    (await mine()).map((one) => quoteOf(one)?.replaceAll(/\s+/g, ' ') ?? null);
  const yellow = async ({ selector, text }: Place) =>
    countPixels(page, await boxOfText(page, selector, text), isYellow);
  const highlight = async (from: Place, to: Place, key: '1' | '3', count: number) => {
    await dragText(page, from, to);
    await until(() => hasOpenHost(page));
    await until(async () => {
      // What is shown may be the toast of the highlight before: the toolbar comes a moment later.
      await page.keyboard.press(key);
      return ((await summary())?.highlights.placed.length ?? 0) === count;
    });
  };

  it.each(ACROSS)('go across $name, and are found again', async ({ from, to, quote }) => {
    await open();
    await highlight(from, to, '1', 1);
    expect(await quotes()).toEqual([quote]);
    await page.reload();
    await until(async () => (await yellow(from)) > 150 && (await yellow(to)) > 150);
  });

  it('are stored by a click on a colour as well, however slow the finger', async () => {
    await open();
    await selectText(page, '#two', 'for a customer');
    await until(() => hasOpenHost(page));
    const { left, top, bottom } = await cardBox(page);
    await page.mouse.move(left + 20, (top + bottom) / 2);
    await page.mouse.down();
    // The hand's time: longer than the toolbar takes to see that nothing is selected any more.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    await page.mouse.up();
    await until(async () => ((await summary())?.highlights.placed.length ?? 0) === 1);
    expect(await quotes()).toEqual(['for a customer']);
  });

  it('are offered for choice where they overlap', async () => {
    await open();
    const inner = { selector: '#one', text: 'flew at dawn' };
    await highlight(
      { selector: '#one', text: 'SpaceX' },
      { selector: '#one', text: 'Tuesday' },
      '1',
      1,
    );
    await highlight(inner, inner, '3', 2);
    // The toast, which the next click must not be taken for.
    await page.reload();
    await until(async () => ((await summary())?.highlights.placed.length ?? 0) === 2);
    const box = await boxOfText(page, '#one', 'at dawn');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await until(() => hasOpenHost(page));
    const chooser = await cardBox(page);
    // The shortest comes first; the second is the long one.
    await page.mouse.click(chooser.left + 60, chooser.bottom - 20);
    await until(async () => (await cardBox(page)).bottom !== chooser.bottom);
    const menu = await cardBox(page);
    // The second of the colours, each 28 px wide.
    await page.mouse.click(menu.left + 46, (menu.top + menu.bottom) / 2);
    await until(async () => {
      const colours = (await mine()).map((one) => [
        quoteOf(one)?.length === 'flew at dawn'.length ? 'inner' : 'outer',
        one.target.styleClass,
      ]);
      return JSON.stringify(colours.sort()) === '[["inner","green"],["outer","red"]]';
    });
  });
});
