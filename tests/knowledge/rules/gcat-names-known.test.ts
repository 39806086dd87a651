import { gcatNamesKnown } from '@/knowledge/rules/gcat-names-known';
import { describeRule, entity } from '../support/knowledge';

const rocket = (gcat: string) => ({
  'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha', `gcat: ${gcat}`),
});
const AT = 'entities/rocket/alpha.yaml:3: ';

describeRule(gcatNamesKnown, [
  {
    name: 'accepts names of the log',
    files: rocket('{ vehicles: [Alpha, Alpha-B] }'),
    problems: [],
  },
  {
    name: 'accepts one of two agencies that share a launch',
    files: rocket('{ orgs: [AGENT] }'),
    problems: [],
  },
  {
    name: 'names the nearest vehicle type',
    files: rocket('{ vehicles: [Alpa] }'),
    problems: [`${AT}the launch log has no lv_type "Alpa"; did you mean "Alpha"?`],
  },
  {
    name: 'rejects an agency that never launched',
    files: rocket('{ orgs: [NOBODY] }'),
    problems: [`${AT}the launch log has no agency "NOBODY"; remove it if it never flew`],
  },
  {
    name: 'rejects a site that is not in the log',
    files: rocket('{ sites: [NINGBO] }'),
    problems: [`${AT}the launch log has no launch_site "NINGBO"; remove it if it never flew`],
  },
]);
