import { expect } from 'chai';
import fc from 'fast-check';
import { buildOffer, type OfferParts } from '../../../core/directory/build-offer.ts';
import { Offer } from '../../../core/directory/offer.ts';
import { CONFIDENTIALITY } from '../../../core/directory/service.ts';
import type { Schedule } from '../../../core/schedule/schedule.ts';
import { aLocation, anOrganization, aPlace, aService, smallTaxonomy } from './records.ts';

const context = { taxonomy: smallTaxonomy, today: '2026-03-02' };

function offerOf(parts: Partial<OfferParts> = {}): Offer {
  const usual = {
    place: aPlace(),
    service: aService(),
    location: aLocation(),
    organization: anOrganization(),
  };
  return buildOffer({ ...usual, ...parts }, context);
}

const week = (day: string, opensAt: string, closesAt: string): Schedule =>
  ({ freq: 'WEEKLY', byday: [day], opensAt, closesAt }) as Schedule;

describe('An offer', () => {
  it('has the shape that everybody reads', () => {
    const offer = offerOf();
    expect(Offer.parse(offer)).to.deep.equal(offer);
    expect(offer).to.include({ id: 'offer-1', serviceName: 'Reading tutor', locationName: 'Main branch' });
    expect(offer.address).to.equal('12 Mill Road, Alder Creek');
    expect(offer.termsAndAbove).to.deep.equal(['reading-tutoring', 'tutoring', 'academic']);
  });

  it('leaves out terms that the taxonomy does not have', () => {
    expect(offerOf({ service: aService({ terms: ['gone', 'dental'] }) }).terms).to.deep.equal(['dental']);
  });

  it('is found by its names, its terms, what lies above them and their synonyms in both languages', () => {
    const words = offerOf({ service: aService({ description: 'Kids bring a book.' }) }).words.split(' ');
    expect(words).to.include.members([
      'reading',
      'tutor',
      'library',
      'phonics',
      'lectoescritura',
      'learning',
    ]);
    expect(words).to.include.members(['aprender', 'kids', 'book', 'alder']);
  });

  describe('hours', () => {
    const place = aPlace({ schedules: [week('MO', '15:00', '17:00')] });
    const service = aService({ schedules: [week('TU', '10:00', '12:00')] });
    const location = aLocation({ schedules: [week('WE', '08:00', '20:00')] });

    it('are those of the service at this place', () => {
      expect(offerOf({ place, service, location }).hours).to.deep.equal([
        { day: 'MO', from: '15:00', to: '17:00' },
      ]);
    });

    it('are else those of the service', () => {
      expect(offerOf({ service, location }).hours[0]?.day).to.equal('TU');
    });

    it('are else those of the location', () => {
      expect(offerOf({ location })).to.deep.include({
        hours: [{ day: 'WE', from: '08:00', to: '20:00' }],
        hoursKnown: true,
      });
    });

    it('are not known where nobody says a time', () => {
      const vague = aPlace({ schedules: [{ description: 'By appointment' } as Schedule] });
      expect(offerOf({ place: vague })).to.deep.include({ hours: [], hoursKnown: false });
    });

    it('do not turn "every first Monday" into the hours of the building', () => {
      const first = aPlace({ schedules: [{ ...week('1MO', '15:00', '17:00'), freq: 'MONTHLY' }] });
      expect(offerOf({ place: first, location })).to.deep.include({ hours: [], hoursKnown: false });
    });

    it('are kept with what they come from and with closures, but without words', () => {
      const closed = { from: '2026-12-24', to: '2027-01-02', closed: true };
      const parts = {
        place: aPlace({ schedules: [{ ...week('MO', '15:00', '17:00'), notes: 'Ring twice' }] }),
        service: aService({ closures: [{ ...closed, reason: 'Winter' }], sessionMinutes: 45 }),
        location,
      };
      const { timetables, closures, sessionMinutes } = offerOf(parts);
      expect(timetables).to.deep.equal([place.schedules, location.schedules]);
      expect(closures).to.deep.equal([closed]);
      expect(sessionMinutes).to.equal(45);
    });

    it('leave out a schedule that is over', () => {
      const summer = aPlace({ schedules: [{ ...week('MO', '15:00', '17:00'), validTo: '2025-08-31' }] });
      expect(offerOf({ place: summer, service }).hours[0]?.day).to.equal('TU');
    });
  });

  describe('languages', () => {
    it('are codes, each once', () => {
      const languages = [{ name: 'Spanish' }, { name: 'español' }, { code: 'en', name: 'English' }];
      expect(offerOf({ service: aService({ languages }) }).languages).to.deep.equal(['en', 'es']);
    });

    it('are those of the place where the service names none', () => {
      expect(offerOf({ location: aLocation({ languages: [{ name: 'Spanish' }] }) }).languages).to.deep.equal([
        'es',
      ]);
    });

    it('leave out what no one knows', () => {
      expect(offerOf({ service: aService({ languages: [{ name: 'Klingon' }] }) }).languages).to.deep.equal(
        [],
      );
    });
  });

  describe('cost', () => {
    it('is said in one line', () => {
      const service = aService({
        costOptions: [
          { option: 'Adults', amount: 5 },
          { amount: 0, option: 'Children' },
        ],
      });
      expect(offerOf({ service }).cost).to.equal('Adults: $5; Children: $0');
      expect(offerOf({ service })).not.to.have.property('free');
    });

    it('leaves out a price that is over', () => {
      const costOptions = [{ amount: 0, validTo: '2025-12-31' }, { amount: 9 }];
      expect(offerOf({ service: aService({ costOptions }) }).free).to.equal(false);
    });

    it('is absent where nobody said', () => {
      expect(offerOf()).not.to.have.any.keys('free', 'cost');
    });
  });

  describe('free places', () => {
    const service = aService({
      capacities: [
        { unit: 'waiting' },
        { unit: 'places', available: 3, maximum: 9, updated: '2026-02-01T00:00:00Z' },
      ],
    });

    it('are of the first capacity that has a figure', () => {
      expect(offerOf({ service })).to.include({ placesFree: 3, placesMaximum: 9, placesShared: true });
    });

    it('are those of this place before those of the service', () => {
      const place = aPlace({
        capacities: [{ unit: 'places', available: 0, updated: '2026-02-02T00:00:00Z' }],
      });
      expect(offerOf({ place, service })).to.include({ placesFree: 0 }).and.not.have.property('placesShared');
      expect(offerOf({ place, service })).not.to.have.property('placesMaximum');
    });

    it('are those of the service where they were counted later', () => {
      const place = aPlace({
        capacities: [{ unit: 'places', available: 0, updated: '2026-01-02T00:00:00Z' }],
      });
      expect(offerOf({ place, service }).placesFree).to.equal(3);
    });

    it('are absent where nobody counted, which is not none', () => {
      expect(offerOf()).not.to.have.property('placesFree');
    });
  });

  it('asks for residence only where it is required', () => {
    const extent = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ] as [number, number][],
      ],
    };
    const areas = { serviceAreas: [{ extent }, { name: 'the county' }] };
    expect(offerOf({ service: aService(areas) }).residenceAreas).to.deep.equal([]);
    const required = aService({ ...areas, eligibility: { residenceRequired: true } });
    expect(offerOf({ service: required }).residenceAreas).to.deep.equal([extent]);
  });

  it('knows whether a wheelchair gets in only where the place says so', () => {
    const wheelchair = (description: string) =>
      offerOf({ location: aLocation({ accessibility: [{ description }] }) }).wheelchair;
    expect(wheelchair('Wheelchair ramp at the side door')).to.equal(true);
    expect(wheelchair('Not wheelchair accessible')).to.equal(false);
    expect(wheelchair('Hearing loop')).to.equal(undefined);
  });

  describe('of a confidential place', () => {
    const secret = {
      id: 'location-1',
      name: 'Secrethouse',
      alternateName: 'Hushwing',
      point: { type: 'Point' as const, coordinates: [-92.123456, 38.654321] as [number, number] },
      addresses: [{ address1: '77 Quietlane', city: 'Alder Creek' }],
      description: 'Beside the mill',
    };
    const givenAway = /secrethouse|hushwing|quietlane|92\.123456|38\.654321|mill/i;

    for (const [ofService, ofLocation] of [
      ['hidden', 'hidden'],
      ['hidden', 'public'],
      ['hidden', 'partial'],
      ['public', 'hidden'],
      ['partial', 'hidden'],
      ['partial', 'public'],
    ] as const) {
      it(`tells nothing of it: service ${ofService}, location ${ofLocation}`, () => {
        const offer = offerOf({
          service: aService({ confidentiality: ofService }),
          location: aLocation({ ...secret, confidentiality: ofLocation }),
        });
        expect(JSON.stringify(offer)).not.to.match(givenAway);
        expect(offer.locationName).to.equal('Alder Creek Library');
        expect(offer).not.to.have.any.keys('point', 'address');
      });
    }

    it('that says its own name but not where it is keeps its name', () => {
      const offer = offerOf({ location: aLocation({ ...secret, confidentiality: 'partial' }) });
      expect(offer.locationName).to.equal('Secrethouse');
      expect(JSON.stringify(offer)).not.to.match(/hushwing|quietlane|92\.123456|38\.654321/i);
    });

    it('is named after its town where its name is its address', () => {
      const nameless = { ...secret, name: '77 Quietlane', confidentiality: 'partial' as const };
      const offer = offerOf({ location: aLocation(nameless) });
      expect(offer.locationName).to.equal('Alder Creek');
      expect(JSON.stringify(offer)).not.to.match(/quietlane/i);
    });

    it('has neither the hours nor the ramp nor the languages of a building that is not named', () => {
      const building = {
        ...secret,
        schedules: [week('MO', '08:00', '20:00')],
        closures: [{ from: '2026-12-24', to: '2027-01-02', closed: true }],
        accessibility: [{ description: 'Wheelchair ramp' }],
        languages: [{ name: 'Spanish' }],
      };
      for (const service of ['partial', 'hidden'] as const) {
        const offer = offerOf({
          service: aService({ confidentiality: service }),
          location: aLocation(building),
        });
        expect(offer).to.deep.include({ hours: [], hoursKnown: false, languages: [] });
        expect(offer).not.to.have.property('wheelchair');
        expect(offer).not.to.have.any.keys('timetables', 'closures');
      }
    });

    it('keeps the hours that the service itself tells', () => {
      const service = aService({ confidentiality: 'hidden', schedules: [week('TU', '10:00', '12:00')] });
      expect(offerOf({ service }).hours).to.deep.equal([{ day: 'TU', from: '10:00', to: '12:00' }]);
    });

    it('is as confidential as the stricter of service and location', () => {
      const level = fc.constantFrom(...CONFIDENTIALITY);
      fc.assert(
        fc.property(level, level, (a, b) => {
          const offer = offerOf({
            service: aService({ confidentiality: a }),
            location: aLocation({ confidentiality: b }),
          });
          const rank = (of: (typeof CONFIDENTIALITY)[number]) => CONFIDENTIALITY.indexOf(of);
          expect(rank(offer.confidentiality)).to.equal(Math.max(rank(a), rank(b)));
        }),
      );
    });
  });

  it('has no point where the location has a doubtful one', () => {
    expect(offerOf({ location: aLocation({ pointQuality: 'outside' }) })).not.to.have.property('point');
  });
});
