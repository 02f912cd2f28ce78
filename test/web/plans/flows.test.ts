import { expect } from 'chai';
import fc from 'fast-check';
import { flowIdOf, flowsOf } from '../../../web/parts/plans/flows.ts';
import { places, planRow, unplaced } from './plan-rows.ts';

describe('Who goes where', () => {
  it('is counted from school to place and kind of help, most first', () => {
    const rows = [
      planRow('1'),
      planRow('2', { offerId: 'glasses' }),
      planRow('3', { offerId: 'glasses', state: 'accepted' }),
      planRow('4', { schoolId: 'willow' }),
    ];
    const flows = flowsOf(rows, places).map(({ schoolId, domain, needs, turn }) => [
      schoolId,
      domain,
      needs,
      turn,
    ]);
    expect(flows).to.deep.equal([
      ['cedar', 'health-nutrition', 2, 0],
      ['cedar', 'academic', 1, 1],
      ['willow', 'academic', 1, 0],
    ]);
  });

  it('begins at the school even where the way is from home', () => {
    const [flow] = flowsOf([planRow('1', { from: 'home' })], places);
    expect(flow?.from).to.deep.equal([-99, 41]);
  });

  it('leaves out who has no place, was refused, or goes where no map may show', () => {
    const rows = [unplaced('1'), planRow('2', { state: 'refused' }), planRow('3', { offerId: 'shelter' })];
    expect(flowsOf([...rows, planRow('4', { offerId: 'gone' })], places)).to.deep.equal([]);
  });

  it('has each row in the flow that the row names, and no row twice', () => {
    const row = fc.record({
      schoolId: fc.constantFrom('cedar', 'willow', 'unknown'),
      offerId: fc.constantFrom('reading', 'glasses', 'shelter'),
      state: fc.constantFrom('proposed' as const, 'accepted' as const, 'refused' as const),
    });
    fc.assert(
      fc.property(fc.array(row), (made) => {
        const rows = made.map((differs, at) => planRow(String(at), differs));
        for (const { id, needs } of flowsOf(rows, places))
          expect(rows.filter((one) => flowIdOf(one, places) === id)).to.have.length(needs);
        const drawn = flowsOf(rows, places).reduce((sum, { needs }) => sum + needs, 0);
        expect(drawn).to.equal(rows.filter((one) => flowIdOf(one, places) !== null).length);
      }),
    );
  });
});
