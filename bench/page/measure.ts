import { notMeasured, type Row } from '../table';
import { type AddedCpu, measureAddedCpu } from './added-cpu';
import { measureCards } from './cards';
import { measureChanges, STORM } from './changes';
import { measureHeap } from './heap';
import { realNames } from './names';
import { type Spread, spreadOf } from './numbers';
import { buildPage, NEWS, type PageShape } from './pages';
import { measurePainting } from './painting';
import { measurePointer } from './pointer';
import { measureSize } from './size';
import { measureSlices } from './slices';
import { createStage, type Stage } from './stage';

const SEED = 20260901;

const PAGES: Readonly<Record<string, PageShape>> = {
  news: NEWS,
  'nodes-10000': { textNodes: 10_000, mentions: 0 },
  'nodes-100000': { textNodes: 100_000, mentions: 0 },
  told: { ...NEWS, mentions: 12 },
  'told-500': { textNodes: 2000, mentions: 500, ownSections: true },
  // A name is marked once in a section, and half of the sentence's two are the name of a company met before.
  'told-2000': { textNodes: 8000, mentions: 2000, ownSections: true },
  'nodes-100000-told': { textNodes: 100_000, mentions: 1000 },
  storm: { ...NEWS, script: STORM },
  'storm-told': { ...NEWS, mentions: 12, script: STORM },
};

/** The names in the sentences of the pages that mention something. */
const TOLD_NAMES = [
  'SpaceX',
  'Falcon 9',
  'Rocket Lab',
  'Neutron',
  'Blue Origin',
  'New Glenn',
  'LandSpace',
  'Zhuque-3',
  'Arianespace',
  'Ariane 6',
  'Galactic Energy',
  'Ceres-1',
];

/** A measurement that may fail by itself: the others are printed all the same. */
interface Measurement {
  readonly what: string;
  readonly goal: string;
  run(): Promise<Row> | Row;
}

/** Everything that is measured in real pages, in the order of the table. */
export async function measurePages(
  isQuick: boolean,
  say: (line: string) => void,
): Promise<readonly Row[]> {
  const names = realNames();
  const pages = new Map(
    Object.entries(PAGES).map(([name, shape]) => [name, buildPage(shape, SEED)]),
  );
  const stage = await createStage(pages, names);
  const rows: Row[] = [];
  try {
    for (const { what, goal, run } of measurements(stage, names.length, isQuick)) {
      say(what);
      try {
        rows.push(await run());
      } catch (fault) {
        rows.push(notMeasured(what, goal, fault instanceof Error ? fault.message : String(fault)));
      }
    }
  } finally {
    await stage.close();
  }
  return rows;
}

function measurements(stage: Stage, names: number, isQuick: boolean): readonly Measurement[] {
  const rounds = isQuick ? 3 : 8;
  return [
    addedCpu(stage, 'news', '1,500-word news page', rounds, names, 2.5, 0.4),
    addedCpu(stage, 'nodes-10000', '10,000 text nodes', rounds, names, 6, null),
    addedCpu(stage, 'nodes-100000', '100,000 text nodes', isQuick ? 2 : 6, names, 30, null),
    ...sizes(),
    slices(stage, isQuick ? 2 : 5),
    changes(stage, 'storm', 'without a mention'),
    changes(stage, 'storm-told', 'with mentions'),
    painting(stage),
    pointer(stage, isQuick ? 150 : 600),
    cards(stage, isQuick ? 1 : 3),
    heap(stage, 'news', 'without mentions', 1, isQuick ? 2 : 4),
    heap(stage, 'told-500', 'with 500', 3, isQuick ? 2 : 4),
  ];
}

function addedCpu(
  stage: Stage,
  page: string,
  title: string,
  rounds: number,
  names: number,
  goalMs: number,
  goalShare: number | null,
): Measurement {
  const what = `Whole content script, no mention, ${title}: added CPU`;
  const goal = `≤ ${goalMs} ms${goalShare === null ? '' : `, ≤ ${goalShare} × the peer`}`;
  return {
    what,
    goal,
    async run() {
      const { ours, peer, empty }: AddedCpu = await measureAddedCpu(stage, page, rounds);
      const share = ours.min / peer.min;
      return {
        what,
        goal,
        ours: `${ms(ours)}; ${share.toFixed(2)} × the peer; an empty script ${empty.median.toFixed(2)} ms`,
        peer: `one RegExp of the ${names} names over textContent: ${ms(peer)}`,
        held: ours.min <= goalMs && (goalShare === null || share <= goalShare),
      };
    },
  };
}

