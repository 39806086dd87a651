import { anchor } from './anchor';
import type { Selector, TextQuoteSelector } from './annotation';
import { changeOf, type PassageChange } from './diff';
import { findGap } from './gap';
import { PageIndex } from './page-index';
import { passageOf } from './passage';

/** What has become of a passage in a text. */
export interface FoundChange extends PassageChange {
  readonly state: 'placed' | 'changed' | 'lost';
}

/**
 * Compares a stored passage and its paragraph with the text at hand. A lost passage is compared with what now
 * stands between its old neighbours; where these are gone too, all of it counts as removed. Null without a quote.
 */
export function changeIn(text: string, selectors: readonly Selector[]): FoundChange | null {
  const passage = passageOf(selectors);
  if (passage === null) return null;
  const { quote } = passage;
  const placement = anchor(text, selectors);
  if (placement.state !== 'lost')
    return { state: placement.state, ...changeOf(quote, text, placement) };
  const { span } = findGap(new PageIndex(text), passage);
  return { state: 'lost', ...(span === null ? removed(quote) : changeOf(quote, text, span)) };
}

function removed({ exact }: TextQuoteSelector): PassageChange {
  return { before: [], passage: [{ kind: 'removed', text: exact }], after: [] };
}
