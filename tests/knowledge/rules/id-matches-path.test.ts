import { idMatchesPath } from '@/knowledge/rules/id-matches-path';
import { describeRule, entity } from '../support/knowledge';

describeRule(idMatchesPath, [
  {
    name: 'accepts an id that is the path',
    files: { 'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha') },
    problems: [],
  },
  {
    name: 'rejects an id that differs from the path',
    files: { 'entities/rocket/alpha.yaml': entity('rocket/alfa', 'Alpha') },
    problems: [
      'entities/rocket/alpha.yaml:1: id is rocket/alfa, but the file is rocket/alpha; ids never change: correct the id, or move the file if it is new',
    ],
  },
]);
