import { expect } from 'chai';
import { keptUntil } from '../../../core/retention/period.ts';
import { directoryRoutes } from '../../../server/directory/directory-routes.ts';
import { sweepUnmet } from '../../../server/retention/sweep-unmet.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { noteUnmet } from '../../../server/unmet/note-unmet.ts';
import { readLedger } from '../../../server/unmet/read-ledger.ts';
import { unmetRoutes } from '../../../server/unmet/unmet-routes.ts';
import { testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const NOTHING = '/api/v1/offers?terms=dental-care';

describe('What was asked for and not found', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let now = new Date();
  before(async () => {
    at = await testApp({
      routes: (deps) => {
        const told = { ...deps, clock: () => now };
        return [...directoryRoutes(told), ...unmetRoutes(told)];
      },
      collections: [...allCollections],
      env: { TRUST_PROXY: '1' },
    });
    await storeTown(at.deps.db, littleTown());
  });
  beforeEach(async () => {
    now = new Date('2030-11-15T12:00:00Z');
    await at.deps.db.collection('unmet_notes').deleteMany({});
  });
  after(() => at.close());

  const notes = () => at.deps.db.collection('unmet_notes').find().sort({ _id: 1 }).toArray();
  const search = (path: string, from: string) =>
    at.visitor().get(path).set('x-forwarded-for', from).expect(200);
  const ledger = (year?: number) => readLedger({ ...at.deps, clock: () => now }, year);

  it('is noted of a search that found nothing: kind of help, school and month, and nothing of who searched', async () => {
    await search(`${NOTHING}&school=school-1`, '192.0.2.1');
    expect(await notes()).to.deep.equal([
      {
        _id: '2030-11 search school-1 dental-care',
        source: 'search',
        term: 'dental-care',
        schoolId: 'school-1',
        month: '2030-11',
        times: 1,
      },
    ]);
  });

  it('counts an address that asks again once an hour', async () => {
    for (const from of ['192.0.2.2', '192.0.2.2', '192.0.2.3', '192.0.2.2']) await search(NOTHING, from);
    expect(await notes())
      .to.have.length(1)
      .and.nested.property('0.times', 2);
  });

  it('is counted at the school that is nearest to the place, if one is near', async () => {
    await search(`${NOTHING}&near=-96.46,40.5`, '192.0.2.4');
    await search(`${NOTHING}&near=-80,30`, '192.0.2.4');
    expect((await notes()).map(({ schoolId }) => schoolId)).to.deep.equal([undefined, 'school-1']);
  });

  it('is no search for a name, for what is open now, for a further page, or one that found something', async () => {
    for (const rest of ['&q=maria', '&openNow=1', '&page=2', '&location=location-1'])
      await search(`${NOTHING}${rest}`, '192.0.2.5');
    await search('/api/v1/offers?terms=food-pantry', '192.0.2.5');
    await search('/api/v1/offers?q=nobodyofthatname', '192.0.2.5');
    expect(await notes()).to.deep.equal([]);
  });

  it('is told when its month has ended, from ten on, to who is signed in', async () => {
    const event = { term: 'dental-care', schoolId: 'school-0', source: 'referral' as const, at: now };
    for (let n = 0; n < 9; n += 1) await noteUnmet(at.deps, event);
    now = new Date('2030-12-03T12:00:00Z');
    expect((await ledger()).items).to.deep.equal([]);
    await noteUnmet(at.deps, event);
    await at.visitor().get('/api/v1/unmet').expect(401);
    const family = await at.signIn('family');
    const { body } = await family.get('/api/v1/unmet').expect(200);
    const entry = {
      source: 'referral',
      term: 'dental-care',
      where: 'school',
      schoolId: 'school-0',
      from: '2030-11',
      to: '2030-11',
      times: 10,
    };
    expect(body).to.deep.include({ items: [entry], year: 2030, years: [2030], threshold: 10 });
    now = new Date('2030-11-30T12:00:00Z');
    expect((await ledger()).items, 'before the month has ended').to.deep.equal([]);
  });

  it('counts every one of those who are noted at the same moment', async () => {
    const event = { term: 'dental-care', source: 'referral' as const, at: now };
    await Promise.all(Array.from({ length: 12 }, () => noteUnmet(at.deps, event)));
    expect(await notes())
      .to.have.length(1)
      .and.nested.property('0.times', 12);
  });

  it('goes by whole school years when it was kept long enough', async () => {
    const days = at.deps.rules.retention.find(({ kind }) => kind === 'unmet-notes')!.days;
    for (const day of ['2025-06-30', '2025-07-01', '2026-03-01'])
      await noteUnmet(at.deps, { term: 'dental-care', source: 'search', at: new Date(day) });
    const swept = await sweepUnmet(at.deps, keptUntil(now, { days }));
    expect(swept).to.deep.equal({ deleted: 1, oldest: '2025-06-01' });
    expect((await notes()).map(({ month }) => month)).to.deep.equal(['2025-07', '2026-03']);
  });
});
