import { expect } from 'chai';
import fc from 'fast-check';
import type { DemandPlace } from '../../../core/demand/demand-place.ts';
import { sumPeople } from '../../../core/demand/sum-people.ts';
import { SITING_MODELS } from '../../../core/siting/siting-problem.ts';
import { solveSiting } from '../../../core/siting/solve-siting.ts';
import { answerSiting } from '../../../core/where-next/answer-siting.ts';
import { candidatesOf } from '../../../core/where-next/candidate.ts';
import { composeSiting } from '../../../core/where-next/compose-siting.ts';
import { faresOf } from '../../../core/where-next/fare.ts';
import { orderSites } from '../../../core/where-next/order-sites.ts';
import { SitingAsk } from '../../../core/where-next/siting-ask.ts';
import { sitingColumns } from '../../../core/where-next/siting-columns.ts';
import { sitingRows } from '../../../core/where-next/siting-rows.ts';
import { proofOf, tellSiting } from '../../../core/where-next/tell-siting.ts';
import { CANDIDATES, littleAsk, littleWays, PLACES } from './little-question.ts';

/** The whole way from a question to its answer. */
function answer(change: object, toExisting?: number[], demand = [{ term: 'help', places: PLACES }]) {
  const ask = littleAsk(change);
  const { places, rows } = sitingRows(demand);
  const ways = {
    candidates: CANDIDATES.length,
    toCandidates: littleWays(rows.map(({ place }) => places[place]!)),
    ...(toExisting && { toExisting: Float64Array.from(toExisting) }),
  };
  return answerSiting({ ask, places, rows, candidates: CANDIDATES, ways }, { fewerSeconds: 0 });
}
const names = ({ proposed }: ReturnType<typeof answer>) => proposed.map(({ name }) => name);

