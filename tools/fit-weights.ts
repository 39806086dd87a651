import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '@/core/detection/detect';
import { createLexicon } from '@/core/detection/lexicon';
import { compileModel } from '@/knowledge/compiler/model';
import { type PlainPassage, plainPassages } from '@/knowledge/compiler/passage-text';
import { fitWeights, type Weights } from './fitting';
import { KNOWLEDGE, openRecogniser, readKnowledgeFile, readSources } from './recogniser';

/*
 * fit-weights [--dry]
 * Fits the weights of recognition to the labelled passages and writes them to knowledge/weights.json:
 * the same passages and priors always give the same weights. `--dry` prints what would change.
 */
const file = join(KNOWLEDGE, 'weights.json');
const { prior, strength, weights: before }: WeightsFile = JSON.parse(readFileSync(file, 'utf8'));
const folder = join(KNOWLEDGE, 'passages');
const passages: PlainPassage[] = readdirSync(folder)
  // Plain sentences made for coverage would teach nothing but themselves.
  .filter((name) => name.endsWith('.txt') && !name.startsWith('coverage-'))
  .toSorted()
  .flatMap((name) => plainPassages(name, readFileSync(join(folder, name), 'utf8')));
const { gazetteer, matcher } = openRecogniser();
const model = compileModel(
  readSources(),
  readKnowledgeFile('cues.yaml'),
  readKnowledgeFile('weights.json'),
);

const weights = fitWeights({ passages, model, gazetteer, matcher, prior, strength });
for (const [name, weight] of Object.entries(weights))
  if (Math.abs(weight - (before[name] ?? 0)) >= 0.01)
    console.log(`${name.padEnd(26)} ${(before[name] ?? 0).toFixed(2)} → ${weight.toFixed(2)}`);
const lexicon = createLexicon({ ...model, weights });
let marks = 0;
let wrong = 0;
for (const passage of passages) {
  const judged = judge(passage.text, { gazetteer, matcher, lexicon });
  for (const { start, end, label } of passage.marks) {
    if (label === '?' || label === null) continue;
    const name = judged.find(({ found }) => found.start === start && found.end === end);
    const best = name?.readings[0];
    marks++;
    if ((best !== undefined && best.score >= 0 ? best.id : '-') !== label) wrong++;
  }
}
console.log(
  `${marks} marked names in ${passages.length} passages; ${wrong} more likely read otherwise`,
);
if (!process.argv.includes('--dry'))
  writeFileSync(file, `${JSON.stringify({ prior, strength, weights }, null, 2)}\n`);

interface WeightsFile {
  readonly prior: Weights;
  readonly strength: Weights;
  readonly weights: Weights;
}
