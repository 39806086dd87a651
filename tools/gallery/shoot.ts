import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ElementHandle, launch, type Page } from 'puppeteer-core';
import { buildGallery, GALLERY } from './build';
import { serveFolder } from './serve';

/*
 * Screenshots of the cards: npx tsx tools/gallery/shoot.ts [folder] [page… | all]
 * Without arguments: the ten cards, the sheet on touch and comparisons, light and dark, English and
 * Chinese, into docs/screenshots. Also looks for what a person might miss: overflow, clipping, empty rows,
 * labels without a value or on top of each other.
 */

/** What docs/screenshots holds. */
const DOCUMENTED = ['ten', 'sheet', 'compare'];
const OUT = process.argv[2] ?? fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const ALL = [...DOCUMENTED, 'states', 'surfaces', 'settings', 'own', 'brief', 'about', 'library'];
const asked = process.argv.slice(3);
const PAGES = asked.length === 0 ? DOCUMENTED : asked.includes('all') ? ALL : asked;
/** Sharp enough to read, small enough to keep: SCALE=2 for a closer look. */
const SCALE = Number(process.env.SCALE ?? 1);
/** Room for the shadow. */
const MARGIN = 16;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

mkdirSync(OUT, { recursive: true });
await buildGallery();
const served = await serveFolder(GALLERY);
const browser = await launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--headless=new', '--force-color-profile=srgb', '--disable-lcd-text'],
});
let faults = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.setViewport({ width: 1640, height: 900, deviceScaleFactor: SCALE });
  for (const name of PAGES)
    for (const theme of ['light', 'dark'])
      for (const lang of ['en', 'zh']) faults += await shoot(page, name, theme, lang);
} finally {
  await browser.close();
  served.stop();
}
process.exitCode = faults === 0 ? 0 : 1;

async function shoot(page: Page, name: string, theme: string, lang: string): Promise<number> {
  await page.goto(
    `${served.origin}/?page=${encodeURIComponent(name)}&theme=${theme}&lang=${lang}`,
    { waitUntil: 'networkidle0' },
  );
  await page.waitForSelector('[data-shown]');
  await new Promise((resolve) => setTimeout(resolve, 200)); // the loading card's bars
  const found = (await page.evaluate('findFaults()')) as string[]; // Set by main.tsx.
  for (const fault of found) console.log(`${name} ${theme} ${lang}: ${fault}`);
  for (const shown of await page.$$(name === 'ten' ? '.shown' : '.columns'))
    await shootOne(page, shown, `${theme}-${lang}`, name);
  console.log(`${name} ${theme} ${lang}: ${found.length} faults`);
  return found.length;
}

/** The ten have a file each, named after the entity; states share one. */
async function shootOne(
  page: Page,
  shown: ElementHandle,
  suffix: string,
  name: string,
): Promise<void> {
  const id = await shown.evaluate((element) => element.getAttribute('data-shown'));
  const box = await (name === 'ten' ? await shown.$('.card') : shown)?.boundingBox();
  if (box == null) throw new Error(`expected a card on the page ${name}, found none`);
  const file = `${(id ?? name).replace(/^.*\//, '')}-${suffix}.png`;
  await page.screenshot({
    path: join(OUT, file) as `${string}.png`,
    clip: {
      x: Math.max(0, box.x - MARGIN),
      y: Math.max(0, box.y - MARGIN),
      width: box.width + 2 * MARGIN,
      height: box.height + 2 * MARGIN,
    },
    captureBeyondViewport: true,
  });
}
