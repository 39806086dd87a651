import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anOwnEntry } from '@/tests/support/own';
import { until } from '@/tools/lib/drive';
import { type Inside, lookInside } from './inside';
import { drawn, OWN_PAGES, violations } from './own-pages';
import { BROWSERS, hasOpenHost, type Stage, stage } from './support';

/** What the Tab key has to reach: everything that can be pressed, typed into or chosen, radio buttons as one. */
async function unreached(page: Page): Promise<readonly string[]> {
  const count = await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]',
    );
    const wanted = [...all].filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0,
    );
    for (const one of wanted) one.dataset.wanted = '';
    // A note begins in its text.
    if (document.activeElement instanceof HTMLElement) document.activeElement.dataset.reached = '';
    addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      target.dataset.reached = '';
      // Of radio buttons with one name the keyboard reaches the chosen one; arrows do the rest.
      if (target instanceof HTMLInputElement && target.type === 'radio')
        for (const other of document.getElementsByName(target.name))
          (other as HTMLElement).dataset.reached = '';
    });
    return wanted.length;
  });
  for (let presses = 0; presses < count + 5; presses++) await page.keyboard.press('Tab');
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-wanted]:not([data-reached])')].map((one) =>
      one.outerHTML.slice(0, 200),
    ),
  );
}

const FACT = { label: 'Contact', value: 'a name', asOf: '2026-03', source: 'https://example.org' };

describe.each(BROWSERS)('the pages of the extension in %s', (name) => {
  let scene: Stage;
  let inside: Inside;
  let note: string;

  beforeAll(async () => {
    scene = await stage(name);
    const story = await scene.open('/story.html');
    const placed = async () =>
      (await scene.asker.summary(story.url()))?.highlights.placed.length ?? 0;
    await scene.asker.summary(story.url());
    await until(async () => {
      await story.evaluate(() => {
        const first = document.getElementById('first');
        getSelection()?.removeAllRanges();
        if (first !== null) getSelection()?.selectAllChildren(first);
      });
      // The toolbar waits until a selection rests: one made anew meanwhile would keep it waiting.
      await until(() => hasOpenHost(story), 2000);
      await story.keyboard.press('1');
      return until(async () => (await placed()) > 0, 2000);
    });
    note = (await scene.asker.summary(story.url()))?.highlights.placed[0] ?? '';
    inside = await lookInside(scene.driven);
    await inside.page.evaluate(
      async (entry: object) => {
        type Api = { runtime: { sendMessage(message: object): Promise<unknown> } };
        const world = globalThis as unknown as { browser?: Api; chrome: Api };
        const message = { v: 1, method: 'own.put', params: { entry } };
        await (world.browser ?? world.chrome).runtime.sendMessage(message);
      },
      anOwnEntry({ facts: [FACT] }),
    );
  });

  afterAll(async () => {
    await scene.close();
  });

  const pages = () => [
    ...OWN_PAGES,
    { path: 'own.html#company/galactic-energy', drawn: '.own-list' },
    { path: `note.html#${encodeURIComponent(note)}`, drawn: 'textarea' },
  ];

  for (const language of ['en', 'zh'] as const) {
    it(`have nothing that axe objects to, light and dark, in ${language}`, async () => {
      await inside.set({ language });
      const found: string[] = [];
      for (const { path, drawn: selector } of pages()) {
        const page = await scene.driven.openOwn(
          /^(?:note|own)/.test(path) ? path.replace('#', `?lang=${language}#`) : path,
        );
        await drawn(page, selector);
        for (const theme of ['light', 'dark'] as const)
          for (const violation of await violations(page, theme))
            found.push(`${path} ${theme}: ${violation}`);
        await page.close();
      }
      expect(found).toEqual([]);
    }, 240_000);
  }

  beforeEach(async () => {
    await inside.set({ language: 'en' });
  });

  it('can be used by keyboard: Tab reaches everything that can be pressed or typed into', async () => {
    const left: string[] = [];
    for (const { path, drawn: selector } of pages()) {
      const page = await scene.driven.openOwn(path);
      await page.bringToFront();
      await drawn(page, selector);
      for (const one of await unreached(page)) left.push(`${path}: ${one}`);
      await page.close();
    }
    expect(left).toEqual([]);
  }, 240_000);

  it('show the thing at work on the first page: a card by pointer and by keyboard', async () => {
    const page = await scene.driven.openOwn('welcome.html');
    await page.bringToFront();
    await drawn(page, '.sample-name');
    const names = await page.evaluate(() =>
      [...document.querySelectorAll('.sample-name')].map((one) => one.textContent),
    );
    expect(names).toEqual(['LandSpace', 'Zhuque-3', 'STAR Market', 'SpaceX', 'Falcon 9']);
    const title = () =>
      page.evaluate(() => document.querySelector('.sample-card h2')?.textContent ?? null);
    await page.hover('.sample-name');
    await until(async () => (await title()) === 'LandSpace');
    await page.mouse.move(2, 2);
    await until(async () => (await title()) === null);
    await page.focus('.sample-name:nth-of-type(2)');
    await page.keyboard.press('Enter');
    await until(async () => (await title()) === 'Zhuque-3');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('dialog');
    expect(await violations(page, 'light')).toEqual([]);
    await page.keyboard.press('Escape');
    await until(async () => (await title()) === null);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Zhuque-3');
    await page.close();
  });

  it('tell what the extension may do, has asked for and holds', async () => {
    const page = await scene.driven.openOwn('about.html');
    await drawn(page, '.about-table dt');
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).toContain('0 since it was installed');
    expect(text).not.toContain('The browser added this one.');
    expect(text).toMatch(/(?:Firefox|Chromium) \d+/);
    for (const permission of ['storage', 'unlimitedStorage', 'scripting', 'contextMenus', 'alarms'])
      expect(text).toContain(permission);
    await page.close();
  });

  it('are refused by the browser when they ask for anything elsewhere', async () => {
    const before = scene.server.requests.length;
    const outcome = await inside.page.evaluate(
      (address: string) =>
        fetch(address, { mode: 'no-cors' }).then(
          () => 'answered',
          () => 'refused',
        ),
      `${scene.server.origin}/story.html?asked`,
    );
    expect(outcome).toBe('refused');
    expect(scene.server.requests.slice(before)).toEqual([]);
  });
});
