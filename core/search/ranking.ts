import type { Columns } from './columns';
import type { Scores } from './word-search';

/*
 * What fits a search, and in which order. A search runs at every key, over all of a library: each step goes through
 * its columns from one end to the other, and nothing is compared pair by pair.
 */

/** 1 at the ordinals of what fits. */
export type Hits = Uint8Array;

/** Marks what is in a state, has a score (where there are scores) and passes every test. */
export function markHits(
  columns: Columns,
  state: number,
  scores: Scores | null,
  tests: readonly ((ordinal: number) => boolean)[],
): Hits {
  const { size } = columns;
  const { values: states } = columns.states;
  const hits = new Uint8Array(size);
  for (let ordinal = 0; ordinal < size; ordinal++) {
    if (states[ordinal] !== state || (scores !== null && scores[ordinal] === 0)) continue;
    if (tests.length === 0 || tests.every((test) => test(ordinal))) hits[ordinal] = 1;
  }
  return hits;
}

/** The ordinals of hits, newest first. */
export function newestFirst(oldestFirst: Uint32Array, hits: Hits): Uint32Array<ArrayBuffer> {
  const found = new Uint32Array(oldestFirst.length);
  let length = 0;
  for (let rank = oldestFirst.length - 1; rank >= 0; rank--) {
    const ordinal = oldestFirst[rank] ?? 0;
    if (hits[ordinal] === 1) found[length++] = ordinal;
  }
  return found.slice(0, length);
}

/** Steps between no score and the best: what lies closer together counts as equal, and the newest comes first. */
const STEPS = 4096;

/** The ordinals of hits, best first, of equal ones the newest: sorted by counting. */
export function bestFirst(
  oldestFirst: Uint32Array,
  hits: Hits,
  scores: Scores,
): Uint32Array<ArrayBuffer> {
  const newest = newestFirst(oldestFirst, hits);
  let best = 0;
  for (let at = 0; at < newest.length; at++) best = Math.max(best, scores[newest[at] ?? 0] ?? 0);
  const steps = new Uint16Array(newest.length);
  const places = new Uint32Array(STEPS);
  for (let at = 0; at < newest.length; at++) {
    const step = Math.floor(((scores[newest[at] ?? 0] ?? 0) / best) * (STEPS - 1));
    steps[at] = step;
    places[step] = (places[step] ?? 0) + 1;
  }
  let free = 0;
  for (let step = STEPS - 1; step >= 0; step--) {
    const count = places[step] ?? 0;
    places[step] = free;
    free += count;
  }
  const sorted = new Uint32Array(newest.length);
  for (let at = 0; at < newest.length; at++) {
    const step = steps[at] ?? 0;
    const place = places[step] ?? 0;
    places[step] = place + 1;
    sorted[place] = newest[at] ?? 0;
  }
  return sorted;
}
