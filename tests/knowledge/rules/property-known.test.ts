import { propertyKnown } from '@/knowledge/rules/property-known';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const rocket = (claim: string) => ({
  'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha', `claims:\n  - ${claim}${SOURCES}`),
});

describeRule(propertyKnown, [
  {
    name: 'accepts a property of the kind',
    files: rocket('{ property: stages, value: 2, asOf: 2026, source: press }'),
    problems: [],
  },
  {
    name: 'names the nearest property for a misspelt one',
    files: rocket('{ property: heigth, value: 2, asOf: 2026, source: press }'),
    problems: [
      'entities/rocket/alpha.yaml:4: there is no property "heigth"; did you mean "height"?',
    ],
  },
  {
    name: 'sends to the table when nothing is near',
    files: rocket('{ property: mascot, value: cat, asOf: 2026, source: press }'),
    problems: [
      'entities/rocket/alpha.yaml:4: there is no property "mascot"; choose one of properties.yaml',
    ],
  },
  {
    name: 'rejects a property of another kind',
    files: rocket(
      '{ property: coordinates, value: { lat: 1, lon: 2 }, asOf: 2026, source: press }',
    ),
    problems: ['entities/rocket/alpha.yaml:4: coordinates is not said of a rocket; it is for site'],
  },
  {
    name: 'lists what may be said of the kind instead',
    files: rocket('{ property: founded, value: 2015, asOf: 2026, source: press }'),
    problems: [
      'entities/rocket/alpha.yaml:4: founded is not said of a rocket; it is for company (a rocket may have: first-flight, last-flight)',
    ],
  },
]);
