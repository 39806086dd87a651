import { detect } from '@/core/detection/detect';
import { readCorpus } from './corpus';
import { openRecogniser, readSources } from './recogniser';
import { formatScore, score } from './scoring';

/*
 * recognition-score [--faults] FILE.jsonl…
 * Precision, recall and F1 of recognition on labelled passages; `--faults` lists every fault.
 */
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (files.length === 0) {
  console.error('expected the path of a corpus: recognition-score [--faults] FILE.jsonl');
  process.exit(2);
}
const sources = readSources();
const recogniser = openRecogniser();
const names = new Map(
  sources.map(({ id, name, aliases }) => [id, [name, ...aliases.map(({ text }) => text)]]),
);
for (const file of files) {
  const result = score(
    readCorpus(file),
    (text) => detect(text, recogniser).mentions,
    (id) => names.get(id) ?? [],
  );
  console.log(formatScore(result, process.argv.includes('--faults')));
}
