import type { EntityId } from '@/core/knowledge/entity';
import { isEntityId } from '../schema/scalars';

/**
 * A marked name in a passage: `[[Electron|rocket/electron]]`, `[[electron|-]]` or `[[Electron|?]]`;
 * `[[Electron|rocket/electron?]]` and `[[electron|-?]]` are labels that recognition is known to miss.
 */
export interface PassageMark {
  readonly text: string;
  /** `-`: not ours. `?`: cannot be decided. null: the label is none of these. */
  readonly label: EntityId | '-' | '?' | null;
  /** Recognition reads it otherwise, and we know. */
  readonly missed: boolean;
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
      const written = match[2] ?? '';
      const missed = written.length > 1 && written.endsWith('?');
      const label = missed ? written.slice(0, -1) : written;
      const known = label === '-' || label === '?' || isEntityId(label);
      return { text: match[1] ?? '', label: known ? label : null, missed };
    });
    return [{ file, line: index + 1, marks }];
  });
}
