import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MATCH } from '@/core/detection/name-search';
import { readNameTables } from '@/knowledge/compiler/gazetteer';
import { naiveScan } from '../../support/naive-matcher';
import { anEntity, marked, namesOf } from '../../support/names';

const tables = readNameTables();
const { gazetteer, matcher } = namesOf(
  [
    anEntity('agency/nasa', 'NASA'),
    anEntity('agency/roscosmos', 'Roscosmos', 'Роскосмос'),
    anEntity('company/arianespace', 'Arianespace'),
    anEntity('company/astra', 'Astra', { text: 'Astra', ambiguity: 'Opel car' }),
    anEntity('company/i-space', 'i-Space', '星际荣耀'),
    anEntity('company/ispace', 'ispace'),
    anEntity('company/landspace', 'LandSpace', '蓝箭航天'),
    anEntity('company/planet', 'Planet Labs', {
      text: 'Planet',
      kind: 'short',
      ambiguity: 'a planet',
    }),
    anEntity('company/rocket-lab', 'Rocket Lab', { text: 'NASDAQ:RKLB', kind: 'ticker' }),
    anEntity(
      'company/spacex',
      'SpaceX',
      'Space Exploration Technologies Corp.',
      'スペースX',
      '스페이스X',
    ),
    anEntity('constellation/guowang', 'Guowang', {
      text: '星网',
      kind: 'short',
      ambiguity: 'other firms',
    }),
    anEntity('rocket/electron', 'Electron', { text: 'Electron', ambiguity: 'particle' }),
    anEntity('rocket/falcon', 'Falcon', { text: 'Falcon', ambiguity: 'bird' }),
    anEntity('rocket/falcon-9', 'Falcon 9', 'SpaceX Falcon 9', '猎鹰9号'),
    anEntity('rocket/gravity-1', 'Gravity-1', '引力一号'),
    anEntity('rocket/kairos', 'Kairos', 'カイロス'),
    anEntity('rocket/long-march-3b', 'Long March 3B', '长征三号乙'),
    anEntity('rocket/long-march-12', 'Long March 12', '长征十二号'),
    anEntity('rocket/long-march-12a', 'Long March 12A', '长征十二号甲'),
    anEntity('rocket/soyuz-2', 'Soyuz-2.1a'),
    anEntity('rocket/starship', 'Starship', '스타십', 'スターシップ'),
    anEntity('rocket/super-heavy', 'Super Heavy', 'スーパー・ヘビー'),
    anEntity('rocket/zhuque-3', 'Zhuque-3', '朱雀三号'),
    anEntity('site/alcantara', 'Alcântara Space Center'),
    anEntity('site/jiuquan', 'Jiuquan Satellite Launch Center'),
    anEntity('spacecraft/change-6', "Chang'e-6", '嫦娥六号'),
  ],
  [
    'Virgin Atlantic',
    'Atlanta Falcons',
    'Tokyo Electron',
    'Planet Fitness',
    'Starship Technologies',
    '蓝箭电子',
    '星网锐捷',
  ],
);

/** Each row's text marks what must be found; everything else must not be. */
function finds(rows: readonly (readonly [name: string, text: string])[]): void {
  it.each(rows)('%s', (_, expected) => {
    const text = expected.replaceAll(/\[\[([^|\]]*)\|[^\]]*\]\]/g, '$1');
    expect(marked(text, matcher.scan(text), gazetteer)).toBe(expected);
  });
}

