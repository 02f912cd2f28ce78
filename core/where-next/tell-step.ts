import { sumPeople } from '../demand/sum-people.ts';
import { roundMinutes } from '../travel/trip.ts';
import type { Fare } from './fare.ts';
import type { Placed } from './place-people.ts';
import type { SitingAsk } from './siting-ask.ts';
import type { SitingStep } from './siting-outcome.ts';
import type { SitingRow } from './siting-rows.ts';
import { standingOf } from './standing.ts';

type Ask = Pick<SitingAsk, 'model' | 'terms' | 'minutes'>;

/** How people fare, as figures. */
export function tellStep(ask: Ask, rows: readonly SitingRow[], fare: Fare): SitingStep {
  const { terms, minutes: limit } = ask;
  const { nearest, placed } = fare;
  const { reached, minutes: all, longest } = standingOf(rows, fare, limit);
  const ofTerm = (term: number, wanted: (minutes: number) => boolean) =>
    sumPeople(rows.filter((row, index) => row.term === term && wanted(nearest[index]!)));
  return {
    averageMinutes: reached > 0 ? roundMinutes(all / reached) : null,
    longestMinutes: reached > 0 ? roundMinutes(longest) : null,
    unreached: terms.map((_, term) => ofTerm(term, (needed) => needed === Infinity).people),
    ...(placed
      ? tellPlaced(ask, rows, { nearest, placed })
      : { inTime: terms.map((_, term) => ofTerm(term, (needed) => needed <= limit)) }),
  };
}

/** Without margins of error: how many of those who may be there would find room is not known. */
function tellPlaced(
  { model, terms, minutes: limit }: Ask,
  rows: readonly SitingRow[],
  { nearest, placed }: Required<Pick<Fare, 'nearest' | 'placed'>>,
): Pick<SitingStep, 'inTime' | 'noRoom'> {
  const sum = (term: number, wanted: (placed: Placed) => boolean) =>
    placed.reduce((all, one) => all + (rows[one.row]!.term === term && wanted(one) ? one.people : 0), 0);
  const inTime = terms.map((_, term) => sum(term, ({ minutes }) => minutes <= limit));
  const couldGo = model === 'mclp' ? limit : Number.MAX_VALUE;
  const found = model === 'mclp' ? inTime : terms.map((_, term) => sum(term, () => true));
  const noRoom = terms.map((_, term) => {
    const could = rows.filter((row, index) => row.term === term && nearest[index]! <= couldGo);
    return Math.max(0, could.reduce((all, { people }) => all + people, 0) - found[term]!);
  });
  return { inTime: inTime.map((people) => ({ people })), noRoom };
}
