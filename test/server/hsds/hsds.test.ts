import { expect } from 'chai';
import fc from 'fast-check';
import { correct } from '../../../core/corrections/correct.ts';
import { saveCorrection } from '../../../server/corrections/correction-store.ts';
import { hsdsRoutes } from '../../../server/hsds/hsds-routes.ts';
import { namedUuid } from '../../../server/imports/record-id.ts';
import { aLocation, anOrganization, aPlace, aService } from '../../core/directory/records.ts';
import { countedConnection } from '../directory/counted-connection.ts';
import { hsdsTown } from './hsds-town.ts';

const term = (id: string) => namedUuid(['hsds', 'term', 'Trellis whole child', id]);
const number = (n: number) => String(n).padStart(2, '0');

/** Thirty services of two organizations, each at a place of its own, two kilometres from one to the next. */
function manyServices() {
  const all = Array.from({ length: 30 }, (_, n) => n);
  return {
    organizations: [
      anOrganization(),
      anOrganization({ id: 'org-2', name: 'Jardín de Niñas', alternateName: 'Rosebud' }),
    ],
    services: all.map((n) =>
      aService({
        id: `service-${number(n)}`,
        organizationId: n < 20 ? 'org-1' : 'org-2',
        name: n % 2 ? `Meals ${n}` : `Books ${n}`,
        terms: [n % 2 ? 'food-pantry' : 'reading-tutoring'],
        sourceTerms: n === 3 ? [{ taxonomy: 'Open Eligibility', code: '1102', name: 'Food' }] : [],
        lastModified: `2026-01-${number(n + 1)}T12:00:00Z`,
        serviceAreas: n === 29 ? [{ extent: around(-92.33, 38.95) }] : [],
      }),
    ),
    locations: all.map((n) =>
      aLocation({
        id: `location-${number(n)}`,
        name: `Hall ${n}`,
        organizationId: n < 20 ? 'org-1' : 'org-2',
        point: { type: 'Point', coordinates: [-92.33, 38.95 + n * 0.018] },
        addresses: [{ address1: `${n} Main Street`, postalCode: n < 2 ? '65201-1234' : '65999' }],
      }),
    ),
    services_at_locations: all.map((n) =>
      aPlace({
        id: `place-${number(n)}`,
        serviceId: `service-${number(n)}`,
        locationId: `location-${number(n)}`,
      }),
    ),
  };
}

function around(lon: number, lat: number) {
  const corner = (x: number, y: number): [number, number] => [lon + x / 20, lat + y / 20];
  return {
    type: 'Polygon' as const,
    coordinates: [[corner(-1, -1), corner(1, -1), corner(0, 1), corner(-1, -1)]],
  };
}

