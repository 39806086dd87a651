import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch, type Page } from 'puppeteer-core';
import { buildGallery, GALLERY } from './build';
import { serveFolder } from './serve';

/*
 * axe (WCAG 2.2 AA) over every card and state of the gallery, in both themes and languages, closed and with
 * everything opened that opens: npx tsx tools/gallery/axe.ts. Exits with 1 on any violation.
 */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules about whole documents: the gallery is one, with cards that are there twice; a card is not. */
const NOT_OURS = [
  'region',
  'landmark-one-main',
  'landmark-unique',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-main',
  'page-has-heading-one',
  'heading-order',
];
const PAGES =
  process.argv.length > 2
    ? process.argv.slice(2)
    : [
        'ten',
        'states',
        'sheet',
        'compare',
        'surfaces',
        'settings',
        'own',
        'brief',
        'about',
        'library',
      ];

/** Opens sources, rows behind "more", one citation a row; the menus last, since they close when left. */
const OPEN_ALL = `(async () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 60));
  for (const selector of ['.source-line', '.facts-column > .button', '.events > .button', '.text-button'])
    for (const button of document.querySelectorAll(selector)) button.click();
  await settle();
  for (const value of document.querySelectorAll('.facts dd')) value.querySelector('.ref[role]')?.click();
  await settle();
  for (const card of document.querySelectorAll('.card')) {
    card.querySelector('.menu > .button')?.click();
    await settle();
    card.querySelector('[role="menuitem"]')?.click();
  }
  document.querySelector('.menu > .button')?.click();
  await settle();
})()`;

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

await buildGallery();
const served = await serveFolder(GALLERY);
const browser = await launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless=new'],
});
let violations = 0;
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1640, height: 900 });
  for (const name of PAGES)
    for (const theme of ['light', 'dark'])
      for (const lang of ['en', 'zh']) violations += await check(page, name, theme, lang);
} finally {
  await browser.close();
  served.stop();
}
console.log(`${violations} violations`);
process.exitCode = violations === 0 ? 0 : 1;

async function check(page: Page, name: string, theme: string, lang: string): Promise<number> {
  await page.goto(`${served.origin}/?page=${name}&theme=${theme}&lang=${lang}`, {
    waitUntil: 'networkidle0',
  });
  await page.waitForSelector('[data-shown]');
  await new Promise((resolve) => setTimeout(resolve, 200)); // the loading card's bars
  await page.evaluate(AXE);
  const closed = await run(page, `${name} ${theme} ${lang}`);
  await page.evaluate(OPEN_ALL);
  return closed + (await run(page, `${name} ${theme} ${lang}, opened`));
}

async function run(page: Page, where: string): Promise<number> {
  const options = {
    runOnly: { type: 'tag', values: TAGS },
    rules: Object.fromEntries(NOT_OURS.map((id) => [id, { enabled: false }])),
  };
  const found = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then((result) => result.violations)`,
  )) as Violation[]; // axe's own shape.
  for (const { id, help, nodes } of found) {
    console.log(`${where}: ${id}: ${help} (${nodes.length})`);
    for (const node of nodes.slice(0, 3))
      console.log(
        `    ${node.html.slice(0, 160)}\n    ${node.failureSummary.replaceAll('\n', ' ')}`,
      );
  }
  return found.length;
}