describe('hyphens, spaces and invisible characters', () => {
  finds([
    ['a hyphen as in the alias', 'The [[Zhuque-3|rocket/zhuque-3]] flew.'],
    ['U+2010', 'The [[Zhuque\u20103|rocket/zhuque-3]] flew.'],
    ['U+2011', 'The [[Zhuque\u20113|rocket/zhuque-3]] flew.'],
    ['U+2012', 'The [[Zhuque\u20123|rocket/zhuque-3]] flew.'],
    ['en dash', 'The [[Zhuque\u20133|rocket/zhuque-3]] flew.'],
    ['em dash', 'The [[Zhuque\u20143|rocket/zhuque-3]] flew.'],
    ['horizontal bar', 'The [[Zhuque\u20153|rocket/zhuque-3]] flew.'],
    ['minus sign', 'The [[Zhuque\u22123|rocket/zhuque-3]] flew.'],
    ['full-width hyphen', 'The [[Zhuque\uff0d3|rocket/zhuque-3]] flew.'],
    ['spaces around the hyphen', 'The [[Zhuque - 3|rocket/zhuque-3]] flew.'],
    ['a space before the hyphen only', 'The [[Zhuque -3|rocket/zhuque-3]] flew.'],
    ['a space for the hyphen', 'The [[Zhuque 3|rocket/zhuque-3]] flew.'],
    ['nothing for the hyphen', 'The [[Zhuque3|rocket/zhuque-3]] flew.'],
    ['a hyphen for the space', 'A [[Falcon-9|rocket/falcon-9]] landed.'],
    ['no-break space', 'A [[Falcon\u00a09|rocket/falcon-9]] landed.'],
    ['thin space', 'A [[Falcon\u20099|rocket/falcon-9]] landed.'],
    ['narrow no-break space', 'A [[Falcon\u202f9|rocket/falcon-9]] landed.'],
    ['ideographic space', '发射了[[Falcon\u30009|rocket/falcon-9]]。'],
    ['a line break in running text', 'A [[Falcon\n9|rocket/falcon-9]] landed.'],
    ['a line break in a Chinese name', '[[朱雀\n三号|rocket/zhuque-3]]首飞'],
    ['a line break after the first character', '[[朱\n雀三号|rocket/zhuque-3]]首飞'],
    ['soft hyphen', 'The [[Zhu\u00adque-3|rocket/zhuque-3]] flew.'],
    ['zero-width space', 'By [[Space\u200bX|company/spacex]].'],
    ['word joiner', 'By [[Land\u2060Space|company/landspace]].'],
    ['byte order mark inside', '[[朱雀\ufeff三号|rocket/zhuque-3]]'],
    ['a hyphen in the middle of running text', '[[Super-Heavy|rocket/super-heavy]] burns.'],
    [
      'an empty line ends a name',
      'Falcon\n\n9 lives'.replace('Falcon', '[[Falcon|rocket/falcon]]'),
    ],
    ['a line with spaces only ends a name', '[[Falcon|rocket/falcon]]\n \n9 lives'],
    ['a comma ends a name', 'Rocket, Lab’s tag line'],
    ['a full stop ends a name', 'It is a Zhuque. 3 people came.'],
    ['a colon ends a name', 'Zhuque: 3'],
    ['two hyphens end a name', 'Zhuque--3'],
    ['an em dash between words of a name with no gap', 'Super! Heavy'],
  ]);
});

describe('letters', () => {
  finds([
    ['full width', '[[Ｚｈｕｑｕｅ－３|rocket/zhuque-3]]が'],
    ['all capitals', '[[SPACEX|company/spacex]] AND [[ROCKET LAB|company/rocket-lab]] WIN'],
    ['title case', '[[Rocket Lab|company/rocket-lab]] Wins Again'],
    [
      'a brand with one capital',
      '[[Spacex|company/spacex]] flew; [[Landspace|company/landspace]] too.',
    ],
    [
      'a brand without capitals',
      'i like [[spacex|company/spacex]] and [[landspace|company/landspace]]',
    ],
    ['a brand in two words', '[[Space X|company/spacex]] and [[Land Space|company/landspace]]'],
    ['words run together with capitals', '[[RocketLab|company/rocket-lab]] won.'],
    ['generic words in small letters', 'the [[Jiuquan satellite launch center|site/jiuquan]] said'],
    ['British spelling', 'the [[Jiuquan Satellite Launch Centre|site/jiuquan]] said'],
    ['an acronym spoken as a word', 'a spokesman of [[Nasa|agency/nasa]] said'],
    ['accents left out', 'at [[Alcantara Space Center|site/alcantara]]'],
    ['accents taken apart', 'at [[Alca\u0302ntara Space Center|site/alcantara]]'],
    [
      'a curly apostrophe',
      "[[Chang’e-6|spacecraft/change-6]] and [[Chang'e 6|spacecraft/change-6]]",
    ],
    ['small letters in Chinese', '買了[[rocket lab|company/rocket-lab]]的股票'],
    ['a brand apart in Chinese', '星鏈、[[space x|company/spacex]]的火箭'],
    ['an ordinary word is no name', 'an electron met a planet and starship robots'],
    ['an acronym needs its capitals', 'the nasa of old; NASa'.replace('; NASa', '')],
    [
      'a name of two words needs both capitals',
      'rocket lab workers; Super heavy metal; super heavy',
    ],
    ['a brand apart in small letters', 'in space x marks the spot; land space'],
    ['words run together in small letters', 'rocketlab and superheavy'],
    ['an acronym in the middle of capitals', 'NASAL SPRAY'],
  ]);
});

