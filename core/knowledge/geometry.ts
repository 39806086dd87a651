import type { Card, CardClaim, RocketGeometry } from './card';
import { unitOf } from './units';

/** The modes that describe a rocket as it stands on the pad, best first; null is no mode. */
const MODES: readonly (string | null)[] = ['as-flown', null, 'published', 'maximum', 'planned'];

/**
 * The outer measures of a rocket from its own claims, in metres: as flown, else the plain one, the
 * first otherwise. Absent where no claim gives one.
 */
export function geometryOf(card: Card): RocketGeometry {
  const heightM = metres(card, 'height');
  const diameterM = metres(card, 'diameter');
  const fairingDiameterM = metres(card, 'fairing-diameter');
  const boosters = measure(card, 'boosters');
  return {
    ...(heightM === null ? {} : { heightM }),
    ...(diameterM === null ? {} : { diameterM }),
    ...(fairingDiameterM === null ? {} : { fairingDiameterM }),
    ...(boosters === null ? {} : { boosters }),
  };
}

function metres(card: Card, property: string): number | null {
  const claim = preferred(card, property);
  const value = numberOf(claim);
  if (claim === null || value === null || claim.unit === undefined) return null;
  return value * (unitOf(claim.unit).base ?? 1);
}

function measure(card: Card, property: string): number | null {
  return numberOf(preferred(card, property));
}

function preferred(card: Card, property: string): CardClaim | null {
  const claims = card.claims.filter((claim) => claim.property === property);
  const byMode = MODES.flatMap(
    (mode) => claims.find((claim) => (claim.mode?.key ?? null) === mode) ?? [],
  );
  return byMode[0] ?? claims[0] ?? null;
}

function numberOf(claim: CardClaim | null): number | null {
  const value = claim?.values[0];
  return value?.type === 'number' ? value.value : null;
}
