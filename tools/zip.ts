/*
 * npm run zip: the packages for the stores, and the proof that Firefox's source archive rebuilds to the very
 * same files. Needs no network beyond the npm registry.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { packageFile, ROOT, runNode } from './lib/build';

const OUT = join(ROOT, '.output');
const WXT = 'node_modules/wxt/bin/wxt.mjs';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
};
const chrome = packageFile('chromium');
const firefox = packageFile('firefox');
const sources = join(OUT, `downrange-${version}-sources.zip`);

for (const file of [chrome, firefox, sources]) rmSync(file, { force: true });
await wxt(ROOT, ['zip', '-b', 'chrome']);
await wxt(ROOT, ['zip', '-b', 'firefox', '--mv3', '--sources']);
for (const file of [chrome, firefox, sources]) {
  if (!existsSync(file))
    throw new Error(
      `wxt zip made no ${relative(ROOT, file)}; it made ${readdirSync(OUT).join(', ')}`,
    );
}

process.stderr.write('Rebuilding from the source archive …\n');
const copy = mkdtempSync(join(tmpdir(), 'downrange-sources-'));
try {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(sources)))) {
    if (name.endsWith('/')) continue;
    await mkdir(dirname(join(copy, name)), { recursive: true });
    writeFileSync(join(copy, name), bytes);
  }
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: copy,
    stdio: ['ignore', 2, 2],
  });
  if (install.status !== 0)
    throw new Error('npm ci failed in the unpacked source archive (its words are above)');
  await wxt(copy, ['build', '-b', 'firefox', '--mv3']);
  const differing = compare(join(OUT, 'firefox-mv3'), join(copy, '.output', 'firefox-mv3'));
  if (differing.length > 0)
    throw new Error(`The source archive builds other files: ${differing.slice(0, 20).join(', ')}`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
for (const file of [chrome, firefox, sources]) {
  process.stdout.write(`${hashOf(file).slice(0, 16)}  ${relative(ROOT, file)}\n`);
}
process.stdout.write('The source archive rebuilds to the same files.\n');

async function wxt(cwd: string, words: readonly string[]): Promise<void> {
  const { status, output } = await runNode([join(cwd, WXT), ...words], {}, cwd);
  if (status !== 0) throw new Error(`wxt ${words.join(' ')} failed:\n${output.slice(-4000)}`);
}

/** Files that are not the same in both folders, by path. */
function compare(one: string, other: string): readonly string[] {
  const first = hashes(one);
  const second = hashes(other);
  const paths = new Set([...first.keys(), ...second.keys()]);
  return [...paths].filter((path) => first.get(path) !== second.get(path)).sort();
}

function hashes(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), hashOf(path)];
    }),
  );
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
