import type { NamedEntity } from '@/core/detection/gazetteer';
import { ENTITY_KINDS, type EntityId } from '@/core/knowledge/entity';
import { createSeeded, type Seeded } from './seeded';

const SYLLABLES: readonly [string, ...string[]] = [
  'ba',
  'cor',
  'del',
  'fen',
  'gal',
  'hy',
  'ix',
  'jo',
  'kan',
  'lum',
  'mer',
  'nov',
  'or',
  'pal',
  'quo',
  'ran',
  'sol',
  'tav',
  'ur',
  'vel',
  'wen',
  'xan',
  'yor',
  'zel',
  'tra',
  'stra',
  'pri',
  'glo',
];
const NOUNS: readonly [string, ...string[]] = [
  'Aerospace',
  'Dynamics',
  'Orbital',
  'Space',
  'Systems',
  'Launch Services',
  'Propulsion',
  'Satellite',
  'Works',
];
const HAN = [
  ...'星箭天宇航空云海蓝白火银河深光电力引重双曲智神谷朱雀龙凤鹰翼帆舟月日辰极苍穹凌晨微纳长征快捷开拓元行者跃迁',
];
const KANA = [
  ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモラリルレロワン',
];
const CYRILLIC = [...'абвгдежзиклмнопрстуфхцч'];

function word(random: Seeded): string {
  let made = '';
  for (let left = 2 + random.below(2); left > 0; left--) made += random.pick(SYLLABLES);
  return made.charAt(0).toUpperCase() + made.slice(1);
}

function letters(random: Seeded, from: readonly string[], count: number): string {
  return Array.from({ length: count }, () => from[random.below(from.length)]).join('');
}

function latinName(random: Seeded): string {
  switch (random.below(5)) {
    case 0:
      return `${word(random)}-${1 + random.below(20)}`;
    case 1:
      return `${word(random)} ${random.pick(NOUNS)}`;
    case 2:
      return `${word(random)}Space`;
    case 3:
      return `${letters(random, [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], 3 + random.below(2))}-${1 + random.below(90)}`;
    default:
      return `${word(random)} ${word(random)} ${random.pick(NOUNS)}`;
  }
}

/**
 * Invented entities with `count` names in all, in the shares of the real ones: 62 in 100 Latin, 25 Chinese, the
 * rest Japanese and Russian.
 */
export function inventEntities(count: number, seed: number): NamedEntity[] {
  const random = createSeeded(seed);
  const names = new Set<string>();
  while (names.size < count) {
    const share = random.below(100);
    if (share < 62) names.add(latinName(random));
    else if (share < 80) names.add(letters(random, HAN, 3 + random.below(4)));
    else if (share < 87)
      names.add(`${letters(random, HAN, 2)}${'一二三四五六七八九'.charAt(random.below(9))}号`);
    else if (share < 93) names.add(letters(random, KANA, 4 + random.below(4)));
    else
      names.add(
        `${letters(random, ['К', 'Р', 'С', 'В', 'Н'], 1)}${letters(random, CYRILLIC, 6 + random.below(4))}`,
      );
  }
  const all = [...names];
  const perEntity = 5.5; // 900 entities for 5,000 names
  const entities: NamedEntity[] = [];
  for (let at = 0; at < all.length; ) {
    const size = Math.max(1, Math.round(perEntity * (0.5 + random.below(100) / 100)));
    const kind = ENTITY_KINDS[entities.length % 5] ?? 'company';
    const [name = '', ...others] = all.slice(at, at + size);
    const id: EntityId = `${kind}/invented-${entities.length}`;
    entities.push({ id, kind, name, aliases: others.map((text) => ({ text, kind: 'name' })) });
    at += size;
  }
  return entities;
}