describe('Where next', () => {
  it('proposes the sites that bring most people in time, first the one that brings most', () => {
    const told = answer({});
    expect(names(told)).to.deep.equal(['School', 'Hall']);
    expect(told.steps.map(({ inTime }) => inTime)).to.deep.equal([
      [{ people: 0 }],
      [{ people: 160 }],
      [{ people: 190 }],
    ]);
    expect(told.steps[0]).to.include({ averageMinutes: null, longestMinutes: null });
    expect(told.steps[0]!.unreached).to.deep.equal([200]);
    expect(told.proof).to.deep.include({ proven: true, gap: 0 });
    expect(told.people).to.deep.equal([{ people: 200 }]);
    expect(told.places.map(({ byTerm }) => byTerm[0])).to.deep.equal([
      { people: 100, before: null, after: 5 },
      { people: 60, before: null, after: 5 },
      { people: 30, before: null, after: 5 },
      { people: 10, before: null, after: 35 },
    ]);
  });

  it('counts what is there already, and chooses for those who are left', () => {
    const told = answer({ sites: 1 }, [3, 7, 37, 77]);
    expect(names(told)).to.deep.equal(['Hall']);
    expect(told.steps.map(({ inTime }) => inTime[0])).to.deep.equal([{ people: 160 }, { people: 190 }]);
    expect(told.places.at(-1)!.byTerm[0]).to.deep.equal({ people: 10, before: 77, after: 35 });
  });

  it('needs as few sites as reach all who can be reached', () => {
    expect(names(answer({ model: 'lscp', sites: undefined }, [1, 1, 99, 99])).sort()).to.deep.equal([
      'Hall',
      'Tower',
    ]);
  });

  it('leaves out sites that would bring nothing to anybody, but for those that somebody wants', () => {
    const ways = { candidates: 2, toCandidates: Float64Array.of(5, 5), toExisting: Float64Array.of(9) };
    const { rows } = sitingRows([{ term: 'help', places: PLACES.slice(0, 1) }]);
    const ask = { model: 'p-median', minutes: 15 } as const;
    const fares = faresOf(ask, rows, sitingColumns(ways, undefined));
    const chosen = { ask, rows, fares, chosen: [0, 1] };
    expect(orderSites({ ...chosen, wanted: new Set() })).to.deep.include({ order: [0], idle: 1 });
    const { order, steps, idle } = orderSites({ ...chosen, wanted: new Set([1]) });
    expect([order, steps.map(({ nearest }) => nearest[0]), idle]).to.deep.equal([[0, 1], [9, 5, 5], 0]);
  });

  it('takes a site that must be chosen and none that must not', () => {
    expect(names(answer({ sites: 1, force: ['school:t'] }))).to.deep.equal(['Tower']);
    expect(answer({ sites: 1, force: ['school:t'] }).proposed[0]).to.include({ forced: true });
    const left = candidatesOf([], [{ id: 'hall', name: 'Hall', point: [45, 0] }], {
      candidates: 'both',
      exclude: ['location:hall'],
    });
    expect(left).to.deep.equal([]);
  });

  it('takes a school and the place with several services in it for one, by either name', () => {
    const school = {
      id: 'oak',
      name: 'Oak School',
      point: { type: 'Point' as const, coordinates: [5, 40] as [number, number] },
    };
    // 25 and 35 m to the north.
    const near = { id: 'n', name: 'OAK SCHOOL', point: [5, 40.000225] as [number, number] };
    const far = { id: 'f', name: 'Oak School', point: [5, 40.000315] as [number, number] };
    const other = { ...near, id: 'o', name: 'Oak Hall' };
    const of = (candidates: 'both' | 'sites', exclude: string[] = []) =>
      candidatesOf([school], [near, far, other], { candidates, exclude });
    expect(of('both').map(({ id }) => id)).to.deep.equal(['location:f', 'location:o', 'school:oak']);
    expect(of('both').at(-1)!.alsoIds).to.deep.equal(['location:n']);
    expect(of('both', ['location:n']).map(({ id }) => id)).to.deep.equal(['location:f', 'location:o']);
    expect(of('sites').map(({ id }) => id)).to.deep.equal(['location:f', 'location:n', 'location:o']);
    const { rows } = sitingRows([{ term: 'help', places: PLACES }]);
    const columns = sitingColumns({ candidates: 3, toCandidates: littleWays(PLACES) }, undefined);
    const ask = littleAsk({ force: ['location:n'] });
    expect(composeSiting(ask, rows, of('both'), columns).fixed).to.deep.equal([2]);
  });

  it('buys what brings most for a budget that knows two prices', () => {
    const costs = { school: 10, location: 4 };
    expect(names(answer({ sites: undefined, budget: 9, costs }))).to.deep.equal(['Hall']);
    expect(names(answer({ sites: undefined, budget: 14, costs }))).to.deep.equal(['School', 'Hall']);
  });

  it('plans a hub for several kinds of help, each with its people and with what there is of it', () => {
    const demand = [
      { term: 'help', places: PLACES },
      { term: 'food', places: PLACES.slice(2) },
    ];
    const told = answer({ sites: 1, terms: ['help', 'food'] }, [2, 2, 40, 80, 99, 99], demand);
    expect(names(told)).to.deep.equal(['Hall']);
    expect(told.people).to.deep.equal([{ people: 200 }, { people: 40 }]);
    expect(told.steps.map(({ inTime }) => inTime)).to.deep.equal([
      [{ people: 160 }, { people: 0 }],
      [{ people: 190 }, { people: 30 }],
    ]);
    expect(told.places.map(({ byTerm }) => byTerm[1]?.people ?? null)).to.deep.equal([null, null, 30, 10]);
  });

  it('adds margins of error as those of samples drawn apart, and says none where there is none', () => {
    const areas: DemandPlace[] = [
      { id: 'a', kind: 'area', point: [0, 0], people: 100, low: 70, high: 130 },
      { id: 'b', kind: 'area', point: [1, 0], people: 50, low: 10, high: 90 },
    ];
    expect(sumPeople(sitingRows([{ term: 'help', places: areas }]).rows)).to.deep.equal({
      people: 150,
      low: 100,
      high: 200,
    });
    expect(sumPeople(sitingRows([{ term: 'help', places: PLACES }]).rows)).to.deep.equal({ people: 200 });
  });

  it('says how much better anything could be, whichever way is better', () => {
    const open = { proven: false, objective: 200 };
    expect(proofOf('mclp', { ...open, bound: 210 }).gap).to.equal(0.05);
    expect(proofOf('p-median', { ...open, bound: 190 }).gap).to.equal(0.05);
    expect(proofOf('p-median', { ...open, objective: 0, bound: 0 }).gap).to.equal(null);
    expect(proofOf('lscp', { proven: true, objective: 0, bound: 0 }).gap).to.equal(0);
  });

  for (const model of SITING_MODELS)
    it(`ends with what the solver proved, each step no worse than the one before (${model})`, () => {
      const minutes = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(Infinity));
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), minutes, minutes, minutes, minutes), {
            minLength: 1,
            maxLength: 6,
          }),
          fc.boolean(),
          (table, keep) => {
            const places = table.map(([people], n) => ({ ...PLACES[0]!, id: `p${n}`, people }));
            const ask = littleAsk({ model, sites: model === 'lscp' ? undefined : 2 });
            const { rows } = sitingRows([{ term: 'help', places }]);
            const ways = {
              candidates: 3,
              toCandidates: Float64Array.from(table.flatMap(([, a, b, c]) => [a, b, c])),
              ...(keep && { toExisting: Float64Array.from(table, ([, , , , there]) => there) }),
            };
            const result = solveSiting(composeSiting(ask, rows, CANDIDATES, sitingColumns(ways, undefined)));
            const told = tellSiting({ ask, places, rows, candidates: CANDIDATES, ways, result });
            const inTime = told.steps.map((step) => step.inTime[0]!.people);
            expect(inTime).to.deep.equal([...inTime].sort((a, b) => a - b));
            expect(told.proposed.length + told.idle).to.equal(result.open.filter((site) => site < 3).length);
            if (model === 'mclp') expect(inTime.at(-1)).to.equal(result.objective);
          },
        ),
        { numRuns: 60 },
      );
    });
});

