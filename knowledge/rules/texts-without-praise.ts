import { problemAt, type Rule } from '../compiler/knowledge';
import { ownTexts } from '../compiler/own-texts';

const ENGLISH =
  /\b(world[- ]class|world[- ]leading|leading|cutting[- ]edge|state[- ]of[- ]the[- ]art|groundbreaking|revolutionary(?! guard)|innovative|renowned|pioneering|game[- ]chang\w+|best[- ]in[- ]class|next[- ]generation)\b/i;
const CHINESE = /领先|一流|尖端|革命性|颠覆性|知名|著名|创新型|引领/;

/** Summaries are neutral. */
export const textsWithoutPraise: Rule = {
  name: 'texts-without-praise',
  description: 'Summaries say what a thing is, without praise such as "leading" or 领先.',
  check: ({ entities }) =>
    entities.flatMap((entity) =>
      ownTexts(entity).flatMap(({ role, text, path }) => {
        if (role !== 'summary') return [];
        const words = [ENGLISH.exec(text.en)?.[0], CHINESE.exec(text.zh)?.[0]];
        return words.flatMap((word) =>
          word === undefined
            ? []
            : problemAt(
                entity,
                path,
                'texts-without-praise',
                `"${word}" judges; say what it does or makes instead`,
              ),
        );
      }),
    ),
};
