import { valueMatchesType } from '@/knowledge/rules/value-matches-type';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const claim = (id: string, text: string) => ({
  [`entities/${id}.yaml`]: entity(
    id,
    'Alpha',
    `claims:\n  - { ${text}, asOf: 2026, source: press }${SOURCES}`,
  ),
});
const rocket = (text: string) => claim('rocket/alpha', text);
const company = (text: string) => claim('company/alpha', text);
const AT = 'entities/rocket/alpha.yaml:4: ';
const AT_COMPANY = 'entities/company/alpha.yaml:4: ';

describeRule(valueMatchesType, [
  {
    name: 'accepts a number',
    files: rocket('property: height, value: 66.1, unit: m'),
    problems: [],
  },
  {
    name: 'rejects a number in words',
    files: rocket('property: height, value: 66 m, unit: m'),
    problems: [`${AT}height must be a number, got "66 m"; digits only, the unit goes in unit`],
  },
  {
    name: 'accepts a range',
    files: rocket('property: height, value: 60, max: 70, unit: m'),
    problems: [],
  },
  {
    name: 'rejects a range that ends before it begins',
    files: rocket('property: height, value: 70, max: 60, unit: m'),
    problems: [`${AT}max (60) is not above value (70); value is the lower end`],
  },
  {
    name: 'rejects a range of what is no number',
    files: rocket('property: status, value: flying, max: 3'),
    problems: [
      `${AT}max is the upper end of a range of numbers, and status is no number; remove it`,
    ],
  },
  { name: 'accepts a count of none', files: rocket('property: stages, value: 0'), problems: [] },
  {
    name: 'rejects half a stage',
    files: rocket('property: stages, value: 2.5'),
    problems: [`${AT}stages must be a whole number, got 2.5; digits only`],
  },
  { name: 'accepts a bare year', files: company('property: founded, value: 2015'), problems: [] },
  { name: 'accepts a month', files: company('property: founded, value: 2015-06'), problems: [] },
  {
    name: 'rejects a day that does not exist',
    files: company('property: founded, value: 2015-02-30'),
    problems: [
      `${AT_COMPANY}founded must be a date, got "2015-02-30"; write 2025, 2025-12 or 2025-12-03`,
    ],
  },
  {
    name: 'rejects a date in words',
    files: company('property: founded, value: June 2015'),
    problems: [
      `${AT_COMPANY}founded must be a date, got "June 2015"; write 2025, 2025-12 or 2025-12-03`,
    ],
  },
  {
    name: 'accepts a text in two languages',
    files: company('property: headquarters, value: { en: Beijing, zh: 北京 }'),
    problems: [],
  },
  {
    name: 'accepts one text for both',
    files: company('property: headquarters, value: Kent'),
    problems: [],
  },
  {
    name: 'rejects a number for a text',
    files: company('property: headquarters, value: 12'),
    problems: [
      `${AT_COMPANY}headquarters must be a text, got 12; write { en: …, zh: … }, or one quoted string where both languages are the same`,
    ],
  },
  { name: 'accepts a known term', files: rocket('property: status, value: flying'), problems: [] },
  {
    name: 'names the nearest term',
    files: rocket('property: status, value: flyng'),
    problems: [`${AT}status: "flyng" is no term of "status"; did you mean "flying"?`],
  },
  {
    name: 'sends to the vocabulary when no term is near',
    files: rocket('property: status, value: on holiday'),
    problems: [
      `${AT}status: "on holiday" is no term of "status"; use a key of that list in terms.yaml, or add one`,
    ],
  },
  {
    name: 'accepts a counted entity',
    files: rocket('property: engines-first-stage, value: engine/e-1, count: 9'),
    problems: [],
  },
  {
    name: 'accepts two counted entities',
    files: rocket(
      'property: engines-first-stage, value: [{ id: engine/a, count: 3 }, { id: engine/b, count: 3 }]',
    ),
    problems: [],
  },
  {
    name: 'rejects one count for two entities',
    files: rocket('property: engines-first-stage, value: [engine/a, engine/b], count: 3'),
    problems: [
      `${AT}one count for a list is unclear; write value: [{ id: engine/a, count: 3 }, …]`,
    ],
  },
  {
    name: 'rejects a count where nothing is counted',
    files: rocket('property: maker, value: company/a, count: 3'),
    problems: [`${AT}maker takes no count; remove it, or say it in a note`],
  },
  {
    name: 'rejects a name in place of an id',
    files: rocket('property: maker, value: LandSpace'),
    problems: [
      `${AT}maker must be an entity id, got "LandSpace"; write kind/slug, for example company/landspace`,
    ],
  },
  {
    name: 'accepts a list where there may be many',
    files: rocket('property: maker, value: [company/a, company/b]'),
    problems: [],
  },
  {
    name: 'rejects a list where there is one',
    files: rocket('property: stages, value: [2, 3]'),
    problems: [
      `${AT}stages takes one value, not a list; write one claim for each, or keep the main one`,
    ],
  },
  {
    name: 'accepts an address',
    files: company('property: website, value: "https://example.org"'),
    problems: [],
  },
  {
    name: 'rejects an address without its scheme',
    files: company('property: website, value: example.org'),
    problems: [
      `${AT_COMPANY}website must be a web address, got "example.org"; begin with https://`,
    ],
  },
  {
    name: 'accepts a place',
    files: claim('site/alpha', 'property: coordinates, value: { lat: 40.9, lon: -80 }'),
    problems: [],
  },
  {
    name: 'rejects a place in words',
    files: claim('site/alpha', 'property: coordinates, value: 40.9 N'),
    problems: [
      'entities/site/alpha.yaml:4: coordinates must be a place, got "40.9 N"; write { lat: 40.96, lon: 100.29 }, degrees north and east',
    ],
  },
]);
