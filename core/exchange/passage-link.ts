import type { StoredAnnotation } from '@/core/annotation/annotation';
import { formatTextDirective } from '@/core/annotation/text-directive';
import { linkToPassage } from '@/core/annotation/text-fragment';

/** Scripts without spaces, in which few characters say much. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

/** A quotation shorter than this may well stand twice on a page: 24 units, 8 in scripts without spaces. */
const TELLING = 24;
const TELLING_UNSPACED = 8;

/**
 * The address of a page with a text fragment that leads to the passage, built from the stored words alone. Words
 * before the passage are put in when the quotation stands twice among the stored words, and when it is so short that
 * it may stand elsewhere on the page. Null for notes on an entity and rows that name no page.
 */
export function passageLink({ annotation }: StoredAnnotation): string | null {
  const { source, selector } = annotation.target;
  if (!/^(?:https?|file|ftp):/i.test(source)) return null;
  const quote = selector?.find((one) => one.type === 'TextQuoteSelector');
  if (quote === undefined) return source;
  const { exact, prefix = '', suffix = '' } = quote;
  const plain = plainFragment(exact, prefix, suffix);
  if (plain !== null)
    return `${source.replace(/:~:.*$/s, '').replace(/#$/, '')}${source.includes('#') ? '' : '#'}${plain}`;
  const telling = UNSPACED.test(exact) ? TELLING_UNSPACED : TELLING;
  // A copy of a short quotation in front: the link must then tell the second from the first.
  const decoy = exact.length < telling && prefix !== '' ? `${exact}\n\n` : '';
  const before = `${decoy}${prefix.slice(-AROUND)}`;
  const span = { start: before.length, end: before.length + exact.length };
  return linkToPassage(source, `${before}${exact}${suffix.slice(0, AROUND)}`, span);
}

/** Units of the stored words around a quotation that a link may use. */
const AROUND = 48;

/** A quotation up to this many units is quoted whole (as in `core/annotation/text-fragment.ts`). */
const WHOLE = 100;

/**
 * The fragment for the plain cases, which are most of a library: a quotation in one paragraph, between signs that are
 * no letters, that stands once among the stored words; a short one in a script with spaces takes the words before it
 * along. The general way gives the same at a hundred times the price. Null for every other case.
 */
function plainFragment(exact: string, prefix: string, suffix: string): string | null {
  if (exact.length > WHOLE || /[\n\r]|^\s|\s$/.test(exact)) return null;
  const isBounded =
    !WORD_END.test(prefix.slice(-1) + exact.charAt(0)) &&
    !WORD_END.test(exact.slice(-1) + suffix.charAt(0));
  if (!isBounded) return null;
  const around = `${prefix}${exact}${suffix}`.toLowerCase();
  const standsOnce = (words: string) => around.indexOf(words) === around.lastIndexOf(words);
  const isUnspaced = UNSPACED.test(exact);
  if (exact.length >= (isUnspaced ? TELLING_UNSPACED : TELLING))
    return standsOnce(exact.toLowerCase()) ? formatTextDirective({ start: exact }) : null;
  if (prefix === '') return formatTextDirective({ start: exact });
  const before = prefix.trimEnd();
  const block = before.slice(before.lastIndexOf('\n') + 1);
  const words = block
    .slice(block.lastIndexOf(' ', block.length - FEW) + 1)
    .replace(/^[^\p{L}\p{N}]+/u, '');
  if (isUnspaced || words === '' || words.length > AROUND || UNSPACED.test(words)) return null;
  return standsOnce(`${words}${prefix.slice(before.length)}${exact}`.toLowerCase())
    ? formatTextDirective({ prefix: words, start: exact })
    : null;
}

/** Units of context that a short quotation takes along, at least. */
const FEW = 12;

/** Two letters, digits or marks at the end: no border of a word between them. */
const WORD_END = /[\p{L}\p{N}\p{M}_'’-][\p{L}\p{N}\p{M}_'’-]$/u;
