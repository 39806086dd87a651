/*
 * npm test: everything that must be true before a change lands, from types to real browsers, and one line at
 * the end that sums it up: `N passed, N failed`. With --fast, only what needs no build and no browser. With
 * --nightly, hostile pages have their full size (a million text nodes, 100 MB in one …), which takes an hour or more.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallBrowser } from './lib/browsers';
import { pack, ROOT, runNode } from './lib/build';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const fast = process.argv.includes('--fast');
const nightly = process.argv.includes('--nightly');
const say = (line: string) => process.stdout.write(`${line}\n`);

if (!fast) {
  // First, because nothing else here can be mended by the reader of its message as easily.
  await step('browsers', async () => {
    findOrInstallBrowser('chromium', say);
    findOrInstallBrowser('firefox', say);
  });
}
await step('prepare', () => program('node_modules/wxt/bin/wxt.mjs', ['prepare']));
await step('types', () => program('tools/types.ts', []));
await step('lint', () => program('node_modules/@biomejs/biome/bin/biome', ['check', '.']));
await step('nothing unused', () => program('node_modules/knip/bin/knip.js', []));
await step('knowledge', () => program('knowledge/compiler/cli.ts', ['check']));
await suite('unit tests', []);
if (!fast) {
  const built =
    (await step('package for chromium', () => pack('chromium'))) &&
    (await step('package for firefox', () => pack('firefox')));
  if (built) {
    await step('accessibility of every component', () => program('tools/gallery/axe.ts', []));
    await suite('end-to-end tests', ['-c', 'vitest.e2e.config.ts']);
  }
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
say(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);

/** Runs one check, counts it, and prints its words when it fails. True when it passed. */
async function step(name: string, run: () => Promise<void>): Promise<boolean> {
  try {
    await run();
    total.passed += 1;
    say(`✓ ${name}`);
    return true;
  } catch (fault) {
    total.failed += 1;
    say(`✗ ${name}\n${fault instanceof Error ? fault.message : String(fault)}`);
    return false;
  }
}

async function program(file: string, parameters: readonly string[]): Promise<void> {
  const { status, output } = await runNode(
    ['--import', 'tsx', '--no-warnings', join(ROOT, file), ...parameters],
    { TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') },
  );
  if (status !== 0) throw new Error(output.trim().slice(-8000));
}

/** Runs a test suite and adds up its tests from the report that it writes. */
async function suite(name: string, parameters: readonly string[]): Promise<void> {
  const report = join(ROOT, '.output', `report-${name.replaceAll(' ', '-')}.json`);
  rmSync(report, { force: true });
  const { status, output } = await runNode(
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...parameters,
    ],
    {
      DOWNRANGE_BUILT: '1',
      NO_COLOR: '1',
      CI: 'true',
      ...(nightly ? { DOWNRANGE_NIGHTLY: '1' } : {}),
    },
  );
  const count = existsSync(report) ? read(report) : { passed: 0, failed: 0, skipped: 0 };
  // A file that cannot even be loaded has no failed test of its own, but the run has failed.
  if (status !== 0 && count.failed === 0) count.failed = 1;
  if (status === 0 && count.passed === 0) count.failed = 1;
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  say(
    `${count.failed === 0 ? '✓' : '✗'} ${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`,
  );
  if (count.failed > 0) say(output.trim().slice(-20_000));
}

function read(report: string): Count {
  const json = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    readonly numPendingTests: number;
    readonly numTodoTests: number;
  };
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  };
}
