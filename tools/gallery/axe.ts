import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch, type Page } from 'puppeteer-core';
import { type BrowserName, findOrInstallBrowser } from '../lib/browsers';
import { buildGallery, GALLERY } from './build';
import { serveFolder } from './serve';

/*
 * axe (WCAG 2.2 AA) over every card and state of the gallery, in both browsers, themes and languages, closed
 * and with everything opened that opens: npm run gallery:axe [-- --browser firefox] [page…]. Without a browser
 * it takes both. Exits with 1 on any violation.
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
const words = process.argv.slice(2);
const only = words.indexOf('--browser') < 0 ? [] : words.splice(words.indexOf('--browser'), 2);
const BROWSERS = (['chromium', 'firefox'] as const).filter(
  (name) => only.length === 0 || only[1] === name,
);
const PAGES =
  words.length > 0
    ? words
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
let violations = 0;
try {
  for (const name of BROWSERS) violations += await checkIn(name);
} finally {
  served.stop();
}
console.log(`${violations} violations`);
process.exitCode = violations === 0 ? 0 : 1;

async function checkIn(name: BrowserName): Promise<number> {
  const browser = await launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath: findOrInstallBrowser(name, console.error),
    headless: true,
    args: name === 'chromium' ? ['--no-sandbox'] : [],
  });
  let found = 0;
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1640, height: 900 });
    for (const shown of PAGES)
      for (const theme of ['light', 'dark'])
        for (const lang of ['en', 'zh']) found += await check(page, shown, theme, lang);
  } finally {
    await browser.close();
  }
  console.log(`${name}: ${found} violations on ${PAGES.length * 4} pages, each closed and opened`);
  return found;
}

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
