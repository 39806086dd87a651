import { ALIAS, CASING } from '@/core/detection/gazetteer-format';
import { foldCode, isCyrillic, isUnspaced, isUpper } from '@/core/text/fold';
import { BREAK } from '@/core/text/name-symbols';
import type { CompiledName } from './gazetteer';

/** Sources of the two regular expressions that find where names may begin. */
export interface FinderSources {
  /** One character: a capital, or one of an unspaced script. Engines drop the classes that a text cannot hold. */
  readonly capitals: string;
  /** The beginnings of names that begin with a small letter, a digit or an accent, and of brands written small; hashtags. */
  readonly smallStarts: string;
}

/** Writes the finder's expressions for these names. */
export function finderSources(names: readonly CompiledName[]): FinderSources {
  const starts = new Set<string>();
  let hasCyrillic = false;
  let hasSurrogates = false;
  for (const { text, symbols, attributes } of names) {
    const code = text.charCodeAt(0);
    const first = symbols[0] ?? 0;
    if (isCyrillic(first)) hasCyrillic = true;
    else if (first >= 0xd800 && first <= 0xdbff) hasSurrogates = true;
    else if (!isUnspaced(first) && !(code >= 0x41 && code <= 0x5a))
      // Letters with accents are so rare that each is worth a look.
      starts.add(
        code > 0x7f ? text.charAt(0) : escapePattern(text.charAt(0)) + tailPattern(symbols),
      );
    if (((attributes >> ALIAS.casingShift) & 3) === CASING.brand && isUpper(code)) {
      const letters = symbols.filter((symbol) => symbol > BREAK.numbers);
      starts.add(String.fromCharCode(...letters.slice(0, BRAND_LETTERS)));
    }
  }
  const group = (before: string, first: RegExp) => {
    const patterns = [...starts].filter((start) => first.test(start)).toSorted();
    return patterns.length === 0 ? [] : [`${before}(?:${patterns.join('|')})`];
  };
  return {
    capitals: `[A-Z${hasCyrillic ? 'А-ЯЁ' : ''}Ａ-Ｚ\\u3005-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3${hasSurrogates ? '\\ud800-\\udbff' : ''}]`,
    // `\b` knows ASCII alone: before an accent it would want a letter.
    smallStarts: ['#(?=[a-z])', ...group('\\b', /^[ -~]/), ...group('', /^[^ -~]/)].join('|'),
  };
}

/** 7: with fewer letters ordinary words pass too often. */
const BRAND_LETTERS = 7;

/** What follows the first character, for the next three symbols: letters in both cases, any gap at a break. */
function tailPattern(symbols: readonly number[]): string {
  return symbols
    .slice(1, 4)
    .map((symbol) => {
      if (symbol <= BREAK.numbers) return '.?';
      const letter = String.fromCharCode(symbol);
      return foldCode(symbol) === symbol && symbol >= 0x61
        ? `[${letter}${letter.toUpperCase()}]`
        : escapePattern(letter);
    })
    .join('');
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
