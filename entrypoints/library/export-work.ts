import type { StoredAnnotation } from '@/core/annotation/annotation';
import type { FileWriter, Grouping } from '@/core/exchange/writer';
import type { Arranged } from '@/core/search/library-index';
import { createHeldTexts, type HeldTexts } from './held-texts';

/** Annotations that are read and written at a time. */
const SOME = 1000;

/** How annotations are read for an export. */
export interface ExportSource {
  /** Those under ids, in no order. */
  some(ids: readonly string[]): Promise<readonly StoredAnnotation[]>;
  /** Every annotation, some at a time, in no order. */
  each(visit: (some: readonly StoredAnnotation[]) => Promise<void>): Promise<void>;
}

/** From so many on, all are read in the order in which they lie: a third of the time of asking for each. */
const MANY = 5000;

/**
 * The parts of a file, in order. Each part is handed to the browser as soon as it is written, so that no more than
 * a few megabytes are held here; of many annotations the text of each, as compact as it is stored in a file.
 */
export async function exportParts(
  what: Arranged,
  writer: FileWriter,
  by: Grouping,
  source: ExportSource,
  onShare: (share: number) => void,
): Promise<readonly Blob[]> {
  const held = what.ids.length < MANY ? null : await readAll(what.ids, source, onShare);
  const some = async (ids: readonly string[]) =>
    held === null ? source.some(ids) : ids.flatMap((id) => fromHeld(held, id));
  const parts: Blob[] = [];
  for (const { ids, groups, end } of batchesOf(what, by)) {
    const found = new Map((await some(ids)).map((one) => [one.annotation.id, one]));
    const written = groups.flatMap(({ key, members }) => {
      const records = members.flatMap((id) => found.get(id) ?? []);
      return records.length === 0 ? [] : [writer.add(records, key)];
    });
    parts.push(blobOf(written));
    onShare(held === null ? end / what.ids.length : (1 + end / what.ids.length) / 2);
  }
  const { head, tail } = writer.end();
  return [blobOf([head]), ...parts, blobOf([tail])];
}

/** The wanted annotations as JSON: a fifth of what they take as objects. */
async function readAll(
  ids: readonly string[],
  source: ExportSource,
  onShare: (share: number) => void,
): Promise<HeldTexts> {
  const wanted = new Set(ids);
  const held = createHeldTexts();
  await source.each(async (some) => {
    for (const one of some)
      if (wanted.has(one.annotation.id)) held.put(one.annotation.id, JSON.stringify(one));
    onShare(held.size / wanted.size / 2);
  });
  return held;
}

function fromHeld(held: HeldTexts, id: string): readonly StoredAnnotation[] {
  const text = held.get(id);
  // `as`: what has just been written by us, a moment ago.
  return text === null ? [] : [JSON.parse(text) as StoredAnnotation];
}

// `as`: the writers make their bytes in memory of their own, never in shared memory.
const blobOf = (pieces: readonly (string | Uint8Array)[]) =>
  new Blob(pieces as (string | Uint8Array<ArrayBuffer>)[]);

interface Batch {
  readonly ids: readonly string[];
  readonly groups: readonly { readonly key: string; readonly members: readonly string[] }[];
  /** Place in the whole. */
  readonly end: number;
}

/** Whole groups, as many as come to `SOME`; where annotations stand one by one the group of all is cut. */
function* batchesOf({ ids, keys, ends }: Arranged, by: Grouping): Generator<Batch> {
  let start = 0;
  let groups: { key: string; members: readonly string[] }[] = [];
  for (let group = 0, from = 0; group < keys.length; group++) {
    const end = ends[group] ?? 0;
    for (let to = from; from < end; from = to) {
      to = by === 'record' ? Math.min(end, from + SOME) : end;
      groups.push({ key: keys[group] ?? '', members: ids.slice(from, to) });
      if (to - start < SOME && to < ids.length) continue;
      yield { ids: ids.slice(start, to), groups, end: to };
      groups = [];
      start = to;
    }
  }
}
