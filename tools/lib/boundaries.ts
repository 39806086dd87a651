import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { parseSync } from 'vite';

/** Which folders a folder may import from, and which packages. Everything else is a violation. */
export interface Rule {
  readonly folder: string;
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

/*
 * The walls of the house (docs/architecture.md). A folder may always import from itself. The longest
 * matching folder decides, so that a subfolder may have a rule of its own.
 */
export const RULES: readonly Rule[] = [
  { folder: 'core', folders: ['public/_locales'], packages: ['approx-string-match'] },
  { folder: 'core/search', folders: ['core'], packages: ['fflate'] },
  { folder: 'core/exchange', folders: ['core'], packages: ['fflate'] },
  { folder: 'dom', folders: ['core'], packages: ['@floating-ui/dom'] },
  { folder: 'platform', folders: ['core'], packages: ['webextension-polyfill', 'idb'] },
  {
    folder: 'components',
    folders: ['core'],
    packages: ['preact', 'preact/hooks', 'preact/jsx-runtime', '@floating-ui/dom'],
  },
  { folder: 'knowledge', folders: ['core'], packages: ['yaml', 'zod', 'opencc-js', 'node:*'] },
  {
    folder: 'modules',
    folders: ['knowledge', 'core'],
    packages: ['wxt', 'wxt/*', 'vite', 'node:*'],
  },
  {
    folder: 'entrypoints',
    folders: ['core', 'dom', 'platform', 'components'],
    packages: [
      'wxt/*',
      'preact',
      'preact/hooks',
      '#gazetteer',
      '#model',
      '#knowledge',
      'webextension-polyfill',
    ],
  },
];

/** Parts that run inside a publisher's page must never reach the database: there it would be the publisher's. */
const UNREACHABLE: readonly { readonly from: string; readonly target: string }[] = [
  { from: 'entrypoints/scout/index.ts', target: 'platform/' },
  { from: 'entrypoints/scout/index.ts', target: 'components/' },
  { from: 'entrypoints/reader/index.ts', target: 'platform/storage/' },
  { from: 'entrypoints/reader/index.ts', target: 'knowledge/' },
  { from: 'entrypoints/overlay/index.ts', target: 'platform/storage/' },
  { from: 'entrypoints/overlay/index.ts', target: 'knowledge/' },
];

/** Source text by path from the repository's root, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

export interface Violation {
  readonly file: string;
  readonly message: string;
}

/** Checks imports against `RULES` and `UNREACHABLE`. Violations come in the order of the files. */
export function checkBoundaries(sources: Sources): readonly Violation[] {
  const graph = new Map([...sources].map(([file, text]) => [file, importsOf(file, text)]));
  const violations: Violation[] = [];
  for (const [file, imports] of graph) {
    const rule = ruleFor(file);
    if (rule === null) continue;
    for (const specifier of imports) {
      const message = judge(file, specifier, rule);
      if (message !== null) violations.push({ file, message });
    }
  }
  for (const { from, target } of UNREACHABLE) {
    const path = pathTo(from, target, graph);
    if (path !== null) {
      violations.push({
        file: from,
        message: `must not reach ${target}, but does: ${path.join(' → ')}`,
      });
    }
  }
  return violations;
}

/** Every TypeScript source below the folders that have a rule. */
export function readSources(root: string): Sources {
  const folders = [...new Set(RULES.map((rule) => rule.folder.split('/')[0] ?? rule.folder))];
  return new Map(folders.flatMap((folder) => filesBelow(root, join(root, folder))));
}

function filesBelow(root: string, folder: string): [string, string][] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(root, path);
    if (!/\.(ts|tsx|mts)$/.test(entry.name)) return [];
    return [
      [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as [string, string],
    ];
  });
}

/** Module specifiers of static imports, re-exports and dynamic imports with a literal, types included. */
function importsOf(file: string, text: string): readonly string[] {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? 'cannot be parsed'}`);
  const literal = /^\s*['"]([^'"]+)['"]\s*$/;
  return [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) =>
        entry.moduleRequest === null ? [] : [entry.moduleRequest.value],
      ),
    ),
    ...module.dynamicImports.flatMap((one) => {
      const match = literal.exec(text.slice(one.moduleRequest.start, one.moduleRequest.end));
      return match?.[1] === undefined ? [] : [match[1]];
    }),
  ];
}

function ruleFor(file: string): Rule | null {
  const matching = RULES.filter((rule) => file.startsWith(`${rule.folder}/`));
  return matching.sort((a, b) => b.folder.length - a.folder.length)[0] ?? null;
}

/** Why an import is not allowed; null when it is. */
function judge(file: string, specifier: string, rule: Rule): string | null {
  const target = resolve(file, specifier);
  if (target === null) {
    const name = specifier.split('?')[0] ?? specifier;
    if (rule.packages.some((allowed) => matches(allowed, name))) return null;
    return `imports the package "${specifier}"; ${rule.folder} may use ${rule.packages.join(', ') || 'none'}`;
  }
  const top = rule.folder;
  if (target.startsWith(`${top}/`)) return null;
  if (rule.folders.some((folder) => target.startsWith(`${folder}/`))) {
    return specifier.startsWith('@/')
      ? null
      : `imports "${specifier}" across folders; write @/${target}`;
  }
  return `imports ${target}; ${rule.folder} may import from ${rule.folders.join(', ') || 'itself only'}`;
}

/** The path from the root that a specifier means; null for a package. */
function resolve(file: string, specifier: string): string | null {
  const bare = specifier.split('?')[0] ?? specifier;
  if (bare.startsWith('@/')) return bare.slice(2);
  if (bare.startsWith('.')) return posix.join(dirname(file).replaceAll('\\', '/'), bare);
  return null;
}

function matches(allowed: string, name: string): boolean {
  return allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : allowed === name;
}

/** A chain of files from one to the first whose path starts with `target`; null when there is none. */
function pathTo(
  from: string,
  target: string,
  graph: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const queue: string[][] = [[from]];
  const seen = new Set([from]);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const file = path.at(-1) ?? from;
    for (const specifier of graph.get(file) ?? []) {
      const next = asFile(resolve(file, specifier), graph);
      if (next === null || seen.has(next)) continue;
      if (next.startsWith(target)) return [...path, next];
      seen.add(next);
      queue.push([...path, next]);
    }
  }
  return null;
}

function asFile(path: string | null, graph: ReadonlyMap<string, unknown>): string | null {
  if (path === null) return null;
  return (
    [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((name) => graph.has(name)) ?? null
  );
}
