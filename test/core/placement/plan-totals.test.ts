import { expect } from 'chai';
import fc from 'fast-check';
import { planTotals } from '../../../core/placement/plan-totals.ts';
import { arbitraryRows, placedRow, planRow } from './plan-rows.ts';

describe('planTotals', () => {
  it('counts states, needs and places, the most urgent first', () => {
    const totals = planTotals([
      placedRow('a:reading', 'library', 0.8123, { urgency: 3 }),
      placedRow('b:reading', 'library', 0.4, { urgency: 3, state: 'accepted' }),
      planRow({ id: 'c:reading', urgency: 3, state: 'refused' }),
      planRow({ id: 'd:glasses', urgency: 1, without: 'no-room' }),
    ]);
    expect(totals.counts).to.deep.equal({ proposed: 1, accepted: 1, refused: 1, unplaced: 1 });
    expect(totals.byUrgency).to.deep.equal([
      { urgency: 3, needs: 3, placed: 2 },
      { urgency: 2, needs: 0, placed: 0 },
      { urgency: 1, needs: 1, placed: 0 },
    ]);
    expect(totals.total).to.equal(1.2123);
    expect(totals.meanScore).to.be.closeTo(0.60615, 1e-12);
  });

  it('does not count the score of the place that a refused row was offered', () => {
    const refused = placedRow('a:reading', 'library', 0.8, { state: 'refused' });
    expect(planTotals([refused])).to.include({ total: 0, meanScore: null });
  });

  it('gives the same sums in whatever order the rows come', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        expect(planTotals([...rows].reverse())).to.deep.equal(planTotals(rows));
      }),
    );
  });
});
