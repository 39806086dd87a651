import { describe, expect, it } from 'vitest';
import { createMayMention } from '@/core/detection/may-mention';
import { anEntity, namesOf } from '../../support/names';

const { gazetteer } = namesOf(
  [
    anEntity('company/spacex', 'SpaceX'),
    anEntity('rocket/electron', 'Electron', { text: 'Electron', ambiguity: 'particle' }),
    anEntity('rocket/gravity-1', 'Gravity-1', {
      text: '引力',
      kind: 'short',
      ambiguity: 'gravity',
    }),
    anEntity('rocket/zhuque-3', 'Zhuque-3', '朱雀三号'),
  ],
  ['Tokyo Electron', '引力波'],
);
const mayMention = createMayMention(gazetteer);
const filler = 'A long day without anything that matters to anyone. '.repeat(400);

describe('a page that may mention something', () => {
  it.each([
    ['a name that stands for itself', 'Shares of SpaceX rose.'],
    ['one at the end of a long page', `${filler}Zhuque-3 flew.`],
    ['one at the start of a block that touches the one before', `${filler}RelatedSpaceX news`],
    ['one at the end of a block that touches the next', `${filler}by SpaceXRelated`],
    ['a Chinese name', '昨日朱雀三号首飞'],
    ['an ambiguous name in its field', 'Electron is a small rocket.'],
    ['an ambiguous Chinese name in its field', '引力火箭在海上发射'],
    ['an ambiguous name before one that is not', 'Electron, unlike SpaceX'],
  ])('%s', (_, text) => {
    expect(mayMention(text)).toBe(true);
  });
});

describe('a page that mentions nothing', () => {
  it.each([
    ['no name', filler],
    ['no text', ''],
    [
      'an ambiguous name in another field',
      `${filler} Electron orbits? No: an Electron has charge.`.replace('orbits', 'spins'),
    ],
    ['an ambiguous name beside a launch of something else', 'The Electron app was launched.'],
    ['a decoy in the field', 'Tokyo Electron makes no rocket parts.'],
    ['a Chinese decoy', '引力波探测卫星'],
    ['a small word', 'an electron, a gravity-1 of one'],
    ['a name inside a word', 'SpaceXylophone'],
  ])('%s', (_, text) => {
    expect(mayMention(text)).toBe(false);
  });
});
