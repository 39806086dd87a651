/** The least and the middle one of some measurements. */
export interface Spread {
  readonly min: number;
  readonly median: number;
}

/** Throws where nothing was measured. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const min = sorted[0];
  const median = sorted[sorted.length >> 1];
  if (min === undefined || median === undefined)
    throw new Error('expected at least one measurement, got none');
  return { min, median };
}
