import { describe, expect, test } from 'vitest';
import { detect } from '@/core/detection/detect';
import { expected, found, mentionsOf, recogniserOf } from '../../support/recognition';

const recogniser = recogniserOf(
  [
    { id: 'company/rocket-lab', name: 'Rocket Lab', home: ['USA'] },
    {
      id: 'rocket/electron',
      name: 'Electron',
      aliases: ['Electron: the particle; a software framework'],
      related: ['company/rocket-lab'],
    },
    {
      id: 'rocket/neutron',
      name: 'Neutron',
      aliases: ['Neutron: the particle'],
      related: ['company/rocket-lab'],
    },
    { id: 'company/spacex', name: 'SpaceX', aliases: ['太空探索技术公司'] },
    { id: 'rocket/falcon-9', name: 'Falcon 9', aliases: ['猎鹰9号'], related: ['company/spacex'] },
    {
      id: 'rocket/starship',
      name: 'Starship',
      aliases: ['Starship: delivery robots; a band', '星舰: 科幻作品'],
      related: ['company/spacex'],
    },
    { id: 'company/planet-labs', name: 'Planet Labs', aliases: ['Planet: the ordinary word'] },
    { id: 'company/blacksky', name: 'BlackSky' },
    {
      id: 'company/isar-aerospace',
      name: 'Isar Aerospace',
      aliases: ['Isar: the river in Munich'],
    },
    { id: 'rocket/vulcan-centaur', name: 'Vulcan Centaur', aliases: ['Vulcan: the Roman god'] },
    { id: 'company/boeing', name: 'Boeing' },
    { id: 'market/nasdaq', name: 'Nasdaq' },
    {
      id: 'agency/european-space-agency',
      name: 'European Space Agency',
      aliases: ['ESA: other things of these letters'],
    },
    { id: 'site/guiana-space-centre', name: 'Guiana Space Centre', aliases: ['Kourou: the town'] },
    { id: 'agency/harbin-institute-of-technology', name: 'Harbin Institute of Technology' },
    {
      id: 'company/i-space-china',
      name: 'i-Space',
      aliases: ['iSpace: ispace of Tokyo'],
      home: ['CHN'],
      summary: 'A maker of small rockets.',
    },
    {
      id: 'company/ispace-japan',
      name: 'ispace, inc.',
      aliases: ['iSpace: i-Space of Beijing', 'ispace: i-Space of Beijing'],
      home: ['JPN'],
      summary: 'A builder of lunar landers.',
    },
    { id: 'constellation/yaogan', name: 'Yaogan', aliases: ['遥感: 普通词语'] },
    { id: 'company/landspace', name: 'LandSpace', aliases: ['蓝箭航天', '蓝箭: 其他公司'] },
    {
      id: 'rocket/zhuque-3',
      name: 'Zhuque-3',
      aliases: ['朱雀三号'],
      related: ['company/landspace'],
    },
  ],
  ['Virgin Atlantic', 'Starship Technologies', '蓝箭电子'],
);

describe('detect resolves names by what stands around them', () => {
  test.each([
    {
      name: 'a full name is enough alone',
      text: 'Shares of [[Rocket Lab|company/rocket-lab]] rose.',
    },
    {
      name: 'a type noun resolves a word',
      text: 'An [[Electron|rocket/electron]] rocket left its pad at night.',
    },
    {
      name: 'a maker directly before resolves its thing',
      text: '[[Rocket Lab|company/rocket-lab]]’s [[Neutron|rocket/neutron]] slipped again.',
    },
    {
      name: 'a particle is no rocket',
      text: 'Each [[electron|-]] carries one charge, and a [[Neutron|-]] none, physicists say.',
    },
    {
      name: 'a sentence about the god is not about the rocket',
      text: 'The [[Vulcan Centaur|rocket/vulcan-centaur]] rocket flew for the Space Force. [[Vulcan|-]] was the god of the forge in Roman myth.',
    },
    {
      name: 'the short name follows the full one',
      text: '[[Vulcan Centaur|rocket/vulcan-centaur]] flew twice. The next [[Vulcan|rocket/vulcan-centaur]] carries two satellites.',
    },
    {
      name: 'a firm’s name has no article',
      text: '[[Isar Aerospace|company/isar-aerospace]] builds rockets in Munich. Its name comes from the [[Isar|-]], which flows through the city.',
    },
    {
      name: 'a list of firms holds a firm',
      text: 'Satellite operators such as [[Planet|company/planet-labs]], [[BlackSky|company/blacksky]] and others sell images from orbit.',
    },
    {
      name: 'the ordinary word is not the firm',
      text: 'Scientists say the [[planet|-]] warms faster. The [[Planet|-]] needs help, the minister said.',
    },
    {
      name: 'a longer other name swallows ours',
      text: 'Fly to Boston with [[Virgin Atlantic|-]]; have pizza brought by [[Starship Technologies|-]].',
    },
    {
      name: 'an abbreviation after its long name',
      text: 'Ministers of the [[European Space Agency|agency/european-space-agency]] ([[ESA|agency/european-space-agency]]) meet in Bremen.',
    },
    {
      name: 'the same letters in other news',
      text: 'Wolves are protected under the [[ESA|-]], a law of 1973, the court said.',
    },
    {
      name: 'a group in its other business',
      text: '[[Boeing|-]] delivered 44 of its 737 jets, and airlines ordered more.',
    },
    {
      name: 'a group in ours',
      text: 'The capsule that [[Boeing|company/boeing]] built docked with the space station; astronauts will fly it again next year on a rocket.',
    },
    {
      name: 'an exchange in the day’s prices',
      text: 'The [[Nasdaq|-]] fell two percent, and bond yields rose.',
    },
    {
      name: 'a town of a site',
      text: 'The mayor of [[Kourou|-]] asked for water; residents queue at the shops.',
    },
    {
      name: 'a site by its town’s name',
      text: 'The satellite was launched from [[Kourou|site/guiana-space-centre]] on a European rocket and reached orbit.',
    },
    {
      name: 'a title is something else',
      text: 'The mission “Going Full [[Electron|-]]” was a success, [[Rocket Lab|company/rocket-lab]] said.',
    },
    { name: 'a Chinese word inside another', text: '[[蓝箭电子|-]]发布公告，股东拟减持。' },
    {
      name: 'a Chinese short name beside its rocket',
      text: '[[蓝箭|company/landspace]]的[[朱雀三号|rocket/zhuque-3]]火箭再次发射。',
    },
    { name: 'an ordinary Chinese word', text: '农业部门用[[遥感|-]]技术估算产量。' },
    {
      name: 'a delivery robot in Chinese fiction',
      text: '《[[星舰|-]]迷航》新一季开播，观众很多。',
    },
  ])('$name', ({ text }) => {
    const { text: plain, mentions } = expected(text);
    expect(found(plain, recogniser)).toEqual(mentions);
  });
});

