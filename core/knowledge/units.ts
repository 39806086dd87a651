/*
 * The units of `knowledge/units.yaml` as code, because a card is drawn where no file can be read.
 * tests/core/knowledge/units.test.ts compares the two.
 */

export type UnitFamily = 'length' | 'mass' | 'force' | 'time' | 'money';

export interface Unit {
  readonly family: UnitFamily;
  /** Factor to the family's base unit: metre, kilogram, newton, second. Absent for money. */
  readonly base?: number;
  readonly en: string;
  readonly zh: string;
}

export const UNITS: Readonly<Record<string, Unit>> = {
  m: { family: 'length', base: 1, en: 'm', zh: '米' },
  ft: { family: 'length', base: 0.3048, en: 'ft', zh: '英尺' },
  kg: { family: 'mass', base: 1, en: 'kg', zh: '千克' },
  t: { family: 'mass', base: 1000, en: 't', zh: '吨' },
  lb: { family: 'mass', base: 0.45359237, en: 'lb', zh: '磅' },
  kN: { family: 'force', base: 1000, en: 'kN', zh: '千牛' },
  MN: { family: 'force', base: 1_000_000, en: 'MN', zh: '兆牛' },
  tf: { family: 'force', base: 9806.65, en: 'tf', zh: '吨力' },
  lbf: { family: 'force', base: 4.4482216152605, en: 'lbf', zh: '磅力' },
  s: { family: 'time', base: 1, en: 's', zh: '秒' },
  USD: { family: 'money', en: 'US$', zh: '美元' },
  CNY: { family: 'money', en: '¥', zh: '元' },
  EUR: { family: 'money', en: '€', zh: '欧元' },
  GBP: { family: 'money', en: '£', zh: '英镑' },
  JPY: { family: 'money', en: 'JP¥', zh: '日元' },
  INR: { family: 'money', en: '₹', zh: '卢比' },
  KRW: { family: 'money', en: '₩', zh: '韩元' },
  AUD: { family: 'money', en: 'A$', zh: '澳元' },
  CAD: { family: 'money', en: 'C$', zh: '加元' },
  RUB: { family: 'money', en: '₽', zh: '卢布' },
  HKD: { family: 'money', en: 'HK$', zh: '港元' },
};

/** The unit of that key. Throws on an unknown one: the compiler lets none through. */
export function unitOf(key: string): Unit {
  const unit = UNITS[key];
  if (unit === undefined) throw new Error(`expected a unit of knowledge/units.yaml, got "${key}"`);
  return unit;
}
