import { describe, expect, it } from 'vitest';
import { checkBoundaries, RULES, readSources, type Sources } from '@/tools/lib/boundaries';

const repository = new URL('../..', import.meta.url).pathname;

function sources(files: Readonly<Record<string, string>>): Sources {
  return new Map(Object.entries(files));
}

interface Row {
  readonly name: string;
  readonly file: string;
  readonly code: string;
  /** Part of the message; null where the import is allowed. */
  readonly expected: string | null;
}

const ROWS: readonly Row[] = [
  {
    name: 'core may not see the page',
    file: 'core/a.ts',
    code: "import { x } from '@/dom/hit-test';",
    expected: 'imports dom/hit-test',
  },
  {
    name: 'core may not see the extension API',
    file: 'core/a.ts',
    code: "import browser from 'webextension-polyfill';",
    expected: 'imports the package',
  },
  {
    name: 'core may not see the platform, not even its types',
    file: 'core/a.ts',
    code: "import type { X } from '@/platform/browser';",
    expected: 'imports platform/browser',
  },
  {
    name: 'core may import itself',
    file: 'core/a/b.ts',
    code: "import { x } from '@/core/result';",
    expected: null,
  },
  {
    name: 'core may read the message catalogue',
    file: 'core/i18n/a.ts',
    code: "import en from '@/public/_locales/en/messages.json';",
    expected: null,
  },
  {
    name: 'search alone in core may use its library',
    file: 'core/search/a.ts',
    code: "import { strToU8 } from 'fflate';",
    expected: null,
  },
  {
    name: 'the library of search is closed to the rest of core',
    file: 'core/text/a.ts',
    code: "import { strToU8 } from 'fflate';",
    expected: 'imports the package',
  },
  {
    name: 'dom may not see the platform',
    file: 'dom/a.ts',
    code: "import { b } from '@/platform/browser';",
    expected: 'imports platform/browser',
  },
  {
    name: 'dom may not see components',
    file: 'dom/a.ts',
    code: "export { b } from '@/components/ui/Button';",
    expected: 'imports components/ui/Button',
  },
  {
    name: 'dom may import core',
    file: 'dom/a.ts',
    code: "import type { Span } from '@/core/text/span';",
    expected: null,
  },
  {
    name: 'platform may not see dom',
    file: 'platform/a.ts',
    code: "import { b } from '@/dom/ground';",
    expected: 'imports dom/ground',
  },
  {
    name: 'platform may use idb',
    file: 'platform/storage/a.ts',
    code: "import { openDB } from 'idb';",
    expected: null,
  },
  {
    name: 'components may not see the platform',
    file: 'components/a.tsx',
    code: "const b = import('@/platform/browser');",
    expected: 'imports platform/browser',
  },
  {
    name: 'components may not see dom',
    file: 'components/a.tsx',
    code: "import { b } from '../dom/ground';",
    expected: 'imports dom/ground',
  },
  {
    name: 'components may use preact',
    file: 'components/a.tsx',
    code: "import { useId } from 'preact/hooks';",
    expected: null,
  },
  {
    name: 'the compiler may not see the extension',
    file: 'knowledge/compiler/a.ts',
    code: "import { b } from '@/platform/browser';",
    expected: 'imports platform/browser',
  },
  {
    name: 'build modules may not see the extension',
    file: 'modules/a.ts',
    code: "import { b } from '@/dom/ground';",
    expected: 'imports dom/ground',
  },
  {
    name: 'entrypoints may not see the compiler',
    file: 'entrypoints/a.ts',
    code: "import { b } from '@/knowledge/compiler/load';",
    expected: 'imports knowledge/compiler/load',
  },
  {
    name: 'nobody imports tools',
    file: 'dom/a.ts',
    code: "import { b } from '@/tools/lib/browsers';",
    expected: 'imports tools/lib/browsers',
  },
  {
    name: 'a border is crossed by name, not by dots',
    file: 'dom/a.ts',
    code: "import { b } from '../core/result';",
    expected: 'write @/core/result',
  },
];

describe('import directions', () => {
  it.each(ROWS)('$name', ({ file, code, expected }) => {
    const messages = checkBoundaries(sources({ [file]: code })).map(
      (violation) => violation.message,
    );
    if (expected === null) expect(messages).toEqual([]);
    else expect(messages).toEqual([expect.stringContaining(expected)]);
  });

  it('finds a path from the reader to the database, however long', () => {
    const found = checkBoundaries(
      sources({
        'entrypoints/reader/index.ts': "import './a';",
        'entrypoints/reader/a.ts': "import { b } from '@/platform/b';",
        'platform/b.ts': "import { c } from './storage/database';",
        'platform/storage/database.ts': 'export const c = 1;',
      }),
    );
    expect(found).toEqual([
      {
        file: 'entrypoints/reader/index.ts',
        message: expect.stringContaining('platform/b.ts → platform/storage/database.ts'),
      },
    ]);
  });

  it('lets the background reach the database', () => {
    const found = checkBoundaries(
      sources({
        'entrypoints/background/index.ts': "import { c } from '@/platform/storage/database';",
        'platform/storage/database.ts': 'export const c = 1;',
      }),
    );
    expect(found).toEqual([]);
  });

  it('covers every folder of source in the repository, and the repository keeps to the rules', () => {
    const files = readSources(repository);
    const folders = new Set([...files.keys()].map((file) => file.split('/')[0]));
    expect([...folders].sort()).toEqual(
      [...new Set(RULES.map((rule) => rule.folder.split('/')[0]))].sort(),
    );
    expect(checkBoundaries(files)).toEqual([]);
  });
});
