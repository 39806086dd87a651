import type { TestProject } from 'vitest/node';
import { type BrowserName, findOrInstallBrowser } from '@/tools/lib/browsers';
import { pack } from '@/tools/lib/build';

declare module 'vitest' {
  interface ProvidedContext {
    executables: Readonly<Record<BrowserName, string>>;
  }
}

/** Builds and packs both extensions, unless the caller has just done so, and finds both browsers. */
export async function setup(project: TestProject): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (process.env.DOWNRANGE_BUILT !== '1') {
    await pack('chromium');
    await pack('firefox');
  }
  project.provide('executables', {
    chromium: findOrInstallBrowser('chromium', say),
    firefox: findOrInstallBrowser('firefox', say),
  });
}
