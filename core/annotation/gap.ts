import type { Span } from '@/core/text/span';
import type { Region } from './candidates';
import { spanOfFolded } from './comparison-text';
import { occurrencesOf } from './occurrences';
import type { PageIndex } from './page-index';
import type { Passage } from './passage';

/** Where the surroundings of a passage stand without it. */
export interface Gap {
  /**
   * Stretches of page tokens between both neighbours, or directly behind the one before or before the one
   * behind where only one was found.
   */
  readonly regions: readonly Region[];
  /**
   * What now stands between both neighbours, in text units, and may be empty; null when they were not found
   * close to each other. A passage whose neighbours stand together can only have been deleted or moved.
   */
  readonly span: Span | null;
  /** Where the stored context itself stands, in text units. Whatever stands there is not the passage. */
  readonly neighbours: Neighbours;
}

/** Stored context on the page, by the side of the passage on which it stood. */
export interface Neighbours {
  readonly before: readonly Span[];
  readonly after: readonly Span[];
}

/** Folded units of context that are looked for: unique on nearly every page, and short enough to survive an edit further away. */
const LANDMARK = 24;
const SHORTEST_LANDMARK = 10;

/** A context that stands in more places than this is no landmark. */
const MAX_PLACES = 4;

const NOTHING: Gap = { regions: [], span: null, neighbours: { before: [], after: [] } };

/** Finds the neighbours of a passage. Costs two searches for a short string. */
export function findGap(page: PageIndex, passage: Passage): Gap {
  const { folded } = page.comparison;
  const before = passage.context.before?.slice(-LANDMARK) ?? '';
  const after = passage.context.after?.slice(0, LANDMARK) ?? '';
  const ends =
    before.length < SHORTEST_LANDMARK
      ? []
      : occurrencesOf(folded, before, MAX_PLACES + 1).map((at) => at + before.length);
  const starts =
    after.length < SHORTEST_LANDMARK ? [] : occurrencesOf(folded, after, MAX_PLACES + 1);
  if (ends.length > MAX_PLACES || starts.length > MAX_PLACES) return NOTHING;
  const span = spanBetween(page, passage, ends, starts);
  return {
    regions: span === null ? regionsAt(page, passage, ends, starts) : regionsIn(page, span),
    span,
    neighbours: {
      before: ends.map((end) => spanOfFolded(page.comparison, end - before.length, end)),
      after: starts.map((start) => spanOfFolded(page.comparison, start, start + after.length)),
    },
  };
}

function regionsIn({ words }: PageIndex, span: Span): readonly Region[] {
  const from = words.indexAt(span.start);
  const to = words.indexAt(span.end);
  return from === to ? [] : [{ from, to, share: 1 }];
}

function regionsAt(
  page: PageIndex,
  passage: Passage,
  ends: readonly number[],
  starts: readonly number[],
): readonly Region[] {
  const reach = Math.ceil(passage.words.tokens.length * 2.2) + 40;
  const { comparison, words } = page;
  const behind = ends.map((end) => {
    const from = words.indexAt(comparison.starts[end] ?? page.text.length);
    return { from: from - 1, to: from + reach, share: 1 };
  });
  const before = starts.map((start) => {
    const to = words.indexAt(comparison.starts[start] ?? page.text.length);
    return { from: to - reach, to: to + 1, share: 1 };
  });
  return [...behind, ...before];
}

/** The smallest stretch between a context before and a context after, if an edited passage could fill it. */
function spanBetween(
  page: PageIndex,
  passage: Passage,
  ends: readonly number[],
  starts: readonly number[],
): Span | null {
  const longest = 3 * passage.folded.length + 200;
  let best: { readonly from: number; readonly to: number } | null = null;
  for (const from of ends) {
    for (const to of starts) {
      if (to < from || to - from > longest) continue;
      if (best === null || to - from < best.to - best.from) best = { from, to };
    }
  }
  if (best === null) return null;
  const { comparison } = page;
  const start = comparison.starts[best.from] ?? page.text.length;
  return { start, end: best.to === best.from ? start : (comparison.ends[best.to - 1] ?? start) };
}
