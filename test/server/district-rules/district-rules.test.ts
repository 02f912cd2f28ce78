import { expect } from 'chai';
import { answerBy, readCalendar } from '../../../server/district-rules/district-calendar.ts';
import { planRulesOf } from '../../../server/opportunity-plans/plan-rules-of.ts';
import { withNext } from '../../../server/referral-reminders/next-letters.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { changeStudent } from '../../../server/students/named-student-store.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';
import { district } from '../access/records.ts';

const CLOSED = '/api/v1/closed-days';
const PLANS = '/api/v1/opportunity-plan-rules';
const MIDWINTER = { from: '2026-12-14', to: '2027-01-08', reason: 'Winter break' };
const MILITARY = { attribute: 'military-family', values: ['active'] };

describe('What a district says for itself', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let leader: Agent;
  let coordinator: Agent;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    const town = littleTown({ studentCount: 40, offerCount: 1 });
    await storeTown(at.deps.db, town);
    await saveDistrict(at.deps.db, district('district'));
    await saveDistrict(at.deps.db, district('other'));
    for (const { id } of town.students.slice(0, 12)) {
      const circumstances = { attributes: { 'military-family': 'active' } };
      await changeStudent(at.deps, id, { circumstances }, at.deps.clock());
    }
    leader = await at.signIn({ role: 'district-leader', districtId: 'district' });
    coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['school-0'] });
  });
  after(() => at.close());
  beforeEach(() => at.deps.db.collection('district_rules').deleteMany({}));

  const put = (address: string, rules: object, more: object = {}) =>
    leader.put(address).send({ districtId: 'district', rules, basedOn: 0, ...more });

  it('is kept in versions with who, when and why, and not overwritten by who has not seen the newest', async () => {
    expect((await coordinator.get(CLOSED).expect(200)).body).to.deep.equal({
      districtId: 'district',
      standard: { closures: [] },
      versions: [],
    });
    await put(CLOSED, { closures: [MIDWINTER] }, { note: ' As the board decided ' }).expect(200);
    const late = await put(CLOSED, { closures: [] });
    expect([late.status, late.body.code]).to.deep.equal([409, 'rules-changed']);
    const { body } = await put(CLOSED, { closures: [] }, { basedOn: 1 }).expect(200);
    expect(body.versions.map(({ number, note }: Record<string, unknown>) => [number, note])).to.deep.equal([
      [2, undefined],
      [1, 'As the board decided'],
    ]);
    expect(body.versions[1]).to.deep.include({ rules: { closures: [MIDWINTER] } });
    expect(body.versions[1].by).to.match(/^Person/);
    await coordinator
      .put(CLOSED)
      .send({ districtId: 'district', rules: { closures: [] }, basedOn: 2 })
      .expect(403);
  });

  it('puts reminders and answers off while its schools are closed, and those of no other district', async () => {
    const sent = new Date('2026-12-09T15:00:00.000Z');
    const dates = async (id: string) => {
      const calendar = await readCalendar(at.deps, id);
      const next = withNext(calendar, {
        since: sent.toISOString(),
        done: 1,
        lastAt: '2026-12-12T15:00:00.000Z',
      });
      return [next.nextAt?.slice(0, 10), answerBy(calendar, sent).slice(0, 10)];
    };
    const usual = await dates('other');
    expect(usual).to.deep.equal(['2026-12-16', '2026-12-21']);
    await put(CLOSED, { closures: [MIDWINTER] }).expect(200);
    expect(await dates('district')).to.deep.equal(['2027-01-11', '2027-01-11']);
    expect(await dates('other')).to.deep.equal(usual);
  });

  it('decides which of its students should have a plan', async () => {
    const due = async () => (await coordinator.get('/api/v1/opportunity-plans/due').expect(200)).body;
    expect((await due()).total).to.equal(0);
    await put(PLANS, { shouldHavePlan: [MILITARY], schoolShare: 0.2 }).expect(200);
    expect((await due()).items[0].signs).to.deep.equal([{ attribute: 'military-family', value: 'active' }]);
    const { body } = await leader.get('/api/v1/schools/school-0/opportunity-plans').expect(200);
    expect(body.schoolShare).to.equal(0.2);
    expect(await planRulesOf(at.deps, 'other')).to.equal(at.deps.rules.opportunityPlan);
  });

  it('names no fact that no student can have', async () => {
    const wrong = { shouldHavePlan: [{ attribute: 'hair', values: ['red'] }], schoolShare: 0.2 };
    const { body } = await put(PLANS, wrong).expect(400);
    expect(body.errors[0].message).to.contain('hair: red');
    await put(PLANS, { shouldHavePlan: [], schoolShare: 0.2 }).expect(400);
  });

  it('is tried before it holds, and says about how many it concerns', async () => {
    const preview = async (...shouldHavePlan: object[]) =>
      (
        await leader
          .post(`${PLANS}/preview`)
          .send({ districtId: 'district', rules: { shouldHavePlan, schoolShare: 0.3 } })
          .expect(200)
      ).body;
    expect(await preview(MILITARY)).to.deep.equal({ band: { from: 0.25, to: 0.5 } });
    expect(await preview({ attribute: 'military-family', values: ['reserve'] })).to.deep.equal({
      band: { from: 0, to: 0.25 },
    });
    expect((await leader.get(PLANS)).body.versions, 'nothing holds by being tried').to.deep.equal([]);
  });
});
