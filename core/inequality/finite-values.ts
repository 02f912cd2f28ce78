export interface FiniteValues {
  values: Float64Array;
  weights: Float64Array;
  /** Values that are none (no data, places over nobody) or stand for nobody. */
  leftOut: number;
}

/** What an inequality is measured over: finite values of somebody. @param weights people, each 1 unless given */
export function finiteValues(values: ArrayLike<number>, weights?: ArrayLike<number>): FiniteValues {
  const kept: number[] = [];
  for (let i = 0; i < values.length; i++)
    if (Number.isFinite(values[i]!) && (!weights || weights[i]! > 0)) kept.push(i);
  return {
    values: Float64Array.from(kept, (i) => values[i]!),
    weights: Float64Array.from(kept, (i) => weights?.[i] ?? 1),
    leftOut: values.length - kept.length,
  };
}

/** Σ weight × value, and Σ weight. */
export function totals({ values, weights }: Pick<FiniteValues, 'values' | 'weights'>): {
  sum: number;
  people: number;
} {
  let [sum, people] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += weights[i]! * values[i]!;
    people += weights[i]!;
  }
  return { sum, people };
}
