import { createAnchorer } from '@/core/annotation/anchor';
import { describe, type TextSelectors } from '@/core/annotation/describe';
import { loadMatchQuote, type MatchQuote } from './hypothesis';
import { type EditedPage, editedPage } from './page';

/*
 * 500 highlights on a page of 100,000 characters, beside Hypothesis' quote matching on the same selectors in the same
 * process. Times are the fastest of several runs (the machine may be shared), each with a new anchorer, so that
 * preparing the page counts. "position first" is what the Hypothesis client does before it matches quotes: believe the
 * stored position where the quote still stands, whatever stands around it.
 *   npx tsx bench/anchoring/run.ts [--quick]
 */

const LENGTH = 100_000;
const MARKS = 500;
const GOAL_MS = 50;
const isQuick = process.argv.includes('--quick');
const RUNS = isQuick ? 5 : 15;

const PAGES: readonly {
  readonly title: string;
  readonly edited: number;
  readonly deleted: number;
}[] = [
  { title: 'untouched', edited: 0, deleted: 0 },
  { title: '10 % edited, 5 % deleted, new sentences', edited: 10, deleted: 5 },
  { title: 'every sentence edited or deleted', edited: 80, deleted: 20 },
];

interface Result {
  readonly ms: number;
  readonly right: number;
  readonly lost: number;
  readonly wrong: number;
}

type Place = { readonly start: number; readonly end: number } | null;

function measure(page: EditedPage, runs: number, run: () => readonly Place[]): Result {
  const times: number[] = [];
  let places: readonly Place[] = [];
  for (let round = 0; round < runs; round++) {
    const start = performance.now();
    places = run();
    times.push(performance.now() - start);
  }
  let right = 0;
  let lost = 0;
  let wrong = 0;
  page.passages.forEach(({ after }, index) => {
    const place = places[index] ?? null;
    if (after === null && place === null) right++;
    else if (place === null) lost++;
    else if (after !== null && place.start < after.end && after.start < place.end) right++;
    else wrong++;
  });
  return { ms: Math.min(...times), right, lost, wrong };
}

function selectorsOf(page: EditedPage): readonly TextSelectors[] {
  return page.passages.map(({ before }) => {
    const selectors = describe(page.before, before);
    if (!selectors.ok) throw new TypeError(selectors.error.message);
    return selectors.value;
  });
}

function byDownrange(page: EditedPage, selectors: readonly TextSelectors[]): readonly Place[] {
  const anchorer = createAnchorer(page.after);
  return selectors.map((passage) => {
    const placement = anchorer.anchor(passage);
    return placement.state === 'lost' ? null : placement;
  });
}

function byHypothesis(
  page: EditedPage,
  selectors: readonly TextSelectors[],
  matchQuote: MatchQuote,
  isPositionFirst: boolean,
): readonly Place[] {
  return selectors.map(([{ exact, prefix = '', suffix = '' }, { start, end }]) => {
    if (isPositionFirst && page.after.slice(start, end) === exact) return { start, end };
    // 32 characters are what their client stores.
    const context = { prefix: prefix.slice(-32), suffix: suffix.slice(0, 32), hint: start };
    return matchQuote(page.after, exact, context);
  });
}

const matchQuote = await loadMatchQuote();
const rows = PAGES.map(({ title, edited, deleted }, index) => {
  const page = editedPage(LENGTH, MARKS, edited, deleted, 20260901 + index);
  const selectors = selectorsOf(page);
  byDownrange(page, selectors);
  const ours = measure(page, RUNS, () => byDownrange(page, selectors));
  // One run of theirs may take seconds.
  const runs = isQuick ? 1 : 3;
  const theirs = measure(page, runs, () => byHypothesis(page, selectors, matchQuote, false));
  const positionFirst = measure(page, runs, () => byHypothesis(page, selectors, matchQuote, true));
  return { title, ours, theirs, positionFirst };
});

const cell = (value: string | number, width: number) => String(value).padStart(width);
const line = (name: string, { ms, right, lost, wrong }: Result) =>
  `  ${name.padEnd(28)}${cell(ms.toFixed(1), 10)} ms${cell(right, 7)} right${cell(lost, 5)} lost${cell(wrong, 5)} wrong\n`;
process.stdout.write(
  `${MARKS} highlights on ${LENGTH} characters; Node ${process.versions.node}\n`,
);
for (const { title, ours, theirs, positionFirst } of rows) {
  process.stdout.write(
    `\n${title}\n${line('downrange', ours)}${line('hypothesis match-quote', theirs)}`,
  );
  process.stdout.write(line('hypothesis position first', positionFirst));
  process.stdout.write(
    `  ${(theirs.ms / ours.ms).toFixed(1)} × match-quote; goal ${GOAL_MS} ms in all: ${ours.ms <= GOAL_MS ? 'held' : 'missed'}\n`,
  );
}
