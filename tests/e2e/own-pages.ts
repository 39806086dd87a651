import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { until } from '@/tools/lib/drive';

/** axe as a text: it is run in the page. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every page of the extension, with something that is there when it has been drawn. */
export const OWN_PAGES: readonly { readonly path: string; readonly drawn: string }[] = [
  { path: 'popup.html', drawn: 'button' },
  { path: 'sidepanel.html', drawn: 'main, section' },
  { path: 'options.html', drawn: '.shortcuts dt' },
  { path: 'library.html', drawn: 'main' },
  { path: 'library.html#/dossiers', drawn: 'main' },
  { path: 'library.html#/settings', drawn: '.shortcuts dt' },
  { path: 'welcome.html', drawn: '.sample-name' },
  { path: 'about.html', drawn: '.about-table dt' },
];

/** Opens a page of ours in a language of ours and waits until it has been drawn. */
export async function drawn(page: Page, selector: string): Promise<void> {
  await until(() =>
    page.evaluate((wanted: string) => document.querySelector(wanted) !== null, selector),
  );
}

/** What axe has against a page in one theme, as texts; none is what it should be. */
export async function violations(page: Page, theme: 'light' | 'dark'): Promise<readonly string[]> {
  await page.evaluate((name: string) => {
    document.documentElement.dataset.theme = name;
  }, theme);
  // Colours fade for a moment; axe reads them as they are painted.
  await until(() =>
    page.evaluate(() => document.getAnimations().every((one) => one.playState !== 'running')),
  );
  await page.evaluate(`${AXE};0`);
  return (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} } })
      .then((result) => result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 200) + ' ' + node.failureSummary).join('\\n')))`,
  )) as string[];
}
