import type { Gazetteer } from '@/core/detection/gazetteer';
import { MATCH, type Matcher } from '@/core/detection/matcher';

/**
 * Words of the field. A name that also means something else (Electron, Titan, 引力) is no reason to load
 * the reader on a page that has none of them.
 */
const FIELD =
  /\b(?:rockets?|launch(?:es|ed|er|ers)?|satellites?|spacecraft|spaceflight|orbit(?:al|s)?|lunar|payloads?|aerospace|spaceport|raket\w*|fus[ée]es?|cohetes?|razz[oi]|foguetes?)\b|火箭|卫星|衛星|航天|太空|发射|發射|轨道|ロケット|로켓|위성|ракет|спутник|космо/i;

/**
 * Builds the scout's question: could this text mention anything of ours? Says yes to a name that stands for
 * itself, and to an ambiguous one only beside words of the field. Judgement proper is the reader's.
 */
export function createMayMention(
  gazetteer: Gazetteer,
  matcher: Matcher,
): (text: string) => boolean {
  return (text) => {
    let ambiguous = false;
    for (const candidate of matcher.scan(text)) {
      if ((candidate.flags & MATCH.decoy) !== 0) continue;
      if (!gazetteer.alias(candidate.alias).ambiguous) return true;
      ambiguous = true;
    }
    return ambiguous && FIELD.test(text);
  };
}
