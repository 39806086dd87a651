import { ambiguousHasPassages } from '@/knowledge/rules/ambiguous-has-passages';
import { describeRule, entity } from '../support/knowledge';

const ELECTRON = {
  'entities/rocket/electron.yaml': entity(
    'rocket/electron',
    'Electron',
    'aliases:\n  - { text: Electron, kind: name, ambiguity: the particle }',
  ),
};
const AT = 'entities/rocket/electron.yaml:4: warning: ';

describeRule(ambiguousHasPassages, [
  {
    name: 'accepts an alias with passages for and against',
    files: {
      ...ELECTRON,
      'passages/electron.txt': '[[Electron|rocket/electron]] flies.\nAn [[electron|-]] is light.\n',
    },
    problems: [],
  },
  {
    name: 'accepts another entity of ours as the case against',
    files: {
      ...ELECTRON,
      'passages/electron.txt':
        '[[Electron|rocket/electron]] flies.\n[[Electron|company/x]] earns.\n',
    },
    problems: [],
  },
  {
    name: 'accepts an alias that is not ambiguous',
    files: { 'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha') },
    problems: [],
  },
  {
    name: 'warns about an alias without passages',
    files: ELECTRON,
    problems: [
      `${AT}"Electron" is ambiguous and lacks passages; write one for: [[Electron|rocket/electron]] and one against: [[Electron|-]]`,
    ],
  },
  {
    name: 'does not count an undecided passage as one against',
    files: {
      ...ELECTRON,
      'passages/electron.txt': '[[Electron|rocket/electron]] flies.\n[[Electron|?]] is there.\n',
    },
    problems: [
      `${AT}"Electron" is ambiguous and lacks passages; write one against: [[Electron|-]]`,
    ],
  },
]);
