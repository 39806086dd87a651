import { err, ok, type Result } from '@/core/result';
import type { ContractError } from './contract';
import { isReply, type Send } from './transport';

/** A map from method to its parameters and value: one of those in `contract.ts`. */
export type RequestMap<R> = { [M in keyof R]: { params: unknown; value: unknown } };

export interface Client<R extends RequestMap<R>> {
  /**
   * Asks for one thing. Never rejects: a lost connection is the error `unavailable`, after one more try,
   * since every request is safe to repeat (ids are made by the asker).
   */
  request<M extends keyof R & string>(
    method: M,
    params: R[M]['params'],
  ): Promise<Result<R[M]['value'], ContractError>>;
}

/** The asking side of a contract over any transport. */
export function createClient<R extends RequestMap<R>>(send: Send): Client<R> {
  return {
    async request(method, params) {
      for (let attempt = 0; ; attempt++) {
        const answer = await send({ v: 1, method, params }).catch(
          (cause: unknown) => new Lost(cause),
        );
        if (isReply(answer)) {
          // The other side is our own build of the same contract: its value has the method's type.
          return answer.ok ? ok(answer.value as never) : err(answer.error);
        }
        if (attempt === 1 || (answer instanceof Lost && answer.isFinal)) {
          return err({ code: 'unavailable', message: describeLoss(answer) });
        }
      }
    },
  };
}

class Lost {
  readonly reason: string;
  constructor(cause: unknown) {
    this.reason = cause instanceof Error ? cause.message : String(cause);
  }
  /** The extension was updated or removed under this page: no try will ever succeed again. */
  get isFinal(): boolean {
    return /context invalidated|Extension context/i.test(this.reason);
  }
}

function describeLoss(answer: unknown): string {
  if (answer instanceof Lost && answer.isFinal) {
    return 'Downrange was updated while this page was open. Reload the page to go on.';
  }
  return 'Downrange did not answer. Try again.';
}
