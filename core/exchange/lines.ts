import { DecodeUTF8 } from 'fflate';

/** A file of which any part can be had at once. */
export interface ByteSource {
  readonly size: number;
  slice(from: number, to: number): Uint8Array;
}

/** Bytes read at a time. */
const STEP = 1 << 20;

/** Lines read at a time, and how far in the file they end. */
export interface SomeLines {
  /** Without line feeds; a carriage return before one is taken away. */
  readonly lines: readonly string[];
  /** Share of the file that has been read, 0…1. */
  readonly share: number;
}

/** The lines of a file in UTF-8, a megabyte at a time, without a byte order mark. Bytes that are no UTF-8 become U+FFFD. */
export function* linesOf(source: ByteSource): Generator<SomeLines> {
  let text = '';
  const decoder = new DecodeUTF8((piece) => {
    text += piece;
  });
  for (let at = 0; at < source.size; at += STEP) {
    const end = Math.min(source.size, at + STEP);
    try {
      decoder.push(source.slice(at, end), end === source.size);
    } catch {
      // fflate throws when the last character is cut off.
      text += '\ufffd';
    }
    if (at === 0 && text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    const isLast = end === source.size;
    const cut = isLast ? text.length : text.lastIndexOf('\n');
    if (cut === -1) continue;
    yield { lines: text.slice(0, cut).split('\n').map(withoutReturn), share: end / source.size };
    text = text.slice(cut + 1);
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
