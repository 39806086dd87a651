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

interface Changes {
  readonly entries: readonly OwnEntry[];
  readonly replaced: readonly OwnEntry[];
  /** Ids of those that are new. */
  readonly added: readonly string[];
}

const NOTHING: OwnBackup = { entries: [], never: { neverMark: [], neverMarkOn: {} }, problems: [] };
/** Rows that the dialog shows; the rest is a number. */
const SHOWN = 100;

export function createOwnExchange(store: OwnStore): OwnExchange {
  let brought = NOTHING;
  let applied: Changes | null = null;
  /** What an import would write, and what stands in those places now. */
  const changes = async (): Promise<Result<Changes, OwnStoreError>> => {
    const all = await store.all();
    if (!all.ok) return all;
    const local = new Map(all.value.map((entry) => [entry.id, entry]));
    const entries = mergeOwn(all.value, brought.entries).filter(
      (entry) => JSON.stringify(local.get(entry.id)) !== JSON.stringify(entry),
    );
    const replaced = entries.flatMap(({ id }) => local.get(id) ?? []);
    const added = entries.flatMap(({ id }) => (local.has(id) ? [] : [id]));
    return ok({ entries, replaced, added });
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
      const list = changed.ok ? changed.value.entries : [];
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
      const { entries } = changed.value;
      const written = entries.length === 0 ? ok(null) : await store.putAll(entries);
      if (!written.ok) return written;
      applied = changed.value;
      return ok(brought.never);
    },
    async undo() {
      if (applied === null) return ok(null);
      const written = await store.putAll(applied.replaced, applied.added);
      if (written.ok) applied = null;
      return written;
    },
  };
}
