/*
 * Pictures of the library with something in it, in real Chromium: wide and narrow, light and dark, English and
 * Chinese. npm run screenshots makes these among others; `node tools/run.mjs tools/library-shots.ts FOLDER` makes all
 * combinations in a folder.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { encodeBackup } from '@/core/exchange/backup';
import { encodeWebAnnotations } from '@/core/exchange/web-annotation';
import { createTranslate, type Translate } from '@/core/i18n/messages';
import { demoLibrary } from './demo/library';
import { findOrInstallBrowser } from './lib/browsers';
import { build, buildFolder, ROOT } from './lib/build';
import { launch, until } from './lib/drive';

interface Look {
  readonly width: 1280 | 400;
  readonly theme: 'light' | 'dark';
}

type Language = 'en' | 'zh';

const WIDE_LIGHT: Look = { width: 1280, theme: 'light' };
const LOOKS: readonly Look[] = [
  WIDE_LIGHT,
  { width: 1280, theme: 'dark' },
  { width: 400, theme: 'light' },
  { width: 400, theme: 'dark' },
];
/** What docs/screenshots holds: each width, theme and language, not all with all. */
const DOCUMENTED = ['1280-light-en', '1280-dark-zh', '400-dark-en', '400-light-zh'];

const [folder] = process.argv.slice(2);
const out = folder ?? join(ROOT, 'docs', 'screenshots');
mkdirSync(out, { recursive: true });
const files = mkdtempSync(join(tmpdir(), 'downrange-shots-'));
const backup = join(files, 'library.jsonl');
writeFileSync(
  backup,
  encodeBackup(demoLibrary(), { now: '2026-03-05T08:00:00.000Z', app: 'demo' }),
);
const faulty = join(files, 'highlights.jsonld');
writeFileSync(faulty, withFaults(encodeWebAnnotations(demoLibrary())));

const executable = findOrInstallBrowser('chromium', (line) => process.stderr.write(`${line}\n`));
await build('chromium');
const driven = await launch('chromium', {
  executable,
  extension: buildFolder('chromium'),
  headless: true,
});
try {
  for (const language of ['en', 'zh'] as const) {
    await shootEmpty(language);
    await shootImport(language);
  }
  await fill();
  for (const language of ['en', 'zh'] as const) {
    await shootLibrary(language);
    await shootDossier(language);
  }
} finally {
  await driven.close();
  rmSync(files, { recursive: true, force: true });
}

/** One record without a target, and one whose passage is not quoted. */
function withFaults(file: string): string {
  return file.replace(
    '"items":[\n',
    '"items":[\n{"type":"Annotation","id":"urn:uuid:1"},\n{"type":"Annotation","target":{"source":"https://meridian.example/roundup","selector":{"type":"CssSelector","value":"p"}}},\n',
  );
}

async function openLibrary(language: Language, hash = ''): Promise<Page> {
  const page = await driven.openOwn('about.html');
  // The program's own loader puts helpers into functions that a page does not have.
  await page.evaluateOnNewDocument('globalThis.__name = (one) => one');
  await page.evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
  await page.goto(`${driven.base}library.html${hash}`);
  await page.bringToFront();
  await appears(page, '.results, .dossier');
  return page;
}

async function appears(page: Page, selector: string): Promise<void> {
  await until(() => page.evaluate((one) => document.querySelector(one) !== null, selector));
}

async function press(page: Page, label: string): Promise<void> {
  await until(() =>
    page.evaluate((wanted) => {
      const scope = document.querySelector('dialog[open]') ?? document;
      const all = [...scope.querySelectorAll<HTMLElement>('button:not(:disabled), label')];
      const found = all.find((one) => (one.textContent ?? '').trim().startsWith(wanted));
      found?.click();
      return found !== undefined;
    }, label),
  );
}

async function shoot(page: Page, name: string, language: Language): Promise<void> {
  for (const { width, theme } of LOOKS) {
    const suffix = `${width}-${theme}-${language}`;
    if (folder === undefined && !DOCUMENTED.includes(suffix)) continue;
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.setViewport({ width, height: width === 400 ? 800 : 900 });
    // Two frames: the size is known in the first and drawn in the second.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const path = join(out, `${name}-${suffix}.png`);
    await page.screenshot({ path: path as `${string}.png` });
    process.stdout.write(`${path}\n`);
  }
  await page.setViewport({ width: 1280, height: 900 });
}

async function shootEmpty(language: Language): Promise<void> {
  const page = await openLibrary(language);
  await appears(page, '.results .empty');
  await shoot(page, 'library-empty', language);
  await page.close();
}

async function choose(page: Page, file: string, t: Translate): Promise<void> {
  await press(page, t('libImport'));
  const input = await page.waitForSelector('dialog input[type=file]');
  // `as`: the selector names an input.
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  await appears(page, '.import-group');
}

async function shootImport(language: Language): Promise<void> {
  const page = await openLibrary(language);
  await choose(page, faulty, createTranslate(language));
  await page.evaluate(() => {
    for (const group of document.querySelectorAll('dialog details')) group.setAttribute('open', '');
  });
  await shoot(page, 'library-import', language);
  await page.close();
}

async function fill(): Promise<void> {
  const t = createTranslate('en');
  const page = await openLibrary('en');
  await choose(page, backup, t);
  await press(page, t('libImport'));
  await until(() =>
    page.evaluate(
      (done) =>
        [...document.querySelectorAll('dialog button')].some((one) => one.textContent === done),
      t('done'),
    ),
  );
  await page.close();
}

async function shootLibrary(language: Language): Promise<void> {
  const t = createTranslate(language);
  const page = await openLibrary(language);
  await appears(page, '.result .annotation');
  await shoot(page, 'library', language);
  await page.type('input[type=search]', '朱雀');
  await until(() => page.evaluate(() => document.querySelector('[data-answers="朱雀"]') !== null));
  await shoot(page, 'library-search', language);
  for (const at of [0, 1])
    await page.evaluate(
      (index) => document.querySelectorAll<HTMLElement>('.result input')[index]?.click(),
      at,
    );
  await appears(page, '.results-head.is-bulk');
  await shoot(page, 'library-bulk', language);
  await page.reload();
  await appears(page, '.result .annotation');
  await press(page, t('libBin'));
  await shoot(page, 'library-trash', language);
  await page.reload();
  await appears(page, '.result .annotation');
  await press(page, t('libExportCount', { count: '' }).trim().split(' ')[0] ?? '');
  await appears(page, 'dialog[open] .format');
  await shoot(page, 'library-export', language);
  await page.close();
}

async function shootDossier(language: Language): Promise<void> {
  const page = await openLibrary(language, '#/entity/rocket/zhuque-3');
  await appears(page, '.dossier .annotation');
  await shoot(page, 'library-dossier', language);
  await page.close();
}
