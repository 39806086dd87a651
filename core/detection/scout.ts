import { createFinder } from './finder';
import type { GazetteerNames } from './gazetteer-names';
import { createNameSearch, MATCH, type Matcher } from './name-search';

/**
 * Words of the field. A name that also means something else (Electron, Titan, 引力) is no reason to load the
 * reader on a page that has none of them. `launch` is not among them: every product is launched.
 */
const FIELD =
  /[Rr]ocket|[Ss]atell?it|[Ss]pace(?:craft|flight|port|ship| station| agency)|[Oo]rbit|[Ll]unar|[Aa]erospace|[Ll]iftoff|lift-off|[Rr]aket|[Ff]us[ée]e|[Cc]ohete|[Rr]azzo|[Ff]oguete|火箭|卫星|衛星|航天|航太|太空|宇宙|轨道|軌道|ロケット|로켓|위성|우주|ракет|Ракет|спутник|косм|Косм/;

/**
 * Builds the question that is asked of every page: could this text mention anything of ours? `text` may be
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
