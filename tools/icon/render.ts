import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from 'puppeteer-core';

/* Draws the extension's icon in the sizes that browsers ask for: npx tsx tools/icon/render.ts */

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const OUT = at('../../public/icon');
/** Up to 32 px the simpler drawing. */
const SIZES = {
  16: 'icon-small.svg',
  32: 'icon-small.svg',
  48: 'icon.svg',
  96: 'icon.svg',
  128: 'icon.svg',
};

mkdirSync(OUT, { recursive: true });
copyFileSync(at('icon.svg'), `${OUT}/icon.svg`);
const browser = await launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless=new', '--force-color-profile=srgb'],
});
try {
  const page = await browser.newPage();
  for (const [size, file] of Object.entries(SIZES)) {
    const svg = readFileSync(at(file), 'utf8').replace(
      /width="\d+" height="\d+" viewBox/,
      `width="${size}" height="${size}" viewBox`,
    );
    await page.setViewport({ width: Number(size), height: Number(size) });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    await page.screenshot({ path: `${OUT}/${Number(size)}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
