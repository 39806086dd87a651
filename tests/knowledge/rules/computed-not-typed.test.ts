import { computedNotTyped } from '@/knowledge/rules/computed-not-typed';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const files = (gcat: string, claim: string) => ({
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `${gcat}claims:\n  - { ${claim}, asOf: 2026, source: press }${SOURCES}`,
  ),
  'entities/site/jiuquan.yaml': entity('site/jiuquan', 'Jiuquan', 'gcat: { sites: [JQ] }'),
  'entities/site/other.yaml': entity('site/other', 'Other'),
});
const FLOWN = 'gcat: { vehicles: [Alpha] }\n';
const AT = 'entities/rocket/alpha.yaml:5: ';

describeRule(computedNotTyped, [
  {
    name: 'accepts a typed first flight of a rocket that the log does not know',
    files: files('', 'property: first-flight, value: 2025-01-01'),
    problems: [],
  },
  {
    name: 'accepts what the log does not say',
    files: files(FLOWN, 'property: stages, value: 2'),
    problems: [],
  },
  {
    name: 'rejects a typed number of launches',
    files: files(FLOWN, 'property: launches, value: 3'),
    problems: [`${AT}launches is computed from the launch log; remove the claim`],
  },
  {
    name: 'rejects a typed first flight',
    files: files(FLOWN, 'property: first-flight, value: 2025-01-05'),
    problems: [`${AT}first-flight is computed from the launch log; remove the claim`],
  },
  {
    name: 'rejects a launch site that the log gives',
    files: files(FLOWN, 'property: launch-site, value: site/jiuquan'),
    problems: [`${AT}launch-site is computed from the launch log; remove the claim`],
  },
  {
    name: 'accepts a launch site that the log does not give',
    files: files(FLOWN, 'property: launch-site, value: site/other'),
    problems: [],
  },
  {
    name: 'accepts a planned launch site',
    files: files(FLOWN, 'property: launch-site, value: [site/jiuquan, site/other], mode: planned'),
    problems: [],
  },
]);
