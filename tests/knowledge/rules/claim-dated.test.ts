import { claimDated } from '@/knowledge/rules/claim-dated';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const rocket = (text: string) => ({
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `claims:\n  - { ${text}, source: press }${SOURCES}`,
  ),
});

describeRule(claimDated, [
  {
    name: 'accepts a dated claim',
    files: rocket('property: stages, value: 2, asOf: 2026-01'),
    problems: [],
  },
  {
    name: 'rejects a claim without a date',
    files: rocket('property: stages, value: 2'),
    problems: [
      'entities/rocket/alpha.yaml:4: the claim "stages" has no asOf; add the day for which the source says so, else the day of the source',
    ],
  },
  {
    name: 'says that an undated volatile claim is worthless',
    files: rocket('property: status, value: flying'),
    problems: [
      'entities/rocket/alpha.yaml:4: the claim "status" has no asOf, and such a fact changes within months; add the day for which the source says so, else the day of the source',
    ],
  },
]);
