/*
 * `npm run --silent anchor -- CASES.jsonl`: the extension's own anchoring on plain text, for people who work on it.
 * A line `{"id","text","selectors":[TextQuoteSelector, TextPositionSelector]}` gives a line
 * `{"id","state","start","end","score"}`; start and end are null when the passage is lost, offsets are UTF-16 units.
 * Without a file name, or with `-`, cases are read from standard input.
 */

import { type Anchorer, createAnchorer } from '@/core/annotation/anchor';
import type { Selector } from '@/core/annotation/annotation';
import { isRecord, runCases } from './lib/jsonl-cases';

let previous: { readonly text: string; readonly anchorer: Anchorer } | null = null;

/** Cases of one page usually follow each other: its text is prepared once, as it is in the extension. */
function anchorerFor(text: string): Anchorer {
  if (previous?.text !== text) previous = { text, anchorer: createAnchorer(text) };
  return previous.anchorer;
}

await runCases('anchor', (line) => {
  const { text, selectors } = line;
  if (typeof text !== 'string') throw new TypeError('expected "text" to be a string');
  if (!Array.isArray(selectors)) throw new TypeError('expected "selectors" to be a list');
  const placement = anchorerFor(text).anchor(selectors.flatMap(decodeSelector));
  const score = Math.round(placement.score * 1000) / 1000;
  return placement.state === 'lost'
    ? { state: 'lost', start: null, end: null, score }
    : { state: placement.state, start: placement.start, end: placement.end, score };
});

/** Selectors of kinds that plain text cannot answer (CSS, XPath) are passed over. */
function decodeSelector(value: unknown): readonly Selector[] {
  if (!isRecord(value)) throw new TypeError('expected each selector to be an object');
  if (value.type === 'TextQuoteSelector' && typeof value.exact === 'string') {
    return [
      {
        type: 'TextQuoteSelector',
        exact: value.exact,
        ...(typeof value.prefix === 'string' ? { prefix: value.prefix } : {}),
        ...(typeof value.suffix === 'string' ? { suffix: value.suffix } : {}),
      },
    ];
  }
  if (
    value.type === 'TextPositionSelector' &&
    typeof value.start === 'number' &&
    typeof value.end === 'number'
  ) {
    return [{ type: 'TextPositionSelector', start: value.start, end: value.end }];
  }
  return [];
}
