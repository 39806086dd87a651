/*
 * npm run store:shots: the pictures for the stores, 1280 × 800, into docs/store. Built extension, demo stories,
 * real Chromium; two in each language, and what a reader can check about privacy.
 */
import { join } from 'node:path';
import { findOrInstallBrowser } from './lib/browsers';
import { build, buildFolder, ROOT } from './lib/build';
import { launch, until } from './lib/drive';
import { serveFolder } from './lib/serve';
import { shootStory } from './lib/shoot-story';

const OUT = join(ROOT, 'docs', 'store');
const SIZE = { width: 1280, height: 800 } as const;

const STORIES = [
  { file: '1-card-en.png', story: 'star-market.html', entity: 'rocket/zhuque-3', dark: false },
  { file: '2-card-zh.png', story: 'haiyang.html', entity: 'company/landspace', dark: false },
  { file: '3-dark-en.png', story: 'roundup.html', entity: 'rocket/electron', dark: true },
] as const;

const PAGES = [
  { file: '4-first-page-en.png', path: 'welcome.html', shows: '.sample-name', language: 'en' },
  { file: '5-privacy-en.png', path: 'about.html', shows: '.about-table', language: 'en' },
  { file: '5-privacy-zh.png', path: 'about.html', shows: '.about-table', language: 'zh' },
] as const;

const executable = findOrInstallBrowser('chromium', (line) => process.stderr.write(`${line}\n`));
await build('chromium');
const server = await serveFolder(join(ROOT, 'tools', 'demo'));
for (const { file, story, entity, dark } of STORIES) {
  const url = `${server.origin}/${story}`;
  await shootStory(executable, { path: join(OUT, file), url, entity, dark, ...SIZE });
  process.stdout.write(`docs/store/${file}\n`);
}
await server.close();

const driven = await launch('chromium', {
  executable,
  extension: buildFolder('chromium'),
  headless: true,
  ...SIZE,
});
for (const { file, path, shows, language } of PAGES) {
  const page = await driven.openOwn(path);
  // As a text: the program's own loader would put helpers into a function that the page does not have.
  await page.evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
  await page.reload();
  await until(() => page.evaluate(`document.querySelector('${shows}') !== null`));
  await page.screenshot({ path: join(OUT, file) as `${string}.png` });
  await page.close();
  process.stdout.write(`docs/store/${file}\n`);
}
await driven.close();
