import type { Who } from './extensions';
import { pause, type Stage } from './stage';

/** What a page's isolate holds after collection, in bytes: objects, and the memory behind array buffers. */
async function heapOf(stage: Stage, who: Who, page: string): Promise<number> {
  const tab = await stage.tab();
  await tab.goto(stage.fresh(who, page), { waitUntil: 'load' });
  await pause(4000);
  const session = await tab.createCDPSession();
  for (let round = 0; round < 3; round++) {
    await session.send('HeapProfiler.collectGarbage');
    await pause(200);
  }
  const usage: { usedSize: number; backingStorageSize?: number } =
    await session.send('Runtime.getHeapUsage');
  await tab.close();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/** What ours retains beyond an empty content script on the same page, in MB: the least of several loads each. */
export async function measureHeap(stage: Stage, page: string, loads: number): Promise<number> {
  let ours = Number.POSITIVE_INFINITY;
  let empty = Number.POSITIVE_INFINITY;
  for (let load = 0; load < loads; load++) {
    empty = Math.min(empty, await heapOf(stage, 'empty', page));
    ours = Math.min(ours, await heapOf(stage, 'ours', page));
  }
  return (ours - empty) / 2 ** 20;
}
