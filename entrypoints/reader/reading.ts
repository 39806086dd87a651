import { keepMention } from '@/core/detection/kept-mention';
import { chooseMarked } from '@/core/detection/marking';
import type { Detection, Mention } from '@/core/detection/mention';
import type { Steps } from '@/core/steps';
import { type Ground, GroundCache } from '@/dom/ground';
import type { HitTarget } from '@/dom/hit-test';
import { PageModel } from '@/dom/page-model';
import { PageObserver } from '@/dom/page-observer';
import { blockIndexAt, type PageText, rangeOf, type TextBlock } from '@/dom/page-text';
import { Painter, type PaintStyle } from '@/dom/painter';
import { isInline } from '@/dom/seams';
import { sectionStartsOf } from '@/dom/sections';
import { Slices } from '@/dom/slices';

/** A mention and where it stands on the page. */
export interface Placed extends HitTarget {
  readonly mention: Mention;
  readonly range: StaticRange;
  readonly ground: Ground;
  /** Painted and open to the pointer; the others are reached by keyboard and lists only. */
  readonly marked: boolean;
}

/** Largest page text that is read, in UTF-16 code units: about ten novels. What lies beyond is said to be left out. */
export const READ_LIMIT = 8_000_000;
const REREAD_MS = 500;

export interface ReadingOptions {
  readonly root: Document;
  readonly detect: (text: string) => Steps<Detection>;
  /** Quick test whether a text could hold a name at all. */
  readonly mayMention: (text: string) => boolean;
  readonly marking: () => 'first-in-section' | 'all';
  /** The page's address at this moment. */
  readonly address: () => string;
  readonly ignore: (element: Element) => boolean;
  readonly signal: AbortSignal;
  /** After each reading. The list is in page order. */
  readonly onRead: (placed: readonly Placed[], page: PageText) => void;
  /** Each open shadow root, once: it needs the paint rules inside. */
  readonly onShadowRoot: (root: ShadowRoot) => void;
}

/**
 * Reads one page and keeps reading it while it changes: text → mentions → paint. All in slices; what has been found
 * is shown at once when the last one is done.
 */
