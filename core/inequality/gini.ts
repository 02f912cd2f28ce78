import { finiteValues, totals } from './finite-values.ts';
import { lorenz } from './lorenz.ts';

/** 0: all the same, 1 − 1/n: one has all. NaN of no values, 0 where nobody has anything. */
export function gini(values: ArrayLike<number>): number {
  const finite = finiteValues(values);
  const { sum, people: n } = totals(finite);
  if (n === 0) return Number.NaN;
  if (sum === 0) return 0;
  const ranked = finite.values.sort().reduce((total, value, i) => total + 2 * (i + 1) * value, 0);
  return (ranked - n * sum - sum) / (n * sum);
}

/** Between people instead of values: twice the area between the Lorenz curve and its diagonal. */
export function giniWeighted(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const curve = lorenz(values, weights);
  if (curve.length === 1) return Number.NaN;
  let below = 0;
  for (let i = 1; i < curve.length; i++) {
    const [[x0, y0], [x1, y1]] = [curve[i - 1]!, curve[i]!];
    below += (x1 - x0) * (y0 + y1);
  }
  return 1 - below;
}
