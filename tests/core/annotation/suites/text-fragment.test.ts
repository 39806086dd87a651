import { expect, describe as group, it } from 'vitest';
import { foldForFragment, prepareFragmentText } from '@/core/annotation/fragment-text';
import {
  formatTextDirective,
  parseTextDirectives,
  resolveTextDirective,
} from '@/core/annotation/text-directive';
import { textFragmentFor } from '@/core/annotation/text-fragment';
import { visibleTextOf } from '../support/html-text';
import { casesOf, type SuiteCase } from '../support/suite-cases';

/** Cases that turn on what only a browser with the page's style sheet and scripts knows. */
const NEEDS_A_BROWSER: Readonly<Record<string, string>> = {
  'wpt-scroll-to-text-031': 'the text is put into a shadow root by a script',
};

/** Cases whose words Downrange gives differently on purpose. */
const DIFFERENT: Readonly<Record<string, { readonly words: string; readonly reason: string }>> = {
  'text-fragments-polyfill-002': {
    words: 'is a test. A list item. Another one. hey And another one',
    reason:
      'a DOM range covers the hidden word in it; page text does not hold what a reader cannot see',
  },
};

const CASES = casesOf('text-fragment');
const ON_TEXT = CASES.filter(({ id }) => NEEDS_A_BROWSER[id] === undefined);

group('text fragments of other projects, read', () => {
  it.each(CASES)('$id: $name', ({ fragment = '', parsed }) => {
    expect(parseTextDirectives(fragment)).toEqual(parsed);
  });
});

group('text fragments of other projects, followed', () => {
  it.each(ON_TEXT)('$id: $name', (suiteCase) => {
    const { page, spans } = follow(suiteCase);
    expect(spans.length > 0, page.text).toBe(suiteCase.expect.found);
    const first = spans[0];
    const words = DIFFERENT[suiteCase.id]?.words ?? suiteCase.expect.text;
    if (first !== undefined && typeof words === 'string') {
      expect(page.text.slice(first.start, first.end).replace(/\s+/g, ' ')).toBe(words);
    }
  });
});

group('the link that we build to what a fragment of another project finds', () => {
  const found = ON_TEXT.filter((suiteCase) => follow(suiteCase).spans.length > 0);

  it.each(found)('leads to the same words: $id', (suiteCase) => {
    const { page, spans } = follow(suiteCase);
    for (const span of spans) {
      const fragment = textFragmentFor(page.text, span);
      const [directive] = parseTextDirectives(`#${fragment}`);
      if (fragment === null || directive === undefined) throw new TypeError('expected a fragment');
      expect(formatTextDirective(directive)).toBe(fragment);
      const led = resolveTextDirective(page, directive);
      // Browsers match whole words, so a link to a part of a word leads to the word.
      expect(led?.start).toBeLessThanOrEqual(span.start);
      expect(led?.end).toBeGreaterThanOrEqual(span.end);
      expect(page.text.slice(led?.start, led?.end).length - (span.end - span.start)).toBeLessThan(
        12,
      );
    }
  });
});

group('text as fragments compare it', () => {
  it.each(casesOf('normalize'))('$id: $name', ({ text = '', expect: wanted }) => {
    // Theirs leaves voiced kana taken apart where ours puts them together again: the same letters.
    expect(foldForFragment(text)).toBe(String(wanted.normalized).normalize('NFC'));
  });
});

group('words of other projects, bounded', () => {
  it.each(casesOf('word-bounded'))(
    '$id: $name',
    ({ text = '', substring = '', expect: wanted }) => {
      const page = prepareFragmentText(text);
      const at = page.folded.indexOf(foldForFragment(substring));
      expect(page.isWordBorder(at) && page.isWordBorder(at + substring.length)).toBe(
        wanted.wordBounded,
      );
    },
  );
});

function follow({ html = '', fragment = '' }: SuiteCase) {
  const page = prepareFragmentText(visibleTextOf(html));
  const spans = parseTextDirectives(fragment).flatMap(
    (directive) => resolveTextDirective(page, directive) ?? [],
  );
  return { page, spans };
}