export class Reading {
  readonly #options: ReadingOptions;
  readonly #model: PageModel;
  readonly #observer: PageObserver;
  readonly #painter = new Painter();
  readonly #grounds = new GroundCache();
  readonly #shadowRoots = new WeakSet<ShadowRoot>();
  /** What `#placed` stands in. */
  #page: PageText = { text: '', blocks: [], starts: [] };
  #mentions: readonly Mention[] = [];
  /** The text in which `#mentions` were found; null when they are to be found anew in any case. */
  #detected: string | null = null;
  #placed: readonly Placed[] = [];
  #open: Placed | null = null;
  #isWhole = true;
  #hasAllNames = true;
  /** Changes that came before the first reading was done; null after it. */
  #early: Set<Node> | null = new Set();
  /** The address of the page that was read last: single-page sites change it without a new document. */
  #address = '';
  /** Counts searches: a newer one makes those before it stale. */
  #search = 0;

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#model = new PageModel(options.root, options.ignore, (root) => this.#meetShadowRoot(root));
    this.#observer = new PageObserver({
      intervalMs: REREAD_MS,
      signal: options.signal,
      isOurs: (node) => node instanceof Element && options.ignore(node),
      isUrgent: () => options.address() !== this.#address,
      onChange: (changed) => this.#onChange(changed),
    });
    options.signal.addEventListener('abort', () => this.#painter.clear(), { once: true });
  }

  /** In page order. */
  get placed(): readonly Placed[] {
    return this.#placed;
  }

  /** False when the page was larger than `READ_LIMIT`, or held more names than are looked at. */
  get complete(): boolean {
    return this.#isWhole && this.#hasAllNames;
  }

  /** First reading. */
  async start(): Promise<void> {
    const slices = new Slices();
    const { signal } = this.#options;
    this.#address = this.#options.address();
    this.#observer.observe(this.#options.root);
    const { complete } = await this.#model.readAll(slices, READ_LIMIT, () => signal.aborted);
    if (signal.aborted) return;
    this.#isWhole = complete;
    const early = this.#early ?? new Set();
    this.#early = null;
    if (early.size > 0) await this.#model.refresh(early, slices, () => signal.aborted);
    await this.#find(slices);
  }

  /** Marks anew after a change of settings. */
  async refresh(): Promise<void> {
    this.#grounds.forget();
    this.#detected = null;
    await this.#find(new Slices());
  }

  /** Paints one mention as open; null for none. */
  setOpen(placed: Placed | null): void {
    this.#open = placed;
    this.#paint();
  }

  /** Gives the milliseconds of work that it took. */
  async #onChange(changed: ReadonlySet<Node>): Promise<number> {
    const { signal } = this.#options;
    if (this.#early !== null) {
      for (const node of changed) this.#early.add(node);
      return 0;
    }
    const slices = new Slices();
    this.#address = this.#options.address();
    this.#painter.restore();
    const refreshed = await this.#model.refresh(changed, slices, () => signal.aborted);
    if (refreshed === null || signal.aborted) return slices.spentMs;
    const isUntouched = this.#placed.every((one) => !refreshed.dropped.has(this.#blockOf(one)));
    if (isUntouched && !refreshed.fresh.some((text) => this.#options.mayMention(text)))
      this.#moveTo(this.#model.page());
    else await this.#find(slices);
    return slices.spentMs;
  }

  #blockOf({ mention }: Placed): TextBlock {
    const block = this.#page.blocks[blockIndexAt(this.#page, mention.start) ?? 0];
    if (block === undefined) throw new Error(`expected a block at ${mention.start}, found none`);
    return block;
  }

  /**
   * The text around the mentions has changed, and none of their own: they stay what they are, where they stand now.
   * Highlights are looked for in the new text, and new ones made from it.
   */
  #moveTo(page: PageText): void {
    const starts = new Map(page.blocks.map((block, index) => [block, page.starts[index] ?? 0]));
    const move = (mention: Mention, block: TextBlock): Mention => {
      const index = blockIndexAt(this.#page, mention.start) ?? 0;
      const by = (starts.get(block) ?? 0) - (this.#page.starts[index] ?? 0);
      if (by === 0) return mention;
      return keepMention({ ...mention, start: mention.start + by, end: mention.end + by });
    };
    this.#show(
      page,
      this.#placed.map((one) => ({ ...one, mention: move(one.mention, this.#blockOf(one)) })),
    );
    this.#mentions = this.#placed.map((one) => one.mention);
    this.#detected = page.text;
  }

  /** Finds the mentions in the text as it is, and shows them unless a newer search or another page has come up. */
  async #find(slices: Slices): Promise<void> {
    this.#search += 1;
    const search = this.#search;
    const { signal, address, detect } = this.#options;
    const at = address();
    const isStale = () => signal.aborted || search !== this.#search || address() !== at;
    if (slices.isOver()) await slices.pause();
    if (isStale()) return;
    const page = this.#model.page();
    if (page.text !== this.#detected) {
      const detection = await slices.run(detect(page.text), isStale);
      if (detection === null) return;
      this.#mentions = detection.mentions;
      this.#hasAllNames = detection.isComplete;
      this.#detected = page.text;
    }
    const placed = await slices.run(this.#place(page, this.#mentions), isStale);
    // Showing cannot be divided: marks, lists and pointer tell of one text.
    if (slices.isOver()) await slices.pause();
    if (placed !== null && !isStale()) this.#show(page, placed.filter(isStillThere));
  }

  *#place(page: PageText, mentions: readonly Mention[]): Steps<Placed[]> {
    const sections = mentions.length === 0 ? [] : yield* sectionStartsOf(page);
    const marked = new Set(chooseMarked(mentions, sections, this.#options.marking()));
    const placed: Placed[] = [];
    for (const mention of mentions) {
      const range = rangeOf(page, mention);
      const element = range?.startContainer.parentElement ?? null;
      if (range === null || element === null || !isInline(range)) continue;
      const ground = this.#grounds.of(element);
      placed.push({ mention, range, ground, marked: marked.has(mention) });
      yield;
    }
    return placed;
  }

  #show(page: PageText, placed: readonly Placed[]): void {
    const open = this.#open;
    this.#open =
      open === null
        ? null
        : (placed.find((one) => one.mention.id === open.mention.id && sameStart(one, open)) ??
          null);
    this.#page = page;
    this.#placed = placed;
    this.#paint();
    this.#options.onRead(placed, page);
  }

  #paint(): void {
    for (const ground of ['light', 'dark'] as const) {
      this.#paintStyle(
        `mention-${ground}`,
        (one) => one.marked && one.mention.certainty === 'sure' && one.ground === ground,
      );
      this.#paintStyle(
        `possibly-${ground}`,
        (one) => one.marked && one.mention.certainty === 'possibly' && one.ground === ground,
      );
      this.#paintStyle(`open-${ground}`, (one) => one === this.#open && one.ground === ground);
    }
  }

  #paintStyle(style: PaintStyle, wanted: (placed: Placed) => boolean): void {
    this.#painter.set(
      style,
      this.#placed.filter(wanted).map((one) => one.range),
    );
  }

  #meetShadowRoot(root: ShadowRoot): void {
    if (this.#shadowRoots.has(root)) return;
    this.#shadowRoots.add(root);
    this.#observer.observe(root);
    this.#options.onShadowRoot(root);
  }
}

function sameStart(a: Placed, b: Placed): boolean {
  return (
    a.range.startContainer === b.range.startContainer && a.range.startOffset === b.range.startOffset
  );
}

/** False when the page has changed the text under a range since it was read; the next reading will tell what is there. */
function isStillThere({ range, mention }: Placed): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (startContainer !== endContainer)
    return startContainer.isConnected && endContainer.isConnected;
  const text = startContainer.nodeValue?.slice(startOffset, endOffset) ?? '';
  // Line breaks inside a name are spaces to it.
  return startContainer.isConnected && text.replaceAll(/[\n\t]/g, ' ') === mention.text;
}
