import { finiteValues, totals } from './finite-values.ts';

/** Theil's T: 0 where all have the same, ln n where one has all. NaN of no values, 0 where nobody has anything. */
export function theil(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const finite = finiteValues(values, weights);
  const { sum, people } = totals(finite);
  if (people === 0) return Number.NaN;
  return finite.values.reduce(
    (total, value, i) => total + term((finite.weights[i]! * value) / sum, finite.weights[i]! / people),
    0,
  );
}

export interface TheilParts {
  total: number;
  /** What would be left if all of a group had its mean. */
  between: number;
  /** What is left within groups, each by its share of all. */
  within: number;
}

/** @param groups the group of each value */
export function theilByGroup(
  values: ArrayLike<number>,
  groups: ArrayLike<string | number>,
  weights?: ArrayLike<number>,
): TheilParts {
  const members = new Map<string | number, number[]>();
  for (let i = 0; i < values.length; i++) {
    const own = members.get(groups[i]!);
    if (own) own.push(i);
    else members.set(groups[i]!, [i]);
  }
  const parts = [...members.values()].map((own) => {
    const finite = finiteValues(
      own.map((i) => values[i]!),
      weights && own.map((i) => weights[i]!),
    );
    return { ...totals(finite), inside: theil(finite.values, finite.weights) };
  });
  const told = parts.filter(({ people }) => people > 0);
  const all = { sum: sumOf(told.map(({ sum }) => sum)), people: sumOf(told.map(({ people }) => people)) };
  if (all.people === 0) return { total: Number.NaN, between: Number.NaN, within: Number.NaN };
  const between = sumOf(told.map(({ sum, people }) => term(sum / all.sum, people / all.people)));
  const within = sumOf(told.map(({ sum, inside }) => (sum === 0 ? 0 : (sum / all.sum) * inside)));
  return { total: between + within, between, within };
}

/** s ln(s ÷ p); nothing of something adds nothing, and so does a part of nothing at all (NaN). */
function term(share: number, people: number): number {
  return share > 0 ? share * Math.log(share / people) : 0;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
