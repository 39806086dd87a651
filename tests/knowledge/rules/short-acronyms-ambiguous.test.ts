import { shortAcronymsAmbiguous } from '@/knowledge/rules/short-acronyms-ambiguous';
import { describeRule, entity } from '../support/knowledge';

const company = (name: string, alias = '') => ({
  'entities/company/alpha.yaml': entity(
    'company/alpha',
    name,
    alias === '' ? '' : `aliases:\n  - { ${alias} }`,
  ),
});

describeRule(shortAcronymsAmbiguous, [
  {
    name: 'accepts a long acronym',
    files: company('Alpha', 'text: NASA, kind: acronym'),
    problems: [],
  },
  {
    name: 'accepts a designation with a number',
    files: company('Alpha', 'text: H3, kind: acronym'),
    problems: [],
  },
  {
    name: 'accepts a short one that says what else it means',
    files: company('Alpha', 'text: ULA, kind: acronym, ambiguity: Uganda Law Academy'),
    problems: [],
  },
  {
    name: 'accepts a short main name that is repeated with its ambiguity',
    files: company('ABL', 'text: ABL, kind: name, ambiguity: airborne laser'),
    problems: [],
  },
  {
    name: 'rejects three capitals',
    files: company('Alpha', 'text: ULA, kind: acronym'),
    problems: [
      'entities/company/alpha.yaml:4: "ULA" is too short to mean only this; add ambiguity: what else it means',
    ],
  },
  {
    name: 'rejects a short main name',
    files: company('ABL'),
    problems: [
      'entities/company/alpha.yaml:2: "ABL" is too short to mean only this; repeat it under aliases with ambiguity: what else it means',
    ],
  },
]);
