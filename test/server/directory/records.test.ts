import { expect } from 'chai';
import type { Service } from '../../../core/directory/service.ts';
import { School } from '../../../core/schools/school.ts';
import { readEvents } from '../../core/calendar/read-calendar.ts';
import { aLocation, anOrganization, aPlace, aService } from '../../core/directory/records.ts';
import { directoryApp } from './directory-app.ts';

const QUIET = {
  name: 'Secrethouse',
  alternateName: 'Hushwing',
  description: 'Beside the old mill',
  transportation: 'Bus 12 to Quietlane',
  point: { type: 'Point' as const, coordinates: [-92.123456, 38.654321] as [number, number] },
  addresses: [{ address1: '77 Quietlane', city: 'Alder Creek', postalCode: '65555' }],
  metadata: [{ field: 'address1', previousValue: '76 Quietlane' }],
};

/** A service whose own texts give its house away. */
const TALKATIVE = {
  description: 'A bed for a night. Ring at 77 Quietlane.',
  feesDescription: 'Free. The bus to Quietlane costs a dollar.',
  eligibility: { description: 'Everybody. Even those who know Quietlane.' },
  metadata: [{ field: 'description', previousValue: 'Beside the old mill' }],
  serviceAreas: [
    {
      extent: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [-92.1235, 38.6543],
            [-92.1234, 38.6543],
            [-92.1234, 38.6544],
            [-92.1235, 38.6543],
          ] as [number, number][],
        ],
      },
    },
  ],
};

/** Nothing that tells where the quiet house is. */
const GIVEN_AWAY = /hushwing|quietlane|92\.123|38\.654|old mill|65555/i;

/** [service, location]: which of the two is confidential, and how. */
const CONFIDENTIAL = [
  ['public', 'hidden'],
  ['public', 'partial'],
  ['hidden', 'public'],
  ['partial', 'public'],
  ['hidden', 'partial'],
  ['hidden', 'hidden'],
] as const;

/** In Chicago clocks go forward on Sunday, 8 March 2026. */
const BAND = {
  freq: 'WEEKLY' as const,
  byday: ['TU'],
  opensAt: '15:30',
  closesAt: '17:00',
  until: '2026-03-17',
  timezone: 'America/Chicago',
};

