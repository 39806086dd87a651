import { anchor, type Placement } from '@/core/annotation/anchor';
import { describe, type TextSelectors } from '@/core/annotation/describe';
import type { DiffPart } from '@/core/annotation/diff';
import type { Span } from '@/core/text/span';

/** Reads `before [[passage]] after`: the text without the brackets, and the span of what stood in them. */
export function marked(source: string): { readonly text: string; readonly span: Span | null } {
  const start = source.indexOf('[[');
  const end = source.indexOf(']]');
  if (start === -1 || end === -1) return { text: source, span: null };
  return {
    text: source.slice(0, start) + source.slice(start + 2, end) + source.slice(end + 2),
    span: { start, end: end - 2 },
  };
}

/** The selectors of the marked passage. */
export function selectorsOf(source: string): TextSelectors {
  const { text, span } = marked(source);
  if (span === null)
    throw new TypeError(`expected [[a passage]] in ${JSON.stringify(source.slice(0, 60))}`);
  const selectors = describe(text, span);
  if (!selectors.ok) throw new TypeError(selectors.error.message);
  return selectors.value;
}

/** Describes the passage marked in `before` and looks for it in `after`. */
export function followEdit(before: string, after: string): Placement {
  return anchor(marked(after).text, selectorsOf(before));
}

/** `state: words that were found`, so that a failed expectation shows both. */
export function shown(placement: Placement, text: string): string {
  return placement.state === 'lost'
    ? 'lost'
    : `${placement.state}: ${text.slice(placement.start, placement.end)}`;
}

/** `same [-removed-] {+added+}`, as rows write it. */
export function written(parts: readonly DiffPart[]): string {
  return parts
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('');
}
