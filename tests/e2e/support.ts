import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { inject } from 'vitest';
import type { Annotation } from '@/core/annotation/annotation';
import { type Asker, createAsker } from '@/tools/lib/ask-reader';
import type { BrowserName } from '@/tools/lib/browsers';
import { buildFolder, ROOT } from '@/tools/lib/build';
import { type Driven, launch } from '@/tools/lib/drive';
import { type Handle, type Server, serveFolder } from '@/tools/lib/serve';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** A browser with the extension, the fixture pages, and a way to ask the reader. */
export interface Stage {
  readonly driven: Driven;
  readonly server: Server;
  readonly asker: Asker;
  /** Opens a fixture page in a tab of its own. */
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** In place of the built folder. */
  readonly extension?: string;
  /** `host:port` of a proxy for everything that the browser asks for. */
  readonly proxy?: string;
}

export async function stage(
  name: BrowserName,
  handle?: Handle,
  options: StageOptions = {},
): Promise<Stage> {
  const server = await serveFolder(join(ROOT, 'tests', 'fixtures', 'pages'), handle);
  const driven = await launch(name, {
    executable: inject('executables')[name],
    extension: buildFolder(name),
    headless: true,
    width: 1000,
    height: 800,
    ...options,
  });
  const asker = await createAsker(driven);
  return {
    driven,
    server,
    asker,
    async open(path) {
      const page = await driven.open(`${server.origin}${path}`);
      await page.bringToFront();
      return page;
    },
    async close() {
      await driven.close();
      await server.close();
    },
  };
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box of a piece of text below `selector`, in client coordinates; open shadow roots are searched too. */
export async function boxOfText(page: Page, selector: string, text: string): Promise<Box> {
  const box = await page.evaluate(
    (wantedSelector: string, wanted: string) => {
      const roots: (Document | ShadowRoot)[] = [document];
      for (const element of document.querySelectorAll('*')) {
        if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      }
      const element = roots
        .map((root) => root.querySelector(wantedSelector))
        .find((found) => found !== null);
      if (element === null || element === undefined) return null;
      const at = (element.textContent ?? '').indexOf(wanted);
      if (at < 0) return null;
      const range = document.createRange();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let offset = 0;
      let started = false;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.nodeValue?.length ?? 0;
        if (!started && at < offset + length) {
          range.setStart(node, at - offset);
          started = true;
        }
        if (at + wanted.length <= offset + length) {
          range.setEnd(node, at + wanted.length - offset);
          break;
        }
        offset += length;
      }
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    },
    selector,
    text,
  );
  if (box === null) throw new Error(`no "${text}" in ${selector}`);
  return box;
}

/** Selects with the mouse from the beginning of one piece of text to the end of another, as a hand does. */
export async function dragText(
  page: Page,
  from: { readonly selector: string; readonly text: string },
  to: { readonly selector: string; readonly text: string },
): Promise<void> {
  const first = await boxOfText(page, from.selector, from.text);
  const last = await boxOfText(page, to.selector, to.text);
  await page.mouse.move(first.x + 1, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width / 2, last.y + last.height / 2, { steps: 4 });
  await page.mouse.move(last.x + last.width - 1, last.y + last.height / 2, { steps: 4 });
  await page.mouse.up();
}

/** Selects one piece of text with the mouse. */
export function selectText(page: Page, selector: string, text: string): Promise<void> {
  return dragText(page, { selector, text }, { selector, text });
}

/** Moves the pointer onto a piece of text, by way of a neighbouring point, as a hand does. */
export async function restOn(page: Page, selector: string, text: string): Promise<void> {
  const box = await boxOfText(page, selector, text);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x - 3, y - 2);
  await page.mouse.move(x, y);
}

/** How many pixels of a box, with a few below it for underlines, look like `wanted`. */
export async function countPixels(
  page: Page,
  box: Box,
  wanted: (red: number, green: number, blue: number) => boolean,
): Promise<number> {
  const clip = { x: box.x, y: box.y, width: box.width, height: box.height + 4 };
  const png = PNG.sync.read(Buffer.from(await page.screenshot({ clip })));
  let count = 0;
  for (let at = 0; at < png.data.length; at += 4) {
    if (wanted(png.data[at] ?? 0, png.data[at + 1] ?? 0, png.data[at + 2] ?? 0)) count++;
  }
  return count;
}

/** The petrol of our marks on light ground: clearly more blue and green than red. */
export function isPetrol(red: number, green: number, blue: number): boolean {
  return green - red > 40 && blue - red > 40;
}

/** True when our host is in the page and in the top layer. */
export function hasOpenHost(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    return host !== null && host !== document.body && host.matches(':popover-open');
  });
}

/** What a store of our database holds, as far as tests ask for it. */
export interface StoredRecord {
  readonly annotation?: Annotation;
  readonly id?: string;
  readonly revision?: number;
  readonly deletedAt?: string;
  readonly key?: string;
  readonly text?: string;
}

/** Every record of one store of our database, read from one of our own documents. */
export async function readStore(
  { driven }: Stage,
  store: 'annotations' | 'drafts' | 'changes' | 'pages',
): Promise<readonly StoredRecord[]> {
  const own = await driven.openOwn('note.html#none');
  try {
    return await own.evaluate(async (name: string) => {
      const open = indexedDB.open('downrange');
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      const all = open.result.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => {
        all.onsuccess = resolve;
      });
      open.result.close();
      return all.result;
    }, store);
  } finally {
    await own.close();
  }
}
