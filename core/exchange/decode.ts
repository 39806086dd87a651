import { strFromU8 } from 'fflate';
import { type FormatId, formatNamed } from './formats';
import { lineOfPath, linesOfJson } from './json-lines';
import { atLine, type DecodeContext, type Decoded, refuse } from './problem';
import { cleanText, field, isFields, parseJson, textsOf } from './read';
import { unzipMarkdown } from './zip';

/** The largest text that is read, in UTF-16 units: a browser holds no longer one. */
const LONGEST_FILE = 500_000_000;

/**
 * Reads a file of a format (its id or another word for it). Every record of the file becomes a value or a problem;
 * nothing throws. Problems of JSON files know their path, and here also get the line on which it begins.
 */
export function decodeAny(format: string, text: string, context: DecodeContext): Decoded {
  const known = formatNamed(format);
  if (known?.decode === undefined)
    return refuse(atLine(1, `"${format.slice(0, 40)}" is no format that can be read.`));
  if (text.length > LONGEST_FILE) return refuse(atLine(1, 'the file is too large. Split it.'));
  if (text.trim() === '') return refuse(atLine(1, 'the file is empty. Choose another one.'));
  const decoded = known.decode(text, context);
  if (decoded.problems.every(({ line }) => line !== null)) return decoded;
  const clean = cleanText(text);
  const lines = parseJson(clean) === null ? new Map<string, number>() : linesOfJson(clean);
  const problems = decoded.problems.map((problem) =>
    problem.line !== null || problem.path === null
      ? problem
      : { ...problem, line: lineOfPath(lines, problem.path) },
  );
  return { ...decoded, problems };
}

/** Reads the bytes of a file: a zip of our Markdown, or text in UTF-8 or UTF-16 (see `decodeAny`). */
export function decodeFile(format: string, bytes: Uint8Array, context: DecodeContext): Decoded {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    const files = unzipMarkdown(bytes);
    if (files === null)
      return refuse(
        atLine(
          1,
          'the zip is damaged or too large. Export it again, or import its files one by one.',
        ),
      );
    return decodeAny('markdown', files.map(({ text }) => text).join('\n'), context);
  }
  const text = textOfBytes(bytes);
  if (text === null)
    return refuse(
      atLine(1, 'the file is not text in UTF-8. Open it in an editor and save it as UTF-8.'),
    );
  return decodeAny(format, text, context);
}

/** The text of a file in UTF-8, or in UTF-16 with a byte order mark; null for other encodings and for no text at all. */
export function textOfBytes(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return fromUtf16(bytes, 1, 0);
  if (first === 0xfe && second === 0xff) return fromUtf16(bytes, 0, 1);
  const text = strFromU8(bytes);
  // Bytes that are no UTF-8 become U+FFFD; a file may also hold that character itself (EF BF BD).
  return text.includes('\u0000') || count(text) !== countReplacement(bytes) ? null : text;
}

function count(text: string): number {
  return text.includes('\ufffd') ? text.split('\ufffd').length - 1 : 0;
}

function countReplacement(bytes: Uint8Array): number {
  let found = 0;
  for (let at = bytes.indexOf(0xef); at !== -1; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) found++;
  return found;
}

function fromUtf16(bytes: Uint8Array, high: 0 | 1, low: 0 | 1): string {
  const parts: string[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2)
    parts.push(String.fromCharCode(((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0)));
  return parts.join('');
}

/** JSON longer than this is not parsed twice, only to see what it is; in UTF-16 units. */
const LONG = 2_000_000;

/** The format of a long JSON text, by the first keys that tell. */
function guessFromBeginning(text: string): FormatId | null {
  const key = /"(annotations|rows|highlights|target)"\s*:|"Annotation(?:Collection|Page)?"/.exec(
    text,
  );
  if (key === null) return null;
  if (key[1] === 'annotations' || key[1] === 'rows') return 'hypothesis';
  return key[1] === 'highlights' ? 'clipper' : 'web-annotation';
}

/** The format that a text looks like; null when none. What is found is only an offer: the reader chooses. */
export function guessFormat(text: string): FormatId | null {
  const clean = cleanText(text).trimStart();
  const line = /^[^\n]*/.exec(clean.slice(0, 10_000))?.[0] ?? '';
  if (line.includes('"format":"downrange-backup"')) return 'backup';
  if (/^<!-- downrange urn:uuid:/m.test(clean)) return 'markdown';
  if (/Quote\/description/i.test(line)) return 'hypothesis';
  if (/^"?Highlight"?[,;\t]/i.test(line)) return 'readwise';
  if (/^"?Quote"?[,;\t]/.test(line)) return 'csv';
  if (clean.length > LONG) return guessFromBeginning(clean.slice(0, LONG));
  const value = /^[[{]/.test(clean) ? parseJson(clean)?.value : undefined;
  if (Array.isArray(value)) {
    const [first] = value;
    if (!isFields(first)) return null;
    if (field(first, 'target') !== undefined) return 'web-annotation';
    return field(first, 'url') === undefined ? null : 'clipper';
  }
  if (!isFields(value)) return null;
  if (Array.isArray(field(value, 'annotations')) || Array.isArray(field(value, 'rows')))
    return 'hypothesis';
  return textsOf(field(value, 'type')).some((type) => type.startsWith('Annotation'))
    ? 'web-annotation'
    : null;
}
