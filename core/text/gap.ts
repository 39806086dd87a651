import { isApostrophe, isHyphen, isInvisible, isMiddleDot, isSpace } from './fold';

/** What may stand between two parts of a name, one bit each. */
export const GAP = {
  none: 1,
  space: 2,
  /** A hyphen without spaces around. */
  hyphen: 4,
  /** A hyphen or dash with a space on one side or both. */
  looseHyphen: 8,
  apostrophe: 16,
  /** A full stop, alone or before a space. */
  dot: 32,
  /** A comma, before a space; also after a full stop (`Co., Ltd.`). */
  comma: 64,
  slash: 128,
  /** The raised dot of Chinese and Japanese. */
  middleDot: 256,
} as const;

/** A gap as read from a text. */
export interface Gap {
  /** One bit of `GAP`. */
  readonly kind: number;
  /** Offset behind the gap. */
  readonly end: number;
  /** A line break and nothing else: in Chinese it stands for nothing. */
  readonly isLineBreak: boolean;
}

/**
 * Reads what stands between two parts of a name from `start` on; `null` when the name must end there:
 * an empty line, other punctuation, the end of the text. Between letters there is nothing to read: the
 * caller looks at the character first.
 */
export function readGap(text: string, start: number): Gap | null {
  const spaced = skipSpaces(text, start);
  if (spaced === null) return null;
  const code = text.charCodeAt(spaced);
  const hasSpace = spaced > start;
  if (isHyphen(code)) {
    const end = skipSpaces(text, spaced + 1);
    if (end === null) return null;
    const isTight = !hasSpace && end === spaced + 1;
    return { kind: isTight ? GAP.hyphen : GAP.looseHyphen, end, isLineBreak: false };
  }
  if (hasSpace) {
    const isLineBreak =
      text.slice(start, spaced).trim() === '' && text.slice(start, spaced).includes('\n');
    return { kind: GAP.space, end: spaced, isLineBreak };
  }
  if (isApostrophe(code)) return { kind: GAP.apostrophe, end: start + 1, isLineBreak: false };
  if (isMiddleDot(code)) return { kind: GAP.middleDot, end: start + 1, isLineBreak: false };
  if (code === 0x2f || code === 0xff0f)
    return { kind: GAP.slash, end: start + 1, isLineBreak: false };
  if (code === 0x2e || code === 0xff0e) return stopped(text, start + 1);
  if (code === 0x2c) return afterComma(text, start + 1);
  return null;
}

function stopped(text: string, at: number): Gap | null {
  if (text.charCodeAt(at) === 0x2c) return afterComma(text, at + 1);
  const end = skipSpaces(text, at);
  return end === null ? null : { kind: GAP.dot, end, isLineBreak: false };
}

/** A comma counts only before a space: `9,000` is one number. */
function afterComma(text: string, at: number): Gap | null {
  const end = skipSpaces(text, at);
  return end === null || end === at ? null : { kind: GAP.comma, end, isLineBreak: false };
}

/** Offset behind the spaces and invisible marks at `start`; `null` when they hold an empty line. */
function skipSpaces(text: string, start: number): number | null {
  let lines = 0;
  let at = start;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) lines++;
    else if (!isSpace(code) && !isInvisible(code)) break;
  }
  return lines > 1 ? null : at;
}
