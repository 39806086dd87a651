import { datedWithinSource } from '@/knowledge/rules/dated-within-source';
import { describeRule, entity } from '../support/knowledge';

const SOURCES = `
sources:
  press: { title: A, publisher: A, url: https://example.org/a, date: 2026-03-01 }
  month: { title: B, publisher: B, url: https://example.org/b, date: 2026-04 }
  undated: { title: C, publisher: C, url: https://example.org/c }`;
const claim = (asOf: string, source: string) => ({
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `claims:\n  - { property: stages, value: 2, asOf: ${asOf}, source: ${source} }${SOURCES}`,
  ),
});
const event = (date: string, more = '') => ({
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `events:\n  - { date: ${date}, kind: launch, text: { en: Flies., zh: 发射。 }, source: press${more} }${SOURCES}`,
  ),
});
const AT = 'entities/rocket/alpha.yaml:4: ';

describeRule(datedWithinSource, [
  { name: 'accepts the day of the source', files: claim('2026-03-01', 'press'), problems: [] },
  {
    name: 'accepts a day later, for time zones',
    files: claim('2026-03-02', 'press'),
    problems: [],
  },
  { name: 'accepts the year of the source', files: claim('2026', 'press'), problems: [] },
  { name: 'goes by the newest source', files: claim('2026-04-20', '[press, month]'), problems: [] },
  {
    name: 'says nothing when a source has no date',
    files: claim('2026-09', '[press, undated]'),
    problems: [],
  },
  {
    name: 'rejects a claim two days after its source',
    files: claim('2026-03-03', 'press'),
    problems: [
      `${AT}stages is said as of 2026-03-03, but its newest source is of 2026-03-01; use the source’s day, or cite a later source`,
    ],
  },
  { name: 'accepts an event before its report', files: event('2026-02-28'), problems: [] },
  { name: 'accepts a plan', files: event('2027', ', planned: true'), problems: [] },
  {
    name: 'rejects an event reported before it happened',
    files: event('2026-06'),
    problems: [
      `${AT}the event of 2026-06 is later than its newest source, of 2026-03-01; add planned: true, or cite a source that reports it`,
    ],
  },
]);
