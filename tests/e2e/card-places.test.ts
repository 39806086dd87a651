import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/tools/lib/drive';
import { cardBox } from './inside';
import {
  BROWSERS,
  boxOfText,
  countPixels,
  hasOpenHost,
  restOn,
  type Stage,
  stage,
} from './support';

const FILLER = '<p>Nothing here is about anything in particular.</p>'.repeat(40);

/** Pages whose layout could push a card out of the window, or away from its name. */
const LAYOUTS: Readonly<Record<string, { html: string; body?: string; text: string }>> = {
  '/plain': { html: 'lang="en"', text: 'The yardstick remains Falcon 9 of SpaceX.' },
  '/arabic': {
    html: 'lang="ar" dir="rtl"',
    text: 'يبقى صاروخ Falcon 9 من شركة SpaceX هو المقياس.',
  },
  '/hebrew': {
    html: 'lang="he" style="direction:rtl"',
    text: 'SpaceX עם Falcon 9 נותרה אמת המידה.',
  },
  '/vertical': {
    html: 'lang="zh" style="writing-mode:vertical-rl"',
    body: 'height:500px',
    text: '太空探索技术公司的 Falcon 9 仍是标尺。',
  },
  '/zoomed': {
    html: 'lang="en" style="zoom:2"',
    text: 'The yardstick remains Falcon 9 of SpaceX.',
  },
  '/huge': {
    html: 'lang="en" style="font-size:60px"',
    body: 'font-size:1em;letter-spacing:.2em;text-transform:uppercase',
    text: 'The yardstick remains Falcon 9 of SpaceX.',
  },
  '/moved': {
    html: 'lang="en"',
    body: 'transform:scale(1.3);transform-origin:0 0;filter:contrast(1);width:600px',
    text: 'The yardstick remains Falcon 9 of SpaceX.',
  },
  '/dark': {
    html: 'lang="en" style="background:#0b0f14;color:#d5dbe3"',
    text: 'The yardstick remains Falcon 9 of SpaceX.',
  },
};

