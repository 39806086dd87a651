import { textLengths } from '@/knowledge/rules/text-lengths';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const rocket = (body: string) => ({
  'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha', body),
});
const summary = (en: string, zh: string) => rocket(`summary: { en: ${en}, zh: ${zh} }`);
const event = (en: string) =>
  rocket(
    `events:\n  - { date: 2026, kind: launch, text: { en: ${en}, zh: 发射 }, source: press }${SOURCES}`,
  );

describeRule(textLengths, [
  {
    name: 'accepts 30 words and 60 characters',
    files: summary(words(30), '字'.repeat(60)),
    problems: [],
  },
  {
    name: 'rejects 31 words',
    files: summary(words(31), '字'),
    problems: [
      'entities/rocket/alpha.yaml:3: this summary has 31 English words; at most 30: shorten it',
    ],
  },
  {
    name: 'rejects 61 Chinese characters',
    files: summary('A rocket', '字'.repeat(61)),
    problems: [
      'entities/rocket/alpha.yaml:3: this summary has 61 Chinese characters; at most 60: shorten it',
    ],
  },
  { name: 'accepts an event of 110 characters', files: event('x'.repeat(110)), problems: [] },
  {
    name: 'rejects an event of 111 characters',
    files: event('x'.repeat(111)),
    problems: [
      'entities/rocket/alpha.yaml:4: this event has 111 English characters; at most 110: shorten it',
    ],
  },
  {
    name: 'rejects a note of 61 characters',
    files: rocket(
      `claims:\n  - { property: stages, value: 2, note: ${'x'.repeat(61)}, asOf: 2026, source: press }${SOURCES}`,
    ),
    problems: [
      'entities/rocket/alpha.yaml:4: this note has 61 English characters; at most 60: shorten it',
    ],
  },
]);
