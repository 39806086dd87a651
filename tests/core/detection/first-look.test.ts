import { describe, expect, it } from 'vitest';
import { createFirstLook } from '@/core/detection/first-look';
import { anEntity, namesOf } from '../../support/names';

const { gazetteer } = namesOf(
  [
    anEntity('company/spacex', 'SpaceX'),
    anEntity('company/his', 'Hikari Industries', { text: 'HIS', kind: 'acronym' }),
    anEntity('agency/space-force', 'United States Space Force'),
    anEntity('rocket/electron', 'Electron', { text: 'Electron', ambiguity: 'particle' }),
    anEntity('rocket/zhuque-3', 'Zhuque-3', '朱雀三号'),
    anEntity('spacecraft/tiantong', 'Tiantong-1', '天通一号'),
    anEntity('company/casc', 'CASC', '中国航天科技集团'),
  ],
  ['United States Steel'],
);
const firstLook = createFirstLook(gazetteer);

describe('worth a second look', () => {
  it.each([
    ['a name that stands for itself', 'Shares of SpaceX rose.'],
    ['a short acronym in capitals', 'It came from HIS on Monday.'],
    ['a long name to its end', 'The United States Space Force said so.'],
    ['an ambiguous name in its field', 'Electron is a small rocket.'],
    ['a decoy in the field', 'United States Steel makes no rocket parts.'],
    ['a Chinese name with its number', '昨日朱雀三号首飞'],
    ['the same with a digit', '昨日朱雀3号首飞'],
    ['the same behind a space', '昨日朱雀 三号首飞'],
    ['a Chinese name over a line break', '中国\n航天科技集团'],
    ['the same with white space', '中国航  \n  天科技集团'],
    ['traditional characters', '中國航天科技集團'],
  ])('%s', (_, text) => {
    expect(firstLook(text)).toBe(true);
  });
});

describe('not worth one', () => {
  it.each([
    ['no text', ''],
    ['a word that a short acronym spells', 'His house, and His alone.'],
    ['the first words of a long name', 'The United States went on.'],
    ['an ambiguous name in another field', 'An Electron has charge.'],
    ['the first characters of a long name', '中国航天员的生活'],
    ['a family with another number', '昨日天通2500号'],
    ['a family without a number', '天通苑今日通车'],
  ])('%s', (_, text) => {
    expect(firstLook(text)).toBe(false);
  });
});
