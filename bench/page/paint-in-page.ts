import { Painter } from '@/dom/painter';

/* Runs inside a page: what it takes to paint 1,000 names, beside wrapping each in an element. */

interface Spot {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

const ROUNDS = 15;

function spots(names: readonly string[]): readonly Spot[] {
  const found: Spot[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    for (const name of names) {
      const start = node.data.indexOf(name);
      if (start >= 0) found.push({ node, start, end: start + name.length });
    }
  }
  return found;
}

function fastest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const since = performance.now();
    work();
    best = Math.min(best, performance.now() - since);
  }
  return best;
}

function paintAll(painter: Painter, all: readonly Spot[]): void {
  const ranges = all.map(
    ({ node, start, end }) =>
      new StaticRange({
        startContainer: node,
        startOffset: start,
        endContainer: node,
        endOffset: end,
      }),
  );
  painter.set('mention-light', ranges);
}

/** From the last spot of a node to its first, so that earlier offsets stay right. Layout is part of the price. */
function wrapAll(all: readonly Spot[]): void {
  for (const { node, start, end } of all.toReversed()) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    range.surroundContents(document.createElement('mark'));
  }
  void document.body.offsetHeight;
}

Object.assign(globalThis, {
  measurePainting(names: readonly string[]) {
    const painter = new Painter();
    const all = spots(names).toSorted((a, b) => (a.node === b.node ? a.start - b.start : 0));
    const paintMs = fastest(() => {
      paintAll(painter, all);
      void document.body.offsetHeight;
    });
    painter.clear();
    const since = performance.now();
    wrapAll(all);
    return { count: all.length, paintMs, wrapMs: performance.now() - since };
  },
});
