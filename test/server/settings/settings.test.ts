import { expect } from 'chai';
import { District } from '../../../core/district/district.ts';
import { addCredits } from '../../../server/directory/credit-store.ts';
import { readDistrict, saveDistrict } from '../../../server/settings/district-store.ts';
import { healthRoutes } from '../../../server/settings/health-routes.ts';
import { settingsRoutes } from '../../../server/settings/settings-routes.ts';
import { testApp } from '../../support/app.ts';

const district = (id: string) =>
  District.parse({ id, name: `District ${id}`, bounds: [-93, 38, -91, 40], center: [-92, 39] });

describe('Settings', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({
      routes: (deps) => [
        ...settingsRoutes(deps),
        ...healthRoutes({
          ...deps,
          redis: {
            ping: () => (redisIsThere ? deps.redis.ping() : Promise.reject(new Error('gone'))),
          } as never,
        }),
      ],
      env: { TILE_URL: 'https://tiles.example/{z}/{x}/{y}.png', DEMO: '1' },
    });
  });
  after(() => at.close());
  let redisIsThere = true;
  const get = (path: string) => at.visitor().get(`/api/v1${path}`);

  it('have no district before one is set up', async () => {
    expect((await get('/config').expect(200)).body.district).to.equal(null);
  });

  it('show the first district, the tiles and how people travel', async () => {
    await saveDistrict(at.deps.db, district('d-2'));
    await saveDistrict(at.deps.db, district('d-1'));
    await saveDistrict(at.deps.db, { ...district('d-1'), name: 'Alder' });
    const { body } = await get('/config').expect(200);
    expect(body.district).to.include({ id: 'd-1', name: 'Alder' });
    expect(body.tiles.url).to.equal('https://tiles.example/{z}/{x}/{y}.png');
    expect(body.travel.walk.speedKmh).to.be.above(0);
    expect(body.framedBy, 'any site may show Find').to.deep.equal(['*']);
    expect((await readDistrict(at.deps.db, 'd-2'))?.name).to.equal('District d-2');
    expect(await readDistrict(at.deps.db, 'd-3')).to.equal(null);
  });

  it('name those whom the sources of the directory ask to name, each once', async () => {
    expect((await get('/config').expect(200)).body.credits).to.deep.equal([]);
    await addCredits(at.deps.db, ['© Mappers', '© Alder County']);
    await addCredits(at.deps.db, ['© Mappers']);
    const { body } = await get('/config').expect(200);
    expect(body.credits).to.deep.equal(['© Alder County', '© Mappers']);
  });

  it('offer the sign-ins of invented people only where the demo is on', async () => {
    await at.createAccount('staff');
    const { body } = await get('/config').expect(200);
    expect(body).to.include({ demo: true });
    expect(body.demoAccounts).to.deep.equal([]);
  });

  it('hand out the terms, and say when they are the same as before', async () => {
    const { body, headers } = await get('/taxonomy').expect(200);
    expect(body.items).to.deep.equal(JSON.parse(JSON.stringify(at.deps.rules.taxonomy.terms)));
    expect(headers['cache-control']).to.contain('max-age');
    await get('/taxonomy').set('If-None-Match', headers.etag!).expect(304);
  });

  it('say that the server lives and is ready', async () => {
    await get('/health/live').expect(200);
    expect((await get('/health/ready').expect(200)).body).to.deep.equal({ status: 'ok', missing: [] });
  });

  it('say what is missing when it is not ready', async () => {
    redisIsThere = false;
    const { body } = await get('/health/ready').expect(503);
    redisIsThere = true;
    expect(body).to.deep.equal({ status: 'not-ready', missing: ['redis'] });
  });
});
