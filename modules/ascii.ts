import { addViteConfig, defineWxtModule } from 'wxt/modules';

/* An engine keeps the text of a script for as long as it may run. One letter beyond ASCII doubles all of it. */

/** What is put into pages and stays there. The scout is small, and every byte of it counts more than its memory. */
const SCRIPTS: ReadonlySet<string> = new Set(['second-look.js', 'reader.js', 'overlay.js']);

/** Writes them in ASCII: their 500,000 characters then take as many bytes of a tab's memory, instead of twice that. */
export default defineWxtModule({
  name: 'ascii',
  setup(wxt) {
    addViteConfig(wxt, () => ({ plugins: [asciiScripts()] }));
  },
});

function asciiScripts() {
  return {
    name: 'downrange:ascii',
    generateBundle(_: unknown, bundle: Record<string, { type: string; code?: string }>) {
      for (const [name, file] of Object.entries(bundle))
        if (SCRIPTS.has(name) && file.code !== undefined) file.code = toAscii(file.code);
    },
  };
}

/**
 * The same program in ASCII. Letters beyond it stand in strings, templates and regular expressions alone, where the
 * escape means the letter, and so does a backslash before it; the project has no such names, and no template whose
 * raw text is read.
 */
export function toAscii(code: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  return code.replaceAll(/(\\*)([^\u0000-\u007f])/g, (_, slashes: string, letter: string) => {
    const others = slashes.length % 2 === 0 ? slashes : slashes.slice(1);
    return `${others}\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
