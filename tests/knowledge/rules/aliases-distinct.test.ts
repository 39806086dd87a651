import { aliasesDistinct } from '@/knowledge/rules/aliases-distinct';
import { describeRule, entity } from '../support/knowledge';

const rocket = (...aliases: string[]) => ({
  'entities/rocket/zhuque-3.yaml': entity(
    'rocket/zhuque-3',
    'Zhuque-3',
    `aliases:\n${aliases.map((alias) => `  - { ${alias} }`).join('\n')}`,
  ),
});
const AT = 'entities/rocket/zhuque-3.yaml:';

describeRule(aliasesDistinct, [
  {
    name: 'accepts other names',
    files: rocket('text: ZQ-3, kind: acronym', 'text: Vermilion Bird 3, kind: translation'),
    problems: [],
  },
  {
    name: 'accepts the main name again when it is ambiguous',
    files: rocket('text: Zhuque-3, kind: name, ambiguity: a bird'),
    problems: [],
  },
  {
    name: 'accepts a spelling in two words',
    files: rocket('text: Zhu Que-3, kind: name'),
    problems: [],
  },
  {
    name: 'rejects the main name again',
    files: rocket('text: ZHUQUE 3, kind: name'),
    problems: [
      `${AT}4: "ZHUQUE 3" repeats the name "Zhuque-3"; remove it (a name is repeated only to give its ambiguity)`,
    ],
  },
  {
    name: 'rejects a typographic variant of an alias',
    files: rocket('text: ZQ-3, kind: acronym', 'text: zq3, kind: acronym'),
    problems: [
      `${AT}5: "zq3" repeats the alias "ZQ-3"; hyphens, spaces, capitals and widths are matched anyway: remove it`,
    ],
  },
  {
    name: 'rejects the ambiguous main name twice',
    files: rocket(
      'text: Zhuque-3, kind: name, ambiguity: a bird',
      'text: Zhuque 3, kind: name, ambiguity: a bird',
    ),
    problems: [
      `${AT}5: "Zhuque 3" repeats the alias "Zhuque-3"; hyphens, spaces, capitals and widths are matched anyway: remove it`,
    ],
  },
]);
