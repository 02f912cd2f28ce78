import { expect } from 'chai';
import fc from 'fast-check';
import type { SitingProblem } from '../../../core/siting/siting-problem.ts';
import { answerSiting } from '../../../core/where-next/answer-siting.ts';
import { SitingAsk } from '../../../core/where-next/siting-ask.ts';
import { sitingRows } from '../../../core/where-next/siting-rows.ts';
import { tryEveryRoom, worthWithRoom } from '../siting/room/try-every-room.ts';
import { CANDIDATES, littleAsk, littleWays, PLACES } from './little-question.ts';

const DEMAND = [{ term: 'help', places: PLACES }];
const ALL = sitingRows(DEMAND);

/** The little road with so much room in each new site, and with what stands where that is said. */
function answer(change: object, more: Partial<Parameters<typeof answerSiting>[0]['ways']> = {}) {
  const ways = { candidates: CANDIDATES.length, toCandidates: littleWays(PLACES), ...more };
  const question = { ask: littleAsk(change), ...ALL, candidates: CANDIDATES, ways };
  return answerSiting(question, { fewerSeconds: 9 });
}

describe('Where next, with room for so many in each new site', () => {
  it('counts who has a place in time, tells what each site takes and who finds no room', () => {
    const told = answer({ capacity: 90 });
    expect(told.proposed.map(({ name, takes }) => [name, takes])).to.deep.equal([
      ['School', 90],
      ['Hall', 90],
    ]);
    expect(told.steps.map(({ inTime, noRoom }) => [inTime[0]!.people, noRoom![0]])).to.deep.equal([
      [0, 0],
      [90, 70],
      [120, 70],
    ]);
    expect(told.proof).to.include({ proven: true, objective: 120 });
    expect(told.byNumber?.map(({ step }) => step.inTime[0]!.people)).to.deep.equal([90, 120]);
    const [a, b, c, d] = told.places.map(({ byTerm }) => byTerm[0]!);
    expect(a!.placedAfter! + b!.placedAfter!).to.equal(90);
    expect([c!.placedAfter, d!.placedAfter, c!.placedBefore]).to.deep.equal([30, 0, 0]);
    expect(a).to.include({ people: 100, before: null, after: 5 });
  });

  it('leaves people at what stands only as far as that told of room', () => {
    const near = Float64Array.of(3, 7, 37, 77);
    const full = answer(
      { capacity: 90, sites: 1 },
      { standing: { room: Float64Array.of(40), minutes: near } },
    );
    expect(full.steps.map(({ inTime }) => inTime[0]!.people)).to.deep.equal([40, 130]);
    expect(full.proposed.map(({ name }) => name)).to.deep.equal(['School']);
    expect(full.takenByStanding).to.equal(40);
    const endless = answer({ capacity: 90, sites: 1 }, { toExisting: near });
    expect(endless.steps.map(({ inTime }) => inTime[0]!.people)).to.deep.equal([160, 190]);
    expect(endless.takenByStanding).to.equal(0);
  });

  it('sends whoever finds no room in time to where there is room later', () => {
    const told = answer({ capacity: 110, sites: 2 });
    // 110 of 160 at the school, 30 at the hall in time, and 60 of the others there, too late.
    expect(told.steps.at(-1)).to.deep.include({ inTime: [{ people: 140 }], noRoom: [50] });
    expect(told.proposed.map(({ takes }) => takes)).to.deep.equal([110, 90]);
  });

  it('is refused by name where a question cannot keep to room', () => {
    const paths = (change: object) =>
      SitingAsk.safeParse({ ...littleAsk(), capacity: 5, ...change }).error?.issues.map(
        ({ path }) => path[0],
      );
    expect(paths({})).to.equal(undefined);
    expect(paths({ model: 'p-centre' })).to.deep.equal(['capacity']);
    expect(paths({ model: 'lscp', sites: undefined })).to.include('capacity');
    expect(paths({ sites: 21 })).to.deep.equal(['sites']);
    expect(paths({ capacity: 0 })).to.deep.equal(['capacity']);
  });

  for (const model of ['mclp', 'p-median'] as const)
    it(`says of every step what trying every set and every person says (${model})`, () => {
      fc.assert(
        fc.property(tinyTown(), ({ people, minutes, there, capacity, room }) => {
          const places = people.map((count, n) => ({ ...PLACES[0]!, id: `p${n}`, people: count }));
          const standing = { room: Float64Array.of(room), minutes: Float64Array.from(there) };
          const ways = { candidates: 3, toCandidates: Float64Array.from(minutes), standing };
          const ask = littleAsk({ model, minutes: 5, capacity });
          const rows = sitingRows([{ term: 'help', places }]);
          const told = answerSiting({ ask, ...rows, candidates: CANDIDATES, ways }, { fewerSeconds: 0 });
          const whole = byHand({ model, people, minutes, there, capacity, room });
          expect(told.proof).to.include({ proven: true, objective: tryEveryRoom(whole) });
          const all = people.reduce((sum, count) => sum + count, 0);
          for (const [n, step] of told.steps.entries()) {
            const sites = told.proposed
              .slice(0, n)
              .map(({ id }) => CANDIDATES.findIndex((one) => one.id === id));
            const reached = worthWithRoom({ ...whole, model: 'mclp', radius: 60 }, [...sites, 3]);
            if (model === 'mclp') {
              expect(step.inTime[0]!.people).to.equal(worthWithRoom(whole, [...sites, 3]));
              continue;
            }
            const cost = step.averageMinutes === null ? 0 : step.averageMinutes * reached;
            const left = worthWithRoom(whole, [...sites, 3]) - cost;
            // Minutes are told to a tenth.
            expect(left).to.be.closeTo(
              (step.noRoom![0]! + unreachable(whole, sites)) * nowhere(whole),
              0.06 * all,
            );
          }
          for (const { takes } of told.proposed) expect(takes).to.be.within(0, capacity);
          expect(told.takenByStanding).to.be.within(0, room);
        }),
        { numRuns: 60 },
      );
    });
});