describe('numbers and variants', () => {
  finds([
    ['numeral and 号', '[[朱雀三号|rocket/zhuque-3]]首飞'],
    ['digit and 号', '[[朱雀3号|rocket/zhuque-3]]首飞'],
    ['digit with hyphen', '[[朱雀-3|rocket/zhuque-3]]首飞'],
    ['numeral without 号 before a word for it', '[[朱雀三|rocket/zhuque-3]]首飞'],
    ['numeral without 号 before punctuation', '看[[朱雀三|rocket/zhuque-3]]。'],
    ['full-width digit', '[[朱雀３号|rocket/zhuque-3]]首飞'],
    [
      'traditional characters',
      '[[獵鷹九號|rocket/falcon-9]]與[[長征十二號甲|rocket/long-march-12a]]',
    ],
    ['digits for numerals', '[[猎鹰9|rocket/falcon-9]]与[[猎鹰九号|rocket/falcon-9]]'],
    ['letter for stem', '[[长征12A|rocket/long-march-12a]]与[[长征十二号A|rocket/long-march-12a]]'],
    ['short form of the family', '[[长十二甲|rocket/long-march-12a]]火箭'],
    ['codes of the family', '[[CZ-12A|rocket/long-march-12a]], [[LM-12A|rocket/long-march-12a]]'],
    ['a hyphen before the number', '[[Long March-12A|rocket/long-march-12a]]'],
    [
      'pinyin',
      '[[Changzheng - 12A|rocket/long-march-12a]] and [[Chang Zheng 12A|rocket/long-march-12a]]',
    ],
    [
      'a stem in another family form',
      '[[长征三号乙|rocket/long-march-3b]], [[CZ-3B|rocket/long-march-3b]]',
    ],
    [
      'a point inside the number',
      'a [[Soyuz-2.1a|rocket/soyuz-2]] and a [[Soyuz 2.1A|rocket/soyuz-2]]',
    ],
    [
      'a flight serial stays outside',
      '[[朱雀三号|rocket/zhuque-3]]遥一运载火箭, [[Zhuque-3|rocket/zhuque-3]] Y1',
    ],
    ['a serial that touches', '[[朱雀三号|rocket/zhuque-3]]Y1'],
    ['a plural s stays outside', 'two [[Falcon 9|rocket/falcon-9]]s'],
    [
      'a longer number',
      'Falcon 90, 朱雀三十, 朱雀33号'.replace('Falcon', '[[Falcon|rocket/falcon]]'),
    ],
    ['another variant', 'Long March 12B, 长征十二号乙, 长征12B, CZ-12C'],
    ['a variant behind a hyphen', 'Long March 12-B'],
    ['an improved version', '长征十二号改'],
    ['a decimal number', '[[Falcon|rocket/falcon]] 9.5 and [[Falcon|rocket/falcon]] 9,000'],
    ['a count of flights', '朱雀3次试飞, 朱雀三次试飞, 朱雀3月首飞'],
    ['a length', '箭体全长12米, 长12米, 增长12'],
    ['a word that begins with a numeral', '引力一样大, 引力一直在'],
    ['the number of something else', '第十朱雀, 朱雀'],
  ]);
});

