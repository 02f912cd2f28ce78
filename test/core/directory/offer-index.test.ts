import { expect } from 'chai';
import fc from 'fast-check';
import { buildOffer } from '../../../core/directory/build-offer.ts';
import type { IndexedOffer } from '../../../core/directory/offer-columns.ts';
import { createOfferIndex, type OfferSearch } from '../../../core/directory/offer-index.ts';
import { plain } from '../../../core/directory/words.ts';
import { aLocation, anOrganization, aPlace, aService, smallTaxonomy } from './records.ts';

const everything: OfferSearch = { sort: 'name', skip: 0, limit: 10_000 };

/** An offer of a service; the figure decides what it is like. */
function anOffer(id: string, serviceId: string, figure: number): IndexedOffer {
  const parts = {
    place: aPlace({ id, serviceId }),
    service: aService({
      id: serviceId,
      name: ['Chess', 'Choir', 'Dentist'][figure % 3]!,
      terms: [['academic', 'dental', 'math-tutoring'][figure % 3]!],
      ...(figure % 2 && { feesDescription: 'Free' }),
    }),
    location: aLocation({ point: { type: 'Point', coordinates: [-92 - (figure % 5) / 100, 38.9] } }),
    organization: anOrganization(),
  };
  const offer = buildOffer(parts, { taxonomy: smallTaxonomy, today: '2026-03-02' });
  return { ...offer, nameKey: plain(offer.serviceName) };
}

describe('The index of offers', () => {
  it('after any changes answers like one that is made anew', () => {
    const change = fc.record({
      service: fc.integer({ min: 0, max: 5 }),
      figures: fc.array(fc.nat(20), { maxLength: 3 }),
    });
    const searches: OfferSearch[] = [
      everything,
      { ...everything, text: 'ch' },
      { ...everything, text: 'dent cree', free: true },
      { ...everything, terms: ['academic'] },
      { ...everything, locationId: 'location-1', skip: 1, limit: 3 },
      { ...everything, sort: 'time', near: { origin: [-92.02, 38.9], reachKm: 2 } },
    ];
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const index = createOfferIndex();
        const now = new Map<string, IndexedOffer[]>();
        for (const { service, figures } of changes) {
          const id = `service-${service}`;
          const offers = figures.map((figure, n) => anOffer(`${id}-${n}`, id, figure));
          index.replace([id], offers);
          now.set(id, offers);
        }
        const anew = createOfferIndex();
        anew.replace([], [...now.values()].flat());
        expect(index.size()).to.equal(anew.size());
        for (const search of searches) expect(index.search(search)).to.deep.equal(anew.search(search));
      }),
    );
  });

  it('has room for more than it began with', () => {
    const index = createOfferIndex();
    const many = Array.from({ length: 3000 }, (_, n) => anOffer(`offer-${n}`, `service-${n}`, n));
    index.replace([], many);
    expect(index.search(everything).total).to.equal(3000);
    const half = many.slice(0, 1500).map(({ serviceId }) => serviceId);
    index.replace(half, []);
    expect(index.search({ ...everything, text: 'ch' }).total).to.equal(1000);
  });

  it('keeps one of an offer that comes twice', () => {
    const index = createOfferIndex();
    index.replace([], [anOffer('offer-1', 'service-1', 0), anOffer('offer-1', 'service-1', 2)]);
    expect(index.search(everything).page.map(({ serviceName }) => serviceName)).to.deep.equal(['Dentist']);
  });

  it('finds what stands at the origin itself when nothing can be reached', () => {
    const index = createOfferIndex();
    index.replace([], [anOffer('offer-1', 'service-1', 0), anOffer('offer-2', 'service-2', 1)]);
    const { page } = index.search({ ...everything, sort: 'time', near: { origin: [-92, 38.9], reachKm: 0 } });
    expect(page.map(({ id }) => id)).to.deep.equal(['offer-1']);
  });
});
