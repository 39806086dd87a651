import { gcatOwnedOnce } from '@/knowledge/rules/gcat-owned-once';
import { describeRule, entity, SOURCES } from '../support/knowledge';

const family = (id: string) =>
  `claims:\n  - { property: family, value: ${id}, asOf: 2026, source: press }${SOURCES}`;

describeRule(gcatOwnedOnce, [
  {
    name: 'accepts a family that covers its members',
    files: {
      'entities/rocket/alpha.yaml': entity(
        'rocket/alpha',
        'Alpha',
        'gcat: { vehicles: [Alpha, Alpha-B] }',
      ),
      'entities/rocket/alpha-b.yaml': entity(
        'rocket/alpha-b',
        'Alpha B',
        `gcat: { vehicles: [Alpha-B] }\n${family('rocket/alpha')}`,
      ),
    },
    problems: [],
  },
  {
    name: 'accepts a company beside its rocket',
    files: {
      'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha', 'gcat: { vehicles: [Alpha] }'),
      'entities/company/maker.yaml': entity(
        'company/maker',
        'Maker',
        'gcat: { orgs: [MAKER], vehicles: [Alpha] }',
      ),
    },
    problems: [],
  },
  {
    name: 'rejects a vehicle type under two rockets that are no family',
    files: {
      'entities/rocket/alpha.yaml': entity('rocket/alpha', 'Alpha', 'gcat: { vehicles: [Alpha] }'),
      'entities/rocket/beta.yaml': entity('rocket/beta', 'Beta', 'gcat: { vehicles: [Alpha] }'),
    },
    problems: [
      'entities/rocket/alpha.yaml:3: vehicle Alpha is covered by rocket/beta too; keep it in one, or make one the family of the other',
      'entities/rocket/beta.yaml:3: vehicle Alpha is covered by rocket/alpha too; keep it in one, or make one the family of the other',
    ],
  },
  {
    name: 'rejects a site code under two sites',
    files: {
      'entities/site/jiuquan.yaml': entity('site/jiuquan', 'Jiuquan', 'gcat: { sites: [JQ] }'),
      'entities/site/dongfeng.yaml': entity('site/dongfeng', 'Dongfeng', 'gcat: { sites: [JQ] }'),
    },
    problems: [
      'entities/site/dongfeng.yaml:3: site JQ is covered by site/jiuquan too; keep it in one',
      'entities/site/jiuquan.yaml:3: site JQ is covered by site/dongfeng too; keep it in one',
    ],
  },
]);
