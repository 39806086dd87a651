import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '@/tools/lib/build';
import type { Stage } from './stage';

/** What one painted name costs, and one wrapped in an element, in µs of wall time. */
export interface Painting {
  readonly count: number;
  readonly paintUs: number;
  readonly wrapUs: number;
}

/** Runs our painter in a page where nothing else of ours runs. */
export async function measurePainting(
  stage: Stage,
  page: string,
  names: readonly string[],
): Promise<Painting> {
  const tab = await stage.tab();
  await tab.goto(stage.fresh('empty', page), { waitUntil: 'load' });
  await tab.addScriptTag({ content: await bundle('paint-in-page.ts') });
  const { count, paintMs, wrapMs } = (await tab.evaluate(
    `measurePainting(${JSON.stringify(names)})`,
  )) as { count: number; paintMs: number; wrapMs: number };
  await tab.close();
  return { count, paintUs: (paintMs * 1000) / count, wrapUs: (wrapMs * 1000) / count };
}

async function bundle(file: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    root: ROOT,
    resolve: { alias: { '@': ROOT.replace(/[\\/]$/, '') } },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, file), formats: ['iife'], name: 'bench' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (first === undefined || !('output' in first)) throw new Error('expected a bundle');
  return first.output[0].code;
}
