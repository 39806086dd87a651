import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, type Page } from 'puppeteer-core';
import { buildGallery, GALLERY } from './build';
import { serveFolder } from './serve';

/*
 * Screenshots of the cards: npx tsx tools/gallery/shoot.ts [folder] [page…]
 * Without arguments: the ten cards and every state, light and dark, English and Chinese, into
 * docs/screenshots. Also looks for what a person might miss: overflow, clipping, empty rows.
 */

const OUT = process.argv[2] ?? fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const PAGES =
  process.argv.length > 3 ? process.argv.slice(3) : ['ten', 'states', 'sheet', 'compare'];
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

mkdirSync(OUT, { recursive: true });
await buildGallery();
const served = await serveFolder(GALLERY);
const browser = await launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--headless=new', '--force-color-profile=srgb'],
});
let faults = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.setViewport({ width: 1640, height: 900, deviceScaleFactor: 1.5 });
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
  await page.waitForSelector('.card, .tray');
  await new Promise((resolve) => setTimeout(resolve, 200)); // the loading card's bars
  const found = (await page.evaluate('findFaults()')) as string[]; // Set by main.tsx.
  for (const fault of found) console.log(`${name} ${theme} ${lang}: ${fault}`);
  const file = `${name === 'ten' ? 'cards' : name.replaceAll('/', '-')}-${theme}-${lang}.png`;
  const columns = await page.$('.columns');
  const box = await columns?.boundingBox();
  if (box == null) throw new Error(`expected cards on the page ${name}, found none`);
  await page.screenshot({
    path: join(OUT, file) as `${string}.png`,
    clip: { x: 0, y: 0, width: Math.ceil(box.width + 64), height: Math.ceil(box.height + 36) },
    captureBeyondViewport: true,
  });
  console.log(`${file}: ${found.length} faults`);
  return found.length;
}
