import { chooseMarked } from '@/core/detection/marking';
import type { Detection, Mention } from '@/core/detection/mention';
import { type Ground, GroundCache } from '@/dom/ground';
import type { HitTarget } from '@/dom/hit-test';
import { PageModel } from '@/dom/page-model';
import { PageObserver } from '@/dom/page-observer';
import { type PageText, rangeOf } from '@/dom/page-text';
import { Painter, type PaintStyle } from '@/dom/painter';
import { isInline } from '@/dom/seams';
import { sectionStartsOf } from '@/dom/sections';

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
const SLICE_MS = 6;
const REREAD_MS = 500;

export interface ReadingOptions {
  readonly root: Document;
  readonly detect: (text: string) => Detection;
  /** Quick test whether a text could hold a name at all. */
  readonly mayMention: (text: string) => boolean;
  readonly marking: () => 'first-in-section' | 'all';
  readonly ignore: (element: Element) => boolean;
  readonly signal: AbortSignal;
  /** After each reading. The list is in page order. */
  readonly onRead: (placed: readonly Placed[], page: PageText) => void;
  /** Each open shadow root, once: it needs the paint rules inside. */
  readonly onShadowRoot: (root: ShadowRoot) => void;
}

/** Reads one page and keeps reading it while it changes: text → mentions → paint. */
export class Reading {
  readonly #options: ReadingOptions;
  readonly #model: PageModel;
  readonly #observer: PageObserver;
  readonly #painter = new Painter();
  readonly #grounds = new GroundCache();
  readonly #shadowRoots = new WeakSet<ShadowRoot>();
  #detection: Detection = { mentions: [], declined: [] };
  #detected = '';
  #placed: readonly Placed[] = [];
  #open: Placed | null = null;
  #complete = true;

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#model = new PageModel(options.root, options.ignore, (root) => this.#meetShadowRoot(root));
    this.#observer = new PageObserver({
      intervalMs: REREAD_MS,
      signal: options.signal,
      isOurs: (node) => node instanceof Element && options.ignore(node),
      onChange: (changed) => this.#onChange(changed),
    });
    options.signal.addEventListener('abort', () => this.#painter.clear(), { once: true });
  }

  /** In page order. */
  get placed(): readonly Placed[] {
    return this.#placed;
  }

  /** False when the page was larger than `READ_LIMIT`. */
  get complete(): boolean {
    return this.#complete;
  }

  /** First reading. */
  async start(): Promise<void> {
    const startedAt = { time: performance.now() };
    const isOver = () => performance.now() - startedAt.time > SLICE_MS;
    const pause = async () => {
      await yieldToPage();
      startedAt.time = performance.now();
    };
    this.#observer.observe(this.#options.root);
    const { complete } = await this.#model.readAll(pause, isOver, READ_LIMIT);
    if (this.#options.signal.aborted) return;
    this.#complete = complete;
    this.#update();
  }

  /** Marks anew after a change of settings. */
  refresh(): void {
    this.#grounds.forget();
    this.#detected = '';
    this.#update();
  }

  /** Paints one mention as open; null for none. */
  setOpen(placed: Placed | null): void {
    this.#open = placed;
    this.#paint();
  }

  #onChange(changed: ReadonlySet<Node>): void {
    this.#painter.restore();
    const fresh = this.#model.refresh(changed);
    if (fresh === null) return;
    // Without a name on the page and in the new text there is nothing to find again.
    const mayHaveMore =
      this.#placed.length > 0 || fresh.some((text) => this.#options.mayMention(text));
    if (mayHaveMore) this.#update();
    // The text is another one all the same: highlights are looked for in it, and new ones made from it.
    else this.#options.onRead(this.#placed, this.#model.page());
  }

  #update(): void {
    const page = this.#model.page();
    if (page.text !== this.#detected) {
      this.#detection = this.#options.detect(page.text);
      this.#detected = page.text;
    }
    const mentions = this.#detection.mentions;
    const marked = new Set(chooseMarked(mentions, sectionStartsOf(page), this.#options.marking()));
    const placed: Placed[] = [];
    for (const mention of mentions) {
      const range = rangeOf(page, mention);
      if (range === null || !isInline(range)) continue;
      const element = range.startContainer.parentElement;
      if (element === null) continue;
      placed.push({
        mention,
        range,
        ground: this.#grounds.of(element),
        marked: marked.has(mention),
      });
    }
    const open = this.#open;
    this.#open =
      open === null
        ? null
        : (placed.find((one) => one.mention.id === open.mention.id && sameStart(one, open)) ??
          null);
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

/** Lets the page work before we go on. */
async function yieldToPage(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}
