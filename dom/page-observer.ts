/** Listening may take this share of the time, whatever the page does: a dear look makes the next one wait. */
const MAX_SHARE = 0.05;

/**
 * Tells of changed nodes in batches: never more often than `intervalMs`, less often where `onChange` takes
 * long, and never while nothing changed. Costs a Set insertion a mutation. Ends with `signal`.
 */
export class PageObserver {
  readonly #observer: MutationObserver;
  readonly #changed = new Set<Node>();
  readonly #onChange: (changed: ReadonlySet<Node>) => void;
  readonly #isOurs: (node: Node) => boolean;
  readonly #intervalMs: number;
  #lastMs = 0;
  readonly #signal: AbortSignal;
  #timer: number | null = null;

  constructor(options: {
    readonly intervalMs: number;
    readonly signal: AbortSignal;
    /** Nodes whose coming and going is no change of the page. */
    readonly isOurs?: (node: Node) => boolean;
    readonly onChange: (changed: ReadonlySet<Node>) => void;
  }) {
    this.#intervalMs = options.intervalMs;
    this.#signal = options.signal;
    this.#isOurs = options.isOurs ?? (() => false);
    this.#onChange = options.onChange;
    this.#observer = new MutationObserver((records) => this.#note(records));
    options.signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /** Adds a tree to watch: the document, or a shadow root, whose changes do not surface in the document's tree. */
  observe(root: Node): void {
    if (this.#signal.aborted) return;
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  #note(records: readonly MutationRecord[]): void {
    for (const record of records) if (!this.#isOnlyOurs(record)) this.#changed.add(record.target);
    if (this.#timer !== null || this.#changed.size === 0) return;
    this.#timer = window.setTimeout(
      () => {
        this.#timer = null;
        const batch = new Set(this.#changed);
        this.#changed.clear();
        if (this.#signal.aborted) return;
        const since = performance.now();
        this.#onChange(batch);
        this.#lastMs = performance.now() - since;
      },
      Math.max(this.#intervalMs, this.#lastMs / MAX_SHARE),
    );
  }

  #isOnlyOurs({ type, addedNodes, removedNodes }: MutationRecord): boolean {
    if (type !== 'childList' || addedNodes.length + removedNodes.length !== 1) return false;
    const node = addedNodes[0] ?? removedNodes[0];
    return node !== undefined && this.#isOurs(node);
  }

  #stop(): void {
    this.#observer.disconnect();
    this.#changed.clear();
    if (this.#timer !== null) window.clearTimeout(this.#timer);
  }
}
