import { readFileSync } from 'node:fs';

/** A labelled mention or trap of a corpus passage; offsets are UTF-16 code units. */
export interface CorpusMention {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /** The usual English name. */
  readonly entity: string;
  readonly type: string;
  /** Only the context tells. */
  readonly hard?: boolean;
  /** Neither rewarded nor punished. */
  readonly optional?: boolean;
}

export interface CorpusTrap {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly sense: string;
}

export interface CorpusPassage {
  readonly id: string;
  readonly lang: string;
  readonly topic?: string;
  readonly text: string;
  readonly mentions: readonly CorpusMention[];
  readonly traps: readonly CorpusTrap[];
}

/** Reads a corpus: one JSON object a line. Throws with the line's number when a line is no JSON. */
export function readCorpus(file: string): CorpusPassage[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line)];
      } catch (error) {
        throw new Error(`${file}, line ${index + 1}: expected a JSON object: ${String(error)}`);
      }
    });
}

/** A name for comparison: without case, spaces and punctuation. */
export function looseName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
