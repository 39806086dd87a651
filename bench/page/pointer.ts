import { until } from '@/tools/lib/drive';
import { pause, type Stage } from './stage';
import { traced } from './trace';

/** How many ranges are painted as mentions; the registry is the page's too. */
const PAINTED = `['light', 'dark'].reduce((sum, ground) => sum + (CSS.highlights.get('downrange-mention-' + ground)?.size ?? 0), 0)`;

/** What a pointer costs that wanders over a page full of names: thread time of ours in a frame, in ms. */
export async function measurePointer(
  stage: Stage,
  page: string,
  moves: number,
): Promise<{ readonly painted: number; readonly frames: number; readonly perFrameMs: number }> {
  const tab = await stage.tab();
  await tab.goto(stage.fresh('ours', page), { waitUntil: 'load' });
  await until(async () => Number(await tab.evaluate(PAINTED)) > 0);
  const painted = Number(await tab.evaluate(PAINTED));
  const trace = await traced(tab, async () => {
    for (let move = 0; move < moves; move++) {
      // Across the column and down it, never at rest: resting would open a card.
      await tab.mouse.move(260 + ((move * 37) % 640), 20 + ((move * 11) % 860));
      await pause(16);
    }
  });
  await tab.close();
  // One move a frame: the pauses between them are as long as one.
  return { painted, frames: moves, perFrameMs: (trace.ownMs ?? 0) / moves };
}
