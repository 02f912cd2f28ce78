import { expect } from 'chai';
import fc from 'fast-check';
import { checkPlacement } from '../../../core/placement/check-placement.ts';
import type { PlanInput } from '../../../core/placement/plan-input.ts';
import { planPlacement } from '../../../core/placement/plan-placement.ts';
import { arbitraryContest, arbitraryInput, planInput } from './plan-world.ts';
import { everyBestPlan, planValue } from './try-every-plan.ts';

/** Largest share of served needs of a group minus the smallest. */
function gapOf(input: PlanInput, group: ArrayLike<number>, choice: ArrayLike<number>): number {
  const shares = [...new Set(Array.from(group))].map((own) => {
    const needs = Array.from(choice, (_, need) => need).filter((need) => group[need] === own);
    return needs.filter((need) => choice[need]! >= 0 || input.accepted?.has(need)).length / needs.length;
  });
  return shares.length < 2 ? 0 : Math.max(...shares) - Math.min(...shares);
}

describe('The fairest plan', () => {
  it('is one of the best, and none of them has a smaller gap', () => {
    let better = 0;
    fc.assert(
      fc.property(arbitraryContest, fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }), (input, groups) => {
        const group = groups.slice(0, input.urgency.length);
        const plan = planPlacement({ ...input, fairBetween: group });
        const best = everyBestPlan(input);
        const smallest = Math.min(...best.map(({ choice }) => gapOf(input, group, choice)));
        expect(planValue(input, plan.choice)).to.deep.equal(best[0]!.value);
        expect(gapOf(input, group, plan.choice)).to.be.closeTo(smallest, 1e-12);
        expect(plan.fairness!.gap).to.be.closeTo(smallest, 1e-12);
        expect(checkPlacement(plan.problem, plan.placement).optimal).to.equal(true);
        if (plan.fairness!.gapBefore > plan.fairness!.gap) better++;
      }),
      { numRuns: 600 },
    );
    expect(better).to.be.above(50);
  });

  it('keeps together who is', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const group = Array.from(input.urgency, (_, need) => need % 2);
        const fair = planPlacement({ ...input, fairBetween: group });
        const plain = planPlacement(input);
        expect(planValue(input, fair.choice)).to.deep.equal(planValue(input, plain.choice));
        for (const need of (input.together ?? []).flat())
          expect(fair.offer[need]).to.equal(plain.offer[need]);
      }),
    );
  });

  it('shares out equal places, even through a third group that neither wins nor loses', () => {
    // Group 0 only knows offer 0, group 2 only offer 1; group 1 knows both.
    const choices = [
      [[0, 5]],
      [[0, 5]],
      [
        [0, 5],
        [1, 5],
      ],
      [
        [0, 5],
        [1, 5],
      ],
      [[1, 5]],
      [[1, 5]],
    ] as const;
    const input = planInput(choices, { capacity: [2, 1] });
    const plan = planPlacement({ ...input, fairBetween: [0, 0, 1, 1, 2, 2] });
    expect(plan.fairness!.gap).to.equal(0);
  });

  it('does not count a group without needs', () => {
    const plan = planPlacement({ ...planInput([[[0, 5]], [[0, 5]]]), fairBetween: [1, 4] });
    expect(plan.fairness).to.deep.equal({ gapBefore: 1, gap: 1 });
  });
});
