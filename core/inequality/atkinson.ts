import { finiteValues, totals } from './finite-values.ts';

/**
 * The share of all that could be given up for the same welfare if it were shared equally; the greater epsilon, the more
 * those with least count. With epsilon from 1 on it is 1 as soon as somebody has nothing.
 */
export function atkinson(values: ArrayLike<number>, epsilon: number, weights?: ArrayLike<number>): number {
  const finite = finiteValues(values, weights);
  const { sum, people } = totals(finite);
  if (people === 0) return Number.NaN;
  if (sum === 0) return 0;
  const meanOf = (f: (value: number) => number) =>
    finite.values.reduce((total, value, i) => total + finite.weights[i]! * f(value), 0) / people;
  const equal =
    epsilon === 1
      ? Math.exp(meanOf(Math.log))
      : meanOf((value) => value ** (1 - epsilon)) ** (1 / (1 - epsilon));
  return 1 - equal / (sum / people);
}
