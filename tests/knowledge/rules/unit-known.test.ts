import { unitKnown } from '@/knowledge/rules/unit-known';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const rocket = (text: string) => ({
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `claims:\n  - { ${text}, asOf: 2026, source: press }${SOURCES}`,
  ),
});
const AT = 'entities/rocket/alpha.yaml:4: ';

describeRule(unitKnown, [
  {
    name: 'accepts a unit of the family',
    files: rocket('property: height, value: 6, unit: ft'),
    problems: [],
  },
  {
    name: 'accepts a count without a unit',
    files: rocket('property: stages, value: 2'),
    problems: [],
  },
  {
    name: 'rejects a number without a unit',
    files: rocket('property: height, value: 6'),
    problems: [`${AT}height needs a unit; add one of m, ft`],
  },
  {
    name: 'rejects a unit that does not exist',
    files: rocket('property: height, value: 6, unit: metres'),
    problems: [`${AT}there is no unit "metres"; use one of m, ft`],
  },
  {
    name: 'names the nearest unit',
    files: rocket('property: liftoff-mass, value: 6, unit: Kg'),
    problems: [`${AT}there is no unit "Kg"; did you mean "kg"?`],
  },
  {
    name: 'rejects a unit of another family',
    files: rocket('property: height, value: 6, unit: kg'),
    problems: [`${AT}height is a length, and "kg" a mass; use one of m, ft`],
  },
  {
    name: 'rejects a unit where there is none',
    files: rocket('property: stages, value: 2, unit: m'),
    problems: [`${AT}stages has no unit; remove "m"`],
  },
]);
