import { expect } from 'chai';
import { fitSheet } from '../../../core/opportunity-plan/fit-sheet.ts';
import type { OpportunityPlan, Step } from '../../../core/opportunity-plan/plan-of.ts';

describe('A plan on one page', () => {
  it('is printed whole, in large letters, when it is short', () => {
    const plan = planWith({ steps: steps(4) });
    expect(fitSheet(plan)).to.deep.equal({ plan, points: 11, stepsLeft: 0, cut: false });
  });

  it('is printed smaller before anything is left out', () => {
    const { points, stepsLeft, cut } = fitSheet(planWith({ steps: steps(35) }));
    expect(points).to.be.within(7, 10);
    expect({ stepsLeft, cut }).to.deep.equal({ stepsLeft: 0, cut: false });
  });

  it('leaves out what is over before what is to come, and says how much', () => {
    const over = steps(50).map((step) => ({ ...step, state: 'done' as const }));
    const open = steps(5);
    const { plan, stepsLeft, cut } = fitSheet(planWith({ steps: [...over, ...open] }));
    expect(plan.steps).to.deep.equal(open);
    expect({ stepsLeft, cut }).to.deep.equal({ stepsLeft: 50, cut: false });
  });

  it('cuts long texts rather than whole steps, and says so', () => {
    const { plan, points, cut } = fitSheet(
      planWith({ strengths: 'I draw. '.repeat(1200), steps: steps(10) }),
    );
    expect(plan.steps).to.have.length(10);
    expect(plan.strengths).to.match(/…$/);
    expect({ points, cut }).to.deep.equal({ points: 7, cut: true });
  });

  it('counts lines that somebody began, not letters alone', () => {
    expect(fitSheet(planWith({ strengths: 'a\n'.repeat(900) })).cut).to.equal(true);
  });
});

function planWith(parts: Partial<OpportunityPlan>): OpportunityPlan {
  return { strengths: 'I fix bikes', interests: '', goals: [], steps: [], supporters: [], ...parts };
}

function steps(count: number): Step[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `step-${n}`,
    text: 'Visit the workshop after school',
    helper: 'the coach',
    state: 'not-started',
  }));
}
