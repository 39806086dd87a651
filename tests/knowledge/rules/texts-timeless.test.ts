import { textsTimeless } from '@/knowledge/rules/texts-timeless';
import { describeRule, entity } from '../support/knowledge';

const summary = (en: string, zh: string) => ({
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `summary: { en: ${en}, zh: ${zh} }`,
  ),
});
const AT = 'entities/rocket/alpha.yaml:3: ';

describeRule(textsTimeless, [
  { name: 'accepts a plain statement', files: summary('A small rocket', '小型火箭'), problems: [] },
  {
    name: 'accepts words that hold such a word',
    files: summary('Made in Nowtown by sooners', '现代火箭'),
    problems: [],
  },
  {
    name: 'knows 最近 for the nearest land',
    files: summary('A place', '距最近陆地甚远'),
    problems: [],
  },
  {
    name: 'rejects "currently"',
    files: summary('Currently a small rocket', '小型火箭'),
    problems: [
      `${AT}"Currently" in this summary will be wrong one day; give the date, or leave it out`,
    ],
  },
  {
    name: 'rejects 目前',
    files: summary('A small rocket', '目前为小型火箭'),
    problems: [`${AT}"目前" in this summary will be wrong one day; give the date, or leave it out`],
  },
]);
