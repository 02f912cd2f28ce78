/** Each value over the mean of all people's; places without a finite value are left out of the mean. */
export function relativeAccess(access: Float64Array, people: Float64Array): Float64Array {
  let [sum, counted] = [0, 0];
  for (let i = 0; i < access.length; i++) {
    if (!Number.isFinite(access[i]!)) continue;
    sum += people[i]! * access[i]!;
    counted += people[i]!;
  }
  return access.map((value) => value / (sum / counted));
}
