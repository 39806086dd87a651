import type { StoredAnnotation } from '@/core/annotation/annotation';

/** Something in a file that could not be taken, and what to do about it. */
export interface Problem {
  /** Line of the file, from 1; null where the format gives no lines (JSON): then `path` says where. */
  readonly line: number | null;
  /** Where in the file's structure, such as `annotations[3].target`; null when the line says it all. */
  readonly path: string | null;
  /** For people: what is wrong and what to do. */
  readonly message: string;
}

/** What a decoder needs from outside. Decoders make no ids: they derive them, so that a second import adds nothing. */
export interface DecodeContext {
  /** ISO 8601, UTC; stands in for dates that a file does not give. */
  readonly now: string;
  /** What is stored already. Markdown edits apply to it; the other formats ignore it. */
  readonly local?: readonly StoredAnnotation[];
}

/** What a file says. Every record of the file is in `records` or has a problem. */
export interface Decoded {
  readonly records: readonly StoredAnnotation[];
  readonly problems: readonly Problem[];
  /** Lines of a backup that are no annotations (settings, aliases, kinds of a later version), as they stand. */
  readonly others?: readonly string[];
}

/** A problem at a line. */
export function atLine(line: number, message: string): Problem {
  return { line, path: null, message };
}

/** A problem at a place in a JSON document. The empty path is the document itself. */
export function atPath(path: string, message: string): Problem {
  return { line: null, path: path === '' ? 'file' : path, message };
}

/** `line: message`, or `path: message`, as the command line prints it. */
export function formatProblem({ line, path, message }: Problem): string {
  return `${line ?? path ?? 'file'}: ${message}`;
}

/** Nothing but one problem with the whole file. */
export function refuse(problem: Problem): Decoded {
  return { records: [], problems: [problem] };
}
