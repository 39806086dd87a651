import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/tools/lib/drive';
import { BROWSERS, hasOpenHost, type Stage, stage } from './support';

interface Api {
  readonly tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  readonly action: { getBadgeText(details: { tabId: number }): Promise<string> };
}

/* The toolbar popup, opened as a tab of its own on the tab that it is about. */
describe.each(BROWSERS)('the popup in %s', (name) => {
  let scene: Stage;
  let page: Page;
  let popup: Page;
  let tabId: number;
  let visits = 0;

  beforeAll(async () => {
    scene = await stage(name);
  });
  afterEach(async () => {
    // It closes itself when it leads somewhere.
    if (!popup.isClosed()) await popup.close();
    await page.close();
  });
  afterAll(async () => {
    await scene.close();
  });

  const open = async () => {
    visits += 1;
    page = await scene.open(`/story.html?visit=${visits}`);
    await until(async () => (await scene.asker.summary(page.url()))?.mentions.length);
    popup = await scene.driven.openOwn('about.html');
    tabId = await popup.evaluate(async (wanted: string) => {
      const world = globalThis as unknown as { browser?: Api; chrome: Api };
      const tabs = await (world.browser ?? world.chrome).tabs.query({});
      return tabs.find((tab) => tab.url === wanted)?.id ?? -1;
    }, page.url());
    await popup.close();
    popup = await scene.driven.openOwn(`popup.html?tab=${tabId}`);
    await until(async () => (await rows()).length);
  };
  const rows = () =>
    popup.evaluate(() =>
      [...document.querySelectorAll('.popup-list .list-words')].map(
        (row) => row.firstChild?.textContent ?? '',
      ),
    );
  const badge = () =>
    popup.evaluate((id: number) => {
      const world = globalThis as unknown as { browser?: Api; chrome: Api };
      return (world.browser ?? world.chrome).action.getBadgeText({ tabId: id });
    }, tabId);
  /** Clicks once the control is there: the popup draws itself anew while it learns about the page. */
  const click = (words: string) => until(() => tryClick(words));
  const tryClick = (words: string) =>
    popup.evaluate((wanted: string) => {
      const labels = [...document.querySelectorAll<HTMLElement>('label, button')];
      const found = labels.find((one) =>
        `${one.textContent} ${one.getAttribute('aria-label') ?? ''}`.includes(wanted),
      );
      found?.click();
      return found !== undefined;
    }, words);
  const openEntity = async () => (await scene.asker.summary(page.url()))?.open ?? null;
  const isMarked = async () =>
    ((await scene.asker.summary(page.url(), 400))?.mentions.length ?? 0) > 0;

  it('lists what the page names, kind by kind, and leads there', async () => {
    await open();
    await until(async () => (await rows()).length === 5);
    expect(await rows()).toEqual(['Zhuque-3', 'Falcon 9', 'Starship', 'LandSpace', 'SpaceX']);
    expect(await badge()).toBe('5');
    await click('Falcon 9');
    expect(await until(openEntity)).toBe('rocket/falcon-9');
  });

  it('walks from name to name with n and p', async () => {
    await open();
    await popup.bringToFront();
    await popup.focus('.list-row');
    await popup.keyboard.press('n');
    expect(await until(openEntity)).toBe('rocket/zhuque-3');
    await popup.keyboard.press('n');
    await until(async () => (await openEntity()) === 'company/landspace');
    await popup.keyboard.press('p');
    await until(async () => (await openEntity()) === 'rocket/zhuque-3');
  });

  it('switches one page off and on again, at once, and no other page of the site', async () => {
    await open();
    const other = await scene.open('/story.html?another');
    const isOtherMarked = async () =>
      ((await scene.asker.summary(other.url(), 400))?.mentions.length ?? 0) > 0;
    await until(isOtherMarked);
    await click('More switches');
    await click('On this page');
    await until(async () => !(await isMarked()));
    expect(await hasOpenHost(page)).toBe(false);
    await until(async () => (await badge()) === '');
    expect(await isOtherMarked()).toBe(true);
    await until(async () => (await rows()).length === 0);
    await click('On this page');
    await until(isMarked);
    await until(async () => (await badge()) === '5');
    await until(async () => (await rows()).length === 5);
    await other.close();
  });

  it('switches names and cards apart from highlighting', async () => {
    await open();
    await click('More switches');
    await click('Names and cards');
    await until(async () => (await scene.asker.summary(page.url()))?.mentions.length === 0);
    await click('Names and cards');
    await until(isMarked);
  });

  it('narrows down to the sites that were switched on, beginning with this one', async () => {
    await open();
    await click('More switches');
    await click('Only on sites that I switch on');
    await until(() =>
      popup.evaluate(() => document.querySelectorAll('[role=switch]:checked').length === 6),
    );
    expect(await isMarked()).toBe(true);
    await click('On for 127.0.0.1');
    await until(async () => !(await isMarked()));
    await click('On for 127.0.0.1');
    await until(isMarked);
    await click('Only on sites that I switch on');
    await until(() =>
      popup.evaluate(() => document.querySelectorAll('[role=switch]:checked').length === 5),
    );
  });
});
