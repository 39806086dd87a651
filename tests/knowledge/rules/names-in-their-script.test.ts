import { namesInTheirScript } from '@/knowledge/rules/names-in-their-script';
import { describeRule } from '../support/knowledge';

const names = (text: string, more = '') => ({
  'entities/rocket/alpha.yaml': `id: rocket/alpha\nnames: { ${text} }\n${more}`,
});
const AT = 'entities/rocket/alpha.yaml:2: ';
const AT_TEXT = 'entities/rocket/alpha.yaml:3: ';

describeRule(namesInTheirScript, [
  {
    name: 'accepts names in their scripts',
    files: names(
      'en: Zhuque-3, zh: 朱雀三号, zhHant: 朱雀三號, pinyin: Zhūquè sān hào, ja: カイロス, ko: 누리호, ru: Протон',
    ),
    problems: [],
  },
  {
    name: 'rejects a Latin name under zh',
    files: names('en: SpaceX, zh: SpaceX'),
    problems: [
      `${AT}"SpaceX" is not in Chinese characters; leave zh out, or move the name to aliases`,
    ],
  },
  {
    name: 'rejects a Chinese name under en',
    files: names('en: 朱雀三号'),
    problems: [`${AT}"朱雀三号" has Chinese characters; give the usual English or pinyin name`],
  },
  {
    name: 'rejects a Latin name under ru',
    files: names('en: Proton, ru: Proton'),
    problems: [
      `${AT}"Proton" is not in Cyrillic letters; leave ru out, or move the name to aliases`,
    ],
  },
  {
    name: 'rejects traditional characters that are the simplified ones',
    files: names('en: Tianwen, zh: 天, zhHant: 天'),
    problems: [`${AT}zhHant is the same as zh; remove it`],
  },
  {
    name: 'rejects pinyin of nothing',
    files: names('en: Zhuque-3, pinyin: Zhūquè'),
    problems: [`${AT}pinyin without zh; add the Chinese name or remove the pinyin`],
  },
  {
    name: 'rejects an untranslated summary',
    files: names('en: Alpha', 'summary: { en: A rocket, zh: A rocket }'),
    problems: [`${AT_TEXT}the Chinese of this summary has no Chinese character; translate it`],
  },
  {
    name: 'rejects Chinese in an English text',
    files: names('en: Alpha', 'summary: { en: A 火箭, zh: 火箭 }'),
    problems: [`${AT_TEXT}the English of this summary has Chinese characters; translate them`],
  },
]);
