import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { addAlias, defineWxtModule } from 'wxt/modules';

/** Modules that the compiler writes, by the name under which the extension imports them. */
const GENERATED = ['knowledge', 'gazetteer', 'model'];

/**
 * Checks and compiles the knowledge base before anything is built, and ships it: cards as files,
 * names as `#gazetteer`, what judges them as `#model`, version and date as `#knowledge`. A problem
 * in the knowledge base fails the build, after all problems have been printed.
 *
 * The compiler runs in a process of its own, because wxt loads its modules with a loader that does
 * not know the project's import paths.
 */
export default defineWxtModule({
  name: 'knowledge',
  setup(wxt) {
    const output = join(wxt.config.root, '.generated', 'knowledge');
    compile(wxt.config.root);
    for (const name of GENERATED) addAlias(wxt, `#${name}`, join(output, `${name}.ts`));

    wxt.hooks.hook('build:publicAssets', (_, files) => {
      const folder = join(output, 'public');
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const absoluteSrc = join(entry.parentPath, entry.name);
        const relativeDest = relative(folder, absoluteSrc).split(sep).join('/');
        files.push({ absoluteSrc, relativeDest });
      }
    });

    // While developing: a changed fact is compiled again; the page is reloaded by hand.
    wxt.hooks.hook('server:created', (_, server) => {
      const data = join(wxt.config.root, 'knowledge');
      server.watcher.add(data);
      server.watcher.on('change', (path) => {
        if (!path.startsWith(data) || !/\.(yaml|tsv|txt)$/.test(path)) return;
        try {
          compile(wxt.config.root);
        } catch (error) {
          wxt.logger.error(error); // A half-written file must not end the session.
        }
      });
    });
  },
});

/** Throws when the knowledge base has errors; they have been printed by then. */
function compile(root: string): void {
  // For trying the extension while facts are being written; a release is never built so.
  const draft = process.env.KNOWLEDGE_DRAFT === '1' ? ['--draft'] : [];
  const run = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--no-warnings',
      join(root, 'knowledge/compiler/cli.ts'),
      'build',
      ...draft,
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
    },
  );
  if (run.status !== 0)
    throw new Error('the knowledge base has errors (printed above); correct them and build again');
}
