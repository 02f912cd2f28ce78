import { expect } from 'chai';
import { promisingExchanges } from '../../../../core/siting/room/promising-exchanges.ts';
import { roomPricing } from '../../../../core/siting/room/room-pricing.ts';
import { roomProblem } from '../../../../core/siting/room/room-problem.ts';
import { spreadPeople } from '../../../../core/siting/room/spread-people.ts';
import { seededRandom } from '../../../../scripts/demo/random.ts';

const SITES = 7;
const OPEN = [0, 1, 2];

/** Some ways cannot be gone, and there is room for most but not for all. */
function problem(seed: number) {
  const random = seededRandom(seed);
  const way = () => (random.next() < 0.2 ? Number.POSITIVE_INFINITY : random.int(0, 30));
  return roomProblem({
    model: 'p-median',
    cost: Float64Array.from({ length: 15 * SITES }, way),
    weights: Float64Array.from({ length: 15 }, () => random.int(1, 9)),
    sites: SITES,
    p: 3,
    fixed: [2],
    capacity: Float64Array.from({ length: SITES }, () => random.int(5, 40)),
  });
}

describe('Exchanges that a plan promises', () => {
  it('are all that cost less, never of a fixed site, and cost no less than is said', () => {
    let better = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const room = problem(seed);
      const now = spreadPeople(room, OPEN);
      const told = promisingExchanges(room, roomPricing(room), now.prices, now.cost);
      const costs = new Map(told.map(({ out, into, atLeast }) => [`${out} ${into}`, atLeast]));
      for (const out of OPEN.slice(0, 2))
        for (let into = 3; into < SITES; into++) {
          const { cost } = spreadPeople(room, [...OPEN.filter((site) => site !== out), into]);
          if (cost < now.cost) better++;
          expect(cost, `${seed}: ${out} for ${into}`).to.be.at.least(
            (costs.get(`${out} ${into}`) ?? now.cost) - 1e-9,
          );
        }
      expect(told.every(({ out }) => out !== 2)).to.equal(true);
    }
    expect(better).to.be.above(20);
  });
});
