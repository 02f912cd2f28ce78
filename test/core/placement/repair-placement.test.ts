import { expect } from 'chai';
import fc from 'fast-check';
import { checkPlacement } from '../../../core/placement/check-placement.ts';
import {
  type LivingPlacement,
  livingPlacement,
  placementNow,
  problemNow,
} from '../../../core/placement/living-placement.ts';
import { changeCapacity, changeRequest } from '../../../core/placement/repair-placement.ts';
import { solvePlacement } from '../../../core/placement/solve-placement.ts';
import { worthOf } from './naive-placement.ts';
import { anyCapacity, anyProblem, anyRow, problemOf, type Row } from './problems.ts';

const SERVICES = 5;
type Change = { request: number; row: Row } | { service: number; places: number };

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ request: fc.nat(), row: anyRow(SERVICES) }),
  fc.record({ service: fc.nat({ max: SERVICES - 1 }), places: anyCapacity }),
);

/** A request beyond the last one is a new one. */
function apply(living: LivingPlacement, change: Change): void {
  if ('places' in change) changeCapacity(living, change.service, change.places);
  else changeRequest(living, change.request % (living.rowOf.length + 1), requestNow(change.row));
}

const requestNow = ({ edges, urgency }: Row) => ({
  urgency,
  edges: edges.map(([service, score]) => ({ service, score })),
});

/** The repaired placement is worth what one from scratch is, and proves it. */
function expectBest(living: LivingPlacement): void {
  const problem = problemNow(living);
  const placement = placementNow(living);
  const check = checkPlacement(problem, placement, living.worth);
  expect(check).to.deep.equal({ feasible: true, optimal: true, gap: 0, faults: {} });
  expect(worthOf(problem, placement.edgeOf)).to.deep.equal(worthOf(problem, solvePlacement(problem).edgeOf));
}

const fiveServices = anyProblem({ requests: 25, services: SERVICES }).filter(
  ({ capacity }) => capacity.length === SERVICES,
);

describe('A placement that is repaired', () => {
  it('is the best after each of many changes, by score alone and by urgency first', () => {
    fc.assert(
      fc.property(fiveServices, fc.array(anyChange, { maxLength: 25 }), (problem, changes) => {
        const living = livingPlacement(problem, solvePlacement(problem));
        expectBest(living);
        for (const change of changes) {
          apply(living, change);
          expectBest(living);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is laid out anew when its room is used up', () => {
    const row: Row = { urgency: 2, edges: [[0, 7]] };
    const problem = problemOf([row], [2], true);
    const living = livingPlacement(problem, solvePlacement(problem));
    for (let n = 0; n < 2500; n++)
      changeRequest(living, n % 3, requestNow({ ...row, edges: [[0, 1 + (n % 11)]] }));
    expect(living.rowOf).to.have.length(3);
    expectBest(living);
  });

  it('takes what a service loses from whom it helps least', () => {
    const rows = [10, 30, 20].map((score): Row => ({ urgency: 1, edges: [[0, score]] }));
    const problem = problemOf(rows, [3], false);
    const living = livingPlacement(problem, solvePlacement(problem));
    changeCapacity(living, 0, 1);
    expect(placementNow(living)).to.deep.include({ total: 30, placed: 1 });
    changeRequest(living, 1, { urgency: 1, edges: [] });
    expect(placementNow(living)).to.deep.include({ total: 20, placed: 1 });
  });
});
