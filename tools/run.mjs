#!/usr/bin/env node
/*
 * Runs one of the project's programs from a fresh clone: `node tools/run.mjs <file> …arguments`, where the file is
 * a path from the repository's root.
 * Plain JavaScript without a dependency, because installing the dependencies is its first step.
 * Progress goes to standard error; standard output belongs to the command.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file, ...rest] = process.argv.slice(2);

if (file === undefined || !existsSync(join(root, file))) {
  process.stderr.write(`No program "${file ?? ''}" here. The package scripts list them: npm run\n`);
  process.exit(2);
}

checkNode();
installDependencies();
const run = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--no-warnings', join(root, file), ...rest],
  // The caller's folder stays the working directory, so that relative file names mean what they say.
  { stdio: 'inherit', env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') } },
);
process.exit(run.status ?? 1);

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `Downrange needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and try again.\n`,
  );
  process.exit(1);
}

/** Installs exactly what the lockfile says, unless that has been done for this very lockfile. */
function installDependencies() {
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockfile).digest('hex');
  const stamp = join(root, 'node_modules', '.downrange-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Installing dependencies (npm ci) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const install = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    process.stderr.write('npm ci failed (its words are above). Check the network and try again.\n');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
