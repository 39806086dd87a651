import { problemAt, type Rule } from '../compiler/knowledge';
import { ownTexts } from '../compiler/own-texts';

const HAN = /\p{Script=Han}/u;

/** Each language's text is in that language. */
export const namesInTheirScript: Rule = {
  name: 'names-in-their-script',
  description:
    'A name or text is in the script of its key: Chinese characters under `zh` and `zhHant`, none under `en`; `zhHant` only where it differs, `pinyin` only with `zh`.',
  check: ({ entities }) =>
    entities.flatMap((entity) => {
      const { names } = entity.value;
      const report = (path: readonly (string | number)[], message: string) =>
        problemAt(entity, path, 'names-in-their-script', message);
      const wrong = (
        [
          ['zh', HAN, 'Chinese characters'],
          ['zhHant', HAN, 'Chinese characters'],
          ['ja', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese script'],
          ['ko', /\p{Script=Hangul}/u, 'Hangul'],
          ['ru', /\p{Script=Cyrillic}/u, 'Cyrillic letters'],
          ['pinyin', /^[^\p{Script=Han}]+$/u, 'Latin letters'],
        ] as const
      ).flatMap(([key, script, what]) => {
        const name = names[key];
        return name === undefined || script.test(name)
          ? []
          : report(
              ['names', key],
              `"${name}" is not in ${what}; leave ${key} out, or move the name to aliases`,
            );
      });
      return [
        ...wrong,
        ...(HAN.test(names.en)
          ? [
              report(
                ['names', 'en'],
                `"${names.en}" has Chinese characters; give the usual English or pinyin name`,
              ),
            ]
          : []),
        ...(names.zhHant !== undefined && names.zhHant === names.zh
          ? [report(['names', 'zhHant'], 'zhHant is the same as zh; remove it')]
          : []),
        ...(names.pinyin !== undefined && names.zh === undefined
          ? [
              report(
                ['names', 'pinyin'],
                'pinyin without zh; add the Chinese name or remove the pinyin',
              ),
            ]
          : []),
        ...ownTexts(entity).flatMap(({ role, text, path }) => [
          ...(HAN.test(text.en)
            ? [report(path, `the English of this ${role} has Chinese characters; translate them`)]
            : []),
          ...((role === 'summary' || role === 'event') && !HAN.test(text.zh)
            ? [report(path, `the Chinese of this ${role} has no Chinese character; translate it`)]
            : []),
        ]),
      ];
    }),
};
