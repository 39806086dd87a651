import { RULES } from '../rules';
import type { Knowledge, Rule } from './knowledge';
import { type DataFiles, loadKnowledge } from './load';
import { type Problem, sortProblems } from './problem';

/** The knowledge base with every problem that reading and the rules found, sorted for printing. */
export interface Checked {
  readonly knowledge: Knowledge;
  readonly problems: readonly Problem[];
}

/** Reads the files and asks every rule; nothing stops at the first problem. */
export function checkKnowledge(files: DataFiles, rules: readonly Rule[] = RULES): Checked {
  const { knowledge, problems } = loadKnowledge(files);
  return {
    knowledge,
    problems: sortProblems([...problems, ...rules.flatMap((rule) => rule.check(knowledge))]),
  };
}

/** True when a build may go on: warnings do not stop it. */
export function isSound(problems: readonly Problem[]): boolean {
  return problems.every((problem) => problem.severity === 'warning');
}
