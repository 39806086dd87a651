import { formatNumber } from './format-number';
import type { Formats } from './formats';
import type { Unit } from './units';

interface Step {
  readonly from: number;
  readonly word: string;
}

/* English steps by thousands from a million up; Chinese by ten thousands. Below, figures are written out. */
const ENGLISH: readonly Step[] = [
  { from: 1e12, word: '\u00a0tn' },
  { from: 1e9, word: '\u00a0bn' },
  { from: 1e6, word: '\u00a0m' },
];
const CHINESE: readonly Step[] = [
  { from: 1e12, word: '万亿' },
  { from: 1e8, word: '亿' },
  { from: 1e4, word: '万' },
];

/** An amount, or a range, in compact words: `¥7.5 bn`, `−US$1.2 m`, `75亿元`. At most two decimals. */
export function formatMoney(ends: readonly number[], currency: Unit, formats: Formats): string {
  const isChinese = formats.locale === 'zh';
  const largest = Math.max(...ends.map(Math.abs));
  const step = (isChinese ? CHINESE : ENGLISH).find(({ from }) => largest >= from);
  const figures = ends.map((amount) =>
    formatNumber(Math.round((Math.abs(amount) / (step?.from ?? 1)) * 100) / 100, formats),
  );
  const sign = ends.some((amount) => amount < 0) ? '\u2212' : '';
  const range = figures.join('–');
  return isChinese
    ? `${sign}${range}${step?.word ?? ''}${currency.zh}`
    : `${sign}${currency.en}${range}${step?.word ?? ''}`;
}
