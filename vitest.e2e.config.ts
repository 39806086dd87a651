import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** With DOWNRANGE_NIGHTLY=1 pages have their full size, and need their time. */
const patience = process.env.DOWNRANGE_NIGHTLY === '1' ? 15 : 1;
const root = fileURLToPath(new URL('.', import.meta.url));

/* The built extension in real browsers. One file at a time: two browsers at once starve each other on two cores. */
export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    maxWorkers: 1,
    // Limits against hanging, not measurements: everything waits for conditions.
    testTimeout: 60_000 * patience,
    hookTimeout: 120_000,
    globalSetup: ['tests/e2e/global-setup.ts'],
  },
});
