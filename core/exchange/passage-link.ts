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
 * The fragment for the plain case, which is most of a library: a telling quotation in one paragraph that stands once
 * among the stored words, between signs that are no letters. The general way would give the same at a hundred times
 * the price. Null for every other case.
 */
function plainFragment(exact: string, prefix: string, suffix: string): string | null {
  const telling = UNSPACED.test(exact) ? TELLING_UNSPACED : TELLING;
  if (exact.length < telling || exact.length > WHOLE || /[\n\r]|^\s|\s$/.test(exact)) return null;
  const isBounded =
    !WORD_END.test(prefix + exact.charAt(0)) && !WORD_END.test(exact.slice(-1) + suffix.charAt(0));
  if (!isBounded) return null;
  const around = `${prefix}${exact}${suffix}`.toLowerCase();
  const wanted = exact.toLowerCase();
  return around.indexOf(wanted) === around.lastIndexOf(wanted)
    ? formatTextDirective({ start: exact })
    : null;
}

/** Two letters, digits or marks at the end: no border of a word between them. */
const WORD_END = /[\p{L}\p{N}\p{M}_'’-][\p{L}\p{N}\p{M}_'’-]$/u;
