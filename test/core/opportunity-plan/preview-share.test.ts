import { expect } from 'chai';
import fc from 'fast-check';
import { previewShare } from '../../../core/opportunity-plan/preview-share.ts';

const THRESHOLD = 10;
const asked = fc
  .integer({ min: 0, max: 3000 })
  .chain((students) =>
    fc.record({ students: fc.constant(students), shouldHave: fc.integer({ min: 0, max: students }) }),
  );

describe('About how many students a rule would concern', () => {
  it('is a band in which they are, and that is as wide as a told group at least', () => {
    fc.assert(
      fc.property(asked, ({ students, shouldHave }) => {
        const band = previewShare({ students, shouldHave }, THRESHOLD);
        if (!band) return students < 2 * THRESHOLD;
        const isWithin = band.from * students <= shouldHave + 1e-9 && shouldHave <= band.to * students + 1e-9;
        return isWithin && (band.to - band.from) * students >= THRESHOLD - 1e-9 && band.to <= 1;
      }),
    );
  });

  it('is the same for nobody as for a handful, and for all as for all but a handful', () => {
    const told = (shouldHave: number) => previewShare({ students: 400, shouldHave }, THRESHOLD);
    expect(told(0)).to.deep.equal({ from: 0, to: 0.05 });
    expect(told(9)).to.deep.equal(told(0));
    expect(told(391)).to.deep.equal(told(400));
    expect(previewShare({ students: 100, shouldHave: 45 }, THRESHOLD)).to.deep.equal({ from: 0.4, to: 0.5 });
  });
});
