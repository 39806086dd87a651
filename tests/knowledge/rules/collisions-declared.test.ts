import { collisionsDeclared } from '@/knowledge/rules/collisions-declared';
import { describeRule, entity } from '../support/knowledge';

const files = (china: string, japan: string) => ({
  'entities/company/i-space-china.yaml': entity('company/i-space-china', 'i-Space', china),
  'entities/company/ispace-japan.yaml': entity('company/ispace-japan', 'ispace', japan),
});

describeRule(collisionsDeclared, [
  {
    name: 'accepts a shared name that both declare',
    files: files(
      'aliases:\n  - { text: i-Space, kind: name, ambiguity: ispace of Tokyo }',
      'aliases:\n  - { text: ispace, kind: name, ambiguity: i-Space of Beijing }',
    ),
    problems: [],
  },
  {
    name: 'accepts different names',
    files: {
      'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha'),
      'entities/rocket/beta.yaml': entity('rocket/beta', 'Beta'),
    },
    problems: [],
  },
  {
    name: 'rejects a shared name that one side declares',
    files: files('aliases:\n  - { text: i-Space, kind: name, ambiguity: ispace of Tokyo }', ''),
    problems: [
      'entities/company/ispace-japan.yaml:2: "ispace" also names company/i-space-china; repeat it under aliases with ambiguity: company/i-space-china (both files), or remove it from one',
    ],
  },
  {
    name: 'rejects a shared alias that nobody declares',
    files: {
      'entities/site/a.yaml': entity(
        'site/a',
        'Aaa',
        'aliases:\n  - { text: Spaceport, kind: short }',
      ),
      'entities/site/b.yaml': entity(
        'site/b',
        'Bbb',
        'aliases:\n  - { text: Space Port, kind: short }',
      ),
    },
    problems: [
      'entities/site/a.yaml:4: "Spaceport" also names site/b; add ambiguity: site/b (both files), or remove it from one',
      'entities/site/b.yaml:4: "Space Port" also names site/a; add ambiguity: site/a (both files), or remove it from one',
    ],
  },
]);