describe('detect tells namesakes of ours apart', () => {
  test('by country and field', () => {
    const china =
      'Hyperbola, the small rocket of the Chinese firm iSpace of Beijing, failed to reach orbit.';
    const japan =
      'The Tokyo company iSpace lost its lunar lander on the Moon; Japan had hoped for its spacecraft.';
    expect(mentionsOf(detect(china, recogniser))).toEqual(['48 iSpace = company/i-space-china']);
    expect(mentionsOf(detect(japan, recogniser))).toEqual(['18 iSpace = company/ispace-japan']);
  });

  test('or says possibly and lists the other', () => {
    const { mentions } = detect(
      'The space company iSpace has put a satellite into orbit on a rocket.',
      recogniser,
    );
    expect(mentions).toHaveLength(1);
    expect(mentions[0]).toMatchObject({
      certainty: 'possibly',
      alternatives: [expect.stringMatching(/^company\//)],
    });
  });
});

describe('detect explains itself', () => {
  test('every mention names what spoke for it, strongest first', () => {
    const { mentions } = detect('An Electron rocket left its pad.', recogniser);
    const weights = mentions[0]?.evidence.map(({ weight }) => Math.abs(weight)) ?? [];
    expect(mentions[0]?.evidence).toContainEqual(
      expect.objectContaining({ feature: 'noun-after', detail: 'rocket' }),
    );
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(weights.length).toBeGreaterThan(1);
  });

  test('every declined name says why', () => {
    const { declined } = detect('Vulcan was the god of the forge in Roman myth.', recogniser);
    expect(declined).toHaveLength(1);
    expect(declined[0]).toMatchObject({ text: 'Vulcan', entities: ['rocket/vulcan-centaur'] });
    expect(declined[0]?.reason).toMatch(/sense/);
  });

  test('an entity that is never marked is declined for that', () => {
    const { mentions, declined } = detect(
      'A satellite by the Harbin Institute of Technology flew on Falcon 9.',
      recogniser,
    );
    expect(mentions.map(({ id }) => id)).toEqual(['rocket/falcon-9']);
    expect(declined[0]?.reason).toBe('known, but its kind is never marked');
  });
});

describe('detect does not depend on how a page is typed', () => {
  const sentence =
    'An Electron rocket of Rocket Lab lifted off while the engineers of SpaceX rolled a Falcon 9 to its pad.';

  test('a wrapped line reads like an unwrapped one', () => {
    const wrapped = sentence.replace('while ', 'while\n        ');
    expect(detect(wrapped, recogniser).mentions.map(({ id }) => id)).toEqual(
      detect(sentence, recogniser).mentions.map(({ id }) => id),
    );
  });

  test('the same text twice gives the same answer', () => {
    expect(detect(sentence, recogniser)).toEqual(detect(sentence, recogniser));
  });

  test('spans never overlap and rise', () => {
    const { mentions, declined } = detect(
      `${sentence}\n\n${sentence} Vulcan, Isar, Planet, ESA.`,
      recogniser,
    );
    const spans = [...mentions, ...declined].toSorted((a, b) => a.start - b.start);
    for (const [index, span] of spans.entries())
      expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
    expect(spans.length).toBeGreaterThan(8);
  });

  test('an empty text has no names', () => {
    expect(detect('', recogniser)).toEqual({ mentions: [], declined: [], isComplete: true });
  });
});
