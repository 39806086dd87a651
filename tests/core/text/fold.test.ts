import { describe, expect, it } from 'vitest';
import {
  foldCode,
  isApostrophe,
  isHyphen,
  isInvisible,
  isLetter,
  isSpace,
  isUnspaced,
  isUpper,
  toHalfWidth,
} from '@/core/text/fold';

const fold = (text: string) =>
  text
    .split('')
    .map((letter) => foldCode(letter.charCodeAt(0)))
    .filter((code) => code !== 0)
    .map((code) => String.fromCharCode(code))
    .join('');

describe('foldCode', () => {
  it.each([
    ['capitals', 'SpaceX', 'spacex'],
    ['full width', 'Ｆａｌｃｏｎ９', 'falcon9'],
    ['accents', 'Alcântara Łódź Ångström', 'alcantaralodzangstrom'],
    ['letters that do not come apart', 'Andøya ßĐı', 'andoyasdi'],
    ['superscript digits', 'IRIS²', 'iris2'],
    ['Cyrillic', 'РОСКОСМОС', 'роскосмос'],
    ['ё as it is printed', 'Орёл', 'орел'],
    ['й is not и', 'Восточный', 'восточный'],
    ['Han, kana and Hangul stay', '朱雀カイロス스타십', '朱雀カイロス스타십'],
    ['halves of surrogate pairs stay', '𠮷', '𠮷'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each([
    ['a space', ' '],
    ['a hyphen', '‑'],
    ['punctuation', '.,:;!?“”…'],
    ['full-width punctuation', '，。！（）'],
    ['a combining accent', '\u0301'],
    ['multiplication and division signs', '×÷'],
    ['the middle dot of Japanese', '・'],
    ['private use', '\ue000'],
  ])('%s is nothing', (_, text) => {
    expect(fold(text)).toBe('');
  });

  it('gives nothing behind the end of a text', () => {
    expect(foldCode(''.charCodeAt(0))).toBe(0);
  });
});

describe('classes', () => {
  const every = (text: string, holds: (code: number) => boolean) =>
    text.split('').every((letter) => holds(letter.charCodeAt(0)));
  const none = (text: string, holds: (code: number) => boolean) =>
    every(text, (code) => !holds(code));

  it('knows spaces of every width', () => {
    expect(every(' \t\n\u00a0\u2002\u2009\u202f\u205f\u3000', isSpace)).toBe(true);
    expect(none('a-\u200b_', isSpace)).toBe(true);
  });

  it('knows hyphens, dashes and minus signs', () => {
    expect(every('-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d', isHyphen)).toBe(true);
    expect(none('_~·\u00ad', isHyphen)).toBe(true);
  });

  it('knows what readers do not see', () => {
    expect(every('\u00ad\u200b\u200c\u200d\u200e\u2060\ufeff\u0301\ufe0f', isInvisible)).toBe(true);
    expect(none('a \u00a0\u3000', isInvisible)).toBe(true);
  });

  it('knows apostrophes', () => {
    expect(every("'’‘ʼ`´＇", isApostrophe)).toBe(true);
    expect(none('"”,.', isApostrophe)).toBe(true);
  });

  it('knows capitals', () => {
    expect(every('AZÉЖＡ', isUpper)).toBe(true);
    expect(none('azéжａ1-朱', isUpper)).toBe(true);
  });

  it('knows letters of scripts with spaces', () => {
    expect(every('azAZéжαａ', isLetter)).toBe(true);
    expect(none('1-朱ア한×', isLetter)).toBe(true);
  });

  it('knows scripts without spaces', () => {
    expect(every('朱々〇あアー한', isUnspaced)).toBe(true);
    expect(none('a1、。・，', isUnspaced)).toBe(true);
  });

  it('halves the width of full-width forms only', () => {
    expect(toHalfWidth('Ａ'.charCodeAt(0))).toBe(0x41);
    expect(toHalfWidth('朱'.charCodeAt(0))).toBe('朱'.charCodeAt(0));
  });
});
