import type { SupplyPlace } from '../access/supply-place.ts';
import type { ModeRule } from '../travel/travel.ts';
import { type Around, visitCatchment } from './catchment.ts';
import { addExactly, exactSums, sumAt } from './exact-sums.ts';

interface FloatingInput {
  places: Around;
  people: ArrayLike<number>;
  travel: ModeRule;
  limit: number;
  weightOf(minutes: number): number;
}

/**
 * 2SFCA and E2SFCA, kept up to date while sites come and go (`floatingCatchment` in core/access from scratch). What a
 * site gives depends on its own catchment alone, so a change costs no more than that; and because what it gave can be
 * taken away without a trace, the same sites give the same numbers whatever was tried before.
 */
export function floatingAccess({ places, people, travel, limit, weightOf }: FloatingInput) {
  const size = places.positions.length;
  const sums = exactSums(size);
  /** How many sites a place reaches: none is "no data". */
  const reached = new Int32Array(size);
  const member = new Int32Array(size);
  const weight = new Float64Array(size);

  function change({ point, capacity }: SupplyPlace, sign: 1 | -1): number {
    let members = 0;
    let asked = 0;
    const looked = visitCatchment(places, point, travel, limit, (place, minutes) => {
      const counts = weightOf(minutes);
      if (counts === 0) return;
      asked += people[place]! * counts;
      member[members] = place;
      weight[members++] = counts;
    });
    const ratio = capacity === 0 ? 0 : capacity / asked;
    for (let i = 0; i < members; i++) {
      reached[member[i]!]! += sign;
      addExactly(sums, member[i]!, weight[i]! * ratio, sign);
    }
    return looked;
  }

  return {
    /** Each answers at how many places it looked. */
    add: (site: SupplyPlace) => change(site, 1),
    take: (site: SupplyPlace) => change(site, -1),
    accessAt: (place: number) => (reached[place] === 0 ? Number.NaN : sumAt(sums, place)),
  };
}
