import type { RocketGeometry } from '@/core/knowledge/card';

/*
 * Rockets as plain geometry. Only measures that a source gives are drawn solid: height and diameter.
 * No source in a card gives the place of a joint or the length of a fairing, so stages are not divided,
 * and the nose, which every rocket has but whose shape we do not know, is drawn dashed.
 */

/** Everything in metres; x = 0 is the axis, y = 0 the ground. */
export interface RocketOutline {
  readonly heightM: number;
  /** The body's width; null when no source gives the diameter: then only the height can be drawn. */
  readonly bodyM: number | null;
  /** Width of the nose: the fairing's where a source gives it, else the body's. Null like `bodyM`. */
  readonly noseM: number | null;
  /** Where the dashed nose begins. */
  readonly noseFromM: number;
  /** Side boosters that are left out because their measures are not known. */
  readonly boostersLeftOut: number;
}

/** A nose twice as long as wide looks like a nose and claims nothing: it is dashed. */
const NOSE_LENGTH = 2;

/** The outline of a rocket; null when its height is not known. */
export function rocketOutline(geometry: RocketGeometry | undefined): RocketOutline | null {
  if (geometry?.heightM === undefined) return null;
  const { heightM, diameterM, fairingDiameterM, boosters } = geometry;
  const noseM = diameterM === undefined ? null : (fairingDiameterM ?? diameterM);
  const noseLength = Math.min((noseM ?? 0) * NOSE_LENGTH, heightM * 0.3);
  return {
    heightM,
    bodyM: diameterM ?? null,
    noseM,
    noseFromM: heightM - noseLength,
    boostersLeftOut: boosters ?? 0,
  };
}

/** The rocket that everyone knows, for comparison. SpaceX, Falcon User's Guide (2021): 70 m, 3.66 m, fairing 5.2 m. */
export const YARDSTICK = {
  id: 'rocket/falcon-9',
  names: { en: 'Falcon 9', zh: '猎鹰九号' },
  geometry: { heightM: 70, diameterM: 3.66, fairingDiameterM: 5.2 },
} as const;

/** A grown person, for scale. */
export const PERSON_M = 1.75;
