import { readFileSync } from 'node:fs';
import { addViteConfig, defineWxtModule } from 'wxt/modules';

/* A card carries both languages; the browser's file format would double them. */

const MESSAGES = /[\\/]_locales[\\/]\w+[\\/]messages\.json$/;

/** Bundles message files as key and text; descriptions and numbered placeholders are for translators and the browser. */
export default defineWxtModule({
  name: 'messages',
  setup(wxt) {
    addViteConfig(wxt, () => ({ plugins: [compactMessages()] }));
  },
});

/** The bundler plugin by itself: `core/i18n/messages.ts` reads both forms. */
export function compactMessages() {
  return {
    name: 'downrange:messages',
    enforce: 'pre' as const,
    load(id: string): string | null {
      if (!MESSAGES.test(id)) return null;
      const entries: Record<string, { message: string }> = JSON.parse(readFileSync(id, 'utf8'));
      const texts = Object.entries(entries).map(([key, { message }]) => [key, message]);
      return JSON.stringify(Object.fromEntries(texts));
    },
  };
}
