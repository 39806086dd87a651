import { modeKnown } from '@/knowledge/rules/mode-known';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const rocket = (body: string) => ({
  'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha', `${body}${SOURCES}`),
});
const AT = 'entities/rocket/alpha.yaml:4: ';

describeRule(modeKnown, [
  {
    name: 'accepts a known mode and a known kind of event',
    files: rocket(
      'claims:\n  - { property: stages, value: 2, mode: planned, asOf: 2026, source: press }\nevents:\n  - { date: 2026, kind: launch, text: { en: Flies., zh: 发射。 }, source: press }',
    ),
    problems: [],
  },
  {
    name: 'names the nearest mode',
    files: rocket(
      'claims:\n  - { property: stages, value: 2, mode: as-flow, asOf: 2026, source: press }',
    ),
    problems: [`${AT}there is no mode "as-flow"; did you mean "as-flown"?`],
  },
  {
    name: 'lists the modes when none is near',
    files: rocket(
      'claims:\n  - { property: stages, value: 2, mode: xyz, asOf: 2026, source: press }',
    ),
    problems: [`${AT}there is no mode "xyz"; use one of planned, as-flown`],
  },
  {
    name: 'rejects an unknown kind of event',
    files: rocket(
      'events:\n  - { date: 2026, kind: lauch, text: { en: Flies., zh: 发射。 }, source: press }',
    ),
    problems: [`${AT}there is no kind of event "lauch"; did you mean "launch"?`],
  },
]);
