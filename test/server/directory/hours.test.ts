import { expect } from 'chai';
import { directoryRoutes } from '../../../server/directory/directory-routes.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { location, organization, place, service } from '../access/records.ts';
import { put } from '../access/world.ts';
import { readEntries } from '../audit/check-chain.ts';

const API = '/api/v1';
const MONDAYS = [{ freq: 'WEEKLY', byday: ['MO'], opensAt: '09:00', closesAt: '12:00' }];
const WEEK = [
  { day: 'TU', from: '15:00', to: '18:00' },
  { day: 'TH', from: '09:00', to: '12:00' },
  { day: 'TH', from: '15:00', to: '18:00' },
];

describe('Hours that a partner tells', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let partner: Agent;

  before(async () => {
    at = await testApp({ collections: [...allCollections], routes: directoryRoutes });
    const { db } = at.deps;
    await put(db, 'organizations', organization({ organizationId: 'library' }));
    await put(db, 'services', {
      ...service({ id: 'reading', organizationId: 'library' }),
      schedules: MONDAYS,
    });
    await put(db, 'locations', location({ id: 'mill-road' }));
    await put(db, 'services_at_locations', place({ id: 'p', serviceId: 'reading', locationId: 'mill-road' }));
    partner = await at.signIn({ role: 'partner', organizationIds: ['library'] });
  });
  after(() => at.close());

  const read = async () => (await partner.get(`${API}/organizations/library/hours`).expect(200)).body.items;
  const tell = (hours: object[], seen: string | null) =>
    partner.put(`${API}/offers/p/hours`).send({ hours, seen });
  const undo = (seen: string | null) => partner.post(`${API}/offers/p/hours/undo`).send({ seen });
  const shown = async () => (await at.visitor().get(`${API}/services/reading`).expect(200)).body;

  it('begin with what the directory says, wherever it says it', async () => {
    expect(await read()).to.deep.equal([
      {
        id: 'p',
        serviceId: 'reading',
        placeName: 'mill-road',
        hours: [{ day: 'MO', from: '09:00', to: '12:00' }],
        alsoSometimes: false,
        toldAt: null,
      },
    ]);
  });

  it('are what everybody sees, checked by the partner today, and can be taken back and told again', async () => {
    const { body: told } = await tell(WEEK, null).expect(200);
    expect(told.hours).to.deep.equal(WEEK);
    expect((await read())[0]).to.deep.equal(told);
    const { places, verified } = await shown();
    expect(places[0].offer.hours).to.deep.equal(WEEK);
    expect(verified).to.deep.equal({ on: told.toldAt.slice(0, 10), by: 'partner' });
    expect(JSON.stringify(places), 'no account').not.to.include('toldHours');

    const { body: back } = await undo(told.toldAt).expect(200);
    expect(back.hours).to.deep.equal([{ day: 'MO', from: '09:00', to: '12:00' }]);
    expect((await shown()).places[0].offer.hours).to.deep.equal(back.hours);
    const { body: again } = await undo(back.toldAt).expect(200);
    expect(again.hours).to.deep.equal(WEEK);
  });

  it('are in the log, from what to what', async () => {
    const entries = (await readEntries(at.deps.db)).filter(({ action }) => action === 'hours.change');
    expect(entries).to.have.length(3);
    expect([entries[0]?.on, entries[0]?.fields]).to.deep.equal([
      { kind: 'service', id: 'reading' },
      ['hours'],
    ]);
  });

  it('are refused from who has not seen the newest, without any, and where they end before they begin', async () => {
    const [{ toldAt }] = await read();
    await tell(WEEK, null).expect(409);
    await undo('2020-01-01T00:00:00.000Z').expect(409);
    await tell([], toldAt).expect(400);
    await tell([{ day: 'MO', from: '12:00', to: '09:00' }], toldAt).expect(400);
    expect((await read())[0].toldAt).to.equal(toldAt);
  });

  it('are nobody else’s to tell', async () => {
    const other = await at.signIn({ role: 'partner', organizationIds: ['clinic'] });
    await other.put(`${API}/offers/p/hours`).send({ hours: WEEK, seen: null }).expect(404);
    await other.get(`${API}/organizations/library/hours`).expect(404);
  });
});
