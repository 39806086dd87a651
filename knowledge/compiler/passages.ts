import type { EntityId } from '@/core/knowledge/entity';
import { isEntityId } from '../schema/scalars';

/** A marked name in a passage: `[[Electron|rocket/electron]]`, `[[electron|-]]` or `[[Electron|?]]`. */
export interface PassageMark {
  readonly text: string;
  /** `-`: not ours. `?`: cannot be decided. null: the label is none of these. */
  readonly label: EntityId | '-' | '?' | null;
}

/** One line of `passages/*.txt`. */
export interface Passage {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly marks: readonly PassageMark[];
}

/** One passage a line; blank lines and lines that begin with `#` are for people. */
export function parsePassages(file: string, text: string): Passage[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const marks = [...line.matchAll(/\[\[([^\]|]+)\|([^\]]*)\]\]/g)].map((match): PassageMark => {
      const label = match[2] ?? '';
      const known = label === '-' || label === '?' || isEntityId(label);
      return { text: match[1] ?? '', label: known ? label : null };
    });
    return [{ file, line: index + 1, marks }];
  });
}
