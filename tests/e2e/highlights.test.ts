import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/tools/lib/drive';
import {
  BROWSERS,
  boxOfText,
  countPixels,
  hasOpenHost,
  readStore,
  type Stage,
  selectText,
  stage,
} from './support';

/** Highlight yellow on white: red and green high, blue clearly lower. */
const isYellow = (red: number, green: number, blue: number) =>
  red > 200 && green > 180 && blue < 190 && red - blue > 60;
const isGreen = (red: number, green: number, blue: number) =>
  green > 190 && green - red > 25 && green - blue > 25;

describe.each(BROWSERS)('highlights in %s', (name) => {
  let scene: Stage;
  let page: Page;
  let stories = 0;

  beforeAll(async () => {
    scene = await stage(name);
  });
  afterEach(async () => {
    await page.close();
  });
  afterAll(async () => {
    await scene.close();
  });

  const summary = () => scene.asker.summary(page.url());
  /** A page of its own for each test: what one stores, the next does not see. */
  const open = async (path: string) => {
    stories += 1;
    page = await scene.open(`${path}?story=${stories}`);
    await summary();
  };
  const highlight = async (selector: string, text: string, key: string) => {
    await selectText(page, selector, text);
    await until(() => hasOpenHost(page));
    await page.keyboard.press(key as '1');
    await until(async () => ((await summary())?.highlights.placed.length ?? 0) > 0);
  };
  const yellow = async (selector: string, text: string) =>
    countPixels(page, await boxOfText(page, selector, text), isYellow);

  it('keeps a highlight across a reload', async () => {
    await open('/story.html');
    const text = 'ended well for the satellite';
    expect(await yellow('#first', text)).toBe(0);
    await highlight('#first', text, '1');
    await until(async () => (await yellow('#first', text)) > 500);
    await page.reload();
    await summary();
    await until(async () => (await yellow('#first', text)) > 500);
    expect((await summary())?.highlights.placed).toHaveLength(1);
  });

  it('keeps it on a page that mentions nothing', async () => {
    await open('/story.html');
    await highlight('#second', 'flew the same night', '1');
    await page.reload();
    await until(async () => (await yellow('#second', 'flew the same night')) > 300);
  });

  it('leaves the body as it is', async () => {
    await open('/story.html');
    await highlight('#first', 'ended well', '3');
    const same = await page.evaluate(
      () => document.body.outerHTML === (window as unknown as { bodyBefore: string }).bodyBefore,
    );
    expect(same).toBe(true);
    const green = await countPixels(page, await boxOfText(page, '#first', 'ended well'), isGreen);
    expect(green).toBeGreaterThan(100);
  });

  it('finds the passage again after an edit and says that it changed, and loses it when it is deleted', async () => {
    await open('/story.html');
    await highlight('#second', 'flew the same night; nobody mentioned a Falcon 90', '1');
    const [id] = (await summary())?.highlights.placed ?? [];
    await page.evaluate(() => {
      const second = document.getElementById('second');
      if (second !== null)
        second.innerHTML =
          'A Falcon 9 of SpaceX flew the very same night; nobody mentioned a Falcon 90.';
    });
    await until(async () => (await summary())?.highlights.changed.includes(id ?? ''));
    await until(async () => (await yellow('#second', 'flew the very same night')) > 300);
    await page.evaluate(() => {
      const second = document.getElementById('second');
      if (second !== null) second.textContent = 'Nothing else happened.';
    });
    await until(async () => (await summary())?.highlights.lost.includes(id ?? ''));
    expect(await yellow('#second', 'Nothing else happened')).toBe(0);
  });

  it('never offers to highlight what is selected in an editor or a field', async () => {
    await open('/story.html');
    await selectText(page, '#editor', 'A draft about SpaceX');
    // Something else that must happen later proves that the toolbar had its chance.
    await selectText(page, '#first', 'ended well');
    await until(() => hasOpenHost(page));
    await page.keyboard.press('Escape');
    await until(async () => !(await hasOpenHost(page)));
    await selectText(page, '#editor', 'A draft about SpaceX');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await hasOpenHost(page)).toBe(false);
  });

  it('lets the page hear nothing of a note, and keeps the note', async () => {
    await open('/hostile.html');
    await selectText(page, '#second', 'about the weather');
    await until(() => hasOpenHost(page));
    await page.keyboard.press('n');
    const frame = await until(async () =>
      // Firefox's driver reports our frame without its address.
      page.frames().find((one) => one !== page.mainFrame()),
    );
    await until(() =>
      frame.evaluate(
        () =>
          document.activeElement?.nodeName === 'TEXTAREA' ||
          document.querySelector('textarea') !== null,
      ),
    );
    const before = await page.evaluate(
      () => (window as unknown as { heard: { keys: string[] } }).heard.keys.length,
    );
    await frame.focus('textarea');
    await page.keyboard.type('Secret source: ask Mei.');
    await until(() =>
      frame.evaluate(() => document.querySelector('textarea')?.value === 'Secret source: ask Mei.'),
    );
    await until(() =>
      frame.evaluate(() =>
        /Saved|保存/.test(document.querySelector('[role=status]')?.textContent ?? ''),
      ),
    );
    const heard = await page.evaluate(
      () =>
        (window as unknown as { heard: { keys: string[]; messages: string[]; ids: string[] } })
          .heard,
    );
    expect(heard.keys.slice(before)).toEqual([]);
    expect(JSON.stringify(heard)).not.toContain('Secret');
    expect(JSON.stringify(heard)).not.toContain('note.html');
    await page.reload();
    await until(async () => ((await summary())?.highlights.placed.length ?? 0) > 0);
    const notes = JSON.stringify(await readStore(scene, 'annotations'));
    expect(notes).toContain('Secret source: ask Mei.');
  });

  it('cannot be made to highlight, or to open a menu, by events that a page makes up', async () => {
    await open('/story.html');
    await page.evaluate(() => {
      const first = document.getElementById('first');
      if (first === null) return;
      getSelection()?.selectAllChildren(first);
      for (const type of ['pointerdown', 'pointerup', 'mouseup', 'click'])
        first.dispatchEvent(new Event(type, { bubbles: true }));
      for (const key of ['1', 'n'])
        window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    expect((await summary())?.highlights).toEqual({
      placed: [],
      changed: [],
      lost: [],
      waiting: [],
    });
  });
});
