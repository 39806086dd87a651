/**
 * A stretch of text: half-open, in UTF-16 code units of the text it belongs to
 * (the page text unless a comment says otherwise). `start <= end` always.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True when the two spans share at least one code unit. Empty spans overlap nothing. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
