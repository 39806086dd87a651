import { tickerNamesExchange } from '@/knowledge/rules/ticker-names-exchange';
import { describeRule, entity } from '../support/knowledge';

const company = (text: string) => ({
  'entities/company/alpha.yaml': entity(
    'company/alpha',
    'Alpha',
    `aliases:\n  - { text: "${text}", kind: ticker }`,
  ),
});

describeRule(tickerNamesExchange, [
  { name: 'accepts an American ticker', files: company('NASDAQ:RKLB'), problems: [] },
  { name: 'accepts a numeric ticker', files: company('TSE:9348'), problems: [] },
  {
    name: 'rejects a bare symbol',
    files: company('RKLB'),
    problems: [
      'entities/company/alpha.yaml:4: "RKLB" is no ticker with its exchange; write it as NASDAQ:RKLB',
    ],
  },
]);
