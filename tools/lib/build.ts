import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './browsers';

/** The repository's root folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the build of a browser's extension lies. */
export function buildFolder(name: BrowserName): string {
  return join(ROOT, '.output', name === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}

/** Builds the extension. Throws with the build's own words when it fails. */
export async function build(name: BrowserName): Promise<void> {
  const target = name === 'firefox' ? ['-b', 'firefox', '--mv3'] : ['-b', 'chrome'];
  const run = await runNode([join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', ...target]);
  if (run.status !== 0) {
    throw new Error(`The build failed. Its last words:\n${run.output.slice(-4000)}`);
  }
}

/** The package for a browser's store, as `pack` makes it. */
export function packageFile(name: BrowserName): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const target = name === 'firefox' ? 'firefox' : 'chrome';
  return join(ROOT, '.output', `downrange-${version}-${target}.zip`);
}

/** Builds the extension and packs it for its store. Throws with the build's own words when it fails. */
export async function pack(name: BrowserName): Promise<void> {
  rmSync(packageFile(name), { force: true });
  const target = name === 'firefox' ? ['-b', 'firefox', '--mv3'] : ['-b', 'chrome'];
  const run = await runNode([join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'zip', ...target]);
  if (run.status !== 0 || !existsSync(packageFile(name))) {
    throw new Error(
      `The package was not made. The build's last words:\n${run.output.slice(-4000)}`,
    );
  }
}

/** Runs a Node program, in the repository's root unless told otherwise, and collects what it prints. */
export function runNode(
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  cwd: string = ROOT,
): Promise<{ readonly status: number; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...parameters], {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const pieces: string[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece.toString()));
    child.stderr.on('data', (piece: Buffer) => pieces.push(piece.toString()));
    child.on('close', (status) => resolve({ status: status ?? 1, output: pieces.join('') }));
  });
}
