import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, describe as group, it } from 'vitest';
import { createAnchorer } from '@/core/annotation/anchor';
import { describe } from '@/core/annotation/describe';
import { NEWSROOM_EDITS, type NewsroomCase, newsroomCase } from './support/newsroom';

const FOLDER = fileURLToPath(new URL('../../fixtures/anchoring/stories/', import.meta.url));
const STORIES = readdirSync(FOLDER)
  .sort()
  .map((name) => readFileSync(FOLDER + name, 'utf8'));

/** How much of the rest of a story changes with the passage: a correction, and a new edition. */
const UNREST = [0.15, 0.6];
const SEEDS = 4;

interface Judged {
  readonly report: string;
  readonly outcome: 'right' | 'lost' | 'wrong';
}

const judged = new Map(
  NEWSROOM_EDITS.map((kind) => [
    kind,
    STORIES.flatMap((story, storyIndex) =>
      UNREST.flatMap((unrest) =>
        Array.from({ length: SEEDS }, (_, seed) =>
          newsroomCase(story, kind, unrest, 7919 * (seed + 1) + 31 * storyIndex + 100 * unrest),
        ),
      ),
    ).flatMap((one) => (one === null ? [] : [judge(one)])),
  ]),
);

function judge({ before, passage, after, now }: NewsroomCase): Judged {
  const start = before.indexOf(passage);
  const selectors = describe(before, { start, end: start + passage.length });
  if (!selectors.ok) throw new TypeError(selectors.error.message);
  const found = createAnchorer(after).anchor(selectors.value);
  const words = found.state === 'lost' ? '(lost)' : after.slice(found.start, found.end);
  const report = `marked: ${passage}\nnow:    ${now ?? '(nothing of it)'}\nfound:  ${words}`;
  if (found.state === 'lost') return { report, outcome: now === null ? 'right' : 'lost' };
  if (now === null) return { report, outcome: 'wrong' };
  const place = after.indexOf(now);
  const shared = Math.min(found.end, place + now.length) - Math.max(found.start, place);
  return { report, outcome: shared * 2 >= found.end - found.start ? 'right' : 'wrong' };
}

group('a sentence that an editor has worked on', () => {
  const kinds = [...judged].filter(([kind]) => kind.fate === 'same meaning');

  it.each(kinds)('is found again: $name', (_, cases) => {
    expect(cases.length).toBeGreaterThanOrEqual(4);
    const missed = cases.filter(({ outcome }) => outcome !== 'right');
    expect(
      missed.length / cases.length,
      missed.map(({ report }) => report).join('\n'),
    ).toBeLessThanOrEqual(0.08);
  });

  it('is found 98 times of a hundred over all kinds', () => {
    const all = kinds.flatMap(([, cases]) => cases);
    const right = all.filter(({ outcome }) => outcome === 'right');
    expect(all.length).toBeGreaterThan(700);
    expect(right.length / all.length).toBeGreaterThanOrEqual(0.98);
  });
});

group('a sentence that is gone or means something else', () => {
  const cases = [...judged].flatMap(([kind, list]) => (kind.fate === 'same meaning' ? [] : list));

  it('is lost 99 times of a hundred', () => {
    const placed = cases.filter(({ outcome }) => outcome === 'wrong');
    expect(cases.length).toBeGreaterThan(200);
    expect(
      placed.length / cases.length,
      placed.map(({ report }) => report).join('\n'),
    ).toBeLessThanOrEqual(0.01);
  });
});
