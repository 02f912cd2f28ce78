import type { SitingModel } from '../siting/siting-problem.ts';
import type { Fare } from './fare.ts';
import type { SitingRow } from './siting-rows.ts';

/** How people fare with some sites, over all kinds of help. */
export interface Standing {
  /** Within the minutes that were asked for. */
  inTime: number;
  /** Who gets anywhere at all, how many minutes they need together, and whoever needs longest. */
  reached: number;
  minutes: number;
  longest: number;
}

export function standingOf(
  rows: readonly SitingRow[],
  { nearest, placed }: Pick<Fare, 'nearest' | 'placed'>,
  limit: number,
): Standing {
  const standing: Standing = { inTime: 0, reached: 0, minutes: 0, longest: 0 };
  const add = (people: number, needed: number) => {
    if (needed === Infinity) return;
    if (needed <= limit) standing.inTime += people;
    standing.reached += people;
    standing.minutes += people * needed;
    standing.longest = Math.max(standing.longest, needed);
  };
  if (placed) for (const { people, minutes } of placed) add(people, minutes);
  else for (const [index, { people }] of rows.entries()) add(people, nearest[index]!);
  return standing;
}

/** Below 0 where `a` is the better one, by what the question looks at first and then by the way people have. */
export function compareStandings(a: Standing, b: Standing, model: SitingModel): number {
  const byWay = b.reached - a.reached || a.minutes - b.minutes;
  if (model === 'p-centre') return b.reached - a.reached || a.longest - b.longest || byWay;
  return model === 'p-median' ? byWay : b.inTime - a.inTime || byWay;
}
