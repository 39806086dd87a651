import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/tools/lib/drive';
import {
  BROWSERS,
  boxOfText,
  countPixels,
  hasOpenHost,
  isPetrol,
  restOn,
  type Stage,
  stage,
} from './support';

const STRICT =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Its text stands in a shadow root that an element gets when all is loaded, and the document never changes. */
const LATE = `<!doctype html><html lang="en"><body><x-story></x-story><script>
addEventListener('load', () => setTimeout(() => {
  const root = document.querySelector('x-story').attachShadow({ mode: 'open' });
  // In pieces: the text of scripts is looked at too.
  root.innerHTML = '<p>Deep inside: Land' + 'Space and its Zhu' + 'que-3 rocket.</p>';
}, 1000));
</script></body></html>`;

describe.each(BROWSERS)('the built extension in %s', (name) => {
  let scene: Stage;
  let page: Page;

  beforeAll(async () => {
    scene = await stage(name, (request, response) => {
      if (request.url === '/late') {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LATE);
        return true;
      }
      if (request.url !== '/strict') return false;
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': STRICT,
      });
      response.end(
        '<!doctype html><html lang="en"><body style="font:18px serif;background:#fff;color:#111"><p id="first">SpaceX flew a Falcon 9.</p></body></html>',
      );
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
  const openEntity = async () => (await summary())?.open ?? null;

  it('finds the names of a story and nothing else', async () => {
    page = await scene.open('/story.html');
    const found = await summary();
    const counts = Object.fromEntries(
      (found?.mentions ?? []).map((mention) => [mention.id, mention.count]),
    );
    expect(counts).toEqual({
      'rocket/zhuque-3': 1,
      'company/landspace': 1,
      'rocket/falcon-9': 1,
      'company/spacex': 1,
      'rocket/starship': 1,
    });
    expect(found?.published).toBe('2025-12-17');
    expect(found?.complete).toBe(true);
  });

  it('paints marks that can be seen, on light and on dark ground', async () => {
    page = await scene.open('/story.html');
    await summary();
    const name3 = await boxOfText(page, '#first', 'Zhuque-3');
    await until(async () => (await countPixels(page, name3, isPetrol)) > 20);
    const company = await boxOfText(page, '#first', 'LandSpace');
    expect(await countPixels(page, company, isPetrol)).toBeGreaterThan(20);
    const onDark = await boxOfText(page, '#dark', 'Starship');
    expect(await countPixels(page, onDark, isPetrol)).toBeGreaterThan(20);
    const unmarked = await boxOfText(page, '#second', 'Falcon 90');
    expect(await countPixels(page, unmarked, isPetrol)).toBe(0);
    const editor = await boxOfText(page, '#editor', 'SpaceX');
    expect(await countPixels(page, editor, isPetrol)).toBe(0);
  });

  it('leaves the body byte-identical, with a card open too', async () => {
    page = await scene.open('/story.html');
    await summary();
    await restOn(page, '#first', 'LandSpace');
    await until(() => hasOpenHost(page));
    const { before, after } = await page.evaluate(() => ({
      before: (window as unknown as { bodyBefore: string }).bodyBefore,
      after: document.body.outerHTML,
    }));
    expect(after).toBe(before);
  });

  it('opens the right card by pointer, keeps it while pointed into, and closes it with Escape', async () => {
    page = await scene.open('/story.html');
    await summary();
    await restOn(page, '#first', 'Zhuque-3');
    expect(await until(openEntity)).toBe('rocket/zhuque-3');
    const box = await boxOfText(page, '#first', 'Zhuque-3');
    await page.mouse.move(box.x + 20, box.y + box.height + 20, { steps: 8 });
    await page.mouse.move(box.x + 40, box.y + box.height + 60, { steps: 8 });
    expect(await openEntity()).toBe('rocket/zhuque-3');
    await page.keyboard.press('Escape');
    await until(async () => !(await hasOpenHost(page)));
    expect(await openEntity()).toBeNull();
  });

  it('closes the card when the pointer goes elsewhere', async () => {
    page = await scene.open('/story.html');
    await summary();
    await restOn(page, '#second', 'Falcon 9');
    expect(await until(openEntity)).toBe('rocket/falcon-9');
    await page.mouse.move(990, 10);
    await page.mouse.move(992, 12);
    await until(async () => !(await hasOpenHost(page)));
  });

  it('opens cards by keyboard, one name after the other, and gives focus back', async () => {
    page = await scene.open('/story.html');
    await summary();
    await page.focus('textarea');
    await page.keyboard.down('Alt');
    await page.keyboard.down('Shift');
    await page.keyboard.press('KeyN');
    expect(await until(openEntity)).toBe('rocket/zhuque-3');
    await page.keyboard.press('KeyN');
    await until(async () => (await openEntity()) === 'company/landspace');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Alt');
    await page.keyboard.press('Escape');
    await until(async () => !(await hasOpenHost(page)));
    expect(await page.evaluate(() => document.activeElement?.nodeName)).toBe('TEXTAREA');
  });

  it('finds names in a paragraph that comes late', async () => {
    page = await scene.open('/story.html');
    await summary();
    await page.evaluate(() => {
      const late = document.createElement('p');
      late.id = 'late-text';
      late.textContent = 'Meanwhile New Glenn stood on its pad.';
      document.getElementById('late')?.append(late);
    });
    await until(async () =>
      (await summary())?.mentions.some((mention) => mention.id === 'rocket/new-glenn'),
    );
    const box = await boxOfText(page, '#late-text', 'New Glenn');
    await until(async () => (await countPixels(page, box, isPetrol)) > 20);
  });

  it('wakes up on a page that mentions nothing until a story is put into it', async () => {
    page = await scene.open('/plain.html');
    await page.evaluate(() => {
      history.pushState({}, '', '/plain.html?story=2');
      const late = document.getElementById('late');
      if (late !== null)
        late.innerHTML = '<p id="late-text">SpaceX launched a Falcon 9 rocket.</p>';
    });
    await until(async () =>
      (await summary())?.mentions.some((mention) => mention.id === 'company/spacex'),
    );
  });

  it('works under a strict content security policy', async () => {
    page = await scene.open('/strict');
    expect((await summary())?.mentions.map((mention) => mention.id)).toEqual([
      'company/spacex',
      'rocket/falcon-9',
    ]);
    const box = await boxOfText(page, '#first', 'SpaceX');
    await until(async () => (await countPixels(page, box, isPetrol)) > 20);
    await restOn(page, '#first', 'Falcon 9');
    expect(await until(openEntity)).toBe('rocket/falcon-9');
  });

  it('reads and paints open shadow roots and frames of the same site', async () => {
    page = await scene.open('/shadow.html');
    const found = await summary();
    expect(found?.mentions.map((mention) => mention.id)).toEqual([
      'company/landspace',
      'rocket/zhuque-3',
    ]);
    const deep = await boxOfText(page, '#deep', 'LandSpace');
    await until(async () => (await countPixels(page, deep, isPetrol)) > 20);
    const frame = await page.$('#frame');
    const box = await frame?.boundingBox();
    if (box === null || box === undefined) throw new Error('the frame has no box');
    await until(async () => (await countPixels(page, box, isPetrol)) > 20);
  });

  it('finds what stands in a shadow root that comes late', async () => {
    page = await scene.open('/late');
    const found = await until(async () => {
      const mentions = (await summary())?.mentions ?? [];
      return mentions.length > 0 && mentions.map((mention) => mention.id);
    });
    expect(found).toEqual(['company/landspace', 'rocket/zhuque-3']);
  });

  it('asks the page’s server for nothing', async () => {
    const before = scene.server.requests.length;
    page = await scene.open('/story.html');
    await summary();
    await restOn(page, '#first', 'LandSpace');
    await until(() => hasOpenHost(page));
    const asked = scene.server.requests.slice(before).filter((line) => !line.includes('favicon'));
    expect(asked).toEqual(['GET /story.html']);
  });
});
