/*
 * On which line of a JSON text a value begins, for problems that know only its path. `JSON.parse` tells no places.
 */

/** Paths deeper than this take the line of what holds them. */
const DEPTH = 5;

interface Level {
  readonly path: string;
  readonly isArray: boolean;
  index: number;
  key: string;
}

/** Lines, from 1, by path (`first.items[3].target`) of the values of a valid JSON text. Linear. */
export function linesOfJson(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const stack: Level[] = [];
  let line = 1;
  let awaitsKey = false;
  const begin = (): string => {
    const level = stack.at(-1);
    if (level === undefined) return '';
    if (level.isArray) return `${level.path}[${level.index}]`;
    return level.path === '' ? level.key : `${level.path}.${level.key}`;
  };
  const note = () => {
    if (stack.length <= DEPTH) lines.set(begin(), line);
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const level = stack.at(-1);
    if (sign === '\n') line++;
    else if (sign === '"') {
      const end = endOfString(text, at);
      if (awaitsKey && level !== undefined && !level.isArray) {
        level.key = stack.length <= DEPTH ? text.slice(at + 1, end) : '';
        awaitsKey = false;
      } else note();
      at = end;
    } else if (sign === '{' || sign === '[') {
      note();
      // A path that nobody asks for is not built: deep nesting would make it long.
      const path = stack.length <= DEPTH ? begin() : '';
      stack.push({ path, isArray: sign === '[', index: 0, key: '' });
      awaitsKey = sign === '{';
    } else if (sign === '}' || sign === ']') {
      stack.pop();
      awaitsKey = false;
    } else if (sign === ',') {
      if (level?.isArray === true) level.index++;
      else awaitsKey = true;
    } else if (/[-\dtfn]/.test(sign) && !/[\w.+-]/.test(text.charAt(at - 1))) note();
  }
  return lines;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}

/** The line of a path, or of the nearest thing around it that has one; 1 when there is none. */
export function lineOfPath(lines: ReadonlyMap<string, number>, path: string): number {
  for (let at = path; ; at = at.replace(/(?:\.[^.[\]]*|\[\d+\]|[^.[\]]+)$/, '')) {
    const line = lines.get(at);
    if (line !== undefined) return line;
    if (at === '') return 1;
  }
}
