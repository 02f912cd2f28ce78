import { expect } from 'chai';
import fc from 'fast-check';
import { checkPlacement } from '../../../core/placement/check-placement.ts';
import type { Placement, PlacementProblem } from '../../../core/placement/problem.ts';
import { solvePlacement } from '../../../core/placement/solve-placement.ts';
import { compare, naivePlacement, worthOf } from './naive-placement.ts';
import { anyProblem, problemOf } from './problems.ts';

/** Two who both want the one place most; the second has another. */
const problem = problemOf(
  [
    { urgency: 1, edges: [[0, 8]] },
    {
      urgency: 1,
      edges: [
        [0, 9],
        [1, 5],
      ],
    },
  ],
  [1, 2],
  false,
);
const good: Placement = {
  edgeOf: Int32Array.of(0, 2),
  total: 13,
  placed: 2,
  price: Float64Array.of(4, 0),
  profit: Float64Array.of(4, 5),
};

describe('checkPlacement', () => {
  it('agrees with a placement and its proof', () => {
    expect(checkPlacement(problem, good)).to.deep.equal({
      feasible: true,
      optimal: true,
      gap: 0,
      faults: {},
    });
  });

  const bad: [string, Partial<Placement>, object][] = [
    ['an edge of somebody else', { edgeOf: Int32Array.of(0, 0) }, { edge: 1, sum: 1 }],
    ['an edge that does not exist', { edgeOf: Int32Array.of(0, 3) }, { edge: 1, sum: 1 }],
    ['too many at a service', { edgeOf: Int32Array.of(0, 1), total: 17 }, { overfull: 1 }],
    ['a wrong sum', { total: 14 }, { sum: 1 }],
    ['a wrong count', { placed: 1 }, { sum: 1 }],
    ['a price below 0', { price: Float64Array.of(4, -1) }, { dual: 1, underpriced: 1, slack: 0 }],
    ['a price that is no number', { price: Float64Array.of(Number.NaN, 0) }, { dual: 1 }],
    ['a price that is no whole number', { price: Float64Array.of(4.5, 0) }, { dual: 1, slack: 1 }],
    ['a price that is too low', { price: Float64Array.of(3, 0) }, { underpriced: 2 }],
    ['a price where there is room', { price: Float64Array.of(4, 1) }, { slack: 2 }],
    ['a profit that is too high', { profit: Float64Array.of(4, 6) }, { slack: 1 }],
    ['arrays that are too short', { profit: Float64Array.of(4) }, { length: 1 }],
  ];
  for (const [what, change, faults] of bad)
    it(`finds ${what}`, () => {
      const report = checkPlacement(problem, { ...good, ...change });
      expect(report.optimal).to.equal(false);
      for (const [fault, count] of Object.entries(faults))
        expect(report.faults[fault as 'edge'] ?? 0, fault).to.be.at.least(count);
    });

  it('says how much more there could be: what moves would gain', () => {
    const report = checkPlacement(problem, {
      ...good,
      edgeOf: Int32Array.of(-1, 1),
      total: 9,
      placed: 1,
    });
    expect(report).to.deep.equal({ feasible: true, optimal: false, gap: 4, faults: { slack: 1 } });
  });

  it('finds what is wrong with the problem, and never throws', () => {
    const broken: Partial<PlacementProblem>[] = [
      { first: Uint32Array.of(0, 2, 1) },
      { first: Uint32Array.of(0, 1, 2) },
      { service: Uint32Array.of(0, 0, 2) },
      { score: Int32Array.of(8, 9, -5) },
      { score: Int32Array.of(8, 9) },
      { capacity: Int32Array.of(1, -2) },
      { urgency: Uint8Array.of(1, 4) },
      { urgency: Uint8Array.of(1) },
    ];
    for (const change of broken)
      expect(checkPlacement({ ...problem, ...change }, good)).to.deep.equal({
        feasible: false,
        optimal: false,
        gap: Number.POSITIVE_INFINITY,
        faults: { problem: 1 },
      });
  });

  it('lets no placement pass that is not optimal: whatever one number is changed', () => {
    const change = fc.record({
      what: fc.constantFrom('edgeOf' as const, 'price' as const, 'profit' as const),
      at: fc.nat(),
      by: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(0.5), fc.constant(Number.NaN)),
    });
    fc.assert(
      fc.property(anyProblem({ requests: 12, services: 4 }), change, (anyOne, { what, at, by }) => {
        const placement = solvePlacement(anyOne);
        const numbers = placement[what];
        fc.pre(numbers.length > 0);
        const index = at % numbers.length;
        const before = numbers[index]!;
        numbers[index] = before + by;
        fc.pre(!Object.is(numbers[index], before));
        const { feasible, optimal } = checkPlacement(anyOne, placement);
        if (what === 'edgeOf') expect(feasible && optimal).to.equal(passes(anyOne, placement));
        else if (optimal) expect(compare(worthOf(anyOne, placement.edgeOf), best(anyOne))).to.equal(0);
        if (what === 'profit') expect(optimal).to.equal(false);
      }),
      { numRuns: 1000 },
    );
  });
});

const best = (anyOne: PlacementProblem) => worthOf(anyOne, naivePlacement(anyOne));

/** By counting: who takes what of the own, nobody too much, as told, and worth the most. */
function passes(anyOne: PlacementProblem, { edgeOf, total, placed }: Placement): boolean {
  const load = Array.from(anyOne.capacity, () => 0);
  const edges = [...edgeOf].filter((edge) => edge !== -1);
  for (const edge of edges) load[anyOne.service[edge] ?? -1]! += 1;
  return (
    [...edgeOf].every(
      (edge, r) => edge === -1 || (edge >= anyOne.first[r]! && edge < anyOne.first[r + 1]!),
    ) &&
    load.every((count, at) => count <= anyOne.capacity[at]!) &&
    edges.length === placed &&
    edges.reduce((sum, edge) => sum + anyOne.score[edge]!, 0) === total &&
    compare(worthOf(anyOne, edgeOf), best(anyOne)) === 0
  );
}
