import { sourcesTrusted } from '@/knowledge/rules/sources-trusted';
import { describeRule, entity } from '../support/knowledge';

const LIST = `
hosts: { freepedia.org: an encyclopaedia that anyone may edit }
reposts: { mirror.example: copies of others' reports }
publishers: { Freepedia: an encyclopaedia that anyone may edit }
`;

const rocket = (publisher: string, url: string) => ({
  'untrusted.yaml': LIST,
  'entities/rocket/alpha.yaml': entity(
    'rocket/alpha',
    'Alpha',
    `sources:\n  key: { title: T, publisher: "${publisher}", url: "${url}" }`,
  ),
});

const at = 'entities/rocket/alpha.yaml:4: "key" is';
const remedy = 'cite a report by its own publisher, or remove what rests on it';

describeRule(sourcesTrusted, [
  {
    name: 'accepts a paper that is not listed',
    files: rocket('A paper', 'https://example.org/a'),
    problems: [],
  },
  {
    name: 'accepts a copy that names whose report it is',
    files: rocket('SpaceNews, via Mirror', 'https://www.mirror.example/a'),
    problems: [],
  },
  {
    name: 'accepts a host that only ends in the same letters',
    files: rocket('A paper', 'https://notfreepedia.org/freepedia.org'),
    problems: [],
  },
  {
    name: 'accepts everything where nothing is listed',
    files: { ...rocket('A paper', 'https://freepedia.org/a'), 'untrusted.yaml': '{}' },
    problems: [],
  },
  {
    name: 'rejects a listed host, with its subdomains, port and final dot',
    files: rocket('A paper', 'https://en.m.freepedia.org.:8080/wiki/Alpha'),
    problems: [`${at} on freepedia.org, an encyclopaedia that anyone may edit; ${remedy}`],
  },
  {
    name: 'rejects a listed host even where an original is named',
    files: rocket('SpaceNews, via Somebody', 'https://freepedia.org/a'),
    problems: [`${at} on freepedia.org, an encyclopaedia that anyone may edit; ${remedy}`],
  },
  {
    name: 'rejects a listed publisher at an address of others, in any case of letters',
    files: rocket('FREEPEDIA (copy)', 'https://cdn.example/a'),
    problems: [`${at} of "Freepedia", an encyclopaedia that anyone may edit; ${remedy}`],
  },
  {
    name: 'rejects a copy that names nobody, or only itself',
    files: rocket('Mirror (SpaceNews)', 'https://news.mirror.example/a'),
    problems: [
      `${at} on mirror.example, copies of others' reports; write whose report it is, publisher: "Its publisher, via Mirror (SpaceNews)", or cite another`,
    ],
  },
]);
