import { problemAt, type Rule } from '../compiler/knowledge';
import { ownTexts } from '../compiler/own-texts';

/** Texts fit the card. */
export const textLengths: Rule = {
  name: 'text-lengths',
  description:
    'Texts fit the card: a summary has at most 30 words and 60 Chinese characters, an event’s text 110 and 60 characters, a note 60 and 40, a claim’s text 140 and 90.',
  check: ({ entities }) =>
    entities.flatMap((entity) =>
      ownTexts(entity).flatMap(({ role, text, path }) => {
        const limit = LIMITS[role];
        const faults: string[] = [];
        const words = text.en.split(/\s+/).length;
        if ('words' in limit && words > limit.words)
          faults.push(`has ${words} English words; at most ${limit.words}: shorten it`);
        if ('en' in limit && text.en.length > limit.en)
          faults.push(`has ${text.en.length} English characters; at most ${limit.en}: shorten it`);
        if (text.zh !== text.en && [...text.zh].length > limit.zh)
          faults.push(
            `has ${[...text.zh].length} Chinese characters; at most ${limit.zh}: shorten it`,
          );
        return faults.map((fault) =>
          problemAt(entity, path, 'text-lengths', `this ${role} ${fault}`),
        );
      }),
    ),
};

const LIMITS = {
  summary: { words: 30, zh: 60 },
  event: { en: 110, zh: 60 },
  note: { en: 60, zh: 40 },
  claim: { en: 140, zh: 90 },
} as const;
