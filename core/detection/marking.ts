import type { Mention } from './mention';

/**
 * Chooses which mentions are marked, so that a page stays readable: the first mention of an entity in each
 * section, and no more than one mark in `MIN_GAP` characters beyond the first of an entity on the page.
 * `sectionStarts` are ascending offsets of headings in the page text; text before the first is a section too.
 * Mentions that are not marked still open their card by keyboard and count everywhere.
 */
export function chooseMarked(
  mentions: readonly Mention[],
  sectionStarts: readonly number[],
  marking: 'first-in-section' | 'all',
): readonly Mention[] {
  if (marking === 'all') return mentions;
  const seenInSection = new Set<string>();
  const seenOnPage = new Set<string>();
  const chosen: Mention[] = [];
  let section = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const mention of mentions) {
    while (
      section < sectionStarts.length &&
      (sectionStarts[section] ?? Number.POSITIVE_INFINITY) <= mention.start
    ) {
      section++;
      seenInSection.clear();
    }
    if (seenInSection.has(mention.id)) continue;
    const isNew = !seenOnPage.has(mention.id);
    if (!isNew && mention.start - lastEnd < MIN_GAP) continue;
    seenInSection.add(mention.id);
    seenOnPage.add(mention.id);
    chosen.push(mention);
    lastEnd = mention.end;
  }
  return chosen;
}

// 40 code units: about half a printed line, so that repeated names never turn a line into a row of dots.
const MIN_GAP = 40;
