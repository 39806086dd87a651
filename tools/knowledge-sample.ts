/*
 * `npx tsx tools/knowledge-sample.ts --seed 1 --count 60`: facts drawn at random from all cards, computed
 * ones included, one a line: entity, property, value, date and sources, with tabs between. The same seed
 * draws the same facts from the same knowledge base. What a check of them found: docs/knowledge-audit.md.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileKnowledge } from '@/knowledge/compiler/compile';
import { loadKnowledge, readDataFiles } from '@/knowledge/compiler/load';
import { soundPart } from '@/knowledge/compiler/sound-part';
import { drawFacts, factLine } from './lib/sample';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '60' } },
});
const seed = Number(values.seed);
const count = Number(values.count);
if (!Number.isInteger(seed) || !Number.isInteger(count) || count < 1)
  throw new Error(`expected whole numbers, got --seed ${values.seed} --count ${values.count}`);

const root = join(import.meta.dirname, '..', 'knowledge');
// What is still being written is left out, as in a draft.
const { cards } = compileKnowledge(soundPart(loadKnowledge(readDataFiles(root)).knowledge));
for (const fact of drawFacts(cards.values(), seed, count)) console.log(factLine(fact));
