import { expect } from 'chai';
import { type PlanQuery, planQuery } from '../../../web/parts/plans/plan-query.ts';

describe('The address of a plan', () => {
  it('brings back what was shown', () => {
    const query: PlanQuery = {
      view: 'map',
      school: 'cedar',
      term: 'tutoring',
      urgency: '3',
      state: 'unplaced',
      flow: 'cedar~-99,41~academic',
      sort: 'score',
      down: true,
      by: 'grade',
    };
    const sent = planQuery.format(query).toString();
    expect(planQuery.parse(new URLSearchParams(sent))).to.deep.equal(query);
  });

  it('stays short where nothing is chosen, and takes nonsense for nothing', () => {
    const nothing = planQuery.parse(new URLSearchParams());
    expect(planQuery.format(nothing).toString()).to.equal('');
    expect(planQuery.parse(new URLSearchParams('view=x&urgency=9&state=y&school='))).to.deep.equal(nothing);
  });

  it('keeps the order from low to high and from high to low apart', () => {
    const up = { ...planQuery.parse(new URLSearchParams()), sort: 'urgency', down: false };
    expect(planQuery.parse(planQuery.format(up))).to.deep.equal(up);
  });
});
