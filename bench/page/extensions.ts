import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alternation } from './names';

/** Who runs on a page: nothing, us, or the strongest peer. Each has sites of its own, `<who>-<number>.localhost`. */
export type Who = 'empty' | 'ours' | 'peer';

/** Writes the extensions below `folder`: ours as it was built, and two of one content script. Returns their folders. */
export function writeExtensions(
  folder: string,
  built: string,
  names: readonly string[],
): readonly string[] {
  const ours = join(folder, 'ours');
  cpSync(built, ours, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(ours, 'manifest.json'), 'utf8'));
  for (const script of manifest.content_scripts) script.include_globs = [sitesOf('ours')];
  writeFileSync(join(ours, 'manifest.json'), JSON.stringify(manifest));
  return [
    ours,
    writeOne(folder, 'empty', ''),
    // `match` with a global expression is the least code that still finds every name.
    writeOne(
      folder,
      'peer',
      `(document.body.textContent.match(${alternation(names)}) ?? []).length;`,
    ),
  ];
}

function writeOne(folder: string, who: Who, code: string): string {
  const own = join(folder, who);
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'content.js'), code);
  writeFileSync(
    join(own, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: who,
      version: '1',
      content_scripts: [
        {
          matches: ['http://*/*'],
          include_globs: [sitesOf(who)],
          js: ['content.js'],
          run_at: 'document_idle',
        },
      ],
    }),
  );
  return own;
}

function sitesOf(who: Who): string {
  return `http://${who}-*`;
}