describe('What can be asked of Where next', () => {
  const whole = { model: 'mclp', terms: ['help'], minutes: 15, mode: 'car', sites: 2 };
  const refused = (change: object) =>
    SitingAsk.safeParse({ ...whole, ...change }).error?.issues.map(({ path }) => path.join('.'));

  it('is a number of sites, a budget with prices, or as few as needed', () => {
    expect(refused({})).to.equal(undefined);
    expect(refused({ sites: undefined, budget: 5, costs: { school: 1, location: 2 } })).to.equal(undefined);
    expect(refused({ model: 'lscp', sites: undefined })).to.equal(undefined);
    expect(refused({ sites: undefined })).to.deep.equal(['sites']);
    expect(refused({ budget: 5 })).to.deep.equal(['costs']);
    expect(refused({ costs: { school: 1, location: 1 } })).to.deep.equal(['budget']);
    expect(refused({ model: 'lscp' })).to.deep.equal(['sites']);
    expect(refused({ model: 'lscp', sites: undefined, budget: 5 })).to.deep.equal(['budget']);
  });

  it('is nothing that contradicts itself or has not its shape', () => {
    expect(refused({ terms: ['help', 'help'] })).to.deep.equal(['terms']);
    expect(refused({ sites: 1, force: ['school:a', 'school:b'] })).to.deep.equal(['force']);
    expect(refused({ force: ['school:a'], exclude: ['school:a'] })).to.deep.equal(['exclude']);
    for (const change of [
      { sites: 0 },
      { sites: 51 },
      { sites: 1.5 },
      { minutes: 7 },
      { minutes: 0 },
      { terms: [] },
    ])
      expect(refused(change), JSON.stringify(change)).to.deep.equal(Object.keys(change));
  });
});
