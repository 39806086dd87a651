import { strToU8 } from 'fflate';
import { entitiesOf, type StoredAnnotation } from '@/core/annotation/annotation';

/*
 * Files are written a group of annotations at a time, so that a hundred thousand need not be held at once. Every
 * format is such a writer; `writeWhole` is for those who hold them all.
 */

/** How a format puts annotations together: one by one, by page, or by entity (then some come in several groups). */
export type Grouping = 'record' | 'page' | 'entity';

/** Writes one file. */
export interface FileWriter {
  /** What stands in the file for the next group. `key` is the page's key or the entity's id; empty for none. */
  add(records: readonly StoredAnnotation[], key: string): string | Uint8Array;
  /** What stands before and behind everything: asked last, because a head may count or sign what follows. */
  end(): { readonly head: string; readonly tail: string | Uint8Array };
}

/** The entity that a note is on; null for passages and pages. */
export function entityOfSource(source: string): string | null {
  return source.startsWith('urn:downrange:') ? source.slice('urn:downrange:'.length) : null;
}

/** Groups in the order in which their first annotation comes. Linear. */
export function groupRecords(
  records: readonly StoredAnnotation[],
  by: Grouping,
): ReadonlyMap<string, readonly StoredAnnotation[]> {
  const groups = new Map<string, StoredAnnotation[]>();
  for (const record of records) {
    for (const key of keysOf(record, by)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [record]);
      else group.push(record);
    }
  }
  return groups;
}

function keysOf({ annotation, pageKey }: StoredAnnotation, by: Grouping): readonly string[] {
  if (by === 'record') return [''];
  if (by === 'page') return [pageKey];
  const about = entityOfSource(annotation.target.source);
  const all = new Set([...(about === null ? [] : [about]), ...entitiesOf(annotation)]);
  return all.size === 0 ? [''] : [...all];
}

/** The whole file for annotations that are at hand. */
export function writeWhole(
  writer: FileWriter,
  records: readonly StoredAnnotation[],
  by: Grouping,
): string | Uint8Array {
  const parts = [...groupRecords(records, by)].map(([key, group]) => writer.add(group, key));
  const { head, tail } = writer.end();
  const all = [head, ...parts, tail];
  if (all.every((part) => typeof part === 'string')) return all.join('');
  const bytes = all.map((part) => (typeof part === 'string' ? strToU8(part) : part));
  const whole = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of bytes) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The text of a file whose writer writes nothing else. */
export function writeText(
  writer: FileWriter,
  records: readonly StoredAnnotation[],
  by: Grouping,
): string {
  const whole = writeWhole(writer, records, by);
  if (typeof whole !== 'string') throw new Error('expected a writer of text, got one of bytes');
  return whole;
}

/** Puts a separator before every part but the first. */
export function createJoiner(separator: string): (part: string) => string {
  let isFirst = true;
  return (part) => {
    if (part === '') return '';
    const before = isFirst ? '' : separator;
    isFirst = false;
    return before + part;
  };
}
