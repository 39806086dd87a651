import { referencesResolve } from '@/knowledge/rules/references-resolve';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const files = (value: string, others: Record<string, string> = {}) => ({
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `claims:\n  - { property: maker, value: ${value}, asOf: 2026, source: press }${SOURCES}`,
  ),
  'entities/company/landspace.yaml': entity('company/landspace', 'LandSpace'),
  ...others,
});
const AT = 'entities/rocket/alpha.yaml:4: ';

describeRule(referencesResolve, [
  { name: 'accepts an entity that has a file', files: files('company/landspace'), problems: [] },
  {
    name: 'names the nearest id of the kind',
    files: files('company/landspce'),
    problems: [
      `${AT}company/landspce has no file; did you mean company/landspace? Else add the entity`,
    ],
  },
  {
    name: 'finds the slug under another kind',
    files: files('agency/landspace'),
    problems: [
      `${AT}agency/landspace has no file; did you mean company/landspace? Else add the entity`,
    ],
  },
  {
    name: 'asks for the entity when nothing is near',
    files: files('company/xyz'),
    problems: [`${AT}company/xyz has no file; add the entity, or use a property that takes text`],
  },
  {
    name: 'reports each of a list',
    files: files('[company/landspace, company/xyz]'),
    problems: [`${AT}company/xyz has no file; add the entity, or use a property that takes text`],
  },
  {
    name: 'names the new id of a renamed entity',
    files: files('company/blue-arrow', {
      'redirects.yaml': 'company/blue-arrow: company/landspace',
    }),
    problems: [`${AT}company/blue-arrow was renamed; write company/landspace`],
  },
  {
    name: 'rejects a reference to itself',
    files: files('rocket/alpha'),
    problems: [`${AT}maker refers to this entity itself; remove it`],
  },
]);
