import type { ContractError } from './contract';

/** What crosses a process border. `v` is raised when old and new parts can no longer talk. */
export interface Envelope {
  readonly v: 1;
  readonly method: string;
  readonly params: unknown;
}

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ContractError };

/** Carries one request to the other side. Resolves to whatever came back; rejects when nobody was there. */
export type Send = (envelope: Envelope) => Promise<unknown>;

/** Who asks, as the browser says, never as the message says. */
export interface Sender {
  /** Address of the asking document. Null when the browser gives none. */
  readonly url: string | null;
  readonly tabId: number | null;
  /** Address of the tab that the asking document is in; null when it is in none. */
  readonly tabUrl: string | null;
  readonly frameId: number;
  /** The asking document is one of the extension's own. */
  readonly isOwnDocument: boolean;
}

/** True for something that looks like one of our envelopes. */
export function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return record.v === 1 && typeof record.method === 'string';
}

/** True for something that looks like a reply. A worker that died in between answers `undefined`. */
export function isReply(value: unknown): value is Reply {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { ok?: unknown }).ok === 'boolean'
  );
}
