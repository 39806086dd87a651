import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/tools/lib/drive';
import { serveOdd } from './hostile-pages';
import { cardSquares, type Inside, lookInside } from './inside';
import { BROWSERS, boxOfText, hasOpenHost, restOn, type Stage, stage } from './support';

const SECRET = 'Secret source: ask Mei.';

describe.each(BROWSERS)('what a page can do to us in %s', (name) => {
  let scene: Stage;
  let inside: Inside;
  let page: Page;
  let visits = 0;

  beforeAll(async () => {
    scene = await stage(name, serveOdd);
    inside = await lookInside(scene.driven);
  });
  afterEach(async () => {
    await page.close();
  });
  afterAll(async () => {
    await scene.close();
  });

  const summary = () => scene.asker.summary(page.url());
  const openEntity = async () => (await summary())?.open ?? null;
  const open = async (path = '/odd/quirks') => {
    visits += 1;
    page = await scene.open(`${path}?visit=${visits}`);
    await until(async () => ((await summary())?.mentions.length ?? 0) > 0);
  };
  /** Whatever a page's events could have started would have happened by then: a card opens after 300 ms. */
  const longEnough = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  const selectFirst = async () => {
    const box = await boxOfText(page, '#first', 'nobody was surprised');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 1, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, y, { steps: 5 });
    await page.mouse.up();
    await until(() => hasOpenHost(page));
  };
  /** Writes a note through the frame of ours and returns the highlight's id. */
  const writeNote = async () => {
    await selectFirst();
    await page.keyboard.press('n');
    const frame = await until(async () => page.frames().find((one) => one !== page.mainFrame()));
    await until(() => frame.evaluate(() => document.querySelector('textarea') !== null));
    await frame.focus('textarea');
    await page.keyboard.type(SECRET);
    await until(() =>
      frame.evaluate(() =>
        /Saved|保存/.test(document.querySelector('[role=status]')?.textContent ?? ''),
      ),
    );
    const [id] = (await summary())?.highlights.placed ?? [];
    if (id === undefined) throw new Error('no highlight was stored');
    return id;
  };

  it('cannot open a card with events that it makes up', async () => {
    await open();
    const box = await boxOfText(page, '#first', 'Falcon 9');
    await page.evaluate((at) => {
      const target = document.getElementById('first');
      const where = { bubbles: true, composed: true, clientX: at.x + 5, clientY: at.y + 5 };
      for (const type of ['pointermove', 'pointerdown', 'pointerup', 'pointermove'])
        target?.dispatchEvent(new PointerEvent(type, { ...where, pointerType: 'mouse' }));
      for (const type of ['mousemove', 'mousedown', 'mouseup', 'click'])
        target?.dispatchEvent(new MouseEvent(type, where));
      target?.dispatchEvent(new PointerEvent('click', { ...where, pointerType: 'touch' }));
      window.dispatchEvent(
        new KeyboardEvent('keydown', { code: 'KeyN', key: 'N', altKey: true, shiftKey: true }),
      );
    }, box);
    await longEnough();
    expect(await openEntity()).toBeNull();
    expect(await cardSquares(page)).toBe(0);
    await restOn(page, '#first', 'Falcon 9');
    expect(await until(openEntity)).toBe('rocket/falcon-9');
  });

  it('cannot press our buttons or keys, nor close a card', async () => {
    await open();
    await restOn(page, '#first', 'Falcon 9');
    await until(async () => (await cardSquares(page)) > 40);
    const before = await cardSquares(page);
    await page.evaluate(() => {
      const host = document.querySelector('[popover]');
      for (let y = 4; y < innerHeight; y += 12) {
        for (let x = 4; x < innerWidth; x += 12) {
          const target = document.elementFromPoint(x, y);
          if (target !== host) continue;
          const where = { bubbles: true, composed: true, clientX: x, clientY: y };
          for (const type of ['pointerdown', 'pointerup'])
            target?.dispatchEvent(new PointerEvent(type, where));
          target?.dispatchEvent(new MouseEvent('click', where));
        }
      }
      (host as HTMLElement).click();
      for (const key of ['Escape', 'Enter', 'Tab'])
        for (const target of [window, host])
          target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    await longEnough();
    expect(await openEntity()).toBe('rocket/falcon-9');
    expect(await cardSquares(page)).toBe(before);
  });

  it('cannot store a highlight with keys or clicks that it makes up', async () => {
    await open();
    await selectFirst();
    await page.evaluate(() => {
      for (const key of ['1', '2', 'n'])
        for (const target of [window, document.body, document.querySelector('[popover]')])
          target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      window.dispatchEvent(
        new KeyboardEvent('keydown', { code: 'KeyH', key: 'H', altKey: true, shiftKey: true }),
      );
      (document.querySelector('[popover]') as HTMLElement).click();
    });
    await longEnough();
    expect((await summary())?.highlights.placed).toEqual([]);
    await page.keyboard.press('1');
    await until(async () => (await summary())?.highlights.placed.length === 1);
  });

  it('cannot reach into the closed shadow root', async () => {
    await open();
    await restOn(page, '#first', 'Falcon 9');
    await until(async () => (await cardSquares(page)) > 40);
    const seen = await page.evaluate(() => {
      const host = document.querySelector('[popover]');
      if (!(host instanceof HTMLElement)) return null;
      const attempt = (job: () => unknown) => {
        try {
          return job();
        } catch (fault) {
          return fault instanceof Error ? fault.name : 'refused';
        }
      };
      return {
        root: host.shadowRoot,
        text: host.textContent,
        inner: host.innerHTML,
        visible: host.innerText,
        html: attempt(() => host.getHTML({ serializableShadowRoots: true })),
        again: attempt(() => host.attachShadow({ mode: 'open' })),
        names: host.getAttributeNames().sort(),
        clone: (host.cloneNode(true) as HTMLElement).outerHTML.includes('Falcon'),
        below: document
          .elementsFromPoint(host.getBoundingClientRect().x + 60, 200)
          .every((one) => one === host || one.getRootNode() === document),
        active: document.activeElement === document.body,
      };
    });
    expect(seen).toEqual({
      root: null,
      text: '',
      inner: '',
      visible: '',
      html: '',
      again: 'NotSupportedError',
      names: ['popover', 'style'],
      clone: false,
      below: true,
      active: true,
    });
    // A real click inside the card tells the page of the host and nothing below it.
    await page.evaluate(() => {
      const own = window as unknown as { paths: string[] };
      own.paths = [];
      for (const type of ['pointerdown', 'mousedown', 'click'])
        addEventListener(
          type,
          (event) => {
            const first = event.composedPath()[0];
            own.paths.push(first instanceof Element ? first.getRootNode().nodeName : 'other');
          },
          true,
        );
    });
    const at = await page.evaluate(() => {
      const host = document.querySelector('[popover]');
      for (let y = 8; y < innerHeight; y += 16)
        for (let x = 8; x < innerWidth; x += 16)
          if (document.elementFromPoint(x, y) === host) return { x: x + 20, y: y + 20 };
      return null;
    });
    if (at === null) throw new Error('the card has no place');
    await page.mouse.click(at.x, at.y);
    const paths = await page.evaluate(() => (window as unknown as { paths: string[] }).paths);
    expect(paths.length).toBeGreaterThan(0);
    expect(new Set(paths)).toEqual(new Set(['#document']));
  });

  it('cannot send messages as our script, nor find our files or our database', async () => {
    await open();
    await selectFirst();
    await page.keyboard.press('1');
    await until(async () => (await summary())?.highlights.placed.length === 1);
    const seen = await page.evaluate(async (base: string) => {
      const world = globalThis as unknown as Record<string, { runtime?: { id?: string } }>;
      const load = async (path: string) => {
        try {
          await fetch(base + path, { mode: 'no-cors' });
          return `${path} was loaded`;
        } catch {
          return 'refused';
        }
      };
      const databases = await indexedDB.databases();
      return {
        chrome: world.chrome?.runtime?.id ?? null,
        browser: world.browser?.runtime?.id ?? null,
        shared: '__downrange' in globalThis,
        databases: databases.map((one) => one.name),
        local: localStorage.length + sessionStorage.length,
        cookies: document.cookie,
        files: await Promise.all(
          ['manifest.json', 'reader.js', 'scout.js', 'library.html', 'popup.html'].map(load),
        ),
      };
    }, scene.driven.base);
    expect(seen).toEqual({
      chrome: null,
      browser: null,
      shared: false,
      databases: [],
      local: 0,
      cookies: '',
      files: ['refused', 'refused', 'refused', 'refused', 'refused'],
    });
  });

  it('sees no attribute, class, global or style sheet of ours', async () => {
    await open();
    const look = () =>
      page.evaluate(() => ({
        html: document.documentElement.outerHTML,
        globals: Object.getOwnPropertyNames(window).filter((one) => /downrange/i.test(one)),
        sheets: document.styleSheets.length,
        adopted: document.adoptedStyleSheets.length,
        registered: customElements.get('downrange-card') !== undefined,
      }));
    const marked = await look();
    expect(marked.html).not.toMatch(/downrange/i);
    expect(marked.globals).toEqual([]);
    // The two that the page itself has.
    expect([marked.sheets, marked.adopted, marked.registered]).toEqual([2, 0, false]);
    await restOn(page, '#first', 'Falcon 9');
    await until(async () => (await cardSquares(page)) > 40);
    await page.keyboard.press('Escape');
    await until(async () => (await cardSquares(page)) === 0);
    expect(await look()).toEqual(marked);
  });

  it('cannot close a note that is being written', async () => {
    await open();
    await selectFirst();
    await page.keyboard.press('n');
    await until(async () => page.frames().length === 2);
    await page.evaluate(() => {
      window.postMessage('downrange:close-note', '*');
      window.dispatchEvent(new MessageEvent('message', { data: 'downrange:close-note' }));
    });
    await longEnough();
    expect(page.frames()).toHaveLength(2);
    expect(await hasOpenHost(page)).toBe(true);
  });

  it('cannot show the note of another site in a frame, even knowing its address and id', async () => {
    await open();
    const id = await writeNote();
    const address = await inside.addressOf(page.url(), 'note.html');
    if (address === null) throw new Error('no address of the note frame');
    await page.close();
    page = await scene.driven.open(
      `${scene.server.origin.replace('127.0.0.1', 'localhost')}/plain.html`,
    );
    await page.evaluate(
      (urls: string[]) => {
        for (const url of urls) {
          const frame = document.createElement('iframe');
          frame.src = url;
          frame.width = '400';
          frame.height = '200';
          document.body.append(frame);
        }
      },
      [address, `${scene.driven.base}note.html`].map((url) => `${url}#${encodeURIComponent(id)}`),
    );
    const textOf = async () => {
      const texts = await Promise.all(
        page
          .frames()
          .filter((one) => one !== page.mainFrame())
          .map((one) =>
            one
              .evaluate(() => {
                const fields = [...document.querySelectorAll('textarea')].map((one) => one.value);
                return `${document.body.innerText} ${fields.join()}`;
              })
              .catch(() => ''),
          ),
      );
      return texts.join('\n');
    };
    await until(async () => /belongs to another page/.test(await textOf()));
    expect(await textOf()).not.toContain('Secret');
    // The page itself sees frames of another origin.
    const reach = await page.evaluate(() =>
      [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument),
    );
    expect(reach).toEqual([null, null]);
  });
});
