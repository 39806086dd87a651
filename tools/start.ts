/*
 * npm start: builds the extension and opens a real browser with it on a demo story, or on the page or file
 * that is named. Without a display it runs headless, prints what the extension found, and saves a picture.
 */
import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageSummary } from '@/platform/messaging/contract';
import { createAsker } from './lib/ask-reader';
import { type BrowserName, findOrInstallBrowser } from './lib/browsers';
import { build, buildFolder, ROOT } from './lib/build';
import { type Driven, launch, until } from './lib/drive';
import { type Server, serveFolder } from './lib/serve';

const USAGE = `npm start                        open the demo stories
npm start -- URL-or-FILE         open that page instead
npm start -- --browser firefox   use Firefox (default: chromium)
npm start -- --headless          do not open a window, even where there is a display
npm start -- --screenshot FILE   where the picture goes (headless only)`;

interface Wanted {
  readonly browser: BrowserName;
  readonly page: string | null;
  readonly headless: boolean;
  readonly screenshot: string;
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(`\n${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});

async function main(words: readonly string[]): Promise<void> {
  const wanted = parse(words);
  const executable = findOrInstallBrowser(wanted.browser, say);
  say(`Building the extension for ${wanted.browser} …`);
  await build(wanted.browser);
  const { server, url } = await serve(wanted.page);
  say(`Starting ${wanted.browser}${wanted.headless ? ' without a window' : ''} …`);
  const driven = await launch(wanted.browser, {
    executable,
    extension: buildFolder(wanted.browser),
    headless: wanted.headless,
  });
  if (wanted.headless) {
    await report(driven, url, wanted.screenshot);
    await driven.close();
    await server?.close();
    return;
  }
  await driven.open(url);
  say(`Opened ${url}. Rest the pointer on an underlined name. Close the browser to end.`);
  driven.browser.on('disconnected', () => {
    void server?.close().then(() => process.exit(0));
  });
}

function parse(words: readonly string[]): Wanted {
  let browser: BrowserName = 'chromium';
  let page: string | null = null;
  let headless = process.env.CI === 'true' || !hasDisplay();
  let screenshot = join(ROOT, '.output', 'screenshot.png');
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--help' || word === '-h') {
      process.stdout.write(`${USAGE}\n`);
      process.exit(0);
    } else if (word === '--headless') headless = true;
    else if (word === '--screenshot') screenshot = resolve(rest.shift() ?? screenshot);
    else if (word === '--browser') {
      const name = rest.shift();
      if (name !== 'chromium' && name !== 'firefox') {
        throw new Error(`--browser takes chromium or firefox, not "${name ?? ''}".`);
      }
      browser = name;
    } else if (word.startsWith('--')) throw new Error(`Unknown option ${word}.\n\n${USAGE}`);
    else if (page === null) page = word;
    else throw new Error(`One page at a time, please: "${page}" or "${word}"?`);
  }
  return { browser, page, headless, screenshot };
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The address to open: one of the web, or a file or demo story served from this machine. */
async function serve(page: string | null): Promise<{ server: Server | null; url: string }> {
  if (page !== null && /^(https?|file):\/\//.test(page)) return { server: null, url: page };
  if (page === null) {
    const server = await serveFolder(join(ROOT, 'tools', 'demo'));
    say(
      `Serving the demo stories from ${server.origin}: star-market.html, haiyang.html, roundup.html`,
    );
    return { server, url: `${server.origin}/star-market.html` };
  }
  const file = resolve(page);
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new Error(
      `There is no file "${page}", and it is no http(s) address. Name a saved page or a URL.`,
    );
  }
  // Served over HTTP, because browsers give extensions no access to local files unless a person allows it.
  const server = await serveFolder(dirname(file));
  say(`Serving ${pathToFileURL(file).href} from ${server.origin}`);
  return { server, url: `${server.origin}/${encodeURIComponent(basename(file))}` };
}

/** Prints what the extension found and saves a picture with an open card. */
async function report(driven: Driven, url: string, screenshot: string): Promise<void> {
  const asker = await createAsker(driven);
  const page = await driven.open(url);
  say('Reading the page …');
  const summary = await asker.summary(page.url());
  await mkdir(dirname(screenshot), { recursive: true });
  if (summary === null || summary.mentions.length === 0) {
    process.stdout.write('No mentions found on this page.\n');
  } else {
    process.stdout.write(table(summary));
    await page.bringToFront();
    const shown = [...summary.mentions].sort((a, b) => b.count - a.count)[0];
    await asker.command(page.url(), { downrange: 'show-entity', id: shown?.id });
    // The card takes focus once it is drawn; our host is the only element that the page did not have.
    await until(() =>
      page.evaluate(() => document.querySelector('[popover]:popover-open') !== null),
    );
  }
  await page.screenshot({ path: screenshot as `${string}.png` });
  say(`Picture saved: ${screenshot}`);
}

function table(summary: PageSummary): string {
  const total = summary.mentions.reduce((sum, mention) => sum + mention.count, 0);
  const rows = summary.mentions.map((mention) => [
    mention.name,
    mention.kind,
    mention.id,
    `${mention.count}×${mention.certainty === 'possibly' ? ' (possibly)' : ''}`,
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const date = summary.published === null ? '' : `, published ${summary.published}`;
  return `${total} mentions of ${rows.length} entities${date}\n${lines.join('\n')}\n`;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
