import { expect } from 'chai';
import { openOffers, organizationsOf, sitesOf } from '../../../core/co-location/site.ts';
import { anOffer, atKm } from './town.ts';

describe('Places that share a roof', () => {
  it('are the locations of one address at one point, since directories give each organization one of its own', () => {
    const address = '12 Mill Road, Alder Creek';
    const offers = [
      anOffer('a', { address, locationId: 'l-2', locationName: 'Hall' }),
      anOffer('b', { address: address.toUpperCase(), locationId: 'l-1', locationName: 'Room 3' }),
      anOffer('c', { address, at: atKm(4) }),
      anOffer('d', { address: 'Somewhere else' }),
    ];
    const sites = sitesOf(offers);
    expect(sites.map(({ id, offers: here }) => [id, here.map((offer) => offer.id)])).to.deep.equal([
      ['l-1', ['a', 'b']],
      ['location-c', ['c']],
      ['location-d', ['d']],
    ]);
    expect(sites[0]!.locations).to.deep.equal([
      { id: 'l-1', name: 'Room 3' },
      { id: 'l-2', name: 'Hall' },
    ]);
    expect(organizationsOf(sites[0]!).map(({ name }) => name)).to.deep.equal(['Org a', 'Org b']);
  });

  it('are not told by the point alone: it may be the middle of a town', () => {
    expect(sitesOf([anOffer('a'), anOffer('b')])).to.have.length(2);
  });

  it('have nothing that is confidential in them, nor anything without a point', () => {
    const offers = [
      anOffer('a', { confidentiality: 'partial' }),
      anOffer('b', { confidentiality: 'hidden' }),
      { ...anOffer('c'), point: undefined },
      anOffer('d'),
    ];
    expect(openOffers(offers).map(({ id }) => id)).to.deep.equal(['d']);
  });
});
