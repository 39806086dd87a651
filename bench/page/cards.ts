import type { Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS } from '@/core/settings';
import { until } from '@/tools/lib/drive';
import { pause, type Stage } from './stage';

/** Watches for our element in the top layer, and notes when the pointer moved last and when a frame with a card ended. */
const WATCH = `
globalThis.seen = { moved: 0, painted: 0, isOpen: false };
addEventListener('pointermove', () => { seen.moved = performance.now(); }, { capture: true, passive: true });
const watch = () => {
  const host = document.documentElement.lastElementChild;
  const isOpen = host !== document.body && host.matches(':popover-open');
  // The callback runs before its frame is painted; the next one's time is after it.
  if (isOpen && !seen.isOpen) requestAnimationFrame(() => { seen.painted = performance.now(); });
  seen.isOpen = isOpen;
  requestAnimationFrame(watch);
};
requestAnimationFrame(watch);`;

/** From the end of the pointer's rest to the frame with the card, wall time in ms: a page's first card, and those after it. */
export interface CardTimes {
  readonly first: number;
  readonly later: readonly number[];
}

/** Rests on every painted name of a page in turn, on a fresh site. */
export async function measureCards(stage: Stage, page: string): Promise<CardTimes> {
  const tab = await stage.tab();
  await tab.goto(stage.fresh('ours', page), { waitUntil: 'load' });
  await until(async () => tab.evaluate(`CSS.highlights.has('downrange-mention-light')`));
  await pause(1500);
  // The first page opens by itself, and may stand before this one.
  await tab.bringToFront();
  await tab.evaluate(WATCH);
  const count = Number(await tab.evaluate(`CSS.highlights.get('downrange-mention-light').size`));
  const times: number[] = [];
  for (let index = 0; index < count; index++) times.push(await openOne(tab, index));
  await tab.close();
  const [first = Number.NaN, ...later] = times;
  return { first, later };
}

async function openOne(tab: Page, index: number): Promise<number> {
  const { x, y } = await placeOf(tab, index);
  await tab.evaluate('seen.painted = 0');
  await tab.mouse.move(x - 4, y - 1);
  await tab.mouse.move(x, y);
  const painted = await until(async () => Number(await tab.evaluate('seen.painted')) || null);
  const moved = Number(await tab.evaluate('seen.moved'));
  await tab.keyboard.press('Escape');
  await tab.mouse.move(1190, 880);
  await tab.mouse.move(1195, 885);
  await until(async () => tab.evaluate('!seen.isOpen'));
  return painted - moved - DEFAULT_SETTINGS.restMs;
}

/** The middle of the painted name with this number, scrolled into view. The registry of highlights is the page's too. */
async function placeOf(tab: Page, index: number): Promise<{ x: number; y: number }> {
  return tab.evaluate((wanted: number) => {
    const painted = [...(CSS.highlights.get('downrange-mention-light') ?? [])][wanted];
    if (painted === undefined) throw new Error(`expected a painted name ${wanted}`);
    painted.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    range.setStart(painted.startContainer, painted.startOffset);
    range.setEnd(painted.endContainer, painted.endOffset);
    const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, index);
}
