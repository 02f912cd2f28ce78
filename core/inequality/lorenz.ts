import { finiteValues, totals } from './finite-values.ts';

/** Which share of all the poorest share of people have: [share of people, share of all] from [0, 0] to [1, 1]. */
export function lorenz(values: ArrayLike<number>, weights?: ArrayLike<number>): [x: number, y: number][] {
  const finite = finiteValues(values, weights);
  const all = totals(finite);
  const order = Array.from(finite.values.keys()).sort((a, b) => finite.values[a]! - finite.values[b]!);
  let [people, sum] = [0, 0];
  const curve: [number, number][] = [[0, 0]];
  for (const i of order) {
    people += finite.weights[i]!;
    sum += finite.weights[i]! * finite.values[i]!;
    // Where there is nothing at all, all have equally much of it.
    curve.push([people / all.people, all.sum === 0 ? people / all.people : sum / all.sum]);
  }
  return curve;
}
