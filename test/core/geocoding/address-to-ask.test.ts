import { expect } from 'chai';
import { addressKey, addressToAsk } from '../../../core/geocoding/address-to-ask.ts';

const address = (address1: string, more: object = {}) => ({ address1, city: 'Alder Creek', ...more });
const streetOf = (address1: string, more: object = {}) => addressToAsk([address(address1, more)])?.street;

describe('What a geocoder is asked of an address', () => {
  it('is the house, without suite, floor or line breaks', () => {
    expect(streetOf('12 Mill Road, Suite 4-B')).to.equal('12 Mill Road');
    expect(streetOf('12 Mill Road 2nd floor')).to.equal('12 Mill Road');
    expect(streetOf('12 Mill Road #7')).to.equal('12 Mill Road');
    expect(streetOf('12\n Mill\tRoad')).to.equal('12 Mill Road');
    expect(streetOf('4 United Street')).to.equal('4 United Street');
  });

  it('is nothing where no house is named: a post box, a number alone, a street in no town', () => {
    for (const box of ['P.O. Box 12', 'PO BOX 9', 'Box 7', 'Post Office Box 3', 'Apartado 5', '1200', ''])
      expect(streetOf(box), box).to.equal(undefined);
    expect(streetOf('Box Elder Road')).to.equal('Box Elder Road');
    expect(addressToAsk([{ address1: '12 Mill Road' }])).to.equal(undefined);
    expect(addressToAsk([{ address1: '12 Mill Road', postalCode: '68001' }])?.postalCode).to.equal('68001');
  });

  it('is where people come, not where letters go', () => {
    const letters = address('1 Letter Lane', { type: 'postal' });
    expect(addressToAsk([letters])).to.equal(undefined);
    expect(addressToAsk([letters, address('2 Door Street', { type: 'physical' })])?.street).to.equal(
      '2 Door Street',
    );
  });

  it('has one key however it is written, and another for another house', () => {
    const keyOf = (address1: string, more: object = {}) => {
      const asked = addressToAsk([address(address1, { postalCode: '68001-1234', ...more })]);
      return asked && addressKey(asked);
    };
    expect(keyOf('12 Mill Road, Apt. 3')).to.equal(keyOf('12  MILL road', { postalCode: '68001' }));
    expect(keyOf('12 Míll Road')).to.equal(keyOf('12 Mill Road'));
    expect(keyOf('13 Mill Road')).not.to.equal(keyOf('12 Mill Road'));
    expect(keyOf('12 Mill Road', { city: 'Elm' })).not.to.equal(keyOf('12 Mill Road'));
  });
});
