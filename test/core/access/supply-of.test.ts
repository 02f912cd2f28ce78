import { expect } from 'chai';
import { type SupplyOffer, supplyOf } from '../../../core/access/supply-of.ts';

const RULES = { capacityUnknown: 1 };

function offer(id: string, more: Partial<SupplyOffer> = {}): SupplyOffer {
  const point = { type: 'Point' as const, coordinates: [-91.5, 41.6] as [number, number] };
  return { id, serviceId: `service-${id}`, confidentiality: 'public', point, ...more };
}

function capacities(offers: readonly SupplyOffer[]): [string, number][] {
  return supplyOf(offers, RULES).places.map(({ id, capacity }) => [id, capacity]);
}

describe('supplyOf', () => {
  it('takes all places, else those that are free, else what the rules say, and tells how often', () => {
    const offers = [
      offer('d'),
      offer('c', { placesFree: 0, placesMaximum: 12 }),
      offer('b', { placesFree: 4 }),
      offer('a', { placesFree: -1, placesMaximum: Number.NaN }),
    ];
    expect(capacities(offers)).to.deep.equal([
      ['a', 1],
      ['b', 4],
      ['c', 12],
      ['d', 1],
    ]);
    expect(supplyOf(offers, RULES).unknown).to.equal(2);
  });

  it('shares the places of a service among those of its offers that are here', () => {
    const shared = { serviceId: 's', placesMaximum: 9, placesShared: true as const };
    expect(
      capacities([offer('a', shared), offer('b', shared), offer('c', { placesMaximum: 9 })]),
    ).to.deep.equal([
      ['a', 4.5],
      ['b', 4.5],
      ['c', 9],
    ]);
  });

  it('leaves out offers without a public point, in the sharing, too', () => {
    const shared = { serviceId: 's', placesMaximum: 9, placesShared: true as const };
    const { point: _point, ...nowhere } = offer('b', shared);
    const offers = [offer('a', shared), nowhere, offer('c', { ...shared, confidentiality: 'partial' })];
    expect(capacities(offers)).to.deep.equal([['a', 9]]);
  });
});
