import { problemAt, type Rule } from '../compiler/knowledge';
import { ownTexts } from '../compiler/own-texts';

/** Words that are true only on the day they are written. */
const ENGLISH =
  /\b(currently|nowadays|today|recently|lately|at present|so far this year|this year|last year|next year|yesterday|tomorrow|soon|upcoming|as of now)\b/i;
const CHINESE =
  /目前|现在|如今|当前|近日|近期|最近(?!的?(?:陆地|海岸|城市|城镇|机场))|日前|即将|今年|去年|明年|昨天|明天/;

/** Texts of ours stay true: they say dates, not "currently". */
export const textsTimeless: Rule = {
  name: 'texts-timeless',
  description:
    'Texts of ours contain no word that ages, such as "currently" or 目前; a date says it, and `asOf` does already.',
  check: ({ entities }) =>
    entities.flatMap((entity) =>
      ownTexts(entity).flatMap(({ role, text, path }) => {
        const words = [ENGLISH.exec(text.en)?.[0], CHINESE.exec(text.zh)?.[0]];
        return words.flatMap((word) =>
          word === undefined
            ? []
            : problemAt(
                entity,
                path,
                'texts-timeless',
                `"${word}" in this ${role} will be wrong one day; give the date, or leave it out`,
              ),
        );
      }),
    ),
};
