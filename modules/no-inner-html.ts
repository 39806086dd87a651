import type { Plugin } from 'vite';
import { addViteConfig, defineWxtModule } from 'wxt/modules';

/** The one place where Preact assigns HTML: the property `dangerouslySetInnerHTML`, which we never use. */
const ASSIGNMENT = /(\w+)\.innerHTML=\w+\.__html/g;

/**
 * Takes Preact's assignment of HTML out of every bundle: what is not there cannot be reached, and the stores'
 * checks have nothing to warn of. Fails the build when Preact has come to do it in another way.
 */
const plugin: Plugin = {
  name: 'no-inner-html',
  transform(code, id) {
    if (!/[\\/]preact[\\/]dist[\\/]preact\.mjs/.test(id)) return null;
    const stripped = code.replace(ASSIGNMENT, '$1.textContent=""');
    if (stripped === code) {
      throw new Error(
        'Preact no longer assigns innerHTML as expected: look at modules/no-inner-html.ts.',
      );
    }
    return { code: stripped, map: null };
  },
};

export default defineWxtModule({
  name: 'no-inner-html',
  setup(wxt) {
    addViteConfig(wxt, () => ({ plugins: [plugin] }));
  },
});
