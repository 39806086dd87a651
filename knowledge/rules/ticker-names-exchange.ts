import { problemAt, type Rule } from '../compiler/knowledge';

/** A ticker without its exchange is an ordinary word. */
export const tickerNamesExchange: Rule = {
  name: 'ticker-names-exchange',
  description: 'An alias of kind `ticker` is written EXCHANGE:SYMBOL, such as `NASDAQ:RKLB`.',
  check: ({ entities }) =>
    entities.flatMap((entity) =>
      (entity.value.aliases ?? []).flatMap(({ kind, text }, index) =>
        kind !== 'ticker' || /^[A-Z]{2,8}:[A-Z0-9.-]+$/.test(text)
          ? []
          : problemAt(
              entity,
              ['aliases', index],
              'ticker-names-exchange',
              `"${text}" is no ticker with its exchange; write it as NASDAQ:RKLB`,
            ),
      ),
    ),
};
