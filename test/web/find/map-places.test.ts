import { expect } from 'chai';
import type { OfferMark, OfferView } from '../../../web/api/offers.ts';
import { indexTerms } from '../../../web/state/taxonomy.ts';
import { placesOf } from '../../../web/views/find/map-places.ts';
import { english } from '../text/voices.ts';

const terms = indexTerms([]);
const mark = (id: string, over: Partial<OfferMark> = {}): OfferMark => ({
  id,
  locationId: 'library',
  lon: -99,
  lat: 41,
  domain: 'arts',
  name: `Service ${id}`,
  full: false,
  ...over,
});
const listed = (id: string, openNow: boolean | null) =>
  ({ id, openNow, locationName: 'Public Library' }) as unknown as OfferView;

describe('Pins from marks', () => {
  it('are one a place, with the number of services', () => {
    const [place, ...others] = placesOf(english, [mark('a'), mark('b')], [], terms);
    expect(others).to.deep.equal([]);
    expect(place).to.include({ id: 'library', name: '2 services here', count: 2, domain: 'arts' });
  });

  it('take the place’s name from the list where it is known', () => {
    const [place] = placesOf(english, [mark('a'), mark('b')], [listed('a', true)], terms);
    expect(place?.name).to.equal('Public Library');
  });

  it('have no one domain where services of several are together', () => {
    expect(placesOf(english, [mark('a'), mark('b', { domain: 'academic' })], [], terms)[0]?.domain).to.equal(
      null,
    );
  });

  it('are full or closed only where everything at the place is', () => {
    const both = [mark('a', { full: true }), mark('b')];
    expect(placesOf(english, both, [listed('a', false), listed('b', true)], terms)[0]).to.include({
      full: false,
      closed: false,
    });
    const all = [mark('a', { full: true }), mark('b', { full: true })];
    expect(placesOf(english, all, [listed('a', false), listed('b', false)], terms)[0]).to.include({
      full: true,
      closed: true,
    });
  });

  it('are not closed where it is not known whether they are open', () => {
    expect(placesOf(english, [mark('a')], [listed('a', null)], terms)[0]?.closed).to.equal(false);
    expect(placesOf(english, [mark('a')], [], terms)[0]?.closed).to.equal(false);
  });
});
