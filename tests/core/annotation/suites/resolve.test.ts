import { expect, describe as group, it } from 'vitest';
import { createAnchorer } from '@/core/annotation/anchor';
import { textContentOf } from '../support/html-text';
import { casesOf, type SuiteCase, selectorsOfCase } from '../support/suite-cases';

const EMPTY = 'an empty quote is no passage: describe refuses one, and there is nothing to paint';
const POSITION_ONLY =
  'a position alone cannot be checked against the words, so it is never believed';
const NO_SCOPE = 'passages are always looked for on the whole page';
const TYPOGRAPHY =
  'context guides and does not forbid: the only "dolor" stands where part of the context agrees';
const ALONE = 'a few words whose context is gone are other words that read alike';

/** Cases in which Downrange gives another answer on purpose: what it answers, and why. */
const DIFFERENT: Readonly<Record<string, { readonly answer: string; readonly reason: string }>> = {
  'apache-quote-match-006': {
    answer: 'lost',
    reason: 'the title in <head> is no part of the page text',
  },
  'apache-quote-match-016': { answer: '12–17 "dolor"', reason: TYPOGRAPHY },
  'apache-quote-match-017': { answer: '12–17 "dolor"', reason: TYPOGRAPHY },
  'apache-quote-match-018': { answer: '12–17 "dolor"', reason: TYPOGRAPHY },
  'apache-quote-match-020': { answer: 'lost', reason: EMPTY },
  'apache-quote-match-021': { answer: 'lost', reason: EMPTY },
  'apache-quote-match-022': { answer: 'lost', reason: EMPTY },
  'apache-quote-match-023': { answer: 'lost', reason: EMPTY },
  'apache-quote-match-024': { answer: 'lost', reason: EMPTY },
  'apache-quote-match-030': { answer: '12–20 "dolor am"', reason: NO_SCOPE },
  'apache-quote-match-031': { answer: '12–20 "dolor am"', reason: NO_SCOPE },
  'apache-position-match-001': { answer: 'lost', reason: POSITION_ONLY },
  'apache-position-match-002': { answer: 'lost', reason: POSITION_ONLY },
  'apache-position-match-003': { answer: 'lost', reason: POSITION_ONLY },
  'apache-position-match-004': { answer: 'lost', reason: POSITION_ONLY },
  'apache-position-match-005': { answer: 'lost', reason: POSITION_ONLY },
  'apache-position-match-006': { answer: 'lost', reason: POSITION_ONLY },
  'apache-position-match-007': { answer: 'lost', reason: POSITION_ONLY },
  'hypothesis-match-quote-002': {
    answer: 'lost',
    reason: 'one of three words is another one and nothing around vouches for it',
  },
  'hypothesis-match-quote-012': {
    answer: 'lost',
    reason:
      '"we had nout" agrees with "we had everything" and "we had nothing" in the same two words',
  },
  'hypothesis-match-quote-016': {
    answer: 'lost',
    reason: '"nutting" is neither "everything" nor "nothing"',
  },
  'hypothesis-match-quote-017': { answer: 'lost', reason: ALONE },
  'hypothesis-match-quote-018': { answer: 'lost', reason: ALONE },
  'hypothesis-match-quote-019': { answer: 'lost', reason: ALONE },
  'hypothesis-match-quote-020': { answer: 'lost', reason: ALONE },
  'hypothesis-match-quote-021': { answer: 'lost', reason: ALONE },
  'hypothesis-range-selector-001': {
    answer: 'lost',
    reason: 'an XPath range without a quote cannot be checked',
  },
};

group('selectors of other projects, resolved on the text of their pages', () => {
  it.each(casesOf('resolve', 'quote-in-text'))('$id: $name', (suiteCase) => {
    const text = suiteCase.text ?? textContentOf(suiteCase.html ?? '', suiteCase.root ?? 'body');
    expect(answerOf(suiteCase, text)).toBe(
      DIFFERENT[suiteCase.id]?.answer ?? wantedOf(suiteCase, text),
    );
  });
});

function answerOf(suiteCase: SuiteCase, text: string): string {
  const placement = createAnchorer(text).anchor(selectorsOfCase(suiteCase, text));
  return placement.state === 'lost' ? 'lost' : shown(text, placement.start, placement.end);
}

function wantedOf(
  { expect: { found, start, end, text: words, all } }: SuiteCase,
  text: string,
): string {
  if (found === false || all?.length === 0) return 'lost';
  const first = all?.[0];
  if (first !== undefined) return shown(text, first.start, first.end);
  // Positions in the recorded pages count the scripts' text too, as another parser read it: the words decide there.
  if (start !== undefined && (words === undefined || text.slice(start, end) === words)) {
    return shown(text, start, end ?? start + 8);
  }
  return shown(
    text,
    text.indexOf(String(words)),
    text.indexOf(String(words)) + String(words).length,
  );
}

function shown(text: string, start: number, end: number): string {
  return `${start}–${end} ${JSON.stringify(text.slice(start, end))}`;
}
