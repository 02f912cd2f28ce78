import { expect } from 'chai';
import type { z } from 'zod';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import { School } from '../../../core/schools/school.ts';
import { reachKm, TRAVEL_MODES, travelMinutes } from '../../../core/travel/travel.ts';
import { aLocation, anOrganization, aPlace, aService } from '../../core/directory/records.ts';
import { directoryApp } from '../directory/directory-app.ts';

const HERE: Position = [-92.33, 38.95];
const DOMAINS = ['academic', 'arts', 'sports-play'];

describe('Schools', () => {
  let at: Awaited<ReturnType<typeof directoryApp>>;
  const places = Array.from({ length: 30 }, (_, n) => ({
    id: `offer-${n}`,
    name: `Service ${n}`,
    domain: DOMAINS[n % 3]!,
    point: [HERE[0] + ((n * 7) % 30) * 0.004, HERE[1] + ((n * 11) % 30) * 0.003] as Position,
  }));

  before(async () => {
    at = await directoryApp();
    await at.insert('organizations', [anOrganization()]);
    await at.insert(
      'locations',
      places.map(({ id, point }) => aLocation({ id, point: { type: 'Point', coordinates: point } })),
    );
    await at.insert(
      'services',
      places.map(({ id, name, domain }) => aService({ id, name, terms: [domain] })),
    );
    await at.insert(
      'services_at_locations',
      places.map(({ id }) => aPlace({ id, serviceId: id, locationId: id })),
    );
    await at.insert('schools', [
      aSchool({ id: 's-1', name: 'North', point: { type: 'Point', coordinates: HERE } }),
      aSchool({ id: 's-2', name: 'East' }),
    ]);
    await at.rebuild();
  });
  after(() => at.close());

  it('are listed by name', async () => {
    const { body } = await at.get('/schools').expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).to.deep.equal(['East', 'North']);
    expect(body.total).to.equal(2);
    expect(JSON.stringify(body)).not.to.contain('contentHash');
  });

  for (const mode of TRAVEL_MODES) {
    it(`show for each domain what can be reached by ${mode}, and what is nearest, however far`, async () => {
      const { body } = await at.get(`/schools/s-1?minutes=20&mode=${mode}`).expect(200);
      const rule = at.deps.rules.travel[mode];
      expect(body.domains).to.have.length(9);
      for (const { domain, offers, nearest } of body.domains) {
        const byDistance = places
          .filter((place) => place.domain === domain)
          .map((place) => ({ ...place, km: greatCircleKm(HERE, place.point) }))
          .sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1));
        expect(offers).to.equal(byDistance.filter(({ km }) => km <= reachKm(20, rule)).length);
        const [first] = byDistance;
        if (!first) expect(nearest).to.equal(null);
        else {
          expect(nearest).to.include({ offerId: first.id, name: first.name });
          expect(nearest.minutes).to.be.closeTo(travelMinutes(first.km, rule), 0.051);
        }
      }
    });
  }

  it('show nothing near where nobody knows where the school is', async () => {
    const { body } = await at.get('/schools/s-2').expect(200);
    expect(body.domains.every(({ offers }: { offers: number }) => offers === 0)).to.equal(true);
  });

  it('take three round trips at the most, whatever is near', async () => {
    await at.get('/schools/s-1');
    expect(await at.countDuring(() => at.get('/schools/s-1?minutes=200').expect(200))).to.be.within(2, 3);
    expect(await at.countDuring(() => at.get('/schools/s-1?minutes=1').expect(200))).to.equal(3);
  });

  it('are 404 when there is none of this id, and 400 when the question is wrong', async () => {
    await at.get('/schools/s-9').expect(404);
    await at.get('/schools/s-1?minutes=0').expect(400);
    await at.get('/schools/s-1?mode=rocket').expect(400);
  });
});

function aSchool(facts: Pick<z.input<typeof School>, 'id' | 'name' | 'point'>): School {
  return School.parse({ source: { system: 'test', id: facts.id }, districtId: 'd', ...facts });
}