function sizes(): readonly Measurement[] {
  const row = (what: string, goalKb: number, part: 'raw' | 'code' | 'gzip'): Measurement => {
    const goal = `≤ ${goalKb} KB`;
    return {
      what,
      goal,
      run: () => {
        const kilobytes = measureSize()[part] / 1000;
        return {
          what,
          goal,
          ours: `${kilobytes.toFixed(1)} KB`,
          peer: '–',
          held: kilobytes <= goalKb,
        };
      },
    };
  };
  return [
    row('Scout, minified, with all names', 130, 'raw'),
    row('Scout: its code alone', 25, 'code'),
    row('Scout: gzip', 80, 'gzip'),
  ];
}

function slices(stage: Stage, loads: number): Measurement {
  const what = 'Longest main-thread slice, 100,000 text nodes with 1,000 mentions';
  const goal = '≤ 8 ms';
  return {
    what,
    goal,
    async run() {
      const longest = await measureSlices(stage, 'nodes-100000-told', loads);
      return { what, goal, ours: ms(longest), peer: '–', held: longest.min <= 8 };
    },
  };
}

function changes(stage: Stage, page: string, title: string): Measurement {
  const what = `1,000 mutations a second, page ${title}`;
  const goal = '≤ 6 µs a mutation';
  return {
    what,
    goal,
    async run() {
      const us = await measureChanges(stage, page);
      return { what, goal, ours: `${us.toFixed(1)} µs`, peer: '–', held: us <= 6 };
    },
  };
}

function painting(stage: Stage): Measurement {
  const what = 'Painting a mention';
  const goal = '≤ 2 µs';
  return {
    what,
    goal,
    async run() {
      const { count, paintUs, wrapUs } = await measurePainting(stage, 'told-500', TOLD_NAMES);
      return {
        what,
        goal,
        ours: `${paintUs.toFixed(2)} µs (${count} StaticRanges, with layout)`,
        peer: `wrapped in elements, with layout: ${wrapUs.toFixed(1)} µs`,
        held: paintUs <= 2,
      };
    },
  };
}

function pointer(stage: Stage, moves: number): Measurement {
  const what = 'Pointer moves over a page with 1,000 mentions';
  const goal = '≤ 0.1 ms a frame';
  return {
    what,
    goal,
    async run() {
      const { painted, frames, perFrameMs } = await measurePointer(stage, 'told-2000', moves);
      return {
        what,
        goal,
        ours: `${perFrameMs.toFixed(3)} ms (${painted} painted, ${frames} frames)`,
        peer: '–',
        held: perFrameMs <= 0.1,
      };
    },
  };
}

function cards(stage: Stage, pages: number): Measurement {
  const what = 'Card: rest to painted (wall time)';
  const goal = 'median ≤ 50 ms, first ≤ 150 ms';
  return {
    what,
    goal,
    async run() {
      const first: number[] = [];
      const later: number[] = [];
      for (let page = 0; page < pages; page++) {
        const times = await measureCards(stage, 'told');
        first.push(times.first);
        later.push(...times.later);
      }
      const { median } = spreadOf(later);
      const worst = Math.max(...first);
      return {
        what,
        goal,
        ours: `median ${median.toFixed(0)} ms of ${later.length}, first ${worst.toFixed(0)} ms`,
        peer: '–',
        held: median <= 50 && worst <= 150,
      };
    },
  };
}

function heap(
  stage: Stage,
  page: string,
  title: string,
  goalMb: number,
  loads: number,
): Measurement {
  const what = `Heap that we retain, page ${title}`;
  const goal = `≤ ${goalMb} MB`;
  return {
    what,
    goal,
    async run() {
      const mb = await measureHeap(stage, page, loads);
      return { what, goal, ours: `${mb.toFixed(2)} MB`, peer: '–', held: mb <= goalMb };
    },
  };
}

function ms({ min, median }: Spread): string {
  return `${min.toFixed(1)} ms (median ${median.toFixed(1)})`;
}
