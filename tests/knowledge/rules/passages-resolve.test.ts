import { passagesResolve } from '@/knowledge/rules/passages-resolve';
import { describeRule, entity } from '../support/knowledge';

const files = (passages: string) => ({
  'entities/rocket/electron.yaml': entity('rocket/electron', 'Electron'),
  'passages/electron.txt': passages,
});
const AT = 'passages/electron.txt:';

describeRule(passagesResolve, [
  {
    name: 'accepts the three labels, comments and blank lines',
    files: files(
      '# Electron\n\n[[Electron|rocket/electron]] and [[electron|-]] and [[Electron|?]]\n',
    ),
    problems: [],
  },
  {
    name: 'accepts a passage that names nothing of ours',
    files: files('Gold is dear.'),
    problems: [],
  },
  {
    name: 'rejects a label that is no id',
    files: files('[[Electron|Electron]] flies.'),
    problems: [
      `${AT}1: the label of "Electron" is no id; write an entity id, - (not ours) or ? (undecided)`,
    ],
  },
  {
    name: 'rejects an entity that does not exist',
    files: files('[[Electron|rocket/elektron]] flies.'),
    problems: [`${AT}1: "Electron" is labelled rocket/elektron, which has no file; correct the id`],
  },
]);
