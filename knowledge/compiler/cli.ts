import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENTITY_KINDS } from '@/core/knowledge/entity';
import { checkKnowledge, isSound } from './check';
import { type Compiled, compileKnowledge } from './compile';
import { emit, writeEmitted } from './emit';
import type { Knowledge } from './knowledge';
import { loadKnowledge, readDataFiles } from './load';
import { formatProblem } from './problem';
import { scaffold, slugOf } from './scaffold';
import { soundPart } from './sound-part';
import { entityLines, report } from './stats';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const USAGE = `usage: cli.ts check [path…]       every problem, as file:line: what is wrong; what to do
       cli.ts report               coverage, thin cards, old facts
       cli.ts entities             one JSON line for each entity
       cli.ts new <kind> <name>    a new file to fill in
       cli.ts build                what the extension ships, into .generated/knowledge
With --draft, report, entities and build leave out what has errors instead of refusing.`;

/** Prints every problem (below `paths`, if any are given) and says how many there are. */
function check(paths: readonly string[]): number {
  const { knowledge, problems } = checkKnowledge(readDataFiles(ROOT));
  const prefixes = paths.map((path) => path.replace(/^.*knowledge\//, ''));
  const wanted = problems.filter(
    ({ file }) => prefixes.length === 0 || prefixes.some((prefix) => file.startsWith(prefix)),
  );
  for (const problem of wanted) console.log(formatProblem(problem));
  const errors = wanted.filter(({ severity }) => severity === 'error').length;
  console.error(
    `${knowledge.ids.size} entities, ${errors} errors, ${wanted.length - errors} warnings`,
  );
  return isSound(wanted) ? 0 : 1;
}

/** Writes what the extension ships; writes nothing when there are errors. */
function build(isDraft: boolean): number {
  const sound = checkSound(isDraft);
  if (sound !== null) {
    const text = (name: string) => readFileSync(join(ROOT, name), 'utf8');
    const texts = { cues: text('cues.yaml'), weights: text('weights.json') };
    writeEmitted(join(ROOT, '..', '.generated', 'knowledge'), emit(sound, texts));
  }
  return sound === null ? 1 : 0;
}

/** Compiles and prints; an unsound knowledge base prints its errors on the error stream instead. */
function printCompiled(
  isDraft: boolean,
  print: (knowledge: Knowledge, compiled: Compiled) => string,
): number {
  const sound = checkSound(isDraft);
  if (sound !== null) console.log(print(sound, compileKnowledge(sound)));
  return sound === null ? 1 : 0;
}

/** The knowledge base; null, after printing why, when it has errors. */
function checkSound(isDraft: boolean): Knowledge | null {
  const { knowledge, problems } = checkKnowledge(readDataFiles(ROOT));
  if (isSound(problems)) return knowledge;
  if (isDraft) return soundPart(knowledge);
  for (const problem of problems)
    if (problem.severity === 'error') console.error(formatProblem(problem));
  return null;
}

/** Writes a file for a new entity, never over an old one. */
function create(kindText: string | undefined, name: string): number {
  const kind = ENTITY_KINDS.find((known) => known === kindText);
  const slug = slugOf(name);
  if (kind === undefined || slug === '') {
    console.error(
      `expected a kind (${ENTITY_KINDS.join(', ')}) and a name in Latin letters, got "${kindText ?? ''}" and "${name}"`,
    );
    return 2;
  }
  const path = join(ROOT, 'entities', kind, `${slug}.yaml`);
  if (existsSync(path)) {
    console.error(`${path} exists; edit it, or give the new entity another name`);
    return 1;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, scaffold(kind, name, loadKnowledge(readDataFiles(ROOT)).knowledge));
  console.log(path);
  return 0;
}

function run([command, ...rest]: readonly string[]): number {
  const isDraft = rest.includes('--draft');
  switch (command) {
    case 'check':
      return check(rest);
    case 'report':
      return printCompiled(isDraft, (_, compiled) => report(compiled));
    case 'entities':
      return printCompiled(isDraft, (knowledge, compiled) =>
        entityLines(knowledge, compiled)
          .map((line) => JSON.stringify(line))
          .join('\n'),
      );
    case 'build':
      return build(isDraft);
    case 'new':
      return create(rest[0], rest.slice(1).join(' '));
    default:
      console.error(USAGE);
      return 2;
  }
}

process.exitCode = run(process.argv.slice(2));
