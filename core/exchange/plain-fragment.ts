import { borderBetween } from '@/core/annotation/fragment-text';
import { formatTextDirective, type TextDirective } from '@/core/annotation/text-directive';
import { STRETCH, WHOLE } from '@/core/annotation/text-fragment';

/** Scripts without spaces, in which few characters say much. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

/** A quotation shorter than this may well stand twice on a page: 24 units, 8 in scripts without spaces. */
const TELLING = 24;
const TELLING_UNSPACED = 8;

/** Whether a quotation is so short that it may stand elsewhere on its page. */
export function isShort(exact: string): boolean {
  return exact.length < (UNSPACED.test(exact) ? TELLING_UNSPACED : TELLING);
}

/**
 * The fragment for the plain cases, which are most of a library: a quotation in one paragraph, between signs that are
 * no letters, of which the words that the fragment names stand once among the stored ones. The general way
 * (`textFragmentFor`) gives the same at many times the price; `null` leaves all other cases to it.
 */
export function plainFragment(exact: string, prefix: string, suffix: string): string | null {
  if (/[\n\r]|^\s|\s$/.test(exact)) return null;
  if (isWithinWord(prefix, exact) || isWithinWord(exact, suffix)) return null;
  const around = `${prefix}${exact}${suffix}`.toLowerCase();
  const standsOnce = (words: string) => around.indexOf(words) === around.lastIndexOf(words);
  const directive =
    exact.length > WHOLE
      ? byItsEnds(exact, around, standsOnce)
      : isShort(exact)
        ? withWordsBefore(exact, prefix, standsOnce)
        : standsOnce(exact.toLowerCase())
          ? { start: exact }
          : null;
  return directive === null ? null : formatTextDirective(directive);
}

/** Whether one word may reach from the end of a text into the next: 3|.5, end.|Next. */
function isWithinWord(before: string, after: string): boolean {
  return ACROSS.test(`${before.slice(-2)}\0${after.slice(0, 2)}`);
}

const ACROSS = /[\p{L}\p{N}\p{M}_'’-][.:,;'’·]?\0[.:,;'’·]?[\p{L}\p{N}\p{M}_'’-]/u;

type StandsOnce = (words: string) => boolean;

/** A long quotation in plain English: its first words and its last. */
function byItsEnds(exact: string, around: string, standsOnce: StandsOnce): TextDirective | null {
  // In other signs, and in runs of spaces, places in the words are not places in their folded form.
  if (!/^[ -~]+$/.test(around) || around.includes('  ')) return null;
  const lower = exact.toLowerCase();
  const to = borderFrom(lower, STRETCH, 1);
  const from = borderFrom(lower, lower.length - STRETCH, -1);
  if (to === null || from === null || to > from) return null;
  if (!standsOnce(lower.slice(0, to)) || !standsOnce(lower.slice(from))) return null;
  return { start: exact.slice(0, to), end: exact.slice(from) };
}

/** The first border of a word from a place on, seen from the passage's near end; null where two signs do not tell. */
function borderFrom(lower: string, start: number, step: 1 | -1): number | null {
  for (let at = start; at > 0 && at < lower.length; at += step) {
    const [before, after] = [lower.charAt(at - 1), lower.charAt(at)];
    const inner = step === 1 ? before : after;
    if (inner === ' ') continue;
    const isBorder = before === ' ' || after === ' ' || borderBetween(before, after);
    if (isBorder === null) return null;
    if (isBorder) return at;
  }
  return null;
}

/** Units of context that a short quotation takes along, at least and at most. */
const FEW = 12;
const MANY = 48;

/** A short quotation with the words before it, in a script with spaces. */
function withWordsBefore(
  exact: string,
  prefix: string,
  standsOnce: StandsOnce,
): TextDirective | null {
  if (prefix === '') return { start: exact };
  const before = prefix.trimEnd();
  const block = before.slice(before.lastIndexOf('\n') + 1);
  const words = block
    .slice(block.lastIndexOf(' ', block.length - FEW) + 1)
    .replace(/^[^\p{L}\p{N}]+/u, '');
  if (words === '' || words.length > MANY || UNSPACED.test(exact + words)) return null;
  const isOnce = standsOnce(`${words}${prefix.slice(before.length)}${exact}`.toLowerCase());
  return isOnce ? { prefix: words, start: exact } : null;
}
