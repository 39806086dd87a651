/*
 * W3C positions count Unicode code points; ours count UTF-16 units. The two differ by one for every character
 * outside the basic plane (emoji, rare Han) that stands before.
 */

/** How many characters of `text` take two UTF-16 units. */
function astralCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length - 1; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(at + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      count++;
      at++;
    }
  }
  return count;
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * A place in code points from one in UTF-16 units, with what is known of the text before it: the whole text where
 * the caller has it, else the stored words before the quotation. Exact when `before` reaches to the start of the
 * page or holds all its wide characters; else short by those further up, which is why a quotation always goes along.
 */
export function toCodePoints({ start, end }: Place, before: string, exact: string): Place {
  const wide = astralCount(before);
  return { start: start - wide, end: end - wide - astralCount(exact) };
}

/** The opposite of `toCodePoints` with the same words. */
export function fromCodePoints({ start, end }: Place, before: string, exact: string): Place {
  const wide = astralCount(before);
  return { start: start + wide, end: end + wide + astralCount(exact) };
}
