import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compactMessages } from '@/modules/messages';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CARDS = join(ROOT, '.generated/knowledge/public/cards');

/** Where the built gallery lies: a static page with all compiled cards in one file. */
export const GALLERY = join(ROOT, '.generated/gallery');

/** Builds the gallery. The knowledge base must have been built before. */
export async function buildGallery(): Promise<void> {
  await build({
    configFile: false,
    root: join(ROOT, 'tools/gallery'),
    base: './',
    logLevel: 'warn',
    plugins: [compactMessages()],
    resolve: { alias: [{ find: /^@\//, replacement: `${ROOT}` }] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: GALLERY, emptyOutDir: true, target: 'es2023' },
  });
  const files = readdirSync(CARDS, { recursive: true, encoding: 'utf8' });
  const cards = files
    .filter((file) => file.includes('/') && file.endsWith('.json'))
    .sort()
    .map((file) => readFileSync(join(CARDS, file), 'utf8'));
  writeFileSync(join(GALLERY, 'cards.json'), `[${cards.join(',\n')}]`);
}
