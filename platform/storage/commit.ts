/**
 * Does the work of a transaction and waits for it to complete. A request that fails, at once or later, does not
 * always end its transaction, which would then commit the rest: all of it is taken back, so that nothing is ever
 * half written.
 */
export async function commit(
  write: { abort(): void; readonly done: Promise<void> },
  work: () => Promise<unknown>,
): Promise<void> {
  // Heard from the start: a transaction that fails while the work is still waiting is no unhandled rejection.
  const done = write.done.catch((fault: unknown) => fault ?? new DOMException('', 'AbortError'));
  try {
    await work();
  } catch (fault) {
    try {
      write.abort();
    } catch {
      // The transaction has ended by itself, by the same failure.
    }
    await done;
    throw fault;
  }
  const fault = await done;
  if (fault !== undefined) throw fault;
}

/** Makes every request and waits for all of them, also after one has failed; then throws the first failure. */
export async function settleAll(requests: readonly (() => Promise<unknown>)[]): Promise<void> {
  const made: Promise<unknown>[] = [];
  let fault: unknown;
  try {
    for (const request of requests) made.push(request());
  } catch (thrown) {
    fault = thrown;
  }
  const failed = (await Promise.allSettled(made)).find(({ status }) => status === 'rejected');
  fault ??= failed?.status === 'rejected' ? failed.reason : undefined;
  if (fault !== undefined) throw fault;
}
