import type { Connection } from './database';
import type { Draft } from './schema';

/** What is being typed: kept with every pause, so that a closed tab, a crash or an update loses nothing. */
export interface DraftStore {
  get(key: string): Promise<Draft | null>;
  /** False when the draft could not be kept: the writer is told, the text stays where it is. */
  put(draft: Draft): Promise<boolean>;
  /** Drops the draft of what has been saved as `text`; one that was typed on meanwhile stays. */
  remove(key: string, text: string): Promise<void>;
  /** Every draft, oldest first. */
  all(): Promise<readonly Draft[]>;
  /** Drops notes that were opened before `before` (ISO 8601, UTC) and never written. */
  tidy(before: string): Promise<void>;
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
    async remove(key, text) {
      const open = await database();
      if (open === null) return;
      const write = open.transaction('drafts', 'readwrite');
      const draft = await write.store.get(key);
      const isUntouched = draft?.unsaved !== undefined && draft.text === '';
      if (draft?.text === text || isUntouched) await write.store.delete(key);
      else if (draft?.unsaved !== undefined) {
        const { unsaved: _, ...typedOn } = draft;
        await write.store.put(typedOn);
      }
      await write.done;
    },
    all: async () => {
      const drafts = (await (await database())?.getAll('drafts')) ?? [];
      return drafts.sort((a, b) => (a.at < b.at ? -1 : 1));
    },
    async tidy(before) {
      const open = await database();
      if (open === null) return;
      const write = open.transaction('drafts', 'readwrite');
      for (const draft of await write.store.getAll()) {
        const isEmpty = draft.text === '' && draft.tags.length === 0;
        if (draft.unsaved !== undefined && isEmpty && draft.at < before)
          await write.store.delete(draft.key);
      }
      await write.done;
    },
  };
}
