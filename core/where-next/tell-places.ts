import type { Fare } from './fare.ts';
import type { SitingAsk } from './siting-ask.ts';
import type { SitingPlace } from './siting-outcome.ts';
import type { SitingRows } from './siting-rows.ts';

/** Each place with how its people fare before and after. */
export function tellPlaces(
  { terms, minutes: limit }: Pick<SitingAsk, 'terms' | 'minutes'>,
  { places, rows }: SitingRows,
  before: Fare,
  after: Fare,
): SitingPlace[] {
  const told: SitingPlace[] = places.map(({ id, kind, name, point }) => ({
    id,
    kind,
    ...(name !== undefined && { name }),
    point,
    byTerm: terms.map(() => null),
  }));
  const [placedBefore, placedAfter] = [before, after].map((fare) => placedInTime(fare, rows.length, limit));
  for (const [index, { place, term, people }] of rows.entries())
    told[place]!.byTerm[term] = {
      people,
      before: tellMinutes(before.nearest[index]!),
      after: tellMinutes(after.nearest[index]!),
      ...(placedBefore && { placedBefore: placedBefore[index]! }),
      ...(placedAfter && { placedAfter: placedAfter[index]! }),
    };
  return told;
}

/** Of each row, who has a place within the minutes. */
function placedInTime({ placed }: Fare, rows: number, limit: number): Float64Array | undefined {
  if (!placed) return undefined;
  const inTime = new Float64Array(rows);
  for (const { row, minutes, people } of placed) if (minutes <= limit) inTime[row]! += people;
  return inTime;
}

/** Rounded up: who is within the minutes asked for is so by the figure, too, and nobody else. */
function tellMinutes(minutes: number): number | null {
  return minutes === Infinity ? null : Math.ceil(minutes * 10) / 10;
}
