// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { joinBlocks, type PageText, rangeOf, readBlocks } from '@/dom/page-text';
import { spanOfRange } from '@/dom/selection';

/** A piece of a page: text, or an element with pieces in it. */
type Piece = string | { readonly tag: string; readonly inside: readonly Piece[] };

const TEXTS = ['Zhuque-', '3', ' flew ', 'SpaceX', '\n', '  ', '火箭', '🚀', 'é', ' '];
/** Blocks, inline elements, detached ones, and what is never read. */
const TAGS = ['p', 'div', 'li', 'h2', 'b', 'a', 'span', 'sup', 'code', 'svg', 'x-story', 'br'];

const { piece } = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...TEXTS),
    fc.record({
      tag: fc.constantFrom(...TAGS),
      inside: fc.array(tie('piece'), { maxLength: 4 }),
    }),
  ),
}));

function build(pieces: readonly Piece[], into: Element): void {
  for (const one of pieces) {
    if (typeof one === 'string') {
      into.append(document.createTextNode(one));
      continue;
    }
    const element = document.createElement(one.tag);
    into.append(element);
    if (one.tag !== 'br') build(one.inside, element);
  }
}

/** For each offset of the page text, whether a text node has its character; borders and line breaks have none. */
function charactersOf(page: PageText): boolean[] {
  const has = new Array<boolean>(page.text.length).fill(false);
  page.blocks.forEach((block, index) => {
    block.nodes.forEach((node, place) => {
      const start = (page.starts[index] ?? 0) + (block.starts[place] ?? 0);
      has.fill(true, start, start + node.data.length);
    });
  });
  return has;
}

/** The DOM of these tests has no StaticRange of its own: four fields, by its definition. */
class PlainRange {
  constructor(readonly init: StaticRangeInit) {
    Object.assign(this, init);
  }
}

function liveRange(range: StaticRange): Range {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

// Not a measurement: thousands of pages on a busy machine.
describe('page text, fuzzed', { timeout: 120_000 }, () => {
  beforeAll(() => void vi.stubGlobal('StaticRange', PlainRange));
  afterAll(() => void vi.unstubAllGlobals());

  it('leads from a span into the page and back to the same span', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        document.body.replaceChildren();
        build(pieces, document.body);
        const page = joinBlocks(readBlocks(document.body));
        const size = page.text.length + 1;
        const [start = 0, end = 0] = [a % size, b % size].sort((one, other) => one - other);
        const has = charactersOf(page);
        const first = has.indexOf(true, start);
        const last = end === 0 ? -1 : has.lastIndexOf(true, end - 1);
        const expected = first < 0 || first > last ? null : { start: first, end: last + 1 };
        const range = rangeOf(page, { start, end });
        expect(range === null ? null : spanOfRange(page, liveRange(range))).toEqual(expected);
      }),
      { seed: 20261129, numRuns: 2000 },
    );
  });

  it('gives each text node its characters, in the order of the page', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        document.body.replaceChildren();
        build(pieces, document.body);
        const page = joinBlocks(readBlocks(document.body));
        let behind = 0;
        page.blocks.forEach((block, index) => {
          block.nodes.forEach((node, place) => {
            const at = (page.starts[index] ?? 0) + (block.starts[place] ?? 0);
            expect(at).toBeGreaterThanOrEqual(behind);
            expect(page.text.slice(at, at + node.data.length)).toBe(node.data);
            behind = at + node.data.length;
          });
        });
        expect(behind).toBeLessThanOrEqual(page.text.length);
      }),
      { seed: 20261129, numRuns: 2000 },
    );
  });
});
