/** Which share of all the first share of people has, along a Lorenz curve from [0, 0] to [1, 1]: straight between its points. */
export function shareBelow(curve: readonly (readonly [x: number, y: number])[], people: number): number {
  const end = curve.findIndex(([x]) => x >= people);
  const [x1, y1] = curve[end] ?? [1, 1];
  const [x0, y0] = curve[end - 1] ?? [0, 0];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (people - x0)) / (x1 - x0);
}
