import type { CardClaim } from './card';
import { isOlderThanMonths } from './partial-date';

/** Facts that change within months are said to be old after a year. */
const OLD_AFTER_MONTHS = 12;

/** True when the claim is of a kind that changes and its date is more than a year before `today` (`YYYY-MM-DD`). */
export function isStale(claim: Pick<CardClaim, 'volatile' | 'asOf'>, today: string): boolean {
  return claim.volatile === true && isOlderThanMonths(claim.asOf, today, OLD_AFTER_MONTHS);
}
