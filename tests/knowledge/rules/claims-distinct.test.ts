import { claimsDistinct } from '@/knowledge/rules/claims-distinct';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const rocket = (...claims: string[]) => ({
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `claims:\n${claims.map((claim) => `  - { property: height, unit: m, ${claim} }`).join('\n')}${SOURCES}`,
  ),
});

describeRule(claimsDistinct, [
  {
    name: 'accepts two values',
    files: rocket('value: 66, asOf: 2026, source: press', 'value: 76, asOf: 2026, source: press'),
    problems: [],
  },
  {
    name: 'accepts one value under two modes',
    files: rocket(
      'value: 66, asOf: 2026, source: press',
      'value: 66, mode: planned, asOf: 2026, source: press',
    ),
    problems: [],
  },
  {
    name: 'rejects the same claim from another source',
    files: rocket(
      'value: 66, asOf: 2026, source: press',
      'value: 66, asOf: 2026, source: gcat-launches',
    ),
    problems: [
      'entities/rocket/alpha.yaml:5: this claim on height stands here twice; keep one, with source: [a, b]',
    ],
  },
]);
