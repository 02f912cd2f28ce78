import { expect } from 'chai';
import { supplyOf } from '../../../core/access/supply-of.ts';
import { Snapshot } from '../../../core/what-if/snapshot.ts';
import { createWhatIf } from '../../../core/what-if/what-if-engine.ts';
import { loadDemand } from '../../../server/demand/load-demand.ts';
import { readOffersOf } from '../../../server/gaps/gap-world.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const ADDRESS = '/api/v1/what-if-snapshots';
const TERM = 'reading-tutoring';

describe('A snapshot for what if', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    await storeTown(at.deps.db, littleTown({ studentCount: 60, schoolCount: 2 }));
  });
  after(() => at.close());

  const read = async (query: string) =>
    Snapshot.parse((await at.visitor().get(`${ADDRESS}?${query}`).expect(200)).body);

  it('holds what is counted and what is offered, and nothing else is needed to compute', async () => {
    const { db, rules, clock } = at.deps;
    const snapshot = await read(`terms=${TERM}&minutes=20&mode=bus`);
    const { places } = await loadDemand(db, rules, { of: 'students' }, clock());
    const supply = supplyOf(await readOffersOf(db, [TERM]), rules.access);
    expect(snapshot.demand.people).to.deep.equal(places.map(({ people }) => people));
    expect(snapshot.sites.ids).to.deep.equal(supply.places.map(({ id }) => id));
    expect(snapshot.sites.names.every((name) => name.includes(', '))).to.equal(true);
    expect(snapshot.sites.hours, 'each Tuesday from 15:30 to 17:30').to.include(2);
    expect(snapshot.travel).to.deep.equal(rules.travel.bus);
    expect(snapshot.question.demand).to.deep.equal({ of: 'students' });
    const { totals } = createWhatIf(snapshot).before;
    expect(totals).to.include({ people: 60, sites: supply.places.length });
  });

  it('counts a need for the one term that is asked for, or for the one that is named', async () => {
    const { question } = await read(`terms=${TERM}&demand=need`);
    expect(question.demand).to.deep.equal({ of: 'need', term: TERM });
    const hub = await read(`terms=${TERM},counseling&demand=need&need=counseling`);
    expect(hub.question.demand).to.deep.equal({ of: 'need', term: 'counseling' });
  });

  it('is not sent again while nothing has changed', async () => {
    const first = await at.visitor().get(`${ADDRESS}?terms=${TERM}`).expect(200);
    expect(first.headers['cache-control']).to.equal('private, no-cache');
    await at.visitor().get(`${ADDRESS}?terms=${TERM}`).set('If-None-Match', first.headers.etag!).expect(304);
  });

  it('is refused where the question makes no sense, with the place', async () => {
    for (const [query, path] of [
      ['terms=', 'terms'],
      [`terms=${TERM}&minutes=7`, 'minutes'],
      [`terms=${TERM}&minutes=many`, 'minutes'],
      [`terms=${TERM}&mode=rocket`, 'mode'],
      [`terms=${TERM},counseling&demand=need`, 'demand.term'],
      ['terms=wishing-well', 'terms.0'],
    ] as const) {
      const { body } = await at.visitor().get(`${ADDRESS}?${query}`).expect(400);
      expect(body.errors.map((error: { path: string }) => error.path)).to.include(path);
    }
  });
});
