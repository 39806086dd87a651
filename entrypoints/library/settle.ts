import type { ConflictAnswers } from '@/components/library/exchange-view';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { idFrom } from '@/core/exchange/build';
import type { MergeConflict, MergeResult } from '@/core/exchange/merge';

/** What an import is to write, and which of it was not here before. */
export interface Settled {
  readonly writes: readonly StoredAnnotation[];
  /** Ids, each also among `writes`. */
  readonly added: readonly string[];
  readonly updated: number;
}

/**
 * The records to store for a merge and the reader's answers. Every write has an id of its own. A copy that is kept
 * beside the one here gets an id made from its content, so that the same file taken in again makes no second copy.
 */
export function settle(
  result: MergeResult,
  answers: ConflictAnswers,
  local: ReadonlyMap<string, StoredAnnotation>,
): Settled {
  const writes = new Map<string, StoredAnnotation>();
  for (const record of result.added) writes.set(record.annotation.id, record);
  for (const { incoming } of result.updated) writes.set(incoming.annotation.id, incoming);
  for (const conflict of result.conflicts) {
    const answer = answers.byId[conflict.id] ?? answers.all;
    const record =
      answer === 'theirs' ? conflict.incoming : answer === 'both' ? copyOf(conflict) : null;
    if (record === null) continue;
    // A copy from an earlier import of this file may have been edited since: it stays.
    if (answer === 'both' && local.has(record.annotation.id)) continue;
    writes.set(record.annotation.id, record);
  }
  const added = [...writes.keys()].filter((id) => !local.has(id));
  return { writes: [...writes.values()], added, updated: writes.size - added.length };
}

/** Ids that the copies of conflicts have, or would have. */
export function copiesOf(conflicts: readonly MergeConflict[]): readonly string[] {
  return conflicts.map((conflict) => copyOf(conflict).annotation.id);
}

function copyOf({ incoming }: MergeConflict): StoredAnnotation {
  const { annotation } = incoming;
  const id = idFrom('copy', JSON.stringify([annotation, incoming.revision]));
  return { ...incoming, annotation: { ...annotation, id }, revision: 1 };
}
