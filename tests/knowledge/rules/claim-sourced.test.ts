import { claimSourced } from '@/knowledge/rules/claim-sourced';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const rocket = (body: string) => ({
  'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha', `${body}${SOURCES}`),
});
const AT = 'entities/rocket/alpha.yaml:4: ';
const event = (source: string) =>
  `events:\n  - { date: 2026, kind: launch, text: { en: Flies., zh: 发射。 }${source} }`;

describeRule(claimSourced, [
  {
    name: 'accepts a source of the file and a shared one',
    files: rocket(
      'claims:\n  - { property: stages, value: 2, asOf: 2026, source: [press, gcat-launches] }',
    ),
    problems: [],
  },
  {
    name: 'rejects a claim without a source',
    files: rocket('claims:\n  - { property: stages, value: 2, asOf: 2026 }'),
    problems: [
      `${AT}the claim "stages" has no source; add source: with a key of sources, or remove it`,
    ],
  },
  {
    name: 'names the nearest source for a misspelt key',
    files: rocket('claims:\n  - { property: stages, value: 2, asOf: 2026, source: prss }'),
    problems: [
      `${AT}the claim "stages" cites "prss", which is no source; did you mean "press"? Else add it to sources at the end of the file`,
    ],
  },
  {
    name: 'rejects an unknown key in a list',
    files: rocket(
      'claims:\n  - { property: stages, value: 2, asOf: 2026, source: [press, wikipedia] }',
    ),
    problems: [
      `${AT}the claim "stages" cites "wikipedia", which is no source; add it to sources at the end of the file`,
    ],
  },
  { name: 'accepts an event with a source', files: rocket(event(', source: press')), problems: [] },
  {
    name: 'rejects an event without a source',
    files: rocket(event('')),
    problems: [
      `${AT}the event of 2026 has no source; add source: with a key of sources, or remove it`,
    ],
  },
]);
