import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/* Unit tests only: the end-to-end tests of the built extension have their own runner (tests/e2e/run.ts). */
export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
    // Limits against hanging, not measurements: a busy machine compiles the knowledge base in more than five seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
