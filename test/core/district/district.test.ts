import { expect } from 'chai';
import { District } from '../../../core/district/district.ts';

const district = { id: 'd', name: 'Prairie', bounds: [-97, 40, -96, 41], center: [-96.5, 40.5] };

describe('A district', () => {
  it('keeps homes in cells of about 5 km² unless it asks for coarser ones', () => {
    expect(District.parse(district).homeResolution).to.equal(7);
    expect(District.parse({ ...district, homeResolution: 5 }).homeResolution).to.equal(5);
  });

  it('is refused finer cells for homes', () => {
    for (const homeResolution of [8, 9, 15, 7.5])
      expect(District.safeParse({ ...district, homeResolution }).success, `${homeResolution}`).to.equal(
        false,
      );
  });
});
