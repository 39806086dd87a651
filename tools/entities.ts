/*
 * `npm run --silent entities`: every entity of the knowledge base as a line of JSON,
 * `{"id","kind","name","aliases","claims","sources"}`. Problems go to standard error.
 */
import { join } from 'node:path';
import { runKnowledge } from '@/knowledge/compiler/commands';

const project = join(import.meta.dirname, '..');
process.exitCode = runKnowledge(['entities', ...process.argv.slice(2)], {
  root: join(project, 'knowledge'),
  output: join(project, '.generated', 'knowledge'),
  out: (text) => console.log(text),
  err: (text) => console.error(text),
});
