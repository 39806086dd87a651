import { useState } from 'preact/hooks';
import { countText } from '@/components/library/count-text';
import type { BulkEdit } from '@/core/annotation/bulk-edit';
import { problemWords } from '@/core/exchange/problem-words';
import type { Formats } from '@/core/knowledge/formats';
import type { LibraryStore } from './library-store';

/** What a bulk edit has just done, or what went wrong. */
export interface BulkNotice {
  readonly message: string;
  /** Takes it back; null when there is nothing to take back. */
  readonly undo: (() => void) | null;
}

/** Edits of many annotations at once, each with a way back. */
export function useBulk(
  store: LibraryStore,
  formats: Formats,
  now: () => string,
  onDone: () => void,
) {
  const [notice, setNotice] = useState<BulkNotice | null>(null);
  const { t } = formats;
  const count = (ids: readonly string[]) => ({ count: countText(ids.length, formats) });
  const finish = (problem: string | null, next: BulkNotice | null) => {
    const words = problem === null ? null : problemWords(problem, formats.locale);
    setNotice(words === null ? next : { message: words, undo: null });
    onDone();
  };
  const trash = async (ids: readonly string[]) => {
    finish(await store.setTrashed(ids, now(), now()), {
      message: t('bulkBinned', count(ids)),
      undo: () => void restore(ids),
    });
  };
  const restore = async (ids: readonly string[]) => {
    finish(await store.setTrashed(ids, null, now()), {
      message: t('bulkRestored', count(ids)),
      undo: () => void trash(ids),
    });
  };
  const edit = async (ids: readonly string[], wanted: BulkEdit) => {
    const done = await store.edit(ids, wanted, now());
    if ('message' in done) finish(done.message, null);
    else if (done.changed === 0) finish(null, { message: t('bulkNothing'), undo: null });
    else
      finish(null, {
        message: t('bulkChanged', { count: countText(done.changed, formats) }),
        undo: () => void store.undoEdit(now()).then((problem) => finish(problem, null)),
      });
  };
  return { notice, closeNotice: () => setNotice(null), trash, restore, edit };
}
