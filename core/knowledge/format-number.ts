import type { Formats } from './formats';

/** The number with the reader's grouping, at most four decimals, and a true minus sign. */
export function formatNumber(value: number, formats: Formats): string {
  return new Intl.NumberFormat(formats.tag, { maximumFractionDigits: 4 })
    .format(value)
    .replace('-', '\u2212');
}

/** How many digits of `value` carry information: trailing zeros of a whole number do not (`560` has two). */
export function significantDigits(value: number): number {
  const digits = String(Math.abs(value))
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+/, '')
    .replace(/0+$/, '');
  return Math.max(1, digits.length);
}
