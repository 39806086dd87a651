import type { Page } from 'puppeteer-core';

/** One event of a Chromium trace, as far as it is read here. Times in microseconds; `tdur` is thread time. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];
const OWN = /^chrome-extension:\/\/\w+\/(?:scout|second-look|reader|overlay|content)\.js$/;
/** Microtasks, and what `scheduler.yield` goes on with: neither carries the address of a script. */
const UNSIGNED: ReadonlySet<string> = new Set([
  'RunMicrotasks',
  'BlinkScheduler_PerformMicrotaskCheckpoint',
]);
const TASKS: ReadonlySet<string> = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/** Traces the browser while `work` runs. */
export async function traced(page: Page, work: () => Promise<void>): Promise<Trace> {
  await page.tracing.start({ categories: CATEGORIES });
  await work();
  const bytes = await page.tracing.stop();
  if (bytes === undefined) throw new Error('expected a trace from the browser, got none');
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(
    new TextDecoder().decode(bytes),
  );
  return new Trace(traceEvents.filter(({ ph }) => ph === 'X'));
}

/** What a trace tells of the content scripts that ran in it. */
export class Trace {
  readonly #events: readonly TraceEvent[];

  constructor(events: readonly TraceEvent[]) {
    this.#events = events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  }

  /** Thread time of the content scripts, evaluation and every later call, in ms. Null when none ran. */
  get ownMs(): number | null {
    const own = outermost(this.#events.filter(isOwn));
    return own.length === 0 ? null : sumMs(own);
  }

  /**
   * Thread time of scripts in the task that spent most on them, in ms; for pages without scripts of their own, so
   * that microtasks, which carry no address, are ours. Null when no content script ran.
   */
  get longestSliceMs(): number | null {
    const threads = this.#ownThreads();
    const here = this.#events.filter((event) => threads.has(threadOf(event)));
    const tasks = here.filter(({ name }) => TASKS.has(name));
    const scripts = outermost(here.filter((event) => isOwn(event) || UNSIGNED.has(event.name)));
    const slices = tasks.map((task) => sumMs(scripts.filter((script) => contains(task, script))));
    return threads.size === 0 || slices.length === 0 ? null : Math.max(...slices);
  }

  #ownThreads(): ReadonlySet<string> {
    return new Set(this.#events.filter(isOwn).map(threadOf));
  }
}

function isOwn({ name, args }: TraceEvent): boolean {
  return (name === 'EvaluateScript' || name === 'FunctionCall') && OWN.test(args?.data?.url ?? '');
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}

function contains(outer: TraceEvent, inner: TraceEvent): boolean {
  return (
    outer.pid === inner.pid &&
    outer.tid === inner.tid &&
    outer.ts <= inner.ts &&
    inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0)
  );
}

/** Without the events that lie in another one of the list: their time is in it. */
function outermost(sorted: readonly TraceEvent[]): readonly TraceEvent[] {
  const last = new Map<string, TraceEvent>();
  return sorted.filter((event) => {
    const before = last.get(threadOf(event));
    if (before !== undefined && contains(before, event)) return false;
    last.set(threadOf(event), event);
    return true;
  });
}

function sumMs(events: readonly TraceEvent[]): number {
  return events.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
}
