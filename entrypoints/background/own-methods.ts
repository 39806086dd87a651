import { checkOwn, tidyOwn } from '@/core/own/own-check';
import { decodeOwn } from '@/core/own/own-decode';
import { err, ok, type Result } from '@/core/result';
import type {
  ContractError,
  DocumentRequests,
  OwnPageMethod,
  PageRequests,
} from '@/platform/messaging/contract';
import type { Methods } from '@/platform/messaging/server';
import { writeOwnIndex } from '@/platform/own-index';
import { openOwnPage } from '@/platform/own-pages';
import { changeSettings, readSettings } from '@/platform/settings-store';
import type { OwnStore, OwnStoreError } from '@/platform/storage/own-store';
import { record } from './decode';

/** The methods for documents of ours. */
export type OwnMethods = Pick<
  Methods<DocumentRequests>,
  'own.list' | 'own.get' | 'own.put' | 'own.remove'
>;

const ID = /^[a-z]+\/[a-z0-9-]+$/;
const LONGEST_NAME = 120;

/** What the reader knows beside the knowledge base, for documents of our own: a page gets no fact of it. */
export function ownMethods(store: OwnStore): OwnMethods {
  return {
    'own.list': { decode: () => ({}), answer: async () => contract(await store.all()) },
    'own.get': {
      decode: decodeId,
      async answer({ id }) {
        const all = await store.all();
        if (!all.ok) return contract(all);
        return ok(all.value.find((entry) => entry.id === id) ?? null);
      },
    },
    'own.put': {
      decode: (params) => {
        const entry = decodeOwn(record(params).entry);
        return entry.ok ? { entry: tidyOwn(entry.value) } : null;
      },
      async answer({ entry }) {
        const all = await store.all();
        if (!all.ok) return contract(all);
        const others = all.value.filter(({ id }) => id !== entry.id);
        const { neverMark } = await readSettings();
        const [fault] = checkOwn(entry, others, neverMark);
        if (fault !== undefined)
          return err({ code: 'invalid', message: `This cannot be kept (${fault.code}).` });
        const written = await store.putAll([entry]);
        if (!written.ok) return contract(written);
        await writeOwnIndex([...others, entry]);
        return ok(entry);
      },
    },
    'own.remove': {
      decode: decodeId,
      async answer({ id }) {
        const removed = await store.remove(id);
        if (!removed.ok) return contract(removed);
        await refreshOwnIndex(store);
        return ok(null);
      },
    },
  };
}

/** What a card asks for: never to mark a name again, and the place where the reader's facts are written. */
export const ownPageMethods: Pick<Methods<PageRequests>, OwnPageMethod> = {
  'names.never': {
    decode: (params) => {
      const { name } = record(params);
      return typeof name === 'string' && name !== '' && name.length <= LONGEST_NAME
        ? { name }
        : null;
    },
    async answer({ name }) {
      await changeSettings(({ neverMark }) => ({ neverMark: [...new Set([...neverMark, name])] }));
      return ok(null);
    },
  },
  'own.edit': {
    decode: decodeId,
    async answer({ id }) {
      await openOwnPage(`options.html#own/${id}`);
      return ok(null);
    },
  },
};

/** Makes the index of names agree with the database: after an update, an import, a removal. */
export async function refreshOwnIndex(store: OwnStore): Promise<void> {
  const all = await store.all();
  if (all.ok) await writeOwnIndex(all.value);
}

function contract<T>(answer: Result<T, OwnStoreError>): Result<T, ContractError> {
  return answer.ok ? answer : err({ code: answer.error.code, message: answer.error.message });
}

function decodeId(params: unknown): { id: string } | null {
  const { id } = record(params);
  return typeof id === 'string' && ID.test(id) ? { id } : null;
}
