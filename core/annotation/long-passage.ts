import type { Placement } from './anchor';
import { Passage } from './passage';

/** From this length on a passage is looked for in parts: aligning it whole would cost its length squared. */
const LONG = 1500;
const PART = 500;

/** A whole page is sampled; its first and last part are always among the samples. */
const MAX_PARTS = 24;

/** Share of the parts that must be found for the rest to be called edited and not gone. */
const FOUND_SHARE = 0.6;

/** The parts found must spread over about as much text as the passage had. */
const MAX_STRETCH = 2.2;
const MIN_STRETCH = 0.4;

/** True for passages that are anchored in parts. */
export function isLong(passage: Passage): boolean {
  return passage.quote.exact.length > LONG;
}

/**
 * Places an edited passage of many sentences by its parts: from the first part found to the last, when enough
 * were found in their order. `place` anchors one part.
 */
export function anchorLong(passage: Passage, place: (part: Passage) => Placement): Placement {
  const parts = partsOf(passage).filter((part) => part.folded.length > 0);
  const found: { readonly start: number; readonly end: number; readonly score: number }[] = [];
  let missed = 0;
  for (const part of parts) {
    const placement = place(part);
    const previous = found.at(-1);
    if (
      placement.state !== 'lost' &&
      (previous === undefined || placement.start > previous.start)
    ) {
      found.push(placement);
    } else if (++missed > (1 - FOUND_SHARE) * parts.length) break;
  }
  const share = found.length / Math.max(1, parts.length);
  const first = found[0];
  const last = found.at(-1);
  const score =
    (share * found.reduce((sum, { score }) => sum + score, 0)) / Math.max(1, found.length);
  if (first === undefined || last === undefined || share < FOUND_SHARE)
    return { state: 'lost', score };
  const stretch = (last.end - first.start) / passage.quote.exact.length;
  if (stretch > MAX_STRETCH || stretch < MIN_STRETCH) return { state: 'lost', score };
  return { state: 'changed', start: first.start, end: last.end, score: Math.min(0.99, score) };
}

/** Parts of about `PART` units cut between words, each with the text around it as its context. */
function partsOf(passage: Passage): readonly Passage[] {
  const { exact, prefix, suffix } = passage.quote;
  const whole = (prefix ?? '') + exact + (suffix ?? '');
  const base = (prefix ?? '').length;
  const count = Math.ceil(exact.length / PART);
  const indexes =
    count <= MAX_PARTS
      ? Array.from({ length: count }, (_, index) => index)
      : Array.from({ length: MAX_PARTS }, (_, index) =>
          Math.round((index * (count - 1)) / (MAX_PARTS - 1)),
        );
  return indexes.map((index) => {
    const start = base + cutPoint(exact, index * PART);
    const end = base + cutPoint(exact, Math.min(exact.length, (index + 1) * PART));
    const at = passage.position === null ? null : passage.position.start + start - base;
    return new Passage(
      {
        type: 'TextQuoteSelector',
        exact: whole.slice(start, end),
        prefix: whole.slice(Math.max(0, start - 200), start),
        suffix: whole.slice(end, end + 200),
      },
      at === null ? null : { type: 'TextPositionSelector', start: at, end: at + end - start },
    );
  });
}

/** The end of the word that `offset` falls into, so that no part begins inside a word. */
function cutPoint(exact: string, offset: number): number {
  if (offset === 0 || offset >= exact.length) return Math.min(offset, exact.length);
  const space = exact.slice(offset, offset + 40).search(/(?<=\S)\s|[，。！？；]/);
  if (space === -1) return offset;
  // White space stays with the part behind it, so that no part ends with some.
  return offset + space + (exact.charAt(offset + space).trim() === '' ? 0 : 1);
}
