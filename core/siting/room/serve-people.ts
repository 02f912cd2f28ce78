import { countedPlaces } from '../counted-places.ts';
import type { ServedPeople, SitingProblem } from '../siting-problem.ts';
import { roomProblem } from './room-problem.ts';
import { spreadPeople } from './spread-people.ts';

/** Who goes where with these sites open, as mclp or p-median wants it and as room allows. */
export function servePeople(
  problem: SitingProblem,
  open: readonly number[],
  counted = countedPlaces(problem),
): ServedPeople[] {
  const { served } = spreadPeople(roomProblem(problem, counted), open);
  return served.map(({ row, site, people }) => ({ place: counted[row]!, site, people }));
}
