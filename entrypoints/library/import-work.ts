import type { ConflictAnswers, ImportPreview } from '@/components/library/exchange-view';
import type { StoredAnnotation } from '@/core/annotation/annotation';
import { type MergeResult, merge } from '@/core/exchange/merge';
import type { Problem } from '@/core/exchange/problem';
import { ok, type Result } from '@/core/result';
import type { AnnotationStore } from '@/platform/storage/annotation-store';
import type { StoreError } from '@/platform/storage/store-error';
import type { ImportSource, SomeRecords } from './import-source';
import { createPreviewTally } from './preview';
import { copiesOf, type Settled, settle } from './settle';

/** Asks the store for what is here under ids. */
type Stored = (ids: readonly string[]) => Promise<readonly StoredAnnotation[]>;

/** What a comparison found, and which ids come more than once in the file. */
export interface Compared {
  readonly preview: ImportPreview;
  readonly conflicts: ReadonlySet<string>;
  readonly repeated: ReadonlySet<string>;
  /** Lines of a backup that are no annotations. */
  readonly others: readonly string[];
  readonly count: number;
}

/** What an import did. */
export interface Applied {
  readonly added: readonly string[];
  readonly updated: number;
}

const NOTHING: MergeResult = { added: [], updated: [], unchanged: [], conflicts: [], refused: [] };

/** Compares a file with what is here, some records at a time, and writes nothing. */
export async function compare(
  source: ImportSource,
  stored: Stored,
  onShare: (share: number) => void,
  repeated: ReadonlySet<string> = new Set(),
): Promise<Compared> {
  const tally = createPreviewTally();
  const [seen, conflicts, again] = [new Set<string>(), new Set<string>(), new Set(repeated)];
  const others: string[] = [];
  let count = 0;
  const parts = partsOf(source, repeated);
  let part = parts.next();
  for (; part.done !== true; part = parts.next()) {
    const { records, problems, share } = part.value;
    others.push(...part.value.others);
    for (const id of idsOf(records)) {
      if (seen.has(id)) again.add(id);
      seen.add(id);
    }
    const result = merge(await stored(idsOf(records)), records);
    for (const { id } of result.conflicts) conflicts.add(id);
    tally.add(result, problems);
    count += records.length;
    onShare(share);
  }
  // Rare: a file made of several exports. Now it is known which annotations to hold back.
  if (again.size > repeated.size) return compare(source, stored, onShare, again);
  if (part.value === null) return { preview: tally.preview(), conflicts, repeated, others, count };
  const refusal = createPreviewTally();
  refusal.add(NOTHING, [part.value]);
  return { preview: refusal.preview(), conflicts: new Set(), repeated, others: [], count: 0 };
}

/**
 * Stores what a file brings, in one transaction. The library may have changed since it was compared: what was not
 * shown as a conflict then is not overwritten.
 */
export async function apply(
  source: ImportSource,
  compared: Compared,
  answers: ConflictAnswers,
  store: AnnotationStore,
  now: string,
  onShare: (share: number) => void,
): Promise<Result<Applied, StoreError>> {
  const added: string[] = [];
  let updated = 0;
  const parts = partsOf(source, compared.repeated);
  const next = async (stored: Stored): Promise<readonly StoredAnnotation[] | null> => {
    const part = parts.next();
    if (part.done === true) {
      // The file is read again: it may have been changed since it was compared.
      if (part.value !== null) throw new Error(part.value.message);
      return null;
    }
    const { records, share } = part.value;
    onShare(share);
    const settled = await settlePart(records, compared, answers, stored);
    for (const id of settled.added) added.push(id);
    updated += settled.updated;
    return settled.writes;
  };
  if (compared.count === 0) return ok({ added, updated });
  const written = await store.putEach(next, now);
  return written.ok ? ok({ added, updated }) : written;
}

async function settlePart(
  records: readonly StoredAnnotation[],
  { conflicts }: Compared,
  answers: ConflictAnswers,
  stored: Stored,
): Promise<Settled> {
  const here = await stored(idsOf(records));
  const fresh = merge(here, records);
  const result = { ...fresh, conflicts: fresh.conflicts.filter(({ id }) => conflicts.has(id)) };
  // A copy from an earlier import of this file may be here already.
  const copies = await stored(copiesOf(result.conflicts));
  const local = new Map([...here, ...copies].map((one) => [one.annotation.id, one]));
  return settle(result, answers, local);
}

/** Versions of one annotation may stand far apart in a file: they are held back and compared together at the end. */
function* partsOf(
  source: ImportSource,
  repeated: ReadonlySet<string>,
): Generator<SomeRecords, Problem | null> {
  const held: StoredAnnotation[] = [];
  const reading = source.read();
  let some = reading.next();
  for (; some.done !== true; some = reading.next()) {
    const records = some.value.records.filter((record) => {
      if (!repeated.has(record.annotation.id)) return true;
      held.push(record);
      return false;
    });
    yield { ...some.value, records };
  }
  if (held.length > 0) yield { records: held, problems: [], others: [], share: 1 };
  return some.value;
}

function idsOf(records: readonly StoredAnnotation[]): readonly string[] {
  return [...new Set(records.map(({ annotation }) => annotation.id))];
}