describe('The directory as HSDS', () => {
  let town: Awaited<ReturnType<typeof hsdsTown>>;
  const ids = (page: { contents: { id: string }[] }) => page.contents.map(({ id }) => id);
  before(async () => {
    town = await hsdsTown();
    await town.put(manyServices());
  });
  after(() => town.close());

  it('says its version, its profile and where the standard is', async () => {
    const { version, profile, openapi_url } = await town.get('/');
    expect(version).to.equal('3.1');
    expect(new URL(profile).pathname).to.equal('/hsds/profile');
    expect(openapi_url).to.match(/openapi\.json$/);
    expect((await town.get('/profile')).fields).to.not.be.empty;
  });

  it('tells what was corrected in a service and when, but not by whom nor what stood there', async () => {
    const correction = correct(
      { kind: 'service', id: 'service-00', field: 'waitTime', value: 'a week' },
      { now: 'ask Ann', before: undefined, by: { account: 'person-7' }, at: '2026-03-01T09:00:00.000Z' },
    )!;
    await saveCorrection(town.deps.db, undefined, correction);
    const { metadata } = await town.get('/services/service-00');
    expect(metadata).to.have.lengthOf(1);
    expect(metadata[0]).to.include({
      field_name: 'wait_time',
      last_action_date: '2026-03-01',
      previous_value: '',
      replacement_value: 'a week',
      updated_by: '',
    });
    expect((await town.get('/services/service-01')).metadata ?? []).to.deep.equal([]);
  });

  it('pages exactly, without a gap and without a repetition', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 5].map((n) => town.get(`/services?per_page=8&page=${n}`)));
    expect(pages.slice(0, 4).flatMap(ids)).to.deep.equal(manyServices().services.map(({ id }) => id));
    expect(pages.map(({ size }) => size)).to.deep.equal([8, 8, 8, 6, 0]);
    const { contents: _, ...head } = pages[3];
    expect(head).to.deep.equal({
      total_items: 30,
      total_pages: 4,
      page_number: 4,
      size: 6,
      first_page: false,
      last_page: true,
      empty: false,
    });
    expect(pages[4].empty).to.equal(true);
  });

  it('narrows by every question at once', async () => {
    const food = await town.get(`/services?per_page=100&taxonomy_term_id=${term('food-pantry')}`);
    expect(food.total_items).to.equal(15);
    const both = `taxonomy_term_id=${term('food-pantry')}&organization_id=org-2`;
    expect(ids(await town.get(`/services?${both}`))).to.deep.equal(
      [21, 23, 25, 27, 29].map((n) => `service-${n}`),
    );
    const since = `${both}&modified_after=2026-01-26T12:00:00Z`;
    expect(ids(await town.get(`/services?${since}`))).to.deep.equal([
      'service-25',
      'service-27',
      'service-29',
    ]);
    expect(ids(await town.get(`/services?${since}&search=meals 27`))).to.deep.equal(['service-27']);
    expect(ids(await town.get(`/service_at_locations?${since}`))).to.deep.equal([]);
    expect(ids(await town.get(`/service_at_locations?${both}&search=meals 27`))).to.deep.equal(['place-27']);
  });

  it('finds as modified what something was merged into since, with its organization or its place', async () => {
    const merges = town.deps.db.collection('merges');
    const asked = 'modified_after=2026-02-15&per_page=50';
    const merge = (kind: string, into: string, day: number) => ({
      _id: `${kind}-${day}` as never,
      ...{ kind, into, at: `2026-02-${day}T12:00:00.000Z`, by: 'account', state: 'merged' },
    });
    await merges.insertMany([
      merge('service', 'service-03', 20),
      merge('service', 'service-04', 10),
      merge('location', 'location-07', 20),
    ]);
    expect(ids(await town.get(`/services?${asked}`))).to.deep.equal(['service-03']);
    expect(ids(await town.get(`/service_at_locations?${asked}`))).to.deep.equal(['place-03', 'place-07']);
    await merges.insertOne(merge('organization', 'org-2', 21));
    expect(ids(await town.get(`/services?${asked}`))).to.have.length(11);
    await merges.deleteMany({});
    expect(ids(await town.get(`/services?${asked}`))).to.deep.equal([]);
  });

  it('tells no link that its source has no more', async () => {
    const links = town.deps.db.collection<{ _id: string }>('services_at_locations');
    await links.updateOne({ _id: 'place-05' }, { $set: { goneSince: '2026-02-01T12:00:00.000Z' } });
    expect((await town.get('/service_at_locations')).total_items).to.equal(29);
    await town.visitor().get('/hsds/service_at_locations/place-05').expect(404);
    expect(await town.get('/services/service-05')).not.to.have.property('service_at_locations');
    await links.updateOne({ _id: 'place-05' }, { $unset: { goneSince: 1 } });
    expect((await town.get('/service_at_locations')).total_items).to.equal(30);
  });

  it('finds what lies below a term, what a taxonomy has, and nothing by what nobody knows', async () => {
    const total = async (query: string) => (await town.get(`/services?${query}`)).total_items;
    expect(await total(`taxonomy_term_id=${term('academic')}`)).to.equal(15);
    const { contents } = await town.get('/taxonomies');
    const byName = new Map(contents.map(({ name, id }: { name: string; id: string }) => [name, id]));
    expect(await total(`taxonomy_id=${byName.get('Trellis whole child')}`)).to.equal(30);
    expect(await total(`taxonomy_id=${byName.get('Open Eligibility')}`)).to.equal(1);
    const terms = await town.get(`/taxonomy_terms?taxonomy_id=${byName.get('Open Eligibility')}`);
    expect(await total(`taxonomy_term_id=${terms.contents[0].id}`)).to.equal(1);
    expect(await total('taxonomy_term_id=nobody')).to.equal(0);
  });

  it('finds terms by their parent, at the top and by their name', async () => {
    const top = await town.get('/taxonomy_terms?top_only=true&search=a&per_page=100');
    expect(top.contents.every((found: { parent_id?: string }) => found.parent_id === undefined)).to.equal(
      true,
    );
    const below = await town.get(`/taxonomy_terms?parent_id=${term('academic')}`);
    expect(below.contents[0].parent_id).to.equal(term('academic'));
  });

  it('finds organizations by the words of their name, with and without accents, and by what they give', async () => {
    expect(ids(await town.get('/organizations?search=nina jardin'))).to.deep.equal(['org-2']);
    expect(ids(await town.get('/organizations?search=rosebud'))).to.deep.equal([]);
    const reading = `/organizations?taxonomy_term_id=${term('reading-tutoring')}&search=library`;
    expect(ids(await town.get(reading))).to.deep.equal(['org-1']);
    const whole = await town.get('/organizations/org-2?full_service=true');
    expect(whole.services).to.have.lengthOf(10);
    expect(whole.services[0].service_at_locations[0].location.name).to.equal('Hall 20');
    expect(whole.locations).to.have.lengthOf(10);
  });

  it('finds by postcode: what is there, what is so near, and who goes there', async () => {
    const found = async (query: string) => ids(await town.get(`/service_at_locations?${query}`));
    expect(await found('postcode=65201')).to.deep.equal(['place-00', 'place-01', 'place-29']);
    expect(await found('postcode=65201&proximity=4000')).to.deep.equal(['place-00', 'place-01', 'place-02']);
    expect(await found('postcode=99999')).to.deep.equal([]);
  });

  it('gives ids and dates of all services at once where nothing else is asked', async () => {
    const all = await town.get('/services?minimal=true');
    expect(all.size).to.equal(30);
    expect(all.contents[4]).to.deep.equal({ id: 'service-04', modified_date: '2026-01-05T12:00:00.000Z' });
  });

  it('takes the same questions by POST, in the address and in the body', async () => {
    const { body } = await town
      .visitor()
      .post('/hsds/services?organization_id=org-2')
      .send({ per_page: 3, search: 'books' })
      .expect(200);
    expect(ids(body)).to.deep.equal(['service-20', 'service-22', 'service-24']);
  });

  it('writes the same records on a whole page, as lines and alone', async () => {
    const page = await town.get('/services?full=true&per_page=100');
    expect(await town.lines('/services?full=true&format=ndjson')).to.deep.equal(page.contents);
    expect(await town.get('/services/service-07')).to.deep.equal(page.contents[7]);
  });

  it('asks the database as often for thirty records as for one', async () => {
    const { db, countDuring } = countedConnection(town.deps.config.mongodb.database);
    try {
      const routes = hsdsRoutes({ ...town.deps, db });
      const sink = { type: () => sink, write: () => true, end: () => sink } as never;
      for (const path of ['/services', '/organizations', '/service_at_locations']) {
        const { handle } = routes.find((route) => route.method === 'get' && route.path === path)!;
        for (const how of ['full=false', 'full=true']) {
          const ask = (perPage: number) =>
            countDuring(async () => {
              const query = Object.fromEntries(new URLSearchParams(`per_page=${perPage}&${how}`));
              await handle({ query, req: {}, res: sink } as never);
            });
          await ask(1);
          expect(await ask(30), `${path}?${how}`).to.equal(await ask(1));
        }
      }
    } finally {
      await db.close();
    }
  });

  it('may be read by any page of the web, and says what is wrong with a question', async () => {
    const reply = await town.visitor().get('/hsds/services?per_page=0&proximity=3').expect(400);
    expect(reply.headers['access-control-allow-origin']).to.equal('*');
    expect(reply.headers['set-cookie']).to.equal(undefined);
    expect(reply.type).to.equal('application/problem+json');
    expect(reply.body.errors).to.deep.equal([
      { path: 'per_page', message: 'must be a whole number from 1 to 500' },
    ]);
    await town.visitor().get('/hsds/service_at_locations?proximity=3').expect(400);
    await town.visitor().get('/hsds/services/nobody').expect(404);
    await town.visitor().get('/hsds/nowhere').expect(404);
    const asked = await town.visitor().options('/hsds/services').expect(204);
    expect(asked.headers['access-control-allow-methods']).to.include('POST');
  });

  it('answers whatever is asked without failing', async () => {
    const odd = fc.oneof(
      fc.constantFrom('', '-1', '1e9', '\0', '$where', '[]', 'true', 'ndjson', '2026-01-01', '65201', '.*'),
      fc.string({ maxLength: 8 }),
    );
    const names =
      'search page per_page format full minimal full_service modified_after taxonomy_term_id taxonomy_id organization_id postcode proximity top_only parent_id'.split(
        ' ',
      );
    const path = fc.constantFrom(
      'services',
      'organizations',
      'service_at_locations',
      'taxonomies',
      'taxonomy_terms',
    );
    const question = fc.array(fc.tuple(fc.constantFrom(...names), odd), { maxLength: 3 });
    for (const [list, asked] of fc.sample(fc.tuple(path, question), { numRuns: 50, seed: 7 })) {
      const address = `${town.url}/hsds/${list}?${new URLSearchParams(asked)}`;
      const reply = await fetch(address);
      await reply.text();
      expect(reply.status, address).to.be.oneOf([200, 400, 429]);
    }
    const odd404 = await fetch(`${town.url}/hsds/services/%00`);
    expect(odd404.status).to.equal(404);
  });

  it('gives whole lists thirty times a minute to one address', async () => {
    const statuses: number[] = [];
    for (let n = 0; n <= 30; n += 1) {
      const reply = await fetch(`${town.url}/hsds/taxonomies?format=ndjson`);
      await reply.text();
      statuses.push(reply.status);
    }
    expect(statuses.at(-1)).to.equal(429);
    expect((await fetch(`${town.url}/hsds/taxonomies`)).status).to.equal(200);
  });
});
