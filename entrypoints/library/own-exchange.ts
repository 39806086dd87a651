import type { PreviewGroup } from '@/components/library/exchange-view';
import type { Problem } from '@/core/exchange/problem';
import {
  fromBackupLines,
  type NeverNames,
  type OwnBackup,
  toBackupLines,
} from '@/core/own/own-backup';
import type { OwnEntry } from '@/core/own/own-entry';
import { mergeOwn } from '@/core/own/own-merge';
import { ok, type Result } from '@/core/result';
import type { OwnStore, OwnStoreError } from '@/platform/storage/own-store';

/** What a backup brings of the reader's own names and facts. */
export interface OwnPreview {
  /** Entries that are new or say more than what is here. */
  readonly own: PreviewGroup;
  readonly problems: readonly Problem[];
}

/** The reader's own names and facts on their way out and in. Keeps what was read last until it is applied. */
export interface OwnExchange {
  /** The lines of a backup that carry them. */
  lines(never: NeverNames): Promise<readonly string[]>;
  read(lines: readonly string[]): Promise<OwnPreview>;
  /** Stores what was read, joined with what is here. Answers with the names never to be marked. */
  apply(): Promise<Result<NeverNames, OwnStoreError>>;
  /** Brings back what was here before the last `apply`. Names never to be marked stay: they are a setting. */
  undo(): Promise<Result<null, OwnStoreError>>;
}

const NOTHING: OwnBackup = { entries: [], never: { neverMark: [], neverMarkOn: {} }, problems: [] };
/** Rows that the dialog shows; the rest is a number. */
const SHOWN = 100;

export function createOwnExchange(store: OwnStore): OwnExchange {
  let brought = NOTHING;
  let before: { readonly put: readonly OwnEntry[]; readonly removed: readonly string[] } | null =
    null;
  const changes = async (): Promise<Result<readonly OwnEntry[], OwnStoreError>> => {
    const all = await store.all();
    if (!all.ok) return all;
    const local = new Map(all.value.map((entry) => [entry.id, JSON.stringify(entry)]));
    const merged = mergeOwn(all.value, brought.entries);
    return ok(merged.filter((entry) => local.get(entry.id) !== JSON.stringify(entry)));
  };
  return {
    async lines(never) {
      const all = await store.all();
      return toBackupLines(all.ok ? all.value : [], never);
    },
    async read(lines) {
      brought = lines.length === 0 ? NOTHING : fromBackupLines(lines);
      const { problems } = brought;
      const changed = await changes();
      const list = changed.ok ? changed.value : [];
      const first = list.slice(0, SHOWN).map(({ id, name, names }) => ({
        id,
        title: name,
        detail: names.join(', '),
      }));
      return { own: { count: list.length, first }, problems };
    },
    async apply() {
      const changed = await changes();
      if (!changed.ok) return changed;
      const all = await store.all();
      if (!all.ok) return all;
      const ids = new Set(changed.value.map(({ id }) => id));
      const put = all.value.filter(({ id }) => ids.has(id));
      for (const { id } of put) ids.delete(id);
      before = { put, removed: [...ids] };
      const written = changed.value.length === 0 ? ok(null) : await store.putAll(changed.value);
      return written.ok ? ok(brought.never) : written;
    },
    async undo() {
      if (before === null) return ok(null);
      const { put, removed } = before;
      const written = await store.putAll(put, removed);
      if (written.ok) before = null;
      return written;
    },
  };
}
