/* npm run types: type-checks each layer with its own libraries, so that `core` cannot even name the DOM. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNode } from './lib/build';

export const PROJECTS = [
  'core',
  'dom',
  'platform',
  'components',
  'knowledge',
  'entrypoints',
  'tools',
  'tests',
  'bench',
];

let failed = false;
for (const project of PROJECTS) {
  if (!existsSync(join(ROOT, project, 'tsconfig.json'))) {
    throw new Error(
      `${project}/tsconfig.json is missing: every layer has one. Restore it, or take ${project} off the list in tools/types.ts.`,
    );
  }
  const { status, output } = await runNode([
    join(ROOT, 'node_modules/typescript/bin/tsc'),
    '-p',
    project,
  ]);
  if (status !== 0) failed = true;
  process.stdout.write(output);
}
process.exit(failed ? 1 : 0);
