import type { Span } from '@/core/text/span';
import { joinBlocks, type PageText } from './page-text';
import { readingOf } from './reading-rules';
import { parentNodeOf } from './tree';

/** 10 ms after the pointer is released the browser has settled what is selected. */
const AFTER_POINTER_MS = 10;
/** 100 ms after the last change by keyboard or touch handles. */
const AFTER_CHANGE_MS = 100;

/**
 * Tells when the reader of the page has selected something, and when no longer (null). Never while a button
 * is down, and never for selections in fields or editors. Ends with `signal`.
 */
export function watchSelection(options: {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly isOurs: (target: EventTarget) => boolean;
  readonly onSelect: (range: Range | null) => void;
}): void {
  const { document, signal } = options;
  let timer: number | null = null;
  let isDown = false;

  const settle = (delayMs: number) => {
    if (timer !== null) window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      timer = null;
      if (!isDown && !signal.aborted) options.onSelect(selectedRange(document));
    }, delayMs);
  };
  const listen = { capture: true, passive: true, signal } as const;
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !event.composedPath().some(options.isOurs)) isDown = true;
    },
    listen,
  );
  for (const type of ['pointerup', 'pointercancel'] as const) {
    window.addEventListener(
      type,
      (event) => {
        if (!isDown || !event.isTrusted) return;
        isDown = false;
        settle(AFTER_POINTER_MS);
      },
      listen,
    );
  }
  document.addEventListener('selectionchange', () => settle(AFTER_CHANGE_MS), { signal });
  signal.addEventListener('abort', () => {
    if (timer !== null) window.clearTimeout(timer);
  });
}

/** What is selected, when it is text of the page and not of a field or an editor; else null. */
export function selectedRange(document: Document): Range | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!/\S/.test(range.toString())) return null;
  for (let at: Node | null = range.commonAncestorContainer; at !== null; at = parentNodeOf(at)) {
    if (at instanceof Element && at !== document.documentElement && readingOf(at) === 'skip')
      return null;
  }
  return range;
}

/**
 * The span that a range covers in the page's text; null when it covers none that is read. Text that is
 * skipped in between (a field, a picture) is simply not part of it.
 */
export function spanOfRange(page: PageText, range: Range): Span | null {
  const root = range.commonAncestorContainer;
  const wanted: Text[] = [];
  if (root.nodeType === Node.TEXT_NODE) wanted.push(root as Text);
  else {
    const walker = root.ownerDocument?.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker?.nextNode(); node != null; node = walker?.nextNode()) {
      if (range.intersectsNode(node)) wanted.push(node as Text);
    }
  }
  if (wanted.length === 0) return null;
  const places = placesOf(page, new Set(wanted));
  let start: number | null = null;
  let end: number | null = null;
  for (const node of wanted) {
    const at = places.get(node);
    if (at === undefined) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    if (to <= from) continue;
    start ??= at + from;
    end = at + to;
  }
  return start === null || end === null || end <= start ? null : { start, end };
}

/** Offsets in the page's text at which the wanted nodes begin. */
function placesOf(page: PageText, wanted: ReadonlySet<Text>): ReadonlyMap<Text, number> {
  const places = new Map<Text, number>();
  page.blocks.forEach((block, index) => {
    const blockStart = page.starts[index] ?? 0;
    block.nodes.forEach((node, position) => {
      if (wanted.has(node)) places.set(node, blockStart + (block.starts[position] ?? 0));
    });
  });
  return places;
}

/** A page without any text. */
export const EMPTY_PAGE: PageText = joinBlocks([]);
