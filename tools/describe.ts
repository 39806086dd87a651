/*
 * `npm run --silent describe -- CASES.jsonl`: the selectors that the extension would store for a selection.
 * A line `{"id","text","start","end"}` (UTF-16 units) gives a line `{"id","selectors":[…]}`, or
 * `{"id","error":{"code","message"}}` for a selection that cannot be described.
 * Without a file name, or with `-`, cases are read from standard input.
 */
import { describe } from '@/core/annotation/describe';
import { runCases } from './lib/jsonl-cases';

await runCases('describe', (line) => {
  const { text, start, end } = line;
  if (typeof text !== 'string') throw new TypeError('expected "text" to be a string');
  if (typeof start !== 'number' || typeof end !== 'number') {
    throw new TypeError('expected "start" and "end" to be numbers');
  }
  const selectors = describe(text, { start, end });
  return selectors.ok ? { selectors: selectors.value } : { error: selectors.error };
});
