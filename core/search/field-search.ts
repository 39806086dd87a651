import { strToU8 } from 'fflate';
import { type Columns, hasMarked, numberOfColour } from './columns';
import { markNumbers } from './facets';
import type { Query } from './query';
import { holdsBytes, type Segment } from './segment';
import type { NamesOf } from './word-search';
import { wantedWords } from './words';

type Test = (ordinal: number) => boolean;

/** Tests for the fields of a query; values of one field are alternatives. */
export function fieldTests(columns: Columns, query: Query, namesOf: NamesOf): readonly Test[] {
  const { tables } = columns;
  const tests: Test[] = [];
  if (query.entity.length > 0) {
    const names = (id: string) => namesOf(id).map((name) => name.toLowerCase());
    const isWanted = (id: string) =>
      query.entity.some(
        (value) => id === value || id.endsWith(`/${value}`) || names(id).includes(value),
      );
    const marked = markNumbers(tables.entities, isWanted);
    tests.push((ordinal) => hasMarked(columns.entities, ordinal, marked));
  }
  if (query.tag.length > 0) {
    const marked = markNumbers(tables.tags, (tag) => query.tag.includes(tag.toLowerCase()));
    tests.push((ordinal) => hasMarked(columns.tags, ordinal, marked));
  }
  if (query.site.length > 0) {
    const isWanted = (text: string) => query.site.some((value) => text.includes(value));
    const [sites, siteNames] = [
      markNumbers(tables.sites, isWanted),
      markNumbers(tables.siteNames, isWanted),
    ];
    tests.push(
      (ordinal) =>
        sites[columns.site.at(ordinal)] === 1 || siteNames[columns.siteName.at(ordinal)] === 1,
    );
  }
  if (query.colour.length > 0) {
    const wanted = query.colour.map(numberOfColour);
    tests.push((ordinal) => {
      const colour = columns.colour.at(ordinal);
      return colour !== 0 && wanted.includes(colour);
    });
  }
  if (query.since !== null) {
    const since = Date.parse(query.since);
    tests.push((ordinal) => (columns.created[ordinal] ?? 0) >= since);
  }
  return tests;
}

/** A test that the quotation, the note or the title holds a phrase just so, case apart. */
export function phraseTest(phrase: string, columns: Columns, segments: readonly Segment[]): Test {
  const bytes = strToU8(phrase.toLowerCase());
  const mayHold = candidates(phrase, columns, segments);
  return (ordinal) => {
    if (mayHold !== null && mayHold[ordinal] !== 1) return false;
    // Few segments, the first of them by far the largest.
    const segment = segments.find(({ from, count }) => ordinal < from + count);
    return segment !== undefined && holdsBytes(segment, ordinal, bytes);
  };
}

/**
 * Marks what holds all words of a phrase: only there need the text be read. A phrase may begin and end within a
 * word. Null when it has no words.
 */
function candidates(
  phrase: string,
  columns: Columns,
  segments: readonly Segment[],
): Uint8Array | null {
  const { required } = wantedWords(phrase);
  if (required.length === 0) return null;
  const held = new Uint8Array(columns.size);
  for (const [round, word] of required.entries()) {
    const [isFirst, isLast] = [round === 0, round === required.length - 1];
    const fits = (other: string) =>
      isFirst
        ? isLast
          ? other.includes(word)
          : other.endsWith(word)
        : isLast
          ? other.startsWith(word)
          : other === word;
    for (const segment of segments) {
      for (const [place, other] of segment.words.entries()) {
        if (!fits(other)) continue;
        const end = segment.starts[place + 1] ?? 0;
        for (let at = segment.starts[place] ?? 0; at < end; at++) {
          const ordinal = segment.ordinals[at] ?? 0;
          if (held[ordinal] === round) held[ordinal] = round + 1;
        }
      }
    }
    if (round === 254) break;
  }
  const rounds = Math.min(255, required.length);
  return held.map((count) => (count === rounds ? 1 : 0));
}
