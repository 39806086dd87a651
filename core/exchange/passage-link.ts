import type { StoredAnnotation } from '@/core/annotation/annotation';
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
  const telling = UNSPACED.test(exact) ? TELLING_UNSPACED : TELLING;
  // A copy of a short quotation in front: the link must then tell the second from the first.
  const decoy = exact.length < telling && prefix !== '' ? `${exact}\n\n` : '';
  const before = `${decoy}${prefix}`;
  const span = { start: before.length, end: before.length + exact.length };
  return linkToPassage(source, `${before}${exact}${suffix}`, span);
}
