import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** Where a command works and where its words go. */
export interface Workplace {
  /** The folder `knowledge/`. */
  readonly root: string;
  /** The folder that `build` writes. */
  readonly output: string;
  out(text: string): void;
  err(text: string): void;
}

const USAGE = `usage: cli.ts check [path…]       every problem, as file:line: what is wrong; what to do
       cli.ts report               coverage, thin cards, old facts
       cli.ts entities             one JSON line for each entity
       cli.ts new <kind> <name>    a new file to fill in
       cli.ts build                what the extension ships, into .generated
With --draft, report, entities and build leave out what has errors instead of refusing.`;

/**
 * Runs one command (see the usage) and gives its exit code: 0, 1 for problems in the knowledge base,
 * 2 for a command that cannot be understood.
 */
export function runKnowledge([command, ...rest]: readonly string[], at: Workplace): number {
  const isDraft = rest.includes('--draft');
  switch (command) {
    case 'check':
      return check(at, rest);
    case 'report':
      return printCompiled(at, isDraft, report);
    case 'entities':
      return printCompiled(at, isDraft, (knowledge, compiled) =>
        entityLines(knowledge, compiled)
          .map((line) => JSON.stringify(line))
          .join('\n'),
      );
    case 'build':
      return build(at, isDraft);
    case 'new':
      return create(at, rest[0], rest.slice(1).join(' '));
    default:
      at.err(USAGE);
      return 2;
  }
}

/** Prints every problem (in files whose path holds one of `paths`, if any are given) and says how many there are. */
function check(at: Workplace, paths: readonly string[]): number {
  const { knowledge, problems } = checkKnowledge(readDataFiles(at.root));
  // `knowledge/entities/…` as the shell completes it, or any part of the path below.
  const parts = paths.map((path) => path.replace(/^.*knowledge\//, ''));
  const wanted = problems.filter(
    ({ file }) => parts.length === 0 || parts.some((part) => file.includes(part)),
  );
  for (const problem of wanted) at.out(formatProblem(problem));
  const errors = wanted.filter(({ severity }) => severity === 'error').length;
  at.err(`${knowledge.ids.size} entities, ${errors} errors, ${wanted.length - errors} warnings`);
  return isSound(wanted) ? 0 : 1;
}

/** Writes what the extension ships; writes nothing when there are errors. */
function build(at: Workplace, isDraft: boolean): number {
  const sound = checkSound(at, isDraft);
  if (sound !== null) {
    const text = (name: string) => readFileSync(join(at.root, name), 'utf8');
    const texts = { cues: text('cues.yaml'), weights: text('weights.json') };
    writeEmitted(at.output, emit(sound, texts));
  }
  return sound === null ? 1 : 0;
}

/** Compiles and prints; an unsound knowledge base prints its errors on the error stream instead. */
function printCompiled(
  at: Workplace,
  isDraft: boolean,
  print: (knowledge: Knowledge, compiled: Compiled) => string,
): number {
  const sound = checkSound(at, isDraft);
  if (sound !== null) at.out(print(sound, compileKnowledge(sound)));
  return sound === null ? 1 : 0;
}

/** The knowledge base; null, after printing why, when it has errors. */
function checkSound(at: Workplace, isDraft: boolean): Knowledge | null {
  const { knowledge, problems } = checkKnowledge(readDataFiles(at.root));
  if (isSound(problems)) return knowledge;
  if (isDraft) return soundPart(knowledge);
  for (const problem of problems) if (problem.severity === 'error') at.err(formatProblem(problem));
  return null;
}

/** Writes a file for a new entity, never over an old one. */
function create(at: Workplace, kindText: string | undefined, name: string): number {
  const kind = ENTITY_KINDS.find((known) => known === kindText);
  const slug = slugOf(name);
  if (kind === undefined || slug === '') {
    at.err(
      `expected a kind (${ENTITY_KINDS.join(', ')}) and a name in Latin letters, got "${kindText ?? ''}" and "${name}"`,
    );
    return 2;
  }
  const path = join(at.root, 'entities', kind, `${slug}.yaml`);
  if (existsSync(path)) {
    at.err(`${path} exists; edit it, or give the new entity another name`);
    return 1;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, scaffold(kind, name, loadKnowledge(readDataFiles(at.root)).knowledge));
  at.out(path);
  return 0;
}
