import { fileURLToPath } from 'node:url';
import { checkKnowledge, isSound } from './check';
import { readDataFiles } from './load';
import { formatProblem } from './problem';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const USAGE = 'usage: knowledge check [path…]';

/** Prints every problem (below `paths`, if any are given) and says how many there are. */
function check(paths: readonly string[]): number {
  const { knowledge, problems } = checkKnowledge(readDataFiles(ROOT));
  const wanted = problems.filter(
    ({ file }) =>
      paths.length === 0 ||
      paths.some((path) => file.startsWith(path.replace(/^.*knowledge\//, ''))),
  );
  for (const problem of wanted) console.log(formatProblem(problem));
  const errors = wanted.filter(({ severity }) => severity === 'error').length;
  console.error(
    `${knowledge.ids.size} entities, ${errors} errors, ${wanted.length - errors} warnings`,
  );
  return isSound(wanted) ? 0 : 1;
}

const [command, ...rest] = process.argv.slice(2);
switch (command) {
  case 'check':
    process.exitCode = check(rest);
    break;
  default:
    console.error(USAGE);
    process.exitCode = 2;
}
