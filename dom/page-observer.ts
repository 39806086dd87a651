/**
 * Tells of changed nodes in batches: never more often than `intervalMs`, and never while nothing changed.
 * Costs a Set insertion a mutation. Ends with `signal`.
 */
export class PageObserver {
  readonly #observer: MutationObserver;
  readonly #changed = new Set<Node>();
  readonly #onChange: (changed: ReadonlySet<Node>) => void;
  readonly #intervalMs: number;
  readonly #signal: AbortSignal;
  #timer: number | null = null;

  constructor(options: {
    readonly intervalMs: number;
    readonly signal: AbortSignal;
    readonly onChange: (changed: ReadonlySet<Node>) => void;
  }) {
    this.#intervalMs = options.intervalMs;
    this.#signal = options.signal;
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
    for (const record of records) this.#changed.add(record.target);
    if (this.#timer !== null || this.#changed.size === 0) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = null;
      const batch = new Set(this.#changed);
      this.#changed.clear();
      if (!this.#signal.aborted) this.#onChange(batch);
    }, this.#intervalMs);
  }

  #stop(): void {
    this.#observer.disconnect();
    this.#changed.clear();
    if (this.#timer !== null) window.clearTimeout(this.#timer);
  }
}
