/** One observation: features by number with their values, and whether the thing was so. */
export interface Observation {
  readonly features: readonly (readonly [number, number])[];
  readonly label: 0 | 1;
  /** How much it counts. */
  readonly weight: number;
}

/**
 * Fits logistic regression with a Gaussian prior: the weights that best explain the observations, each
 * drawn towards its prior by its strength (the inverse variance). Newton's method (iteratively reweighted
 * least squares); deterministic. Returns one weight for each prior.
 */
export function fitLogistic(
  observations: readonly Observation[],
  priors: readonly number[],
  strengths: readonly number[],
  steps = 30,
): number[] {
  const size = priors.length;
  let weights = [...priors];
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map(
      (weight, at) => (strengths[at] ?? 1) * (weight - (priors[at] ?? 0)),
    );
    const hessian = weights.map((_, row) =>
      weights.map((_, column) => (row === column ? (strengths[row] ?? 1) : 0)),
    );
    for (const { features, label, weight } of observations) {
      const p = 1 / (1 + Math.exp(-dot(features, weights)));
      const curvature = weight * p * (1 - p);
      for (const [i, x] of features) {
        gradient[i] = (gradient[i] ?? 0) + weight * (p - label) * x;
        const row = hessian[i] ?? [];
        for (const [j, y] of features) row[j] = (row[j] ?? 0) + curvature * x * y;
      }
    }
    const move = solve(hessian, gradient);
    // A full Newton step overshoots where observations are nearly certain: halve it until it helps.
    const before = loss(observations, weights, priors, strengths);
    let pace = 1;
    let next = weights;
    do {
      next = weights.map((weight, at) => weight - pace * (move[at] ?? 0));
      pace /= 2;
    } while (loss(observations, next, priors, strengths) > before && pace > 1e-6);
    weights = next;
    if (size === 0 || Math.max(...move.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

/** What the fit makes small: the improbability of the observations and of the distance from the priors. */
function loss(
  observations: readonly Observation[],
  weights: readonly number[],
  priors: readonly number[],
  strengths: readonly number[],
): number {
  let sum = 0;
  for (const { features, label, weight } of observations) {
    const score = dot(features, weights) * (label === 1 ? -1 : 1);
    sum += weight * (score > 30 ? score : Math.log1p(Math.exp(score)));
  }
  weights.forEach((weight, at) => {
    sum += ((strengths[at] ?? 1) / 2) * (weight - (priors[at] ?? 0)) ** 2;
  });
  return sum;
}

function dot(features: Observation['features'], weights: readonly number[]): number {
  let sum = 0;
  for (const [at, value] of features) sum += (weights[at] ?? 0) * value;
  return sum;
}

/** Solves `matrix · x = right` by Gaussian elimination with partial pivoting; the matrix is symmetric and positive. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row++)
      if (Math.abs(at(row, pivot)) > Math.abs(at(best, pivot))) best = row;
    [rows[pivot], rows[best]] = [rows[best] ?? [], rows[pivot] ?? []];
    for (let row = pivot + 1; row < size; row++) {
      const factor = at(row, pivot) / at(pivot, pivot);
      if (factor === 0) continue;
      const target = rows[row] ?? [];
      for (let column = pivot; column <= size; column++)
        target[column] = (target[column] ?? 0) - factor * at(pivot, column);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = at(row, size);
    for (let column = row + 1; column < size; column++)
      sum -= at(row, column) * (solution[column] ?? 0);
    solution[row] = sum / at(row, row);
  }
  return solution;
}
