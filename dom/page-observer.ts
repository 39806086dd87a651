/** Looking again may take this share of the time: 3 µs for each of 1,000 changes a second. */
const SHARE = 0.003;
/** 5 s: how long that may keep a page waiting whose changes never end (a clock, a ticker) … */
const PATIENCE_MS = 5000;
/** … unless looking takes so long that it would need more than this share. */
const MOST_SHARE = 0.03;

export interface PageObserverOptions {
  /** Changes are collected for so long. */
  readonly intervalMs: number;
  readonly signal: AbortSignal;
  /** Nodes whose coming and going is no change of the page. */
  readonly isOurs?: (node: Node) => boolean;
  /** True when the page has become another one: then nothing is made to wait. */
  readonly isUrgent?: () => boolean;
  /** Looks at what changed; gives the milliseconds of work that it took. */
  readonly onChange: (changed: ReadonlySet<Node>) => Promise<number>;
}

/**
 * Tells of changed nodes in batches: never more often than `intervalMs`, never while nothing changed, never while the
 * last batch is being looked at, and on a page that changes without end the less often the longer a look takes.
 * Costs a Set insertion a mutation. Ends with `signal`.
 */
export class PageObserver {
  readonly #options: PageObserverOptions;
  readonly #observer: MutationObserver;
  readonly #changed = new Set<Node>();
  /** Before this time, as `performance.now` has it, only an urgent look may begin. */
  #restUntil = Number.NEGATIVE_INFINITY;
  #isLooking = false;
  #timer: number | null = null;
  #isTimerUrgent = false;

  constructor(options: PageObserverOptions) {
    this.#options = options;
    this.#observer = new MutationObserver((records) => this.#note(records));
    options.signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /** Adds a tree to watch: the document, or a shadow root, whose changes do not surface in the document's tree. */
  observe(root: Node): void {
    if (this.#options.signal.aborted) return;
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  #note(records: readonly MutationRecord[]): void {
    for (const record of records) if (!this.#isOnlyOurs(record)) this.#changed.add(record.target);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isLooking || this.#changed.size === 0) return;
    if (this.#timer !== null) {
      if (this.#isTimerUrgent || this.#options.isUrgent?.() !== true) return;
      window.clearTimeout(this.#timer);
    }
    this.#isTimerUrgent = this.#options.isUrgent?.() === true;
    const rest = this.#isTimerUrgent ? 0 : this.#restUntil - performance.now();
    this.#timer = window.setTimeout(
      () => void this.#look(),
      Math.max(this.#options.intervalMs, rest),
    );
  }

  async #look(): Promise<void> {
    const { signal, onChange } = this.#options;
    this.#timer = null;
    const batch = new Set(this.#changed);
    this.#changed.clear();
    if (signal.aborted) return;
    this.#isLooking = true;
    const tookMs = await onChange(batch);
    this.#isLooking = false;
    this.#restUntil = performance.now() + restAfter(tookMs);
    if (!signal.aborted) this.#schedule();
  }

  #isOnlyOurs({ type, addedNodes, removedNodes }: MutationRecord): boolean {
    const { isOurs } = this.#options;
    if (isOurs === undefined || type !== 'childList') return false;
    if (addedNodes.length + removedNodes.length !== 1) return false;
    const node = addedNodes[0] ?? removedNodes[0];
    return node !== undefined && isOurs(node);
  }

  #stop(): void {
    this.#observer.disconnect();
    this.#changed.clear();
    if (this.#timer !== null) window.clearTimeout(this.#timer);
  }
}

/** How long nothing is looked at after a look that took `tookMs`. */
export function restAfter(tookMs: number): number {
  return Math.max(Math.min(tookMs / SHARE, PATIENCE_MS), tookMs / MOST_SHARE);
}
