import { describe, expect, it } from 'vitest';
import { looseNameKey, nameKey } from '@/knowledge/compiler/names';
import { slugOf } from '@/knowledge/compiler/scaffold';
import { nearest } from '@/knowledge/schema/nearest';

describe('nameKey', () => {
  it.each([
    ['Zhuque-3', 'ZHUQUE 3'],
    ['Zhuque-3', 'Zhuque‑3'],
    ['Zhuque-3', 'Zhuque3'],
    ['Falcon 9', 'Ｆａｌｃｏｎ　９'],
    ['Long March 12A', 'Long March-12A'],
    ['Blue Origin', 'blue–origin'],
  ])('is the same for %s and %s', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ['Falcon 9', 'Falcon 90'],
    ['Long March 12', 'Long March 12A'],
    ['Chang Zheng', 'Changzheng'],
    ['Ångström', 'Angstrom'],
  ])('differs for %s and %s', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });
});

describe('looseNameKey', () => {
  it.each([
    ['Chang Zheng', 'Changzheng'],
    ['i-Space', 'ispace'],
    ['U.S. Space Force', 'US Space Force'],
  ])('is the same for %s and %s', (a, b) => {
    expect(looseNameKey(a)).toBe(looseNameKey(b));
  });

  it('differs for different names', () => {
    expect(looseNameKey('Alpha')).not.toBe(looseNameKey('Alpha-B'));
  });
});

describe('nearest', () => {
  it.each([
    { word: 'heigth', best: 'height' },
    { word: 'payload', best: 'payload-leo' },
    { word: 'HEIGHT', best: 'height' },
    { word: 'mascot', best: null },
  ])('finds $best for $word', ({ word, best }) => {
    expect(nearest(word, ['height', 'payload-leo', 'launch-site'])).toBe(best);
  });
});

describe('slugOf', () => {
  it.each([
    { name: 'Long March 12A', slug: 'long-march-12a' },
    { name: 'Zhūquè-3', slug: 'zhuque-3' },
    { name: 'Sceye (Stratosphere)', slug: 'sceye-stratosphere' },
    { name: "L'Espace", slug: 'lespace' },
    { name: '朱雀', slug: '' },
  ])('is "$slug" for $name', ({ name, slug }) => {
    expect(slugOf(name)).toBe(slug);
  });
});
