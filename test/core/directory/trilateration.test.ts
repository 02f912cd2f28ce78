import { expect } from 'chai';
import fc from 'fast-check';
import { buildOffer } from '../../../core/directory/build-offer.ts';
import { createOfferIndex, type OfferSearch } from '../../../core/directory/offer-index.ts';
import { offeredService } from '../../../core/directory/veil-service.ts';
import { plain } from '../../../core/directory/words.ts';
import { computeGaps } from '../../../core/gaps/compute-gaps.ts';
import type { Position } from '../../../core/geo/point.ts';
import { createMatcher } from '../../../core/matching/create-matcher.ts';
import { gapWorld } from '../gaps/gap-world.ts';
import { studentArbitrary, worldArbitrary } from '../matching/world.ts';
import { aLocation, anOrganization, aPlace, aService, smallTaxonomy } from './records.ts';

/*
 * The strong form of "cannot be located": move everything that must not be found to somewhere else, and no answer
 * changes. Then no number of questions, from wherever they are asked, narrows down where it is.
 */

/** Within about 40 km of the town. */
const position = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }))
  .map(([x, y]): Position => [-92.33 + x / 100, 38.95 + y / 100]);

/** Some hundred askers on a raster over all of it. */
const ORIGINS = Array.from(
  { length: 289 },
  (_, n): Position => [-92.73 + (n % 17) * 0.05, 38.55 + Math.floor(n / 17) * 0.05],
);

/** All that a record of a place says and that would tell which one it is. */
const whereabouts = fc.record({
  point: position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  alternateName: fc.constantFrom('Hushwing', 'Owl barn'),
  description: fc.constantFrom('Beside the mill', 'Above the bakery'),
  transportation: fc.constantFrom('Bus 12', 'Bus 7'),
  accessibility: fc.subarray([{ description: 'Wheelchair ramp' }], { maxLength: 1 }),
  schedules: fc.subarray([
    { freq: 'WEEKLY' as const, byday: ['MO'], opensAt: '09:00', closesAt: '17:00' },
    { freq: 'WEEKLY' as const, byday: ['SA'], opensAt: '20:00', closesAt: '23:00' },
  ]),
});

interface Secret {
  service: 'public' | 'partial' | 'hidden';
  location: 'public' | 'partial' | 'hidden';
}
const secret = fc
  .record({
    service: fc.constantFrom<Secret['service']>('public', 'partial', 'hidden'),
    location: fc.constantFrom<Secret['location']>('public', 'partial', 'hidden'),
  })
  .filter(({ service, location }) => service !== 'public' || location !== 'public');

function offersAt(
  where: NonNullable<Parameters<typeof aLocation>[0]>,
  { service: level, location: ofPlace }: Secret,
) {
  const street = where.point!.coordinates.map((degrees) => Math.round(Math.abs(degrees) * 100)).join('');
  const location = aLocation({
    ...where,
    id: 'secret-place',
    name: 'Hearth',
    confidentiality: ofPlace,
    addresses: [{ address1: `7 Lane${street}`, city: 'Alder Creek', postalCode: `6${street.slice(0, 4)}` }],
  });
  const service = aService({
    id: 'secret',
    confidentiality: level,
    description: `Beds for a night. Come to 7 Lane${street}.`,
  });
  const organization = anOrganization();
  const offered = offeredService(service, organization.name, [location]);
  return [
    buildOffer(
      {
        place: aPlace({ id: 'secret-offer', serviceId: 'secret' }),
        service: offered,
        location,
        organization,
      },
      { taxonomy: smallTaxonomy, today: '2026-03-02' },
    ),
  ];
}

function publicOffers(points: readonly Position[]) {
  return points.map((coordinates, n) =>
    buildOffer(
      {
        place: aPlace({ id: `offer-${n}`, serviceId: `service-${n}` }),
        service: aService({ id: `service-${n}`, name: n % 2 ? 'Beds' : 'Choir' }),
        location: aLocation({ id: `location-${n}`, point: { type: 'Point', coordinates } }),
        organization: anOrganization(),
      },
      { taxonomy: smallTaxonomy, today: '2026-03-02' },
    ),
  );
}

const FILTERS: Partial<OfferSearch>[] = [
  {},
  { text: 'beds' },
  { terms: ['academic'] },
  { locationId: 'secret-place' },
  { mapped: true },
  { openAt: { day: 'SA', time: '21:00' } },
  { day: 'MO', from: '09:00', to: '10:00' },
];

describe('A confidential place', () => {
  it('leaves the same offer wherever it is', () => {
    fc.assert(
      fc.property(whereabouts, whereabouts, secret, (a, b, level) => {
        expect(offersAt(a, level)).to.deep.equal(offersAt(b, level));
      }),
    );
  });

  it('leaves every answer of a search the same, from hundreds of origins and with every filter', () => {
    fc.assert(
      fc.property(fc.array(position, { maxLength: 6 }), position, position, secret, (points, a, b, level) => {
        const [there, elsewhere] = [a, b].map((coordinates) => {
          const index = createOfferIndex();
          // As bad as can be: a read model that holds the point nevertheless.
          const leaky = offersAt({ point: { type: 'Point', coordinates: a } }, level).map((offer) => ({
            ...offer,
            point: { type: 'Point' as const, coordinates },
          }));
          const offers = [...publicOffers(points), ...leaky];
          index.replace(
            [],
            offers.map((offer) => ({ ...offer, nameKey: plain(offer.serviceName) })),
          );
          return answersOf(index.search);
        });
        expect(there).to.equal(elsewhere);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves the matches, the reasons and what is said where nothing fits the same', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, position, position, (world, student, a, b) => {
        const matched = [a, b].map((at) =>
          createMatcher({ ...world, offers: moved(world.offers, at) }).matchStudent(student),
        );
        expect(matched[0]).to.deep.equal(matched[1]);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the gaps the same, from schools anywhere', () => {
    fc.assert(
      fc.property(gapWorld, position, position, (world, a, b) => {
        const schools = ORIGINS.map((coordinates, n) => ({
          id: `school-at-${n}`,
          name: `${n}`,
          point: { type: 'Point' as const, coordinates },
        }));
        const found = [a, b].map((at) =>
          computeGaps({ ...world, schools: [...world.schools, ...schools], offers: moved(world.offers, at) }),
        );
        expect(found[0]).to.deep.equal(found[1]);
      }),
      { numRuns: 40 },
    );
  });
});

function answersOf(search: ReturnType<typeof createOfferIndex>['search']): string {
  const asked = FILTERS.flatMap((filter) => [
    search({ sort: 'name', skip: 0, limit: 3, ...filter }),
    search({ sort: 'name', skip: 3, limit: 100, ...filter }),
    ...ORIGINS.flatMap((origin) =>
      [undefined, 5].map((reachKm) =>
        search({ sort: 'time', near: { origin, reachKm }, skip: 0, limit: 100, ...filter }),
      ),
    ),
  ]);
  return JSON.stringify(asked);
}

/** The offers with every confidential one at another place. */
function moved<T extends { confidentiality: string }>(offers: readonly T[], coordinates: Position): T[] {
  return offers.map((offer) =>
    offer.confidentiality === 'public' ? offer : { ...offer, point: { type: 'Point', coordinates } },
  );
}
