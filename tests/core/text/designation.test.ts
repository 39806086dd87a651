import { describe, expect, it } from 'vitest';
import { isCounter, mayEndBareNumber, readNumber, stemLetter } from '@/core/text/designation';

describe('readNumber', () => {
  it.each([
    ['digits', '12A', { digits: '12', end: 2, isHan: false, hasHao: false }],
    ['full-width digits', '１２号', { digits: '12', end: 3, isHan: false, hasHao: true }],
    ['a soft hyphen inside', '1\u00ad2', { digits: '12', end: 3, isHan: false, hasHao: false }],
    ['one numeral', '三号', { digits: '3', end: 2, isHan: true, hasHao: true }],
    ['ten', '十號', { digits: '10', end: 2, isHan: true, hasHao: true }],
    ['above ten', '十二号甲', { digits: '12', end: 3, isHan: true, hasHao: true }],
    ['tens', '二十', { digits: '20', end: 2, isHan: true, hasHao: false }],
    ['tens and ones', '五十三', { digits: '53', end: 3, isHan: true, hasHao: false }],
    ['one by one', '五〇', { digits: '50', end: 2, isHan: true, hasHao: false }],
  ])('reads %s', (_, text, number) => {
    expect(readNumber(text, 0)).toEqual(number);
  });

  it.each([
    ['a letter', 'A12'],
    ['hundreds and thousands', '百千万'],
    ['two tens', '十十'],
    ['ones before two digits and ten', '三三十'],
    ['nothing', ''],
  ])('reads no number in %s', (_, text) => {
    expect(readNumber(text, 0)).toBeNull();
  });
});

describe('stemLetter', () => {
  it.each([
    ['甲', 'a'],
    ['乙', 'b'],
    ['丙', 'c'],
    ['丁', 'd'],
  ])('%s stands for %s', (stem, letter) => {
    expect(stemLetter(stem.charCodeAt(0))).toBe(letter.charCodeAt(0));
  });

  it.each(['申', 'A', '一', '申'])('%s is no stem', (character) => {
    expect(stemLetter(character.charCodeAt(0))).toBeNull();
  });
});

describe('what follows a number', () => {
  it.each(['次', '年', '月', '亿', '%', '颗', '发卫星'])('%s makes it a count', (text) => {
    expect(isCounter(text, 0)).toBe(true);
  });

  it.each(['发射', '运载', '号', ' ', '', 'A', '级'])('"%s" does not', (text) => {
    expect(isCounter(text, 0)).toBe(false);
  });

  it.each(['火箭', '首飞', '遥一', '，', '', ' A', '甲'])(
    'a bare numeral may end before "%s"',
    (text) => {
      expect(mayEndBareNumber(text, 0)).toBe(true);
    },
  );

  it.each(['样', '直', '次', '定'])('a bare numeral may not end before %s', (text) => {
    expect(mayEndBareNumber(text, 0)).toBe(false);
  });
});
