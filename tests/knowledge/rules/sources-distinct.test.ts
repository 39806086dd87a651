import { sourcesDistinct } from '@/knowledge/rules/sources-distinct';
import { describeRule, entity } from '../support/knowledge';

const rocket = (...urls: string[]) => ({
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `sources:\n${urls.map((url, index) => `  key-${index}: { title: T, publisher: P, url: ${url} }`).join('\n')}`,
  ),
});

describeRule(sourcesDistinct, [
  {
    name: 'accepts two articles of one paper',
    files: rocket('https://example.org/?p=1', 'https://example.org/?p=2'),
    problems: [],
  },
  {
    name: 'rejects one article under two keys, in whatever spelling of its address',
    files: rocket('https://www.example.org/a/', 'http://example.org/a'),
    problems: [
      'entities/rocket/alpha.yaml:5: "key-1" has the same address as "key-0"; keep one key',
    ],
  },
]);