function serveLayouts(request: IncomingMessage, response: ServerResponse): boolean {
  const layout = LAYOUTS[request.url ?? ''];
  if (layout === undefined) return false;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html ${layout.html}><head><meta name="viewport" content="width=device-width"></head>` +
      `<body style="margin:24px;${layout.body ?? 'font:18px/1.6 serif'}"><p id="name">${layout.text}</p>${FILLER}</body></html>`,
  );
  return true;
}

describe.each(BROWSERS)('where cards stand in %s', (name) => {
  let scene: Stage;
  let page: Page;

  beforeAll(async () => {
    scene = await stage(name, serveLayouts);
  });
  afterEach(async () => {
    await page.close();
  });
  afterAll(async () => {
    await scene.close();
  });

  const openEntity = async () => (await scene.asker.summary(page.url()))?.open ?? null;
  const visit = async (path: string, size?: { width: number; height: number; touch?: boolean }) => {
    page = await scene.open(path);
    if (size !== undefined)
      await page.setViewport({
        width: size.width,
        height: size.height,
        hasTouch: size.touch === true,
      });
    await until(async () => (await scene.asker.summary(page.url()))?.mentions.length);
  };
  /** The card's box once it has come to rest. */
  const restingBox = async () => {
    let before = '';
    return until(async () => {
      const box = await cardBox(page);
      const isSame = JSON.stringify(box) === before;
      before = JSON.stringify(box);
      return isSame ? box : null;
    });
  };
  const openFalcon = async () => {
    await restOn(page, '#name', 'Falcon 9');
    expect(await until(openEntity)).toBe('rocket/falcon-9');
    return restingBox();
  };
  const inWindow = async (box: { left: number; top: number; right: number; bottom: number }) => {
    const { width, height } = await page.evaluate(() => ({
      width: innerWidth,
      height: innerHeight,
    }));
    return box.left >= 4 && box.top >= 4 && box.right <= width - 4 && box.bottom <= height - 4;
  };

  for (const path of Object.keys(LAYOUTS)) {
    it(`inside the window, at its name, on ${path.slice(1)}`, async () => {
      await visit(path);
      const box = await openFalcon();
      const word = await boxOfText(page, '#name', 'Falcon 9');
      expect(await inWindow(box)).toBe(true);
      // Within a line's height of the name, above, below or beside it, and not on top of it.
      const gapY = Math.max(box.top - (word.y + word.height), word.y - box.bottom);
      const gapX = Math.max(box.left - (word.x + word.width), word.x - box.right);
      expect(Math.max(gapX, gapY)).toBeGreaterThanOrEqual(0);
      expect(Math.max(gapX, gapY)).toBeLessThanOrEqual(20);
    });
  }

  for (const [what, width, height] of [
    ['a window zoomed to 200 %', 640, 400],
    ['a window zoomed to 400 %', 320, 256],
    ['a narrow window', 320, 640],
  ] as const) {
    it(`inside ${what}`, async () => {
      await visit('/plain', { width, height });
      const box = await openFalcon();
      expect(await inWindow(box)).toBe(true);
      expect(box.bottom - box.top).toBeGreaterThan(160);
    });
  }

  it('with their name while the page scrolls, and go with it', async () => {
    await visit('/plain');
    const before = await openFalcon();
    await page.evaluate(() => scrollBy(0, 12));
    await until(async () => Math.abs((await cardBox(page)).top - (before.top - 12)) <= 4);
    expect(await openEntity()).toBe('rocket/falcon-9');
    await page.evaluate(() => scrollBy(0, 600));
    await until(async () => !(await hasOpenHost(page)));
  });

  it('keep the wheel to themselves, also where there is nothing to scroll', async () => {
    await visit('/plain');
    const box = await openFalcon();
    const scrolled = () => page.evaluate(() => scrollY);
    for (const y of [box.top + 12, box.bottom - 12]) {
      await page.mouse.move((box.left + box.right) / 2, y, { steps: 4 });
      await page.mouse.wheel({ deltaY: 200 });
    }
    await page.mouse.wheel({ deltaY: -200 });
    expect(await scrolled()).toBe(0);
    expect(await openEntity()).toBe('rocket/falcon-9');
    await page.mouse.move(box.left - 10, box.top - 4);
    await page.mouse.wheel({ deltaY: 200 });
    await until(async () => (await scrolled()) > 0);
  });

  it('dark on a dark page', async () => {
    await visit('/dark');
    const { left, top, right, bottom } = await openFalcon();
    const box = { x: left, y: top, width: right - left, height: bottom - top };
    const isWhite = (red: number, green: number, blue: number) => Math.min(red, green, blue) > 240;
    const isDark = (red: number, green: number, blue: number) => Math.max(red, green, blue) < 70;
    const area = box.width * box.height;
    await until(async () => (await countPixels(page, box, isDark)) > area * 0.6);
    expect(await countPixels(page, box, isWhite)).toBeLessThan(area * 0.1);
  });

  it('side by side when several are pinned; Escape closes them one by one', async () => {
    await visit('/plain');
    const widths: number[] = [];
    for (const expected of ['rocket/falcon-9', 'company/spacex']) {
      await step();
      expect(await until(openEntity)).toBe(expected);
      await pin();
      await until(async () => (await openEntity()) === null);
      const box = await restingBox();
      widths.push(box.right - box.left);
      // Pulled aside by its head, so that the second does not lie on the first.
      await page.mouse.move(box.left + 60, box.top + 60);
      await page.mouse.down();
      await page.mouse.move(box.left + (widths.length === 1 ? 560 : 60), box.top + 90, {
        steps: 5,
      });
      await page.mouse.up();
    }
    const both = await restingBox();
    expect(both.right - both.left).toBeGreaterThan((widths[0] ?? 0) + 100);
    expect(await inWindow(both)).toBe(true);
    // A smaller window takes both along.
    await page.setViewport({ width: 600, height: 500 });
    await until(async () => inWindow(await cardBox(page)));
    await page.keyboard.press('Escape');
    await until(async () => {
      const one = await cardBox(page);
      return one.right - one.left <= 364;
    });
    expect(await hasOpenHost(page)).toBe(true);
    await page.keyboard.press('Escape');
    await until(async () => !(await hasOpenHost(page)));
  });

  it('a sheet at the bottom edge for a finger, which pulls it down', async () => {
    await visit('/plain', { width: 400, height: 800, touch: true });
    const word = await boxOfText(page, '#name', 'Falcon 9');
    await page.touchscreen.tap(word.x + word.width / 2, word.y + word.height / 2);
    expect(await until(openEntity)).toBe('rocket/falcon-9');
    const box = await restingBox();
    // Without the scrollbar, which Firefox gives a column of its own.
    const width = await page.evaluate(() => document.documentElement.clientWidth);
    expect(box.left).toBe(0);
    expect(box.right).toBeGreaterThanOrEqual(width - 4);
    expect(box.bottom).toBeGreaterThanOrEqual(796);
    expect(box.top).toBeGreaterThan(180);
    // A short pull lets it back; by the grip or by the head.
    await pull(box.top + 10, 40);
    expect((await restingBox()).top).toBe(box.top);
    await pull(box.top + 60, 160);
    await until(async () => !(await hasOpenHost(page)));
  });

  async function step(): Promise<void> {
    for (const key of ['Alt', 'Shift'] as const) await page.keyboard.down(key);
    await page.keyboard.press('KeyN');
    for (const key of ['Shift', 'Alt'] as const) await page.keyboard.up(key);
  }

  /** Walks to the pin with the keyboard and presses it: our shadow root is closed to drivers, too. */
  async function pin(): Promise<void> {
    // A rocket's head has a link to its maker before the pin.
    const stops = (await openEntity())?.startsWith('rocket/') === true ? 2 : 1;
    for (let stop = 0; stop < stops; stop++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }

  async function pull(fromY: number, by: number): Promise<void> {
    const finger = await page.touchscreen.touchStart(200, fromY);
    for (let moved = 10; moved <= by; moved += 10) await finger.move(200, fromY + moved);
    await finger.end();
  }
});
