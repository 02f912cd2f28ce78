import { expect } from 'chai';
import fc from 'fast-check';
import { checkPlacement } from '../../../core/placement/check-placement.ts';
import type { PlacementProblem } from '../../../core/placement/problem.ts';
import { solvePlacement } from '../../../core/placement/solve-placement.ts';
import { bruteForce, naivePlacement, worthOf } from './naive-placement.ts';
import { anyProblem, problemOf } from './problems.ts';
import { referenceProblem, referenceProblems } from './reference-problems.ts';

/** Solves, has the checker agree, and gives the worth. */
function solved(problem: PlacementProblem) {
  const placement = solvePlacement(problem);
  expect(checkPlacement(problem, placement)).to.deep.equal({
    feasible: true,
    optimal: true,
    gap: 0,
    faults: {},
  });
  return worthOf(problem, placement.edgeOf);
}

describe('solvePlacement', () => {
  it('finds the best of all placements, by score alone and by urgency first', () => {
    fc.assert(
      fc.property(anyProblem({ requests: 6, services: 4 }), (problem) => {
        expect(solved(problem)).to.deep.equal(bruteForce(problem));
      }),
      { numRuns: 300 },
    );
  });

  it('finds what a naive twin finds', () => {
    fc.assert(
      fc.property(anyProblem({ requests: 40, services: 9 }), (problem) => {
        expect(solved(problem)).to.deep.equal(worthOf(problem, naivePlacement(problem)));
      }),
      { numRuns: 200 },
    );
  });

  it('does with nobody, with nothing, with empty rows and without places', () => {
    expect(solved(problemOf([], [], false))).to.deep.equal([0, 0, 0, 0]);
    expect(solved(problemOf([], [3], true))).to.deep.equal([0, 0, 0, 0]);
    expect(solved(problemOf([{ urgency: 1, edges: [] }], [], true))).to.deep.equal([0, 0, 0, 0]);
    expect(solved(problemOf([{ urgency: 1, edges: [[0, 9]] }], [0], false))).to.deep.equal([0, 0, 0, 0]);
  });

  it('places one urgent need rather than any number of others', () => {
    const others = Array.from({ length: 50 }, () => ({
      urgency: 2,
      edges: [[0, 10_000]] as [number, number][],
    }));
    const problem = problemOf([...others, { urgency: 3, edges: [[0, 0]] }], [1], true);
    expect(solved(problem)).to.deep.equal([1, 0, 0, 0]);
  });

  it('places everybody where all want the same and there is room', () => {
    const rows = Array.from({ length: 200 }, () => ({ urgency: 1, edges: [[0, 700]] as [number, number][] }));
    expect(solved(problemOf(rows, [2 ** 31 - 1], false))).to.deep.equal([0, 0, 0, 140_000]);
  });

  it('gives the same placement each time, and the same value in any order', () => {
    fc.assert(
      fc.property(
        anyProblem({ requests: 30, services: 6 }),
        fc.infiniteStream(fc.nat()),
        (problem, numbers) => {
          const once = solvePlacement(problem);
          expect(solvePlacement(problem)).to.deep.equal(once);
          const keys = Array.from(once.edgeOf, () => numbers.next().value);
          const order = Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!);
          const other = solvePlacement(problem, { order });
          expect(worthOf(problem, other.edgeOf)).to.deep.equal(worthOf(problem, once.edgeOf));
          expect(checkPlacement(problem, other).optimal).to.equal(true);
        },
      ),
    );
  });

  for (const { name, total, placed } of referenceProblems)
    it(`reaches the known optimum of the ${name} reference: ${total} with ${placed} placed`, function () {
      const problem = referenceProblem(name);
      if (!problem) return this.skip();
      const placement = solvePlacement(problem);
      expect([placement.total, placement.placed]).to.deep.equal([total, placed]);
      expect(checkPlacement(problem, placement).optimal).to.equal(true);
    });
});
