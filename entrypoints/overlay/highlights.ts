import { createAnchorer, type Placement } from '@/core/annotation/anchor';
import type { AnchorState } from '@/core/annotation/annotation';
import { type Ground, GroundCache } from '@/dom/ground';
import { type HitTarget, HitTester } from '@/dom/hit-test';
import { type PageText, rangeOf } from '@/dom/page-text';
import { Painter, type PaintStyle } from '@/dom/painter';
import type { PaintedTarget } from '@/platform/messaging/contract';

/** A stored highlight and where it stands on the page at hand. */
export interface Highlighted extends HitTarget {
  readonly target: PaintedTarget;
  readonly range: StaticRange;
  readonly ground: Ground;
  readonly placement: Extract<Placement, { state: 'placed' | 'changed' }>;
}

/** Longest stretch of anchoring before the page may go on, in milliseconds. */
const SLICE_MS = 8;
/** How long the page's text must have been still before anything is called lost, in milliseconds. */
const SETTLE_MS = 2500;

/**
 * Finds stored highlights on the page and paints them, and keeps doing so while the page changes.
 * "Lost" is said only after the page has settled, is never stored, and is tried again with every change.
 */
export class Highlights {
  readonly #painter = new Painter();
  readonly #grounds = new GroundCache();
  readonly #tester = new HitTester<Highlighted>();
  readonly #signal: AbortSignal;
  readonly #onChange: () => void;
  #targets: readonly PaintedTarget[] = [];
  #page: PageText | null = null;
  #found: readonly Highlighted[] = [];
  #missing: readonly PaintedTarget[] = [];
  #settled = false;
  #settling: number | null = null;
  #run = 0;

  constructor(signal: AbortSignal, onChange: () => void) {
    this.#signal = signal;
    this.#onChange = onChange;
    signal.addEventListener('abort', () => {
      this.#painter.clear();
      if (this.#settling !== null) window.clearTimeout(this.#settling);
    });
  }

  get count(): number {
    return this.#targets.length;
  }

  /** What is stored for this page, from now on. */
  async setTargets(targets: readonly PaintedTarget[]): Promise<void> {
    this.#targets = targets;
    await this.#anchorAll();
  }

  /** The page was read again. */
  async setPage(page: PageText): Promise<void> {
    const isSame = this.#page?.text === page.text;
    this.#page = page;
    if (this.#targets.length === 0) return;
    if (isSame) this.#place();
    else await this.#anchorAll();
  }

  stateOf(id: string): AnchorState {
    const found = this.#found.find((one) => one.target.id === id);
    if (found !== undefined) return found.placement.state;
    return this.#settled ? 'lost' : 'waiting';
  }

  /** Ids by state, in the order in which they are stored. */
  summary(): Record<AnchorState, readonly string[]> {
    const summary: Record<AnchorState, string[]> = {
      placed: [],
      changed: [],
      lost: [],
      waiting: [],
    };
    for (const { id } of this.#targets) summary[this.stateOf(id)].push(id);
    return summary;
  }

  /** The next one in reading order after the one with this id; the first after the last, or after none. Null without any. */
  after(id: string | null): Highlighted | null {
    const inOrder = [...this.#found].sort((a, b) => a.placement.start - b.placement.start);
    const index = inOrder.findIndex((one) => one.target.id === id);
    return inOrder[(index + 1) % inOrder.length] ?? null;
  }

  find(id: string): Highlighted | null {
    return this.#found.find((one) => one.target.id === id) ?? null;
  }

  /** Every highlight at a point, the shortest first: overlapping ones are offered for choice. */
  at(x: number, y: number, path: readonly EventTarget[]): readonly Highlighted[] {
    const length = ({ placement }: Highlighted) => placement.end - placement.start;
    return [...this.#tester.allAt(x, y, path)].sort((a, b) => length(a) - length(b));
  }

  async #anchorAll(): Promise<void> {
    const page = this.#page;
    if (page === null) return;
    this.#run += 1;
    const run = this.#run;
    this.#waitToSettle();
    const anchorer = createAnchorer(page.text);
    const placements = new Map<string, Highlighted['placement']>();
    let since = performance.now();
    for (const target of this.#targets) {
      const placement = anchorer.anchor(target.selector);
      if (placement.state !== 'lost') placements.set(target.id, placement);
      if (performance.now() - since > SLICE_MS) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        // A newer run has newer text or newer targets: this one has nothing more to say.
        if (run !== this.#run || this.#signal.aborted) return;
        since = performance.now();
      }
    }
    this.#place(placements);
  }

  /** Makes ranges anew: for new placements, or for the old ones in new nodes. */
  #place(placements?: ReadonlyMap<string, Highlighted['placement']>): void {
    const page = this.#page;
    if (page === null) return;
    const known = placements ?? new Map(this.#found.map((one) => [one.target.id, one.placement]));
    const found: Highlighted[] = [];
    const missing: PaintedTarget[] = [];
    for (const target of this.#targets) {
      const placement = known.get(target.id);
      const range = placement === undefined ? null : rangeOf(page, placement);
      const element = range?.startContainer.parentElement ?? null;
      if (placement === undefined || range === null || element === null) missing.push(target);
      else found.push({ target, placement, range, ground: this.#grounds.of(element) });
    }
    this.#found = found;
    this.#missing = missing;
    this.#tester.set(found);
    this.#paint();
    this.#onChange();
  }

  #paint(): void {
    const byStyle = new Map<PaintStyle, AbstractRange[]>();
    const add = (style: PaintStyle, range: AbstractRange) => {
      const ranges = byStyle.get(style);
      if (ranges === undefined) byStyle.set(style, [range]);
      else ranges.push(range);
    };
    for (const { target, range, ground } of this.#found) {
      add(`mark-${target.colour}-${ground}`, range);
      if (target.hasNote) add(`noted-${target.colour}`, range);
    }
    this.#painter.setAll(byStyle);
  }

  #waitToSettle(): void {
    this.#settled = false;
    if (this.#settling !== null) window.clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => {
      this.#settled = true;
      if (this.#missing.length > 0) this.#onChange();
    }, SETTLE_MS);
  }
}
