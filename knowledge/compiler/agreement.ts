import type { CardClaim, CardValue } from '@/core/knowledge/card';
import type { Units } from '../schema/vocabulary';

/** "About" is read as within a twentieth: press figures that say so are rounded no worse. */
const APPROXIMATE = 0.05;

/**
 * Whether two claims on one property can both be right. Numbers agree when rounding explains the
 * difference (70 and 70.4), in whatever units, ranges when they touch, dates when one is the other
 * told more precisely, texts when one holds the other.
 */
export function agree(a: CardClaim, b: CardClaim, units: Units): boolean {
  if (a.values.length !== b.values.length) return false;
  return a.values.every((value) =>
    b.values.some((other) => valuesAgree(value, other, a, b, units)),
  );
}

function valuesAgree(
  a: CardValue,
  b: CardValue,
  claimA: CardClaim,
  claimB: CardClaim,
  units: Units,
): boolean {
  if (a.type === 'number' && b.type === 'number') {
    const rangeA = rangeOf(a, claimA, units);
    const rangeB = rangeOf(b, claimB, units);
    if (rangeA.currency !== rangeB.currency) return true; // Amounts in two currencies cannot be compared.
    const gap = Math.max(rangeA.low - rangeB.high, rangeB.low - rangeA.high, 0);
    // 1e-9: what is lost in converting units.
    return gap <= Math.max(rangeA.slack, rangeB.slack) + 1e-9 * Math.abs(rangeA.high);
  }
  if (a.type === 'date' && b.type === 'date')
    return a.value.startsWith(b.value) || b.value.startsWith(a.value);
  if (a.type === 'text' && b.type === 'text') {
    const [textA, textB] = [a.value.en.toLowerCase(), b.value.en.toLowerCase()];
    return textA.includes(textB) || textB.includes(textA);
  }
  if (a.type === 'entity' && b.type === 'entity')
    return a.id === b.id && (a.count === undefined || b.count === undefined || a.count === b.count);
  if (a.type === 'place' && b.type === 'place')
    // 0.5 degrees, some 50 km: a site is as large as that.
    return Math.abs(a.latitude - b.latitude) < 0.5 && Math.abs(a.longitude - b.longitude) < 0.5;
  if (a.type === 'url' || b.type === 'url') return true; // Two addresses are not a contradiction.
  return a.type === 'term' && b.type === 'term' && a.value === b.value;
}

/** The numbers that a value says, in its base unit, and how far rounding may be off; currencies stay apart. */
function rangeOf(
  value: { readonly value: number; readonly max?: number },
  claim: CardClaim,
  units: Units,
) {
  const unit = claim.unit === undefined ? undefined : units[claim.unit];
  const base = unit?.base ?? 1;
  const high = value.max ?? value.value;
  return {
    low: value.value * base,
    high: high * base,
    slack: slackOf(high, claim) * base,
    currency: unit !== undefined && unit.base === undefined ? (claim.unit ?? null) : null,
  };
}

/** A count without a unit is exact; a measure is rounded to its last digit: 0.05 for 66.1, 0.5 for 8000. */
function slackOf(n: number, claim: CardClaim): number {
  if (claim.approximate === true) return Math.abs(n) * APPROXIMATE;
  if (claim.unit === undefined) return 0;
  const decimals = /\.(\d+)$/.exec(String(n))?.[1]?.length ?? 0;
  return 10 ** -decimals / 2;
}
