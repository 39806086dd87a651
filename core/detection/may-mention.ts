import { createFinder } from './finder';
import { FIELD } from './first-look';
import type { GazetteerNames } from './gazetteer-names';
import { createNameSearch, MATCH, type Matcher } from './name-search';

/**
 * Builds the question that is asked of a page which was worth a second look: could this text mention anything of ours? `text` may be
 * `textContent`, in which blocks touch. Yes to a name that stands for itself, and to an ambiguous one beside words
 * of the field; judgement proper is the reader's. Stops at the first name that answers it.
 */
export function createMayMention(names: GazetteerNames): (text: string) => boolean {
  let hasPassedOver = false;
  const certain = createNameSearch(
    names,
    createFinder(names.tables, () => {
      hasPassedOver = true;
    }),
  );
  let all: Matcher | null = null;
  return (text) => {
    hasPassedOver = false;
    if (holdsName(text, certain, () => FIELD.test(text))) return true;
    // Amazon and Tesla are on every other page: names are read again only where their field is.
    if (!hasPassedOver || !FIELD.test(text)) return false;
    all ??= createNameSearch(names);
    return holdsName(text, all, () => true);
  };
}

/** True when the matcher finds a name in the text that stands for itself, or any name but decoys in a text of the field. */
function holdsName(text: string, matcher: Matcher, isOfField: () => boolean): boolean {
  for (let from = 0; ; ) {
    const found = matcher.first(text, { from, joined: true });
    if (found === null) return false;
    from = found.end;
    if ((found.flags & MATCH.decoy) !== 0) continue;
    if ((found.flags & MATCH.ambiguous) === 0 || isOfField()) return true;
  }
}
