/*
 * Pictures for the README: the built extension on the demo stories, a card open, in real Chromium.
 * npm run screenshots makes these and the pictures of single cards.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createAsker } from './lib/ask-reader';
import { findOrInstallBrowser } from './lib/browsers';
import { build, buildFolder, ROOT } from './lib/build';
import { launch, until } from './lib/drive';
import { serveFolder } from './lib/serve';

const OUT = join(ROOT, 'docs', 'screenshots');

const SHOTS = [
  {
    file: 'story-light-en.png',
    story: 'star-market.html',
    entity: 'rocket/zhuque-3',
    dark: false,
    width: 1180,
  },
  {
    file: 'story-light-zh.png',
    story: 'haiyang.html',
    entity: 'company/landspace',
    dark: false,
    width: 1180,
  },
  {
    file: 'story-dark-en.png',
    story: 'roundup.html',
    entity: 'rocket/electron',
    dark: true,
    width: 1180,
  },
  {
    file: 'story-narrow-zh.png',
    story: 'haiyang.html',
    entity: 'rocket/long-march-12a',
    dark: false,
    width: 420,
  },
] as const;

await mkdir(OUT, { recursive: true });
const executable = findOrInstallBrowser('chromium', (line) => process.stderr.write(`${line}\n`));
await build('chromium');
const server = await serveFolder(join(ROOT, 'tools', 'demo'));
for (const { file, story, entity, dark, width } of SHOTS) {
  const driven = await launch('chromium', {
    executable,
    extension: buildFolder('chromium'),
    headless: true,
    width,
    height: 900,
    dark,
  });
  const asker = await createAsker(driven);
  const page = await driven.open(`${server.origin}/${story}`);
  await asker.summary(page.url());
  await page.bringToFront();
  await asker.command(page.url(), { downrange: 'show-entity', id: entity });
  await until(async () => (await asker.summary(page.url()))?.open === entity);
  // The card fades in; the picture is taken when nothing moves any more.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
  await page.screenshot({ path: join(OUT, file) as `${string}.png` });
  process.stdout.write(`docs/screenshots/${file}\n`);
  await driven.close();
}
await server.close();
