import { sourcesUsed } from '@/knowledge/rules/sources-used';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const claim = (source: string) =>
  `claims:\n  - { property: stages, value: 2, asOf: 2026, source: ${source} }`;

describeRule(sourcesUsed, [
  {
    name: 'accepts a source that is cited',
    files: {
      'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha', `${claim('press')}${SOURCES}`),
    },
    problems: [],
  },
  {
    name: 'accepts a source that an event cites',
    files: {
      'entities/rocket/alpha.yaml': entity(
        'rocket/alpha',
        'Alpha',
        `events:\n  - { date: 2026, kind: launch, text: { en: Flies., zh: 发射。 }, source: press }${SOURCES}`,
      ),
    },
    problems: [],
  },
  {
    name: 'rejects a source that nothing cites',
    files: {
      'entities/rocket/alpha.yaml': entity(
        'rocket/alpha',
        'Alpha',
        `${claim('gcat-launches')}${SOURCES}`,
      ),
    },
    problems: [
      'entities/rocket/alpha.yaml:6: nothing cites the source "press"; cite it or remove it',
    ],
  },
  {
    name: 'rejects a key that hides a shared source',
    files: {
      'entities/rocket/alpha.yaml': entity(
        'rocket/alpha',
        'Alpha',
        `${claim('gcat-launches')}${SOURCES.replace('press', 'gcat-launches')}`,
      ),
    },
    problems: [
      'entities/rocket/alpha.yaml:6: "gcat-launches" is a shared source already; remove it here, or give it another key',
    ],
  },
]);
