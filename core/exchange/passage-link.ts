import type { StoredAnnotation } from '@/core/annotation/annotation';
import { linkToPassage } from '@/core/annotation/text-fragment';
import { isShort, plainFragment } from './plain-fragment';

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
  // A copy of a short quotation in front: the link must then tell the second from the first.
  const decoy = isShort(exact) && prefix !== '' ? `${exact}\n\n` : '';
  const before = `${decoy}${prefix.slice(-AROUND)}`;
  const span = { start: before.length, end: before.length + exact.length };
  return linkToPassage(source, `${before}${exact}${suffix.slice(0, AROUND)}`, span);
}

/** Units of the stored words around a quotation that a link may use. */
const AROUND = 48;
