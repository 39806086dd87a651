import { expect, test } from 'vitest';
import { fitLogistic, type Observation } from '@/tools/logistic';

const ones = (count: number, features: Observation['features'], label: 0 | 1): Observation[] =>
  Array.from({ length: count }, () => ({ features, label, weight: 1 }));

test('without observations the weights are the priors', () => {
  expect(fitLogistic([], [1.5, -2], [1, 1])).toEqual([1.5, -2]);
});

test('a bias comes to the log-odds of what was seen', () => {
  const [bias = 0] = fitLogistic([...ones(30, [[0, 1]], 1), ...ones(10, [[0, 1]], 0)], [0], [1e-9]);
  expect(bias).toBeCloseTo(Math.log(3), 4);
});

test('what speaks for the label gets a positive weight, what speaks against it a negative one', () => {
  const seen = [...ones(20, [[0, 1]], 1), ...ones(20, [[1, 1]], 0)];
  const [pro = 0, contra = 0] = fitLogistic(seen, [0, 0], [1, 1]);
  expect(pro).toBeGreaterThan(1);
  expect(contra).toBeLessThan(-1);
});

test('a strong prior moves less than a weak one', () => {
  const seen = ones(20, [[0, 1]], 1);
  const [weak = 0] = fitLogistic(seen, [0], [0.1]);
  const [strong = 0] = fitLogistic(seen, [0], [100]);
  expect(weak).toBeGreaterThan(strong);
  expect(strong).toBeGreaterThan(0);
});

test('perfectly divided observations do not run away', () => {
  const seen = [...ones(500, [[0, 3]], 1), ...ones(500, [[0, -3]], 0)];
  const [weight = 0] = fitLogistic(seen, [0], [1]);
  expect(weight).toBeLessThan(10);
});
