import { type Spread, spreadOf } from './numbers';
import type { Stage } from './stage';

/** The longest task of ours in each of several loads of a page without scripts of its own, thread time in ms. */
export async function measureSlices(stage: Stage, page: string, loads: number): Promise<Spread> {
  const longest: number[] = [];
  for (let load = 0; load < loads; load++) {
    const ms = (await stage.load('ours', page, 6000)).longestSliceMs;
    if (ms !== null) longest.push(ms);
  }
  return spreadOf(longest);
}
