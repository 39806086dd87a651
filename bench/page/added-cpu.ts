import type { Who } from './extensions';
import { type Spread, spreadOf } from './numbers';
import type { Stage } from './stage';

const EVERYONE: readonly Who[] = ['empty', 'ours', 'peer'];

/** Thread time of a content script beyond that of an empty one, in ms. */
export interface AddedCpu {
  readonly ours: Spread;
  readonly peer: Spread;
  /** The empty script itself. */
  readonly empty: Spread;
}

/** Loads a page in turn with each extension; the first round is thrown away. */
export async function measureAddedCpu(
  stage: Stage,
  page: string,
  rounds: number,
): Promise<AddedCpu> {
  const spent: Record<Who, number[]> = { empty: [], ours: [], peer: [] };
  for (let round = 0; round <= rounds; round++)
    for (const who of EVERYONE) {
      const ms = (await stage.load(who, page, 700)).ownMs;
      if (ms !== null && round > 0) spent[who].push(ms);
    }
  const empty = spreadOf(spent.empty);
  const beyond = ({ min, median }: Spread) => ({
    min: min - empty.min,
    median: median - empty.median,
  });
  return { ours: beyond(spreadOf(spent.ours)), peer: beyond(spreadOf(spent.peer)), empty };
}
