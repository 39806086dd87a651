import type { Selector, TextPositionSelector, TextQuoteSelector } from './annotation';
import { fold } from './comparison-text';
import { type FoldedContext, foldedContext } from './context';
import { type Token, tokensOf } from './tokens';

/** Words of context that are compared with the page where the context was edited too. */
const CONTEXT_TOKENS = 24;
const CONTEXT_REACH = 200;

/** A passage to be found again, read from its selectors. Parts that only some searches need are made when asked for. */
export class Passage {
  readonly quote: TextQuoteSelector;
  /** Where it stood, in UTF-16 units of the text as it was; null when the selectors do not say. */
  readonly position: TextPositionSelector | null;
  #folded: string | null = null;
  #context: FoldedContext | null = null;
  #words: PassageWords | null = null;
  #contextTokens: { readonly before: readonly Token[]; readonly after: readonly Token[] } | null =
    null;
  #wordsBeside: ReadonlySet<string> | null = null;
  #wholeContext: { readonly before: string; readonly after: string } | null = null;

  constructor(quote: TextQuoteSelector, position: TextPositionSelector | null) {
    this.quote = quote;
    this.position = position;
  }

  get folded(): string {
    this.#folded ??= fold(this.quote.exact);
    return this.#folded;
  }

  get context(): FoldedContext {
    this.#context ??= foldedContext(this.quote.prefix, this.quote.suffix);
    return this.#context;
  }

  get words(): PassageWords {
    this.#words ??= passageWords(this.quote);
    return this.#words;
  }

  /** The words next to the passage on both sides, in the order of the text: about a sentence of each. */
  get contextTokens(): { readonly before: readonly Token[]; readonly after: readonly Token[] } {
    this.#contextTokens ??= {
      before: tokensOf((this.quote.prefix ?? '').slice(-CONTEXT_REACH)).slice(-CONTEXT_TOKENS),
      after: tokensOf((this.quote.suffix ?? '').slice(0, CONTEXT_REACH)).slice(0, CONTEXT_TOKENS),
    };
    return this.#contextTokens;
  }

  /** The words that stood around the passage, and not in it, as far as they were stored. */
  get wordsBeside(): ReadonlySet<string> {
    if (this.#wordsBeside === null) {
      const { prefix = '', suffix = '' } = this.quote;
      const own = new Set(this.words.tokens.map(({ key }) => key));
      const beside = [...tokensOf(prefix), ...tokensOf(suffix)].map(({ key }) => key);
      this.#wordsBeside = new Set(beside.filter((key) => !own.has(key)));
    }
    return this.#wordsBeside;
  }

  /** All the context that is stored, folded: it grew until the passage was unique. */
  get wholeContext(): { readonly before: string; readonly after: string } {
    this.#wholeContext ??= {
      before: fold(this.quote.prefix ?? ''),
      after: fold(this.quote.suffix ?? ''),
    };
    return this.#wholeContext;
  }
}

/** The words of a passage, the first and the last completed from the context where the selection cut them. */
export interface PassageWords {
  /** The quote with its cut words completed; token offsets count from its beginning. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Units of the first and last word that lie outside the quote. */
  readonly cutBefore: number;
  readonly cutAfter: number;
  /** Sum of the tokens' weights: how much there is to recognise. */
  readonly weight: number;
  readonly opensSentence: boolean;
  readonly closesSentence: boolean;
}

/** The passage that selectors describe; null when there is no quote among them, or an empty one. */
export function passageOf(selectors: readonly Selector[]): Passage | null {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
  if (quote?.type !== 'TextQuoteSelector') return null;
  const place = position?.type === 'TextPositionSelector' ? position : null;
  const passage = new Passage(quote, place);
  return passage.folded.length === 0 ? null : passage;
}

const WORD_END = /[\p{L}\p{N}\p{M}]{1,40}$/u;
const WORD_START = /^[\p{L}\p{N}\p{M}]{1,40}/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function passageWords(quote: TextQuoteSelector): PassageWords {
  const { exact, prefix = '', suffix = '' } = quote;
  const head = isCutWord(exact.charAt(0)) ? (WORD_END.exec(prefix.slice(-40))?.[0] ?? '') : '';
  const tail = isCutWord(exact.charAt(exact.length - 1))
    ? (WORD_START.exec(suffix.slice(0, 40))?.[0] ?? '')
    : '';
  const cutBefore = UNSPACED.test(head) ? 0 : head.length;
  const cutAfter = UNSPACED.test(tail) ? 0 : tail.length;
  const text = prefix.slice(prefix.length - cutBefore) + exact + suffix.slice(0, cutAfter);
  const tokens = tokensOf(text);
  return {
    text,
    tokens,
    cutBefore,
    cutAfter,
    weight: tokens.reduce((sum, token) => sum + token.weight, 0),
    opensSentence:
      cutBefore === 0 &&
      /(?:^|[.!?。！？…:：][\s"'”’)）」』]*|\n\s*)["'“‘（(「『]*$/u.test(prefix.slice(-12)),
    closesSentence:
      cutAfter === 0 &&
      (/[.!?。！？…]["'”’)）」』\s]*$/u.test(exact.slice(-8)) ||
        /^["'”’)）」』]*(?:[.!?。！？…]|\s*$|\s*\n)/u.test(suffix.slice(0, 12))),
  };
}

function isCutWord(character: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character) && !UNSPACED.test(character);
}
