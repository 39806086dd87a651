import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

const CANDIDATES: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    '/usr/lib/chromium/chromium',
    'chromium',
    'chromium-browser',
    // Branded Chrome no longer loads unpacked extensions from the command line; Edge and test builds do.
    'microsoft-edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

const DEBIAN_PACKAGES: Readonly<Record<BrowserName, readonly string[]>> = {
  // The CJK font is for people who look at the screenshots; tests do not depend on it.
  chromium: ['chromium', 'fonts-noto-cjk'],
  firefox: ['firefox-esr', 'fonts-noto-cjk'],
};

const VARIABLE: Readonly<Record<BrowserName, string>> = {
  chromium: 'DOWNRANGE_CHROMIUM',
  firefox: 'DOWNRANGE_FIREFOX',
};

/**
 * The path of an installed browser. Where there is none, on Debian as root, its package is installed.
 * Throws an Error that says what to do when no browser can be had. `say` gets progress lines.
 */
export function findOrInstallBrowser(name: BrowserName, say: (line: string) => void): string {
  const found = findBrowser(name);
  if (found !== null) return found;
  if (!isDebianRoot()) {
    throw new Error(
      `No ${name} found. Install it (Debian, Ubuntu: sudo apt-get install ${DEBIAN_PACKAGES[name][0]}), ` +
        `or set ${VARIABLE[name]} to the path of one, and try again.`,
    );
  }
  say(`Installing ${name} (apt-get install ${DEBIAN_PACKAGES[name].join(' ')}) …`);
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES[name]]);
  const installed = findBrowser(name);
  if (installed === null) {
    throw new Error(
      `apt-get could not install ${DEBIAN_PACKAGES[name][0]}. Install it by hand and try again.`,
    );
  }
  return installed;
}

/** The path of an installed browser, or null. The environment variable comes first. */
function findBrowser(name: BrowserName): string | null {
  const chosen = process.env[VARIABLE[name]];
  if (chosen !== undefined && chosen !== '') {
    if (isExecutable(chosen)) return chosen;
    throw new Error(
      `${VARIABLE[name]} is "${chosen}", but there is no program there. Correct or unset it.`,
    );
  }
  for (const candidate of CANDIDATES[name]) {
    if (candidate.includes('/') || candidate.includes('\\')) {
      if (isExecutable(candidate)) return candidate;
      continue;
    }
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, candidate);
      if (folder !== '' && isExecutable(path)) return path;
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: the next candidate is tried.
    return false;
  }
}

function isDebianRoot(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function apt(parameters: readonly string[]): void {
  const run = spawnSync('apt-get', [...parameters], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.status !== 0) {
    throw new Error(
      `apt-get ${parameters.join(' ')} failed: ${run.stderr.toString().trim().slice(0, 2000)}`,
    );
  }
}
