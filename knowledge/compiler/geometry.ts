import type { CardClaim, RocketGeometry } from '@/core/knowledge/card';
import type { Units } from '../schema/vocabulary';

/** The modes that describe a rocket as it stands on the pad, best first; null is no mode. */
const MODES: readonly (string | null)[] = ['as-flown', null, 'published', 'maximum', 'planned'];

/**
 * A rocket's outer measures in metres, for drawing it beside others: of several claims the one as
 * flown, else the plain one. Undefined when nothing is known that could be drawn.
 */
export function rocketGeometry(
  claims: readonly CardClaim[],
  units: Units,
): RocketGeometry | undefined {
  const number = (property: string): number | undefined => {
    const said = claims.filter((claim) => claim.property === property);
    const claim =
      MODES.flatMap((mode) => said.find((other) => (other.mode?.key ?? null) === mode) ?? [])[0] ??
      said[0];
    const value = claim?.values[0];
    if (claim === undefined || value?.type !== 'number') return undefined;
    const base = claim.unit === undefined ? 1 : (units[claim.unit]?.base ?? 1);
    // Three decimals: millimetres, so that feet do not drag a tail of digits along.
    return Math.round(value.value * base * 1000) / 1000;
  };
  const measures = {
    heightM: number('height'),
    diameterM: number('diameter'),
    fairingDiameterM: number('fairing-diameter'),
    stages: number('stages'),
    boosters: number('boosters'),
  };
  const known = Object.entries(measures).filter(([, value]) => value !== undefined);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}
