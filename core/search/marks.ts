import type { Span } from '@/core/text/span';
import type { Query } from './query';
import { wantedWords } from './words';

/**
 * Where a query's words and phrases stand in a text: sorted, never overlapping, in UTF-16 code units. A word
 * is marked from the start of a word on, as prefix search finds it; Chinese words anywhere.
 */
export function findMarks(text: string, query: Query): readonly Span[] {
  const lower = text.toLowerCase();
  // İ alone grows when lowered; its text is left unmarked rather than marked in the wrong place.
  if (lower.length !== text.length) return [];
  const wanted = [
    ...query.phrases.map((phrase) => phrase.toLowerCase()),
    ...wantedWords(query.words).required,
  ];
  const spans: Span[] = [];
  for (const word of new Set(wanted)) {
    if (word === '') continue;
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      const before = lower.charAt(at - 1);
      if (/^[a-z0-9]/.test(word) && /[\p{L}\p{N}]/u.test(before)) continue;
      spans.push({ start: at, end: at + word.length });
    }
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
