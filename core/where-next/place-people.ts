import { servePeople } from '../siting/room/serve-people.ts';
import type { SitingAsk } from './siting-ask.ts';
import type { SitingColumns } from './siting-columns.ts';
import type { SitingRow } from './siting-rows.ts';

/** So many people of a row have a place at a site. */
export interface Placed {
  row: number;
  site: number;
  minutes: number;
  people: number;
}

/**
 * Who has a place where, for any open sites with room for so many: as the question wants it. Where it wants most people
 * within the minutes, the others go where room is left, and then the ways of all are as short as can be.
 */
export function placePeople(
  { model, minutes: limit }: Pick<SitingAsk, 'model' | 'minutes'>,
  rows: readonly SitingRow[],
  { sites, minutes, room }: Required<SitingColumns>,
): (open: readonly number[]) => Placed[] {
  const weights = Float64Array.from(rows, ({ people }) => people);
  const longest = minutes.reduce((most, way) => (way < Infinity ? Math.max(most, way) : most), 0);
  return (open) => {
    const wayOf = (row: number, nth: number) => minutes[row * sites + open[nth]!]!;
    const ways = Float64Array.from({ length: rows.length * open.length }, (_, at) =>
      wayOf(Math.floor(at / open.length), at % open.length),
    );
    const price = model === 'mclp' ? inTimeFirst(limit, longest, open.length) : asAsked(longest);
    const served = servePeople(
      {
        model: 'p-median',
        cost: ways.map(price.of),
        weights,
        sites: open.length,
        capacity: Float64Array.from(open, (site) => room[site]!),
        unreachedCost: price.nowhere,
      },
      [...open.keys()],
    );
    return served.map(({ place, site, people }) => ({
      row: place,
      site: open[site]!,
      minutes: wayOf(place, site),
      people,
    }));
  };
}

interface Price {
  of(minutes: number): number;
  nowhere: number;
}

/** As the solver counts it (core/siting/counted-places.ts). */
function asAsked(longest: number): Price {
  return { of: (way) => way, nowhere: 2 * longest };
}

/**
 * Being late costs more than any chain of moves can save in minutes and by one more place; having no place costs more
 * than any chain of moves can save in minutes. A chain has no more moves than there are sites.
 */
function inTimeFirst(limit: number, longest: number, open: number): Price {
  const most = (open + 2) * Math.max(1, longest);
  return { of: (way) => (way <= limit ? way : 3 * most + way), nowhere: 4.5 * most };
}
