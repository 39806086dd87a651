import { err, type Result } from '@/core/result';
import type { RequestMap } from './client';
import type { ContractError } from './contract';
import { isEnvelope, type Reply, type Sender } from './transport';

/** Reads untrusted parameters. Null means that they are not what the method takes. */
export type Decode<T> = (params: unknown) => T | null;

export interface Method<P, V> {
  readonly decode: Decode<P>;
  readonly answer: (params: P, sender: Sender) => Promise<Result<V, ContractError>>;
}

export type Methods<R extends RequestMap<R>> = {
  readonly [M in keyof R]: Method<R[M]['params'], R[M]['value']>;
};

/** Reports an exception of a handler: a fault of ours, logged where it happens. */
export type ReportFault = (method: string, fault: unknown) => void;

/**
 * The answering side. Documents of the extension may use both maps, pages only `forPages`: a method that is
 * missing from the asker's map is `forbidden`, whether or not it exists. Returns null for foreign messages.
 */
export function createServer<P extends RequestMap<P>, D extends RequestMap<D>>(
  forPages: Methods<P>,
  forDocuments: Methods<D>,
  report: ReportFault,
): (message: unknown, sender: Sender) => Promise<Reply> | null {
  const pages = new Map(Object.entries(forPages)) as Map<string, AnyMethod>;
  const documents = new Map(Object.entries(forDocuments)) as Map<string, AnyMethod>;
  return (message, sender) => {
    if (!isEnvelope(message)) return null;
    const method =
      pages.get(message.method) ??
      (sender.isOwnDocument ? documents.get(message.method) : undefined);
    if (method === undefined) {
      return Promise.resolve(
        err({ code: 'forbidden', message: `"${message.method}" cannot be asked from here.` }),
      );
    }
    return answer(message.method, method, message.params, sender, report);
  };
}

// The maps' types are checked where they are built; by name, at run time, any method will do.
type AnyMethod = Method<unknown, unknown>;

async function answer(
  name: string,
  method: AnyMethod,
  params: unknown,
  sender: Sender,
  report: ReportFault,
): Promise<Reply> {
  const decoded = method.decode(params);
  if (decoded === null) {
    return err({
      code: 'invalid',
      message: `"${name}" was asked with parameters that it does not take.`,
    });
  }
  try {
    return await method.answer(decoded, sender);
  } catch (fault) {
    // A handler's expected failures are values; what lands here is a fault, told to both sides.
    report(name, fault);
    return err({ code: 'internal', message: 'Something went wrong inside Downrange. Try again.' });
  }
}
