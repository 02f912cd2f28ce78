import { expect } from 'chai';
import { RoleGrant } from '../../../core/accounts/role.ts';
import { dayNumber, isoDate } from '../../../core/schedule/calendar-day.ts';
import { Account } from '../../../server/accounts/account.ts';
import { waitingAssessments } from '../../../server/assessments/waiting.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';
import { agreementOf } from '../access/agreements.rows.ts';
import { district } from '../access/records.ts';
import { put } from '../access/world.ts';

const API = '/api/v1';
const LEAD = 'capacity-lead';

describe('The assessment of a school', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let leader: Agent;
  let coordinator: Agent;
  let year: number;

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    const { db } = at.deps;
    await storeTown(db, littleTown({ studentCount: 80 }));
    await saveDistrict(db, district('district'));
    await placeStudents(db, 12);
    leader = await at.signIn({ role: 'district-leader', districtId: 'district' });
    coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['school-0'] });
    year = (await read()).presentYear;
  });
  after(() => at.close());

  const read = async (agent = coordinator, id = 'school-0', query = '') =>
    (await agent.get(`${API}/assessments/${id}${query}`).expect(200)).body;
  const rating = (more: object = {}) => ({
    year,
    question: LEAD,
    level: 2,
    evidence: 'Ms Ortega has two hours a week.',
    figures: ['partners'],
    basedOn: 0,
    ...more,
  });
  const rate = (more: object = {}, agent = coordinator, id = 'school-0') =>
    agent.post(`${API}/assessments/${id}/ratings`).send(rating(more));
  const questionOf = (body: { questions: { id: string }[] }, id = LEAD) =>
    body.questions.find((question) => question.id === id) as never as {
      lastYear: number | null;
      text: { en: string };
      ratings: {
        level: number | null;
        number: number;
        by: string;
        asked: { en: string };
        evidence: string;
      }[];
    };
  const figureOf = (body: { figures: { kind: string }[] }, kind: string) =>
    body.figures.find((figure) => figure.kind === kind);

  it('adds each rating behind those before it, with who and when, and never changes one', async () => {
    await rate().expect(201);
    const { body } = await rate({ level: 3, basedOn: 1, evidence: 'Now four hours.' }).expect(201);
    expect(questionOf(body).ratings.map(({ level, number }) => [number, level])).to.deep.equal([
      [2, 3],
      [1, 2],
    ]);
    expect(questionOf(body).ratings[1]).to.include({ evidence: 'Ms Ortega has two hours a week.' });
    expect(questionOf(body).ratings[0]?.by).to.match(/^Person/);
    expect(body.groups[0]).to.deep.equal({ group: 'capacity', asked: 4, rated: 1, mean: 3 });
    const { body: back } = await rate({ level: null, basedOn: 2 }).expect(201);
    expect(back.groups[0]).to.include({ rated: 0, mean: null });
    expect(questionOf(back).ratings).to.have.length(3);
  });

  it('tells one of two who rate at once that the other was first, and shows both in the end', async () => {
    const question = 'climate-known';
    const replies = await Promise.all([1, 4].map((level) => rate({ question, level })));
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([201, 409]);
    const second = replies[0]?.status === 409 ? 1 : 4;
    const refused = replies.find(({ status }) => status === 409)!;
    expect(refused.body.code).to.equal('rating-changed');
    const { body } = await rate({ question, level: second, basedOn: 1 }).expect(201);
    const levels = questionOf(body, question).ratings.map(({ level }) => level);
    expect(levels).to.have.members([1, 4]);
    expect(levels[0]).to.equal(second);
  });

  it('stands beside the year before', async () => {
    await rate({ year: year - 1, question: 'welcoming-door', level: 1 }).expect(201);
    const { body } = await rate({ question: 'welcoming-door', level: 3 }).expect(201);
    expect(questionOf(body, 'welcoming-door').lastYear).to.equal(1);
    const means = body.years.map(
      (each: { year: number; groups: { group: string; mean: number | null }[] }) => [
        each.year,
        each.groups.find(({ group }) => group === 'welcoming')?.mean,
      ],
    );
    expect(means).to.deep.equal([
      [year - 1, 1],
      [year, 3],
    ]);
  });

  it('brings figures of today that tell of no handful', async () => {
    const { db } = at.deps;
    const ids = { districtId: 'district', organizationId: 'organization-0', schoolId: 'school-0' };
    await put(db, 'agreements', { ...agreementOf(ids, 'here'), startsOn: '2020-08-01' });
    const body = await read();
    expect(figureOf(body, 'partners')).to.include({ partners: 1, approved: 1 });
    expect(figureOf(body, 'agreements')).to.include({ inForce: 1, promises: 1, kept: 0 });
    expect(figureOf(body, 'uptake')).to.deep.include({
      band: { studentsFrom: 10, studentsTo: 19 },
      threshold: 10,
    });
    const whole = await read(leader, 'district');
    expect(figureOf(whole, 'partners')).to.include({ partners: 1 });
    const other = await read(leader, 'school-1');
    expect(figureOf(other, 'partners')).to.include({ partners: 0 });
    expect(figureOf(other, 'uptake')).to.include({ band: null });
  });

  it('shows schools beside each other to who leads them, and the own ones to others', async () => {
    const { body } = await leader.get(`${API}/assessments`).expect(200);
    expect(body.items.map(({ place }: { place: { id: string } }) => place.id)).to.deep.equal([
      'district',
      'school-0',
      'school-1',
    ]);
    expect(body.districts[0]).to.include({ id: 'district', mayLead: true });
    const { body: own } = await coordinator.get(`${API}/assessments`).expect(200);
    expect(own.items.map(({ place }: { place: { id: string } }) => place.id)).to.deep.equal(['school-0']);
    expect(own.districts[0]).to.include({ mayLead: false });
    const { body: paper } = await leader.get(`${API}/assessment-reports`).expect(200);
    expect(paper.items).to.have.length(3);
  });

  it('meets a goal of the district or not, until the goal is dropped', async () => {
    const goal = {
      districtId: 'district',
      year,
      on: { kind: 'question', id: 'power-council' },
      target: 3,
      note: '',
    };
    await leader
      .post(`${API}/assessment-goals`)
      .send({ ...goal, on: { kind: 'question', id: 'nobody-asks' } })
      .expect(400);
    const { body: set } = await leader.post(`${API}/assessment-goals`).send(goal).expect(201);
    const state = async () =>
      (await read()).goals.find(({ id }: { id: string }) => id === set.id)?.state as string | undefined;
    expect(await state()).to.equal('not-rated');
    await rate({ question: 'power-council', level: 2 }).expect(201);
    expect(await state()).to.equal('not-yet');
    const change = (version: number, more: object) =>
      leader
        .put(`${API}/assessment-goals/${set.id}`)
        .send({ target: 2, note: '', dropped: false, version, ...more });
    await change(1, {}).expect(200);
    expect(await state()).to.equal('met');
    await change(1, { dropped: true }).expect(409);
    await change(2, { dropped: true }).expect(200);
    expect(await state()).to.equal(undefined);
  });

  it('asks what the district chose, keeps each version, and leaves past years as they were asked', async () => {
    const address = `${API}/assessment-questions`;
    const { body } = await leader.get(`${address}?district=district`).expect(200);
    const [first, ...rest] = body.standard;
    const own = [{ ...first, text: { en: 'Who leads this?' } }, ...rest.slice(1)];
    const save = (more: object = {}) =>
      leader
        .put(address)
        .send({ districtId: 'district', questions: own, note: 'shorter', basedOn: 0, ...more });
    await save({ questions: [{ ...first, group: 'no-group' }] }).expect(400);
    const replies = await Promise.all([save(), save()]);
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    const saved = (await leader.get(`${address}?district=district`).expect(200)).body;
    expect(saved.versions).to.have.length(1);
    expect(saved.versions[0]).to.include({ number: 1, note: 'shorter' });
    const now = await read();
    expect(now.questions).to.have.length(body.standard.length - 1);
    expect(questionOf(now).text.en).to.equal('Who leads this?');
    expect(questionOf(now).ratings[0]?.asked.en).to.equal(first.text.en);
    const before = await read(coordinator, 'school-0', `?year=${year - 1}`);
    expect(before.questions).to.have.length(body.standard.length);
    await rate({ question: rest[0].id }).expect(400);
  });

  describe('has actions that', () => {
    const day = (ahead: number) => isoDate(dayNumber(at.deps.clock().toISOString().slice(0, 10)) + ahead);
    const add = (dueOn: string) =>
      coordinator
        .post(`${API}/assessments/school-0/actions`)
        .send({ year, question: LEAD, what: 'Set four hours aside', owner: 'The principal', dueOn });
    const waits = async (grant: object) => {
      const account = Account.parse({
        id: 'somebody',
        email: 'a@example.org',
        name: 'A',
        language: 'en',
        grants: [RoleGrant.parse(grant)],
      });
      return waitingAssessments(at.deps, account);
    };
    const mine = { role: 'coordinator', schoolIds: ['school-0'] };

    it('name who and when, wait for whom they concern once they are due, and are done or not after all', async () => {
      await add(day(60)).expect(201);
      expect(await waits(mine)).to.deep.equal([]);
      const { body } = await add(day(3)).expect(201);
      const [action] = body.actions;
      expect(action).to.include({ owner: 'The principal', state: 'open', version: 1 });
      expect(await waits(mine)).to.deep.equal([
        {
          kind: 'assessment-actions',
          count: 1,
          oldest: day(3),
          address: `/assessments/school-0?year=${year}#actions`,
        },
      ]);
      expect(await waits({ role: 'coordinator', schoolIds: ['school-1'] })).to.deep.equal([]);
      expect(await waits({ role: 'staff', schoolIds: ['school-0'] })).to.deep.equal([]);
      const { id, history: _, ...facts } = action;
      const turn = (version: number, state: string) =>
        coordinator.put(`${API}/assessment-actions/${id}`).send({ ...facts, version, state });
      await turn(1, 'done').expect(200);
      expect(await waits(mine)).to.deep.equal([]);
      await turn(1, 'dropped').expect(409);
      const { body: again } = await turn(2, 'open').expect(200);
      const events = again.actions.find((each: { id: string }) => each.id === id).history;
      expect(events.map(({ state }: { state: string }) => state)).to.deep.equal(['open', 'done', 'open']);
    });

    it('are refused without a doer or a day', async () => {
      const { body } = await add('soon').expect(400);
      expect(body.errors.map(({ path }: { path: string }) => path)).to.include('dueOn');
    });
  });
});

/** Gives so many students of school-0 a place at the first service. */
async function placeStudents(db: Parameters<typeof put>[0], count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const studentId = `student-${String(2 * n).padStart(5, '0')}`;
    const where = { schoolId: 'school-0', offerId: 'offer-0000', serviceId: 'service-0' };
    const way = { score: 1, minutes: 5, mode: 'walk', from: 'school', at: '2026-01-01' };
    const id = `${studentId}:reading-tutoring`;
    await put(db, 'placements', { id, studentId, term: 'reading-tutoring', ...where, ...way });
  }
}
