import type { Span } from '@/core/text/span';
import type { Neighbours } from './gap';
import type { PageIndex } from './page-index';
import type { Passage } from './passage';
import type { Token } from './tokens';

/**
 * What is left of `span` when an editor has joined the passage to the sentence beside it: without the stored context
 * where that stands in it, and without clauses made of the words that stood around the passage. `matched` stays.
 */
export function withoutJoinedSentences(
  page: PageIndex,
  passage: Passage,
  span: Span,
  matched: Span,
  neighbours: Neighbours,
): Span {
  return withinClauses(page, passage, withoutNeighbours(page, span, matched, neighbours), matched);
}

function withoutNeighbours(
  page: PageIndex,
  span: Span,
  matched: Span,
  neighbours: Neighbours,
): Span {
  let { start, end } = span;
  for (const neighbour of neighbours.before)
    if (neighbour.end <= matched.start) start = Math.max(start, neighbour.end);
  for (const neighbour of neighbours.after)
    if (neighbour.start >= matched.end) end = Math.min(end, neighbour.start);
  if (end === span.end) return { start, end };
  // The comma, or the "and", that joined them.
  const joint = /[\s,;:—–，；]+(?:and|but|while|which)?\s*$/u.exec(
    page.text.slice(matched.end, end),
  );
  return { start, end: joint === null ? end : matched.end + joint.index };
}

/** Where a clause ends: a comma and its like. Full stops are the sentence's own. */
const CLAUSE_END = /[,;:—–，；：、](?=["'”’」』）)\s]|\p{Script=Han})["'”’」』）)]*\s*/gu;

/** A clause with this share of its words from the sentence beside the passage is that sentence, joined to it. */
const JOINED_SHARE = 0.5;
const LEAST_JOINED = 3;

/**
 * Two sentences that were joined: where what stands beyond the matched words was the next sentence, or the one
 * before, the passage ends at the comma between them. A clause that is new stays with the passage.
 */
function withinClauses(page: PageIndex, passage: Passage, span: Span, matched: Span): Span {
  const isJoined = (start: number, end: number) => {
    const { words } = page;
    const tokens = words.tokens(words.indexAt(start), words.indexAt(end)).filter(saysSomething);
    const shared = tokens.filter(({ key }) => passage.wordsBeside.has(key)).length;
    return shared >= LEAST_JOINED && shared >= JOINED_SHARE * tokens.length;
  };
  let { start, end } = span;
  for (const match of page.text.slice(start, matched.start).matchAll(CLAUSE_END)) {
    const cut = span.start + match.index + match[0].length;
    if (cut <= matched.start && isJoined(start, cut)) start = cut;
  }
  for (const match of [...page.text.slice(matched.end, end).matchAll(CLAUSE_END)].reverse()) {
    const cut = matched.end + match.index;
    if (isJoined(cut, end)) end = cut;
  }
  return { start, end };
}

function saysSomething(token: Token): boolean {
  return token.wordClass !== 'function';
}
