import { expect } from 'chai';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { matchingRulesOf } from '../../../server/weights/matching-rules-of.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';
import { district } from '../access/records.ts';

const WEIGHTS = '/api/v1/matching-weights';
const MIKA = 'student-00000';

describe('The weights of matching', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let leader: Agent;
  let coordinator: Agent;

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    const { db } = at.deps;
    await storeTown(db, littleTown({ studentCount: 4 }));
    await saveDistrict(db, district('district'));
    await saveDistrict(db, district('other'));
    runTasks(at.deps);
    leader = await at.signIn({ role: 'district-leader', districtId: 'district' });
    coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['school-0'] });
  });
  after(() => at.close());

  const read = async (agent = leader) => (await agent.get(WEIGHTS).expect(200)).body;
  const change = (changes: object, more = {}) => {
    const { weights, travelHalfMinutes } = at.deps.rules.matching;
    return leader.put(WEIGHTS).send({
      districtId: 'district',
      weights: { ...weights, ...changes },
      travelHalfMinutes,
      basedOn: 0,
      ...more,
    });
  };
  const number = async () => (await read()).versions[0]?.number ?? 0;

  async function run() {
    const { body } = await coordinator
      .post('/api/v1/match-runs')
      .send({ scope: 'students', studentIds: [MIKA] })
      .expect(202);
    return jobEnd(at.deps, body.id);
  }
  const matchesOf = async () => (await coordinator.get(`/api/v1/students/${MIKA}/matches`).expect(200)).body;

  it('are those of data/matching until a district has saved its own', async () => {
    const body = await read(coordinator);
    expect(body.versions).to.deep.equal([]);
    expect(body.standard.weights).to.deep.equal(at.deps.rules.matching.weights);
    expect(body.fit).to.deep.equal(at.deps.rules.matching.fit);
    expect(await matchingRulesOf(at.deps.db, at.deps.rules, 'district')).to.equal(at.deps.rules.matching);
  });

  it('are kept as versions with who, when and why; an older one comes back as a new one', async () => {
    await change({ travel: 8 }, { basedOn: await number(), note: ' Buses are late ' }).expect(200);
    const { body } = await change({}, { basedOn: await number() }).expect(200);
    const [second, first] = body.versions;
    expect(first).to.deep.include({ number: 1, note: 'Buses are late' });
    expect(first.weights.travel).to.equal(8);
    expect(first.by).to.match(/^Person/);
    expect(Date.parse(first.savedAt)).to.be.at.most(Date.parse(second.savedAt));
    expect(second).to.include({ number: 2 }).and.to.not.have.property('note');
    expect(second.weights).to.deep.equal(at.deps.rules.matching.weights);
  });

  it('hold for their district alone', async () => {
    await change({ cost: 9 }, { basedOn: await number() }).expect(200);
    const rulesOf = (districtId: string) => matchingRulesOf(at.deps.db, at.deps.rules, districtId);
    expect((await rulesOf('district')).weights.cost).to.equal(9);
    expect((await rulesOf('other')).weights.cost).to.equal(at.deps.rules.matching.weights.cost);
  });

  it('are not overwritten by who has not seen the newest: of two at once one is told', async () => {
    const basedOn = await number();
    const replies = await Promise.all([1, 2, 3].map((cost) => change({ cost }, { basedOn })));
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([200, 409, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).to.equal('weights-changed');
    expect(await number()).to.equal(basedOn + 1);
  });

  it('are refused where they make no sense, with the place', async () => {
    const basedOn = await number();
    const none = Object.fromEntries(Object.keys(at.deps.rules.matching.weights).map((key) => [key, 0]));
    for (const [changes, more, path] of [
      [{ travel: -1 }, {}, 'weights.travel'],
      [{ travel: 10.5 }, {}, 'weights.travel'],
      [{ luck: 1 }, {}, 'weights'],
      [none, {}, 'weights'],
      [{}, { travelHalfMinutes: 0 }, 'travelHalfMinutes'],
      [{}, { basedOn: -1 }, 'basedOn'],
    ] as const) {
      const { body } = await change(changes, { basedOn, ...more }).expect(400);
      expect(body.errors.map((error: { path: string }) => error.path)).to.include(path);
    }
    expect(await number()).to.equal(basedOn);
  });

  it('can be read and not changed by a coordinator', async () => {
    await coordinator.put(WEIGHTS).send({}).expect(403);
    await leader
      .put(WEIGHTS)
      .send({ ...(await read()).standard, districtId: 'other', basedOn: 0 })
      .expect(404);
  });

  it('are taken by a run at its beginning; what was found by others is stale until the next', async () => {
    await change({ travel: 5 }, { basedOn: await number() }).expect(200);
    await run();
    const before = await matchesOf();
    expect(before).to.include({ stale: false });
    expect(before.weighting.weights.travel).to.equal(5);

    await change({ travel: 0 }, { basedOn: await number() }).expect(200);
    const stale = await matchesOf();
    expect(stale).to.include({ stale: true });
    expect(stale.weighting).to.deep.equal(before.weighting);

    const again = await run();
    expect(again.result).to.include({ computed: 1 });
    const after = await matchesOf();
    expect(after).to.include({ stale: false });
    expect(after.weighting.weights.travel).to.equal(0);
    expect((await run()).result).to.include({ computed: 0, unchanged: 1 });
  });
});
