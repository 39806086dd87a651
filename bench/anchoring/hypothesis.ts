import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Hypothesis' own quote matching: the best match of a quote in a text, or null. */
export type MatchQuote = (
  text: string,
  quote: string,
  context: { readonly prefix?: string; readonly suffix?: string; readonly hint?: number },
) => { readonly start: number; readonly end: number; readonly score: number } | null;

/**
 * Loads `src/annotator/anchoring/match-quote.ts` of the `hypothesis` package. The package ships only bundles, but
 * its source map carries the sources; the file is taken from there unchanged and run with the same
 * `approx-string-match` that the bundle contains. Nothing of it is kept in this repository.
 */
export async function loadMatchQuote(): Promise<MatchQuote> {
  const require = createRequire(import.meta.url);
  const map: { sources: string[]; sourcesContent: string[] } = JSON.parse(
    readFileSync(require.resolve('hypothesis/build/scripts/annotator.bundle.js.map'), 'utf8'),
  );
  const index = map.sources.findIndex((source) => source.endsWith('anchoring/match-quote.ts'));
  const source = map.sourcesContent[index];
  if (source === undefined) {
    throw new Error(
      'expected match-quote.ts in the source map of hypothesis; pin the package to 1.1766.0',
    );
  }
  // Beside this file, so that its import of approx-string-match is resolved from here.
  const folder = mkdtempSync(join(import.meta.dirname, '.hypothesis-'));
  const file = join(folder, 'match-quote.ts');
  writeFileSync(file, source);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const module: { matchQuote: MatchQuote } = await import(pathToFileURL(file).href);
  return module.matchQuote;
}
