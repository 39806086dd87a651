import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/tools/lib/drive';
import { SIZES, serveOdd } from './hostile-pages';
import { cardSquares, type Inside, listenForFaults, lookInside } from './inside';
import { BROWSERS, boxOfText, countPixels, isPetrol, restOn, type Stage, stage } from './support';

/** What every page with the usual story names, in page order. */
const STORY = ['company/spacex', 'rocket/falcon-9'];
/** A card is wider than ten and higher than four squares of 16 px. */
const CARD_SQUARES = 40;

interface PageRow {
  readonly name: string;
  /** Where only one browser's driver can bring the page about; `docs/browser-bugs.md` says why. */
  readonly only?: 'chromium';
  readonly path: string;
  readonly finds?: readonly string[];
  /** What makes the page what it is, done by hand after it has loaded. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** Pages that are read, marked, and give cards like any other. */
const READ: readonly PageRow[] = [
  { name: 'a page whose prototypes are all frozen', path: '/odd/frozen' },
  { name: 'a page that counts every call of the methods we use', path: '/odd/spied' },
  { name: 'a page whose own prototypes throw', path: '/odd/throwing' },
  { name: 'a page that replaced CSS.highlights and Highlight', path: '/odd/no-highlights' },
  { name: 'a page with highlights of its own', path: '/odd/own-highlights' },
  { name: 'names that clobber the document', path: '/odd/clobbered-document' },
  {
    name: 'a form whose fields clobber the tree around them',
    path: '/odd/clobbered-form',
    finds: [...STORY, 'company/landspace'],
  },
  { name: 'a page in quirks mode', path: '/odd/quirks' },
  { name: 'vertical writing', path: '/odd/vertical' },
  { name: 'writing from right to left', path: '/odd/right-to-left' },
  { name: 'a page at 500 %', path: '/odd/zoomed' },
  { name: 'a page that is transformed and filtered as a whole', path: '/odd/transformed' },
  { name: 'a modal dialog', path: '/odd/dialog' },
  {
    name: 'an element that fills the screen',
    path: '/odd/full-screen',
    only: 'chromium',
    before: async (page) => {
      await page.click('#go');
      await until(() => page.evaluate(() => document.fullscreenElement !== null));
    },
  },
  { name: 'style sheets that hide everything like us', path: '/odd/hidden' },
  { name: 'an element that covers everything', path: '/odd/covered' },
  { name: 'a policy that allows nothing, with trusted types', path: '/odd/policy' },
  { name: 'a sandboxed document', path: '/odd/sandbox' },
  { name: 'an XHTML document', path: '/odd/page.xhtml', finds: STORY },
  {
    name: 'a page written anew while it is read',
    path: '/odd/written',
    before: (page) => page.evaluate(() => (window as unknown as { rewrite(): void }).rewrite()),
  },
  { name: 'a page with formulas and drawings in it', path: '/odd/formula-inside' },
  { name: 'text in one node of megabytes', path: '/odd/one-node' },
  { name: 'a page of very many text nodes', path: '/odd/many-nodes' },
];

/** Pages whose text is not ours to read: the reader finds nothing in them. */
const LEFT_ALONE: readonly { readonly name: string; readonly path: string }[] = [
  { name: 'a document in design mode', path: '/odd/design-mode' },
  { name: 'a body that is an editor', path: '/odd/editable-body' },
  { name: 'fields and text boxes', path: '/odd/fields' },
  { name: 'an SVG document', path: '/odd/drawing.svg' },
  { name: 'an XML document', path: '/odd/data.xml' },
  { name: 'a MathML document', path: '/odd/formula.mml' },
];

describe.each(BROWSERS)('hostile and odd pages in %s', (name) => {
  let scene: Stage;
  let inside: Inside;
  let page: Page;
  let faults: readonly string[];

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

  /** Opens a page and listens to its console from its first moment. */
  const open = async (path: string) => {
    page = await scene.driven.open('about:blank');
    faults = listenForFaults(page);
    rests = 0;
    await page.bringToFront();
    // As long as the test may take: 500 frames need more than the driver's own half minute.
    await page.goto(`${scene.server.origin}${path}`, { waitUntil: 'load', timeout: 0 });
  };
  const summary = () => scene.asker.summary(page.url());
  const found = async () => (await summary())?.mentions.map((mention) => mention.id) ?? null;
  const finds = (ids: readonly string[]) =>
    until(async () => JSON.stringify(await found()) === JSON.stringify(ids)).catch(async () => {
      expect(await found()).toEqual(ids);
    });
  const openEntity = async () => (await summary())?.open ?? null;
  const ownCheck = () =>
    page.evaluate(() => (window as unknown as { ownCheck?(): string }).ownCheck?.() ?? 'well');
  /** By keyboard: no layout of the page can be in the way. */
  const openByKey = async () => {
    await page.keyboard.down('Alt');
    await page.keyboard.down('Shift');
    await page.keyboard.press('KeyN');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Alt');
    return until(openEntity);
  };
  /** How often the pointer has been brought onto the name. */
  let rests = 0;
  /** Leaves the name and rests on it anew; true when that did it. A card that has just gone comes only after a pause. */
  const restAgain = async (isDone: () => Promise<boolean>) => {
    rests += 1;
    await page.mouse.move(900, 700);
    await page.mouse.move(905, 705);
    // Longer than a card waits for a pointer that is on its way to it (300 ms): the hand's time, not ours.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    await restOn(page, '#first', 'Falcon 9');
    return until(isDone, 1200).catch(() => false);
  };
  const expectPageWell = async () => {
    expect(await ownCheck()).toBe('well');
    expect(faults).toEqual([]);
  };

  it('would see a fault of ours', async () => {
    await open('/odd/quirks');
    await inside.fail(page.url());
    await until(async () => faults.some((fault) => fault.includes('a fault of ours')));
  });

  it.each(READ.filter(({ only = name }) => only === name))(
    'reads, marks and explains: $name',
    async ({ path, finds: ids = STORY, before }) => {
      await open(path);
      await before?.(page);
      await finds(ids);
      expect(await openByKey()).toBe('company/spacex');
      await until(async () => (await cardSquares(page)) >= CARD_SQUARES);
      await page.keyboard.press('Escape');
      await until(async () => (await openEntity()) === null);
      expect(await cardSquares(page)).toBe(0);
      await expectPageWell();
    },
  );

  it.each(LEFT_ALONE)('finds nothing to read in $name', async ({ path }) => {
    await open(path);
    // Our script runs when the page is idle; asking for its world waits for that.
    const frames = await inside.frames(page.url());
    if (frames?.some((frame) => frame.reader) === true) expect(await found()).toEqual([]);
    else expect(frames?.every((frame) => !frame.reader) ?? true).toBe(true);
    // Documents that are no HTML have no checks of their own.
    if (/\.\w+$/.test(path)) expect(faults).toEqual([]);
    else await expectPageWell();
  });

  it('reads a text file', async () => {
    await open('/odd/plain.txt');
    await finds(STORY);
    expect(faults).toEqual([]);
  });

  it('finds nothing to read in the viewer of PDF files', async () => {
    await open('/odd/quirks');
    await finds(STORY);
    // No driver tells when a viewer is ready; a document of its own has come when the page before is gone.
    await page.goto(`${scene.server.origin}/odd/report.pdf`, { waitUntil: [] }).catch(() => null);
    await until(async () => page.url().endsWith('report.pdf'));
    const frames = await inside.frames(page.url());
    expect(frames?.every((frame) => !frame.reader) ?? true).toBe(true);
    expect(await scene.asker.summary(page.url(), 1000)).toBeNull();
    expect(faults).toEqual([]);
  });

  it('leaves an editor alone while someone writes in it', async () => {
    await open('/odd/editor');
    await finds(STORY);
    const box = await boxOfText(page, '#editor', 'LandSpace');
    await page.mouse.click(box.x + 1, box.y + box.height / 2);
    await page.keyboard.press('Home');
    await page.keyboard.type('SpaceX said that ');
    await page.evaluate(() => {
      (window as unknown as { allowed: string }).allowed = 'SpaceX said that ';
    });
    // A change outside makes the page be read again.
    await page.evaluate(() => document.getElementById('first')?.append(' LandSpace won.'));
    await finds([...STORY, 'company/landspace']);
    expect(await countPixels(page, box, isPetrol)).toBe(0);
    await expectPageWell();
  });

  it('paints marks although the page replaced the registry', async () => {
    await open('/odd/no-highlights');
    await finds(STORY);
    const box = await boxOfText(page, '#first', 'Falcon 9');
    await until(async () => (await countPixels(page, box, isPetrol)) > 20);
    await expectPageWell();
  });

  it('paints again after a page has cleared the registry, and does not fight it meanwhile', async () => {
    await open('/odd/clears-highlights');
    await finds(STORY);
    const box = await boxOfText(page, '#first', 'Falcon 9');
    await until(() => page.evaluate(() => (window as unknown as { cleared: number }).cleared > 5));
    expect(await countPixels(page, box, isPetrol)).toBe(0);
    await page.evaluate(() => {
      clearInterval((window as unknown as { clearing: number }).clearing);
      document.getElementById('late')?.append('Something new.');
    });
    await until(async () => (await countPixels(page, box, isPetrol)) > 20);
    await expectPageWell();
  });

  it('gives way to a page that takes our element out again and again', async () => {
    await open('/odd/removes-host');
    await finds(STORY);
    const removals = () =>
      page.evaluate(() => (window as unknown as { removals: number }).removals);
    for (let turn = 0; turn < 4; turn++) {
      await until(() => restAgain(async () => (await removals()) > turn));
      expect(await openEntity()).toBeNull();
    }
    // One removal a card: nothing of ours puts it back by itself.
    expect(await removals()).toBeLessThanOrEqual(rests);
    await page.evaluate(() => {
      (window as unknown as { remove: boolean }).remove = false;
    });
    await until(() => restAgain(async () => (await cardSquares(page)) >= CARD_SQUARES));
    await page.keyboard.press('Escape');
    await until(async () => (await openEntity()) === null);
    await expectPageWell();
  });

  it('gives way to a page that forbids our element to be shown', async () => {
    await open('/odd/fights-popover');
    await finds(STORY);
    for (let turn = 0; turn < 4; turn++) {
      await until(() =>
        restAgain(() =>
          page.evaluate((past) => (window as unknown as { fights: number }).fights > past, turn),
        ),
      );
      await page.keyboard.press('Escape');
      await until(async () => (await openEntity()) === null);
    }
    await page.evaluate(() => {
      (window as unknown as { fight: boolean }).fight = false;
    });
    await until(() => restAgain(async () => (await cardSquares(page)) >= CARD_SQUARES));
    await page.keyboard.press('Escape');
    await until(async () => (await openEntity()) === null);
    await expectPageWell();
  });

  it('closes the card of a dialog without closing the dialog', async () => {
    await open('/odd/dialog');
    await finds(STORY);
    await restOn(page, '#first', 'Falcon 9');
    expect(await until(openEntity)).toBe('rocket/falcon-9');
    await until(async () => (await cardSquares(page)) >= CARD_SQUARES);
    await page.keyboard.press('Escape');
    await until(async () => (await cardSquares(page)) === 0);
    await expectPageWell();
  });

  it('opens cards by pointer after the page was written anew', async () => {
    await open('/odd/written');
    await finds(STORY);
    await page.evaluate(() => (window as unknown as { rewrite(): void }).rewrite());
    await until(() => page.evaluate(() => document.title === 'Written'));
    await until(() => restAgain(async () => (await openEntity()) !== null));
    expect(await openEntity()).toBe('rocket/falcon-9');
    await expectPageWell();
  });

  it('reads blank and inline frames of the page, each by itself', async () => {
    await open('/odd/frames');
    await until(async () => {
      const frames = await inside.frames(page.url());
      return frames?.filter((frame) => frame.reader).length === 2;
    });
    const frames = (await inside.frames(page.url())) ?? [];
    expect(frames.find((frame) => frame.url.startsWith('http'))?.reader).toBe(false);
    await expectPageWell();
  });

  it('looks into very many frames and brings the reader into none without a name', async () => {
    await open('/odd/many-frames');
    await until(
      async () => {
        const frames = await inside.frames(page.url());
        return frames?.length === SIZES.frames + 1 && frames.every((frame) => frame.scout);
      },
      20_000 + 200 * SIZES.frames,
    );
    const frames = (await inside.frames(page.url())) ?? [];
    expect(frames.filter((frame) => frame.reader).map((frame) => frame.url)).toEqual([page.url()]);
    await expectPageWell();
  });

  it('reads shadow roots in shadow roots', async () => {
    await open('/odd/deep-shadows');
    await finds(STORY);
    expect(await openByKey()).toBe('company/spacex');
    await expectPageWell();
  });

  it('says that a text is too large to be read whole', async () => {
    await open('/odd/one-node');
    await finds(STORY);
    expect((await summary())?.complete).toBe(SIZES.oneNode < 8_000_000);
  });

  it('stops at a number of names, and says so where the names are listed', async () => {
    await open('/odd/many-names');
    await finds(STORY);
    expect((await summary())?.complete).toBe(false);
    const popup = await scene.driven.openOwn(`popup.html?tab=${await inside.tabId(page.url())}`);
    await until(() => popup.evaluate(() => /very long/.test(document.body.innerText)));
    await popup.close();
    await page.bringToFront();
    await expectPageWell();
  });

  it('keeps up with a page that never rests, and lets it work', async () => {
    await open('/odd/churn');
    await finds(STORY);
    await page.evaluate(() => (window as unknown as { churn(): void }).churn());
    await until(() => page.evaluate(() => (window as unknown as { done: boolean }).done));
    await finds([...STORY, 'company/landspace']);
    const { frames, inserted, longest } = await page.evaluate(() => {
      const own = window as unknown as { frames_: number; inserted: number; longest: number };
      return { frames: own.frames_, inserted: own.inserted, longest: own.longest };
    });
    expect(inserted).toBeGreaterThan(SIZES.churnPerSecond * SIZES.churnSeconds * 0.8);
    expect(frames).toBeGreaterThan(10 * SIZES.churnSeconds);
    expect(longest).toBeLessThan(500);
    await expectPageWell();
  });

  it('follows a single-page site from story to story, and leaves no memory behind', async () => {
    await open('/odd/single-page');
    await finds(STORY);
    const visit = async (index: number) => {
      await page.evaluate(
        (to: number) => (window as unknown as { visit(index: number): void }).visit(to),
        index,
      );
    };
    const heap = async () => {
      if (name === 'firefox') return 0;
      const session = await page.createCDPSession();
      await session.send('HeapProfiler.collectGarbage');
      await session.detach();
      return (await page.metrics()).JSHeapUsedSize ?? 0;
    };
    for (let index = 0; index < 4; index++) await visit(index);
    await finds(['company/landspace', 'rocket/zhuque-3']);
    const before = await heap();
    for (let index = 4; index < 4 + SIZES.navigations; index++) await visit(index);
    // The last visit is an odd one: the other story.
    await finds(['company/landspace', 'rocket/zhuque-3']);
    expect(page.url()).toContain(`visit=${3 + SIZES.navigations}`);
    expect((await heap()) - before).toBeLessThan(5_000_000);
    await expectPageWell();
  });

  it('prints nothing of ours', async () => {
    await open('/odd/quirks');
    await finds(STORY);
    const box = await boxOfText(page, '#first', 'Falcon 9');
    await until(async () => (await countPixels(page, box, isPetrol)) > 20);
    await restOn(page, '#first', 'Falcon 9');
    await until(async () => (await cardSquares(page)) >= CARD_SQUARES);
    if (name === 'firefox') {
      // Its driver cannot show a page as printed; that the rules are understood can be seen all the same.
      expect(await page.evaluate(() => matchMedia('print').media)).toBe('print');
      return;
    }
    await page.emulateMediaType('print');
    await until(async () => (await cardSquares(page)) === 0);
    expect(await countPixels(page, box, isPetrol)).toBe(0);
    await page.emulateMediaType('screen');
    await until(async () => (await cardSquares(page)) >= CARD_SQUARES);
    await expectPageWell();
  });
});
