import { formatMoney } from './format-money';
import { formatNumber, significantDigits } from './format-number';
import type { Formats, UnitSystem } from './formats';
import { type Unit, unitOf } from './units';

/** A measured value in its unit, with the upper end where it is a range. */
export interface Quantity {
  readonly value: number;
  readonly max?: number;
  /** A key of `knowledge/units.yaml`; absent for a plain count. */
  readonly unit?: string;
}

/*
 * Converting must not add precision: at least three significant digits, so that 4.5 m does not become
 * 15 ft (three in a hundred off), and as many as the source gave where those are more.
 */
const LEAST_DIGITS = 3;

const US_UNIT = { length: 'ft', mass: 'lb', force: 'lbf' } as const;

/** The quantity in the reader's units, with its unit: `66.1 m`, `217 ft`, `¥7.5 bn`, `75亿元`, `3–4 t`. */
export function formatQuantity(quantity: Quantity, formats: Formats): string {
  const ends = quantity.max === undefined ? [quantity.value] : [quantity.value, quantity.max];
  if (quantity.unit === undefined) return ends.map((n) => formatNumber(n, formats)).join('–');
  const unit = unitOf(quantity.unit);
  if (unit.family === 'money') return formatMoney(ends, unit, formats);
  const shown = shownUnit(quantity.unit, ends, formats.units);
  const numbers = ends.map((n) => formatNumber(convert(n, unit, shown), formats));
  const label = formats.locale === 'zh' ? shown.zh : shown.en;
  // A no-break space: a figure never parts from its unit at the end of a line.
  return `${numbers.join('–')}\u00a0${label}`;
}

/** The unit in which a value is shown: the source's own where the reader's system has it, tonnes from 1000 kg. */
function shownUnit(key: string, ends: readonly number[], system: UnitSystem): Unit {
  const unit = unitOf(key);
  const isUs = key === 'ft' || key === 'lb' || key === 'lbf';
  if (system === 'us') {
    if (isUs || unit.family === 'time' || unit.family === 'money') return unit;
    return unitOf(US_UNIT[unit.family]);
  }
  if (key === 'tf' || key === 'lbf') return force(ends, unit);
  if (key === 'ft') return unitOf('m');
  // A shift of the decimal point, which adds nothing: payloads read better in tonnes.
  if (key === 'kg' && Math.min(...ends) >= 1000) return unitOf('t');
  if (key === 'lb') return largest(ends, unit) >= 10_000 ? unitOf('t') : unitOf('kg');
  return unit;
}

function force(ends: readonly number[], unit: Unit): Unit {
  return largest(ends, unit) >= 10_000_000 ? unitOf('MN') : unitOf('kN');
}

function largest(ends: readonly number[], unit: Unit): number {
  return Math.max(...ends) * (unit.base ?? 1);
}

function convert(value: number, from: Unit, to: Unit): number {
  if (from === to || from.base === undefined || to.base === undefined) return value;
  const digits = Math.max(LEAST_DIGITS, significantDigits(value));
  return Number(((value * from.base) / to.base).toPrecision(Math.min(digits, 12)));
}