const nowhere = ({ cost }: SitingProblem) => 2 * Math.max(0, ...cost.filter(Number.isFinite));

/** Of those whom some candidate could reach: who reaches no open one. */
function unreachable({ weights, cost }: SitingProblem, sites: readonly number[]): number {
  const reaches = (row: number, columns: readonly number[]) =>
    columns.some((site) => cost[row * 4 + site]! < Number.POSITIVE_INFINITY);
  return weights.reduce(
    (sum, own, row) => sum + (reaches(row, [0, 1, 2, 3]) && !reaches(row, [...sites, 3]) ? own : 0),
    0,
  );
}

interface TinyTown {
  people: number[];
  minutes: number[];
  there: number[];
  capacity: number;
  room: number;
}

/** The same question put down without any of the code that is tested: three candidates, and what stands last. */
function byHand(town: TinyTown & { model: 'mclp' | 'p-median' }): SitingProblem {
  const { model, people, minutes, there, capacity, room } = town;
  return {
    model,
    cost: Float64Array.from(people.flatMap((_, n) => [...minutes.slice(n * 3, n * 3 + 3), there[n]!])),
    weights: Float64Array.from(people),
    sites: 4,
    p: 3,
    fixed: [3],
    capacity: Float64Array.of(capacity, capacity, capacity, room),
    ...(model === 'mclp' && { radius: 5 }),
  };
}

function tinyTown(): fc.Arbitrary<TinyTown> {
  const way = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.POSITIVE_INFINITY));
  const list = (of: fc.Arbitrary<number>, length: number) =>
    fc.array(of, { minLength: length, maxLength: length });
  return fc.integer({ min: 1, max: 5 }).chain((places) =>
    fc.record({
      people: list(fc.integer({ min: 1, max: 4 }), places),
      minutes: list(way, places * 3),
      there: list(way, places),
      capacity: fc.integer({ min: 1, max: 6 }),
      room: fc.integer({ min: 0, max: 6 }),
    }),
  );
}
