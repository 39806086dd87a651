/** A search stops after this many hits: a page of one letter must not cost more than a page of words. */
const MAX_OCCURRENCES = 20_000;

/** Up to this length the engine's own search is safe: its worst case is text length × this. */
const PROBE_LENGTH = 128;

/**
 * Every place where `needle` stands in `text`, overlapping ones included, ascending; none for an empty needle.
 * Linear in `text` and `needle` whatever they hold: a long needle is looked for by its first
 * 128 units, and where a periodic text makes that too dear, by Knuth, Morris and Pratt's automaton.
 */
export function occurrencesOf(text: string, needle: string, limit = MAX_OCCURRENCES): number[] {
  const found: number[] = [];
  if (needle.length === 0 || needle.length > text.length) return found;
  const probe = needle.length > PROBE_LENGTH ? needle.slice(0, PROBE_LENGTH) : needle;
  let budget = 8 * (text.length + needle.length);
  for (
    let index = text.indexOf(probe);
    index !== -1 && found.length < limit;
    index = text.indexOf(probe, index + 1)
  ) {
    if (probe !== needle) {
      budget -= needle.length;
      if (budget < 0) return occurrencesByAutomaton(text, needle, limit);
      if (!text.startsWith(needle, index)) continue;
    }
    found.push(index);
  }
  return found;
}

function occurrencesByAutomaton(text: string, needle: string, limit: number): number[] {
  const border = new Int32Array(needle.length);
  for (let index = 1, length = 0; index < needle.length; index++) {
    while (length > 0 && needle.charCodeAt(index) !== needle.charCodeAt(length)) {
      length = border[length - 1] ?? 0;
    }
    if (needle.charCodeAt(index) === needle.charCodeAt(length)) length++;
    border[index] = length;
  }
  const found: number[] = [];
  for (let index = 0, length = 0; index < text.length && found.length < limit; index++) {
    while (length > 0 && text.charCodeAt(index) !== needle.charCodeAt(length)) {
      length = border[length - 1] ?? 0;
    }
    if (text.charCodeAt(index) === needle.charCodeAt(length)) length++;
    if (length === needle.length) {
      found.push(index - needle.length + 1);
      length = border[length - 1] ?? 0;
    }
  }
  return found;
}
