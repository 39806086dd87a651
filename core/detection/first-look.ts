import { createFinder } from './finder';
import type { GazetteerNames } from './gazetteer-names';

/**
 * Words of the field. A name that also means something else (Electron, Titan, 引力) is no reason to load the
 * reader on a page that has none of them. `launch` is not among them: every product is launched.
 */
export const FIELD =
  /[Rr]ocket|[Ss]atell?it|[Ss]pace(?:craft|flight|port|ship| station| agency)|[Oo]rbit|[Ll]unar|[Aa]erospace|[Ll]iftoff|lift-off|[Rr]aket|[Ff]us[ée]e|[Cc]ohete|[Rr]azzo|[Ff]oguete|火箭|卫星|衛星|航天|航太|太空|宇宙|轨道|軌道|ロケット|로켓|위성|우주|ракет|Ракет|спутник|косм|Косм/;

/**
 * Builds the question that is asked of every page: is it worth a second look? Yes wherever `createMayMention` says
 * so, and seldom elsewhere: names are told by hashes of their letters alone, which needs a third of the code.
 */
export function createFirstLook({ tables }: GazetteerNames): (text: string) => boolean {
  let hasPassedOver = false;
  const certain = createFinder(tables, () => {
    hasPassedOver = true;
  });
  return (text) => {
    hasPassedOver = false;
    if (certain.find(text, 0, text.length) !== null) return true;
    // Amazon and Tesla are on every other page: they count only where their field is.
    return hasPassedOver && FIELD.test(text);
  };
}
