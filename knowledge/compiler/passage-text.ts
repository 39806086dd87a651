import type { Span } from '@/core/text/span';
import { type PassageMark, parsePassages } from './passages';

/** A mark with its place in the passage's plain text. */
export interface PlacedMark extends PassageMark, Span {}

/** A passage as a page would print it. */
export interface PlainPassage {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly marks: readonly PlacedMark[];
}

/** The passages of a file with the marks taken out of the text. */
export function plainPassages(file: string, source: string): PlainPassage[] {
  const lines = source.split('\n');
  return parsePassages(file, source).map(({ line, marks }) => {
    let text = '';
    let rest = lines[line - 1] ?? '';
    const placed = marks.map((mark): PlacedMark => {
      const opening = rest.indexOf('[[');
      const closing = rest.indexOf(']]', opening);
      const start = text.length + opening;
      text += rest.slice(0, opening) + mark.text;
      rest = rest.slice(closing + 2);
      return { ...mark, start, end: start + mark.text.length };
    });
    return { file, line, text: text + rest, marks: placed };
  });
}
