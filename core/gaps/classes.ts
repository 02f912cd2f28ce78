/** From the worst-served fifth (0) to the best-served (4). */
export type FifthClass = 0 | 1 | 2 | 3 | 4;

/** As many places in each class, or classes that are equally wide. */
export const CLASS_RULES = ['quantile', 'equal'] as const;
export type ClassRule = (typeof CLASS_RULES)[number];

/** Upper ends, ascending, of the lowest four of five classes; the highest has none. */
export type ClassBreaks = [number, number, number, number];

/**
 * Breaks of what is known of places. By quantile each class ends with the value of the last place of its fifth
 * (nearest rank), so that equal values are never parted and classes may stay empty. Undefined without any value.
 */
export function classBreaks(values: Iterable<number>, rule: ClassRule): ClassBreaks | undefined {
  const sorted = [...values].filter(Number.isFinite).sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return undefined;
  const breakAt = (fifth: number) =>
    rule === 'equal'
      ? least + ((most - least) * fifth) / 5
      : sorted[Math.ceil((sorted.length * fifth) / 5) - 1]!;
  return [breakAt(1), breakAt(2), breakAt(3), breakAt(4)];
}

/** A value on a break belongs to the lower class. Where less is better, the lowest values are the best class. */
export function classOf(value: number, breaks: ClassBreaks, better: 'more' | 'less'): FifthClass {
  const [first, second, third, fourth] = breaks;
  const fromLowest: FifthClass =
    value <= first ? 0 : value <= second ? 1 : value <= third ? 2 : value <= fourth ? 3 : 4;
  const turned: readonly FifthClass[] = [4, 3, 2, 1, 0];
  return better === 'more' ? fromLowest : turned[fromLowest]!;
}
