/**
 * Work that can be interrupted: it yields wherever somebody else may be let on, every fraction of a millisecond, and
 * returns its result. Who runs it decides how long a stretch may be, and may leave it unfinished. A generator and not
 * an async function: what is done at once (tools, tests) need not wait, and `core` knows no clock.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Does all of the work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
