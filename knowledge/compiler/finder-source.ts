import { ALIAS, CASING } from '@/core/detection/gazetteer-format';
import { foldCode, isCyrillic, isUnspaced, isUpper } from '@/core/text/fold';
import { BREAK } from '@/core/text/name-symbols';
import type { CompiledName } from './gazetteer';

/**
 * The source of the regular expression that matches one character where a name may begin: a capital, a
 * character of an unspaced script, or another character with the start of a name behind it. V8 drops the
 * classes that a text of one byte a character cannot hold.
 */
export function finderSource(names: readonly CompiledName[]): string {
  const tails = new Map<string, Set<string>>();
  const add = (head: string, tail: string) =>
    tails.set(head, (tails.get(head) ?? new Set()).add(tail));
  let hasCyrillic = false;
  for (const { text, symbols, attributes } of names) {
    const code = text.charCodeAt(0);
    const first = symbols[0] ?? 0;
    if (isCyrillic(first)) hasCyrillic = true;
    else if (!isUnspaced(first) && !(code >= 0x41 && code <= 0x5a))
      add(text.charAt(0), tailPattern(symbols));
    // A brand is also written without any capital; a name with digits first is left as it is.
    if (((attributes >> ALIAS.casingShift) & 3) === CASING.brand && isUpper(code)) {
      const letters = symbols.filter((symbol) => symbol > BREAK.numbers);
      add(String.fromCharCode(letters[0] ?? 0), String.fromCharCode(...letters.slice(1, 5)));
    }
  }
  const others = [...tails]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([head, found]) => `${escapePattern(head)}(?=${[...found].toSorted().join('|')})`);
  const capitals = `A-Z${hasCyrillic ? 'А-ЯЁ' : ''}Ａ-Ｚ`;
  return [
    `[${capitals}\\u3005-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3]`,
    '#(?=[a-z])',
    ...others,
  ].join('|');
}

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
