/** Something wrong, where, and what to do about it. */
export interface Problem {
  /** Path from the root of the knowledge base, with `/`. */
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** Name of the rule that found it. */
  readonly rule: string;
  /** What is wrong; after the semicolon what to do. */
  readonly message: string;
  /** Errors stop a build; warnings are printed and do not. */
  readonly severity: 'error' | 'warning';
}

/** `file:line: what is wrong; what to do`. Warnings say that they are. */
export function formatProblem(problem: Problem): string {
  const prefix = problem.severity === 'warning' ? 'warning: ' : '';
  return `${problem.file}:${problem.line}: ${prefix}${problem.message} [${problem.rule}]`;
}

/** Problems by file, line and message: the order in which they are printed. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.message, b.message),
  );
}

/** Orders by UTF-16 code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
