import { textsWithoutPraise } from '@/knowledge/rules/texts-without-praise';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const summary = (en: string, zh: string) => ({
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `summary: { en: ${en}, zh: ${zh} }`,
  ),
});
const AT = 'entities/rocket/alpha.yaml:3: ';

describeRule(textsWithoutPraise, [
  { name: 'accepts a plain statement', files: summary('A small rocket', '小型火箭'), problems: [] },
  {
    name: 'knows the name of a guard corps',
    files: summary('A site of the Islamic Revolutionary Guard Corps', '发射场'),
    problems: [],
  },
  {
    name: 'leaves texts alone that are no summary',
    files: {
      'entities/rocket/alpha.yaml': entity(
        'rocket/alpha',
        'Alpha',
        `claims:\n  - { property: stages, value: 2, note: leading stage, asOf: 2026, source: press }${SOURCES}`,
      ),
    },
    problems: [],
  },
  {
    name: 'rejects "leading"',
    files: summary('A leading rocket', '火箭'),
    problems: [`${AT}"leading" judges; say what it does or makes instead`],
  },
  {
    name: 'rejects 领先',
    files: summary('A rocket', '国内领先的火箭'),
    problems: [`${AT}"领先" judges; say what it does or makes instead`],
  },
]);