describe('borders', () => {
  finds([
    [
      'possessives',
      "[[SpaceX|company/spacex]]'s and [[SpaceX|company/spacex]]’s; [[NASA|agency/nasa]]'s",
    ],
    [
      'compounds',
      '[[Falcon 9|rocket/falcon-9]]–class, [[SpaceX|company/spacex]]-built, ex-[[NASA|agency/nasa]]',
    ],
    [
      'a maker and its rocket are two names',
      '[[SpaceX|company/spacex]] [[Falcon 9|rocket/falcon-9]]',
    ],
    ['a long name and its short one', '[[Rocket Lab|company/rocket-lab]] ([[NASA|agency/nasa]])'],
    ['Chinese neighbours', '和[[SpaceX|company/spacex]]的, [[SpaceX|company/spacex]]公司'],
    [
      'Korean particles',
      '[[SpaceX|company/spacex]]는 [[스페이스X|company/spacex]]의 [[스타십|rocket/starship]]을',
    ],
    ['Japanese particles', '[[スペースX|company/spacex]]は[[カイロス|rocket/kairos]]で'],
    ['a Japanese type noun', '[[カイロス|rocket/kairos]]ロケット'],
    [
      'a raised dot in the name',
      '[[スーパー・ヘビー|rocket/super-heavy]]と[[スーパーヘビー|rocket/super-heavy]]',
    ],
    [
      'German genitive',
      '[[Arianespace|company/arianespace]]s Chef, [[SpaceX|company/spacex]]s Rakete',
    ],
    ['French elision', "l'[[Electron|rocket/electron]] d’[[Arianespace|company/arianespace]]"],
    ['Russian cases', 'глава [[Роскосмоса|agency/roscosmos]] и [[Роскосмос|agency/roscosmos]]'],
    ['quotes and brackets', '“[[Starship|rocket/starship]]” («[[Starship|rocket/starship]]»)'],
    ['a hashtag', '#[[SpaceX|company/spacex]] #[[RocketLab|company/rocket-lab]]'],
    ['a hashtag in small letters', '#[[spacex|company/spacex]] #[[rocketlab|company/rocket-lab]]'],
    ['a list with slashes', '[[NASA|agency/nasa]]/[[SpaceX|company/spacex]]'],
    ['the end of a sentence', 'by [[SpaceX|company/spacex]]. Then'],
    [
      'a ticker that is said to be one',
      '[[Rocket Lab|company/rocket-lab]] (Nasdaq: [[RKLB|company/rocket-lab]])',
    ],
    ['a ticker with a dollar sign', 'buy $[[RKLB|company/rocket-lab]] now'],
    [
      'characters outside the basic plane',
      '𠮷[[朱雀三号|rocket/zhuque-3]]𠮷 🚀[[SpaceX|company/spacex]]🚀',
    ],
    ['inside a Latin word', 'AstraZeneca, Starshiplike, UnSpaceX, Electronics, planetary'],
    ['inside a Cyrillic word', 'НеРоскосмос, Роскосмосовец'],
    ['inside a katakana word', 'カイロスタウン, ネオカイロス'],
    ['inside a Korean word', '스타십엔터테인먼트'],
    [
      'a web address',
      'https://www.spacex.com/falcon9/SpaceX spacex.com/SpaceX www.SpaceX.com SpaceX.com',
    ],
    ['an e-mail address', 'press@spacex.com SpaceX@example.org'],
    ['a handle', '@SpaceX and @NASA'],
    ['an identifier', 'SpaceX_2 and my_SpaceX'],
    ['a ticker that is a word', 'RKLB stands alone'],
  ]);
});

describe('longest names', () => {
  finds([
    [
      'a legal form',
      '[[Arianespace SA|company/arianespace]]. [[Rocket Lab USA, Inc.|company/rocket-lab]]',
    ],
    [
      'a full stop that is part of the form',
      '[[Space Exploration Technologies Corp.|company/spacex]] won',
    ],
    [
      'an abbreviated form without its stop',
      '[[Space Exploration Technologies Corp|company/spacex]] won',
    ],
    [
      'a Chinese legal form with place',
      '[[北京蓝箭航天空间科技股份有限公司|company/landspace]]成立',
    ],
    ['a decoy that begins with a name', '[[Starship Technologies|-]] and [[Planet Fitness|-]]'],
    ['a decoy that ends with a name', '[[Tokyo Electron|-]], [[Atlanta Falcons|-]]'],
    ['a Chinese decoy', '[[蓝箭电子|-]]与[[星网锐捷|-]]'],
    ['a decoy in capitals', '[[TOKYO ELECTRON|-]]'],
    ['a name beside a decoy', '[[Electron|rocket/electron]] and [[Tokyo Electron|-]]'],
    [
      'namesakes share what reads as both',
      '[[iSpace|company/i-space+company/ispace]], [[i-Space|company/i-space+company/ispace]]',
    ],
    ['business words without a legal form', '[[Rocket Lab|company/rocket-lab]] Technology'],
    ['a decoy broken by a comma', 'Tokyo, [[Electron|rocket/electron]]'],
    ['the beginning of a decoy', 'Virgin Galactic, [[Planet|company/planet]] Fit'],
  ]);
});

describe('flags', () => {
  const flagsOf = (text: string) => matcher.scan(text).map(({ flags }) => flags & ~MATCH.ambiguous);
  it.each([
    ['nothing to say', 'A SpaceX launch', 0],
    ['capitals', 'A SPACEX LAUNCH', MATCH.caps],
    ['an acronym in its capitals', 'NASA', 0],
    ['small letters', 'by spacex', MATCH.lower],
    ['two words', 'by Space X', MATCH.split],
    ['hashtag', '#Starship', MATCH.hashtag],
    ['plural', 'two Falcon 9s', MATCH.plural],
    ['an unknown number', 'a Falcon 7X jet', MATCH.numbered],
    ['a year is no designation', 'Starship 2026', 0],
    ['a decoy', 'Tokyo Electron', MATCH.decoy],
  ])('%s', (_, text, flags) => {
    expect(flagsOf(text)).toEqual([flags]);
  });

  it('tells an ambiguous alias by a flag, as the gazetteer does', () => {
    for (const { alias, flags } of matcher.scan('Astra, SpaceX, Planet, 星网, Zhuque-3'))
      expect((flags & MATCH.ambiguous) !== 0).toBe(gazetteer.alias(alias).ambiguous);
  });
});

