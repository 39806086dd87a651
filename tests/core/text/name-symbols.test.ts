import { describe, expect, it } from 'vitest';
import { BREAK, nameSymbols } from '@/core/text/name-symbols';

const SIGNS = new Map<number, string>([
  [BREAK.capital, '^'],
  [BREAK.word, '_'],
  [BREAK.camel, '|'],
  [BREAK.number, '#'],
  [BREAK.variant, '~'],
  [BREAK.apostrophe, "'"],
  [BREAK.abbreviation, ';'],
  [BREAK.slash, '/'],
  [BREAK.numbers, '='],
]);

/** The symbols with a sign for each break. */
const signed = (name: string) =>
  nameSymbols(name, new Set(['launch', 'center']))
    .symbols.map((symbol) => SIGNS.get(symbol) ?? String.fromCharCode(symbol))
    .join('');

describe('nameSymbols', () => {
  it.each([
    ['Falcon 9', 'falcon#9'],
    ['Zhuque-3', 'zhuque#3'],
    ['Rocket Lab', 'rocket^lab'],
    ['SpaceX', 'space|x'],
    ['Long March 12A', 'long^march#12~a'],
    ['Long March 3B/E', 'long^march#3~b/e'],
    ["Chang'e-6", "chang'e#6"],
    ['Jiuquan Satellite Launch Center', 'jiuquan^satellite_launch_center'],
    ['U.S. Space Force', 'u;s;space^force'],
    ['Soyuz-2.1a', 'soyuz#2.1~a'],
    ['Merlin 1D++', 'merlin#1~d++'],
    ['Airbus D&S', 'airbus^d#&#s'],
    ['IRIS²', 'iris#2'],
    ['朱雀三号', '朱雀#3'],
    ['长征十二号甲', '长征#12~a'],
    ['遥感五十号01星', '遥感#50=01星'],
    ['星河动力（北京）', '星河动力(北京)'],
    ['亚马逊Leo', '亚马逊#leo'],
    ['スーパー・ヘビー', 'スーパー#ヘビー'],
    ['“十五五”规划', '十#55规划'],
  ])('%s', (name, symbols) => {
    expect(signed(name)).toBe(symbols);
  });

  it.each([
    ['Zhuque-3', 'Zhuque 3'],
    ['朱雀三号', '朱雀-3'],
    ['CZ-5B', 'CZ 5B'],
    ['Alcântara', 'Alcantara'],
    ['ＳｐａｃｅＸ', 'SpaceX'],
  ])('%s and %s are one name', (a, b) => {
    expect(signed(a)).toBe(signed(b));
  });

  it.each([
    ['Falcon 9', 'Falcon 90'],
    ['Star Link', 'Starlink'],
    ['i-Space', 'ispace'],
    ['Long March 12', 'Long March 1 2'],
  ])('%s and %s are two', (a, b) => {
    expect(signed(a)).not.toBe(signed(b));
  });

  it('tells whether a full stop ends the name', () => {
    expect(nameSymbols('Boeing Co.', new Set()).endsInStop).toBe(true);
    expect(nameSymbols('Boeing', new Set()).endsInStop).toBe(false);
  });

  it('makes nothing of a name without letters', () => {
    expect(nameSymbols('—', new Set()).symbols).toEqual([]);
  });
});
