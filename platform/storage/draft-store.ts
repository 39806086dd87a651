import type { Connection } from './database';
import type { Draft } from './schema';

/** What is being typed: kept with every pause, so that a closed tab, a crash or an update loses nothing. */
export interface DraftStore {
  get(key: string): Promise<Draft | null>;
  /** False when the draft could not be kept: the writer is told, the text stays where it is. */
  put(draft: Draft): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Every draft, oldest first. */
  all(): Promise<readonly Draft[]>;
}

export function createDraftStore(connection: Connection): DraftStore {
  const database = async () => {
    const opened = await connection.get();
    return opened.ok ? opened.value : null;
  };
  return {
    get: async (key) => (await (await database())?.get('drafts', key)) ?? null,
    async put(draft) {
      try {
        const open = await database();
        if (open === null) return false;
        await open.put('drafts', draft);
        return true;
      } catch {
        // Full, closed or gone: to the writer it is all the same, and the text is still on screen.
        return false;
      }
    },
    remove: async (key) => {
      await (await database())?.delete('drafts', key);
    },
    all: async () => {
      const drafts = (await (await database())?.getAll('drafts')) ?? [];
      return drafts.sort((a, b) => (a.at < b.at ? -1 : 1));
    },
  };
}