describe('the range of a scan', () => {
  const text = 'SpaceX, NASA, SpaceX';

  it('looks only at names that start inside', () => {
    expect(matcher.scan(text, { from: 1, to: 14 }).map(({ start }) => start)).toEqual([8]);
  });

  it('lets a name end behind it', () => {
    expect(matcher.scan(text, { from: 8, to: 9 })).toMatchObject([{ start: 8, end: 12 }]);
  });

  it('finds the first name alone', () => {
    expect(matcher.first(text, { from: 3 })).toMatchObject({ start: 8, end: 12 });
    expect(matcher.first('nothing')).toBeNull();
  });

  it('gives the same in slices as in one piece', () => {
    const long = `${'Words without a name. '.repeat(300)}SpaceX flew Zhuque-3. ${'火箭'.repeat(200)}朱雀三号`;
    const whole = matcher.scan(long);
    const sliced = [];
    for (let from = 0; from < long.length; from += 997)
      for (const found of matcher.scan(long, { from, to: Math.min(from + 997, long.length) }))
        if (found.start >= (sliced.at(-1)?.end ?? 0)) sliced.push(found);
    expect(sliced).toEqual(whole);
  });
});

describe('long texts', () => {
  const filler = 'Nothing of note happened there on that day. '.repeat(200);

  it('finds small brands beside another name', () => {
    const found = matcher.scan(`${filler}spacex ${filler}SpaceX ${filler}ispace`);
    expect(found).toHaveLength(3);
  });

  it('does not look for small brands in a long text without any other name', () => {
    expect(matcher.scan(`${filler}spacex`)).toEqual([]);
  });

  it('treats touching blocks as separate where told to', () => {
    const touching = 'NewsSpaceX flew yesterdayZhuque-3 soars';
    expect(matcher.scan(touching)).toEqual([]);
    expect(matcher.scan(touching, { joined: true })).toHaveLength(2);
    expect(matcher.scan('AstraZeneca', { joined: true })).toHaveLength(1);
    expect(matcher.scan('nasal planetary', { joined: true })).toEqual([]);
  });
});

describe('against a naive matcher', () => {
  const latin = fc
    .array(fc.constantFrom('Ab', 'Ba', 'Abba', 'Nab'), { minLength: 1, maxLength: 3 })
    .map((words) => words.join(' '));
  const numbered = fc
    .tuple(fc.constantFrom('Ab', 'Ba', 'Nab'), fc.integer({ min: 1, max: 21 }))
    .map(([word, number]) => `${word} ${number}`);
  const han = fc
    .array(fc.constantFrom('星', '箭', '火', '蓝', '𠮷', '𠮾', '吉'), {
      minLength: 2,
      maxLength: 4,
    })
    .map((characters) => characters.join(''))
    .filter((name) => [...name].length > 1);
  const name = fc
    .oneof(latin, numbered, han)
    .filter((text) => text.length > 2 || /\P{ASCII}/u.test(text));
  const filler = fc.constantFrom(
    ', ',
    ' xy ',
    ' zzz. ',
    '\n\n',
    '。',
    '，',
    ' Ab',
    ' Abba ',
    ' 1 ',
    '星',
    '𠮷',
    '火箭',
  );

  it('finds the same in generated texts', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 12 }),
        fc.array(fc.oneof(filler, fc.tuple(fc.nat(11), filler)), { maxLength: 30 }),
        (names, pieces) => {
          const text = pieces
            .map((piece) =>
              typeof piece === 'string' ? piece : `, ${names[piece[0] % names.length]}${piece[1]}`,
            )
            .join('')
            // Two Latin words that touch would be one word to us and a run-together name to the matcher.
            .replaceAll(/(?<=[A-Za-z])(?=[A-Z])/g, '; ')
            .replaceAll(/ {2,}/g, ' ');
          const entities = names.map((text, number) => anEntity(`rocket/r-${number}`, text));
          const generated = namesOf(entities, [], tables);
          const found = generated.matcher.scan(text).map(({ start, end }) => ({ start, end }));
          const expected = naiveScan(text, names).map(({ start, end }) => ({ start, end }));
          expect({ text, names, found }).toEqual({ text, names, found: expected });
        },
      ),
      { numRuns: 2000, seed: 20260901 },
    );
  }, 120_000);
});