describe('Pages of the directory', () => {
  let at: Awaited<ReturnType<typeof directoryApp>>;

  before(async () => {
    at = await directoryApp();
    await at.insert('organizations', [
      anOrganization(),
      anOrganization({
        id: 'org-quiet',
        name: 'Safe Ways',
        description: 'Help in any night. Our house is at 77 Quietlane.',
        metadata: [{ field: 'description', previousValue: 'Quietlane' }],
        contacts: [{ name: 'Jane Quietlane' }],
        attributes: [{ label: 'office', value: '77 Quietlane' }],
      }),
      anOrganization({ id: 'org-other', name: 'Other' }),
    ]);
    await at.insert('locations', [
      aLocation(),
      aLocation({
        id: 'location-2',
        name: 'Second',
        point: { type: 'Point', coordinates: [-92.331, 38.951] },
      }),
      aLocation({ id: 'location-far', name: 'Far', point: { type: 'Point', coordinates: [-92.5, 38.95] } }),
      aLocation({ id: 'location-nowhere', name: 'Online', pointQuality: 'missing', point: undefined }),
      ...CONFIDENTIAL.map(([, confidentiality], n) =>
        aLocation({ ...QUIET, id: `quiet-${n}`, organizationId: 'org-quiet', confidentiality }),
      ),
      aLocation({ ...QUIET, id: 'quiet-closed', organizationId: 'org-quiet' }),
    ]);
    await at.insert('services', [
      aService({ terms: ['academic'] }),
      aService({ id: 'service-2', name: 'Dentist', terms: ['health-nutrition'] }),
      aService({ id: 'service-3', name: 'Band', terms: ['arts'] }),
      aService({ id: 'service-old', name: 'Gone', status: 'inactive' }),
      ...CONFIDENTIAL.map(([confidentiality], n) =>
        aService({
          ...TALKATIVE,
          id: `quiet-service-${n}`,
          organizationId: 'org-quiet',
          confidentiality,
          terms: ['family-support'],
        }),
      ),
      aService({
        ...TALKATIVE,
        id: 'closed-service',
        organizationId: 'org-quiet',
        status: 'temporarily closed',
        confidentiality: 'hidden',
      }),
    ]);
    await at.insert('services_at_locations', [
      aPlace(),
      aPlace({ id: 'offer-2', serviceId: 'service-2', locationId: 'location-2' }),
      aPlace({ id: 'offer-3', serviceId: 'service-3', locationId: 'location-far', schedules: [BAND] }),
      aPlace({ id: 'offer-4', serviceId: 'service-3', locationId: 'location-nowhere' }),
      ...CONFIDENTIAL.map((_, n) =>
        aPlace({
          id: `quiet-offer-${n}`,
          serviceId: `quiet-service-${n}`,
          locationId: `quiet-${n}`,
          schedules: [BAND],
        }),
      ),
      aPlace({ id: 'closed-offer', serviceId: 'closed-service', locationId: 'quiet-closed' }),
    ]);
    await at.insert('schools', [
      School.parse({
        id: 'school-quiet',
        source: { system: 'test', id: 'quiet' },
        districtId: 'd',
        name: 'Mill School',
        point: QUIET.point,
      }),
    ]);
    await at.rebuild();
  });
  after(() => at.close());

  describe('of the times of a service', () => {
    it('are a calendar that means the same on every clock', async () => {
      const { text, headers } = await at.get('/offers/offer-3/calendar.ics').expect(200);
      expect(headers['content-type']).to.equal('text/calendar; charset=utf-8');
      const events = readEvents(text);
      expect(events.map(({ DTSTART, DTEND }) => [DTSTART, DTEND])).to.deep.equal([
        ['20260303T213000Z', '20260303T230000Z'],
        ['20260310T203000Z', '20260310T220000Z'],
        ['20260317T203000Z', '20260317T220000Z'],
      ]);
      expect(events[0]).to.include({ SUMMARY: 'Band' });
      expect(events[0]?.LOCATION).to.match(/^Far/);
      expect(new Set(events.map(({ UID }) => UID)).size).to.equal(3);
      await at.get('/offers/none/calendar.ics').expect(404);
    });

    it('tell of a confidential place when and not where', async () => {
      for (const [n] of CONFIDENTIAL.entries()) {
        const { text } = await at.get(`/offers/quiet-offer-${n}/calendar.ics`).expect(200);
        expect(text).to.include('DTSTART:20260303T213000Z').and.not.to.include('LOCATION');
        expect(text).not.to.match(GIVEN_AWAY);
      }
    });
  });

  describe('of a service', () => {
    it('shows who gives it and where', async () => {
      const { body } = await at.get('/services/service-1').expect(200);
      expect(body.service.name).to.equal('Reading tutor');
      expect(body.organization.name).to.equal('Alder Creek Library');
      expect(body.places[0].offer).to.include({
        id: 'offer-1',
        locationId: 'location-1',
        domain: 'academic',
      });
      expect(body.places[0].location.name).to.equal('Main branch');
    });

    it('keeps the notes of the importer to itself', async () => {
      const { text } = await at.get('/services/service-1').expect(200);
      expect(text).not.to.match(/contentHash|of-an-importer|fingerprint/);
    });

    it('is 404 for one that is not there', () => at.get('/services/none').expect(404));

    it('asks as often for many places as for one', async () => {
      await at.get('/services/service-3');
      const one = await at.countDuring(() => at.get('/services/service-1').expect(200));
      expect(await at.countDuring(() => at.get('/services/service-3').expect(200))).to.equal(one);
    });
  });

  describe('of a site', () => {
    it('shows what is given there, what is near and what is missing', async () => {
      const { body } = await at.get('/locations/location-1').expect(200);
      expect(body.offers.map(({ id }: { id: string }) => id)).to.deep.equal(['offer-1']);
      expect(body.neighbours.radiusKm).to.be.closeTo(1.609, 0.001);
      expect(body.neighbours.domains).to.deep.equal({ 'health-nutrition': 1 });
      expect(body.missing).to.include('arts').and.not.include('academic');
      expect(body.missing).not.to.include('health-nutrition');
    });

    it('names nothing as missing where nobody knows where it is', async () => {
      const { body } = await at.get('/locations/location-nowhere').expect(200);
      expect(body.missing).to.deep.equal([]);
      expect(body.neighbours.domains).to.deep.equal({});
    });

    it('is 404 for one that is not there', () => at.get('/locations/none').expect(404));
  });

  describe('of an organization', () => {
    it('lists its services and its places', async () => {
      const { body } = await at.get('/organizations/org-1').expect(200);
      expect(body.services.map(({ name }: Service) => name)).to.deep.equal([
        'Band',
        'Dentist',
        'Reading tutor',
      ]);
      expect(body.locations.map(({ id }: { id: string }) => id)).to.have.members([
        'location-1',
        'location-2',
        'location-far',
        'location-nowhere',
      ]);
    });

    it('names no place where only confidential services are given', async () => {
      const { body } = await at.get('/organizations/org-quiet').expect(200);
      expect(body.locations).to.deep.equal([{ id: 'quiet-1', name: 'Secrethouse' }]);
    });
  });

  describe('of confidential places', () => {
    const [lon, lat] = QUIET.point.coordinates;
    const everywhere = [
      '/offers?perPage=100',
      `/offers?near=${lon},${lat}&perPage=100`,
      '/offers?q=reading&perPage=100',
      '/offers/map',
      '/organizations/org-quiet',
      ...CONFIDENTIAL.flatMap((_, n) => [`/services/quiet-service-${n}`, `/locations/quiet-${n}`]),
      '/services/closed-service',
      '/locations/quiet-closed',
    ];
    for (const path of everywhere) {
      it(`tells nothing in ${path.split('?')[0]}${path.includes('?') ? ' (searched)' : ''}`, async () => {
        const { body } = await at.get(path);
        // The origin repeats what was asked for.
        expect(JSON.stringify({ ...body, origin: null })).not.to.match(GIVEN_AWAY);
      });
    }

    it('finds them by name, without a place', async () => {
      const { body } = await at.get('/offers?q=safe+ways&perPage=100').expect(200);
      expect(body.total).to.equal(CONFIDENTIAL.length);
      for (const item of body.items)
        expect(item).not.to.have.any.keys('point', 'address', 'km', 'minutes', 'locationId');
    });

    it('never finds them by distance, by location or by the words of their place', async () => {
      for (const query of [
        `near=${lon},${lat}&minutes=240`,
        'q=hushwing',
        'q=quietlane',
        'location=quiet-2',
      ]) {
        const { body } = await at.get(`/offers?${query}`).expect(200);
        expect(body.items.filter(({ id }: { id: string }) => id.startsWith('quiet'))).to.deep.equal([]);
      }
    });

    it('has no page for the house of a shelter that is closed for a while, and nobody lists it', async () => {
      await at.get('/locations/quiet-closed').expect(404);
      const { body } = await at.get('/organizations/org-quiet').expect(200);
      expect(body.locations.map(({ id }: { id: string }) => id)).to.deep.equal(['quiet-1']);
    });

    it('still says what a family has to know', async () => {
      const { body } = await at.get('/services/quiet-service-5').expect(200);
      expect(body.service).to.include({ description: 'A bed for a night.', feesDescription: 'Free.' });
      expect(body.organization.description).to.equal('Help in any night.');
      expect(body.places[0].offer.eligibility.description).to.equal('Everybody.');
    });

    it('answers for a house that must not be found as for one that is not there', async () => {
      const [hidden, none] = await Promise.all([at.get('/locations/quiet-5'), at.get('/locations/none')]);
      const told = ({ status, text, headers }: typeof hidden) => {
        const { date: _d, 'x-request-id': _r, ...rest } = headers;
        return { status, text, rest };
      };
      expect(told(hidden)).to.deep.equal(told(none));
    });

    it('counts them in no neighbourhood', async () => {
      const { body } = await at.get('/schools/school-quiet?minutes=60').expect(200);
      const family = body.domains.find(({ domain }: { domain: string }) => domain === 'family-support');
      expect(family).to.deep.equal({ domain: 'family-support', offers: 0, nearest: null });
    });

    it('has a page only for a place that may be named', async () => {
      const statuses = await Promise.all(CONFIDENTIAL.map((_, n) => at.get(`/locations/quiet-${n}`)));
      expect(statuses.map(({ status }) => status)).to.deep.equal([404, 200, 404, 404, 404, 404]);
      expect(statuses[1]!.body.location.addresses).to.deep.equal([{ city: 'Alder Creek' }]);
      expect(statuses[1]!.body.missing).to.deep.equal([]);
    });
  });

  describe('with free places', () => {
    const change = (agent: ReturnType<typeof at.visitor>, body: object, id = 'service-2') =>
      agent.patch(`/api/v1/services/${id}/capacity`).send(body);

    it('are changed by the partner, and found at once', async () => {
      const partner = await at.signIn({ role: 'partner', organizationIds: ['org-1'] });
      const { body } = await change(partner, { available: 4, maximum: 9 }).expect(200);
      expect(body.capacities[0]).to.include({ available: 4, maximum: 9, unit: 'places' });
      expect((await at.get('/offers?q=dentist')).body.items[0]).to.include({
        placesFree: 4,
        placesMaximum: 9,
      });
      await change(partner, { available: 0 }).expect(200);
      expect((await at.get('/offers?q=dentist&places=1')).body.total).to.equal(0);
      const { body: page } = await at.get('/services/service-2');
      expect(page.service.metadata.at(-1)).to.include({
        field: 'capacities.0.available',
        previousValue: '4',
        replacementValue: '0',
        date: '2026-03-02T22:00:00.000Z',
      });
    });

    it('are not to be changed by a partner of another organization', async () => {
      const partner = await at.signIn({ role: 'partner', organizationIds: ['org-other'] });
      await change(partner, { available: 1 }).expect(404);
    });

    it('are changed by a community leader and an administrator, and by nobody else', async () => {
      for (const role of ['community-leader', 'administrator'] as const)
        await change(await at.signIn(role), { available: 2 }).expect(200);
      for (const role of ['coordinator', 'staff', 'district-leader', 'family'] as const)
        await change(await at.signIn(role), { available: 2 }).expect(403);
    });

    it('are whole numbers, not less than none and not more than there are', async () => {
      const leader = await at.signIn('community-leader');
      await change(leader, { available: -1 }).expect(400);
      await change(leader, { available: 1.5 }).expect(400);
      await change(leader, { available: 1, free: true }).expect(400);
      const { body } = await change(leader, { available: 10, maximum: 9 }).expect(400);
      expect(body.errors[0].path).to.equal('available');
    });
  });
});
