import { redirectsLeadHome } from '@/knowledge/rules/redirects-lead-home';
import { describeRule, entity } from '../support/knowledge';

const files = (redirects: string) => ({
  'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha'),
  'redirects.yaml': redirects,
});
const AT = 'redirects.yaml:';

describeRule(redirectsLeadHome, [
  { name: 'accepts a renamed entity', files: files('rocket/old: rocket/alpha'), problems: [] },
  {
    name: 'accepts a chain',
    files: files('rocket/older: rocket/old\nrocket/old: rocket/alpha'),
    problems: [],
  },
  {
    name: 'rejects a circle',
    files: files('rocket/a: rocket/b\nrocket/b: rocket/a'),
    problems: [
      `${AT}1: rocket/a leads in a circle; point it at the id that has a file`,
      `${AT}2: rocket/b leads in a circle; point it at the id that has a file`,
    ],
  },
  {
    name: 'rejects an old id that still has a file',
    files: files('rocket/alpha: rocket/alpha'),
    problems: [
      `${AT}1: rocket/alpha has a file and needs no redirect; remove the line or the file`,
    ],
  },
  {
    name: 'rejects an end without a file',
    files: files('rocket/old: rocket/beta'),
    problems: [
      `${AT}1: rocket/old leads to rocket/beta, and no file has the id rocket/beta; correct the id`,
    ],
  },
]);
