import { fileURLToPath } from 'node:url';
import { runKnowledge } from './commands';

process.exitCode = runKnowledge(process.argv.slice(2), {
  root: fileURLToPath(new URL('..', import.meta.url)),
  output: fileURLToPath(new URL('../../.generated/knowledge', import.meta.url)),
  out: (text) => console.log(text),
  err: (text) => console.error(text),
});
