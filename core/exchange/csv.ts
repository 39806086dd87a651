/*
 * CSV after RFC 4180, written and read without throwing. Reading also takes what other programs write: tabs or
 * semicolons for commas, any line end, quotes in the middle of a field.
 */

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  /** Line on which a quoted field begins that never ends; null when all end. */
  readonly unclosed: number | null;
}

/** Rows as CSV: CRLF after each, fields quoted where they must be. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvField).join(',')}\r\n`).join('');
}

function csvField(value: string): string {
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * A field that a spreadsheet takes for a text: a formula that begins with `=`, `+`, `-`, `@`, tab or CR, also in full
 * width, gets an apostrophe in front. So does a text that begins with an apostrophe, so that `unguard` is the opposite.
 */
export function guard(value: string): string {
  return /^\s*[=+\-@\t\r'＝＋－＠]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
}

/** The opposite of `guard`. */
export function unguard(value: string): string {
  return value.startsWith("'") ? value.slice(1) : value;
}

/** Reads CSV; the separator is the one of `,`, tab and `;` that the first line holds most. Linear. Empty lines are no rows. */
export function parseCsv(source: string): CsvTable {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let at = 0;
  let unclosed: number | null = null;
  const endRow = () => {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells });
    cells = [];
  };
  while (at < text.length) {
    if (cells.length === 0) rowLine = line;
    if (text.charAt(at) === '"') {
      const quoted = readQuoted(text, at);
      if (quoted.end === null) unclosed = line;
      const tailEnd = endOfPlain(text, quoted.end ?? text.length, separator);
      // What follows a closing quote belongs to the field: `"a"b` is what careless programs write for `ab`.
      cells.push(quoted.value + text.slice(quoted.end ?? text.length, tailEnd));
      line += countLines(text, at, tailEnd);
      at = tailEnd;
    } else {
      const end = endOfPlain(text, at, separator);
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) break;
    if (text.charAt(at) === separator) {
      at++;
      // A separator at the very end has an empty field behind it.
      if (at >= text.length) cells.push('');
      continue;
    }
    at += text.charAt(at) === '\r' && text.charAt(at + 1) === '\n' ? 2 : 1;
    line++;
    endRow();
  }
  if (cells.length > 0) endRow();
  return { rows, unclosed };
}

function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text.slice(0, 10_000))?.[0] ?? '';
  const count = (sign: string) => first.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The value of a quoted field that opens at `from`, and where it ends; null when nothing closes it. */
function readQuoted(
  text: string,
  from: number,
): { readonly value: string; readonly end: number | null } {
  const parts: string[] = [];
  let start = from + 1;
  for (;;) {
    const close = text.indexOf('"', start);
    if (close === -1) {
      parts.push(text.slice(start));
      return { value: parts.join('"'), end: null };
    }
    parts.push(text.slice(start, close));
    if (text.charAt(close + 1) !== '"') return { value: parts.join('"'), end: close + 1 };
    start = close + 2;
  }
}

function endOfPlain(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === separator || sign === '\n' || sign === '\r') break;
    at++;
  }
  return at;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}

/** A table whose first row names the columns. */
export interface NamedTable {
  /** The cell of a row under a column, trimmed of nothing; null when there is no such column or cell. */
  readonly cell: (row: CsvRow, column: string) => string | null;
  readonly has: (column: string) => boolean;
  /** Without the first. */
  readonly rows: readonly CsvRow[];
  /** How many columns there are. */
  readonly width: number;
}

/** Takes the first row for names; capitals and spaces around them do not count. */
export function withHeader({ rows }: CsvTable): NamedTable {
  const [header, ...rest] = rows;
  const names = (header?.cells ?? []).map((name) => name.trim().toLowerCase());
  const indexOf = (column: string) => names.indexOf(column.toLowerCase());
  return {
    cell: (row, column) => row.cells[indexOf(column)] ?? null,
    has: (column) => indexOf(column) !== -1,
    rows: rest,
    width: names.length,
  };
}
