import { join } from 'node:path';
import { ROOT, runNode } from '@/tools/lib/build';

/** One engine's line in the matcher's benchmark. */
export interface EngineLine {
  readonly readyMs: number;
  /** Times a plain `charCodeAt` loop over the same text. */
  readonly timesLoop: number;
}

/** What `bench/matching` printed. */
export interface MatchingResult {
  /** The least share found of any planted variant, 0…1. */
  readonly leastRecall: number;
  /** Engines by name, by text. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, EngineLine>>;
}

/** What `bench/anchoring` printed, page by page: ms in all, ours and Hypothesis' quote matching. */
export type AnchoringResult = readonly {
  readonly title: string;
  readonly oursMs: number;
  readonly theirsMs: number;
}[];

/** Runs another benchmark in a process of its own and gives what it printed. Throws when it fails. */
export async function runProgram(file: string, isQuick: boolean): Promise<string> {
  const { status, output } = await runNode(
    ['--import', 'tsx', '--no-warnings', join(ROOT, file), ...(isQuick ? ['--quick'] : [])],
    { TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') },
  );
  if (status !== 0) throw new Error(`${file} failed. Its last words:\n${output.slice(-2000)}`);
  return output;
}

/** Reads the matcher's tables. Throws when they are not as expected. */
export function readMatching(output: string): MatchingResult {
  const shares = [...output.matchAll(/^.{20,30}\s([01]\.\d{4}) of \d+/gm)].map(([, share]) =>
    Number(share),
  );
  const texts = new Map<string, Map<string, EngineLine>>();
  let lines = new Map<string, EngineLine>();
  for (const line of output.split('\n')) {
    const title = /^(English, one byte|English, two bytes|Chinese):/.exec(line)?.[1];
    if (title !== undefined) {
      lines = new Map();
      texts.set(title, lines);
    }
    const row = /^(\S.*?) +\d+ +([\d.]+) +[\d.]+ +([\d.]+)\s*$/.exec(line);
    if (row !== null)
      lines.set(row[1] ?? '', { readyMs: Number(row[2]), timesLoop: Number(row[3]) });
  }
  if (shares.length === 0 || texts.size === 0)
    throw new Error('expected the tables of bench/matching; it prints something else now');
  return { leastRecall: Math.min(...shares), texts };
}

/** Reads the anchoring tables. Throws when they are not as expected. */
export function readAnchoring(output: string): AnchoringResult {
  const pages = output.split('\n\n').flatMap((part) => {
    const ours = /^ {2}downrange +([\d.]+) ms/m.exec(part)?.[1];
    const theirs = /^ {2}hypothesis match-quote +([\d.]+) ms/m.exec(part)?.[1];
    if (ours === undefined || theirs === undefined) return [];
    const title = part.trim().split('\n')[0] ?? '';
    return [{ title, oursMs: Number(ours), theirsMs: Number(theirs) }];
  });
  if (pages.length === 0)
    throw new Error('expected the tables of bench/anchoring; it prints something else now');
  return pages;
}
