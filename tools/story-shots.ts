/*
 * Pictures for the README: the built extension on the demo stories, a card open, in real Chromium.
 * npm run screenshots makes these and the pictures of single cards.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findOrInstallBrowser } from './lib/browsers';
import { build, ROOT } from './lib/build';
import { serveFolder } from './lib/serve';
import { shootStory } from './lib/shoot-story';

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
  const url = `${server.origin}/${story}`;
  await shootStory(executable, { path: join(OUT, file), url, entity, dark, width, height: 900 });
  process.stdout.write(`docs/screenshots/${file}\n`);
}
await server.close();
