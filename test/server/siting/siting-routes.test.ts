import { expect } from 'chai';
import { SitingOutcome } from '../../../core/where-next/siting-outcome.ts';
import { offers } from '../../../server/directory/offer-collection.ts';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { createJob } from '../../../server/jobs/job-store.ts';
import { readSharedSites } from '../../../server/siting/read-shared-sites.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const RUNS = '/api/v1/siting-runs';
const ASK = { model: 'mclp', terms: ['food-pantry'], minutes: 15, mode: 'walk', sites: 1 };

describe('Where next over HTTP', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let family: Agent;

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    const town = littleTown({ studentCount: 60, schoolCount: 3 });
    // Three services under one roof; two in a shelter that no map shows.
    const under = (n: number, locationId: string) => ({
      ...town.offers[n]!,
      locationId,
      locationName: locationId,
    });
    const hall = [0, 1, 5].map((n) => ({ ...under(n, 'hall'), point: town.offers[0]!.point }));
    const shelter = [2, 3].map((n) => {
      const { point: _, ...rest } = under(n, 'shelter');
      return { ...rest, confidentiality: 'hidden' as const };
    });
    const others = town.offers.filter((_, n) => ![0, 1, 2, 3, 5].includes(n));
    await storeTown(at.deps.db, { ...town, offers: [...hall, ...shelter, ...others] } as typeof town);
    runTasks(at.deps);
    family = await at.signIn('family');
  });
  after(() => at.close());

  const refused = async (change: object, status: number) =>
    (
      await family
        .post(RUNS)
        .send({ ...ASK, ...change })
        .expect(status)
    ).body;

  it('is asked by whoever is signed in, and read by the public', async () => {
    await at.visitor().post(RUNS).send(ASK).expect(401);
    const { body, headers } = await family.post(RUNS).send(ASK).expect(202);
    expect(headers.location).to.equal(`${RUNS}/${body.id}`);
    await jobEnd(at.deps, body.id);
    for (const path of ['', `/${body.id}`, `/${body.id}/events`])
      await at.visitor().get(`${RUNS}${path}`).expect(200);
    const outcome = SitingOutcome.parse(
      (await at.visitor().get(`${RUNS}/${body.id}/result`).expect(200)).body,
    );
    expect(outcome.ask).to.include({ demand: 'students', candidates: 'both', keepExisting: true });
    expect(outcome.candidates).to.equal(4);
    expect(outcome.people).to.deep.equal([{ people: 60 }]);
  });

  it('knows places with several services, and no place that is on no map', async () => {
    const sites = await readSharedSites(at.deps.db);
    expect(sites.map(({ id, name }) => [id, name])).to.deep.equal([['hall', 'hall']]);
    expect(sites[0]!.point).to.have.length(2);
  });

  it('refuses before any work what has no answer, in words that say what to change', async () => {
    const jobs = () => at.deps.db.collection('jobs').countDocuments();
    const before = await jobs();
    const cases: [object, string, string][] = [
      [{ candidates: 'sites', exclude: ['location:hall'] }, 'no-candidates', 'candidates'],
      [{ sites: 5 }, 'more-than-candidates', 'sites'],
      [{ demand: 'enrolment' }, 'no-demand', 'demand'],
      [{ force: ['school:none'] }, 'unknown-site', 'force'],
      [{ sites: undefined, budget: 3, costs: { school: 9, location: 4 } }, 'budget-too-small', 'budget'],
    ];
    for (const [change, code, path] of cases) {
      const { code: found, errors } = await refused(change, 422);
      expect([found, errors[0].path]).to.deep.equal([code, path]);
    }
    expect((await refused({ terms: ['juggling'] }, 400)).code).to.equal('unknown-term');
    expect((await refused({ model: 'p-centre', capacity: 9 }, 400)).errors[0].path).to.equal('capacity');
    expect((await refused({ sites: undefined }, 400)).errors[0].path).to.equal('sites');
    expect(await jobs()).to.equal(before);
  });

  it('answers 404 for an answer that is not there yet', async () => {
    const { id } = await createJob(at.deps.db, { kind: 'siting', params: ASK, step: 'waiting' });
    await at.visitor().get(`${RUNS}/${id}/result`).expect(404);
  });

  it('finds nothing to choose from where no place has several services', async () => {
    await model(at.deps.db, offers).collection.deleteMany({ locationId: 'hall' });
    expect((await refused({ candidates: 'sites' }, 422)).code).to.equal('no-candidates');
  });
});
