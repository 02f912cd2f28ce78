import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { keptUntil } from '../../../core/retention/period.ts';
import { sweepSurveyNames } from '../../../server/retention/sweep-survey-names.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { changeStudent } from '../../../server/students/named-student-store.ts';
import { sealNewStudent } from '../../../server/students/seal-identity.ts';
import { surveyRoutes } from '../../../server/surveys/survey-routes.ts';
import { waitingSurveys } from '../../../server/surveys/waiting.ts';
import { readLedger } from '../../../server/unmet/read-ledger.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';
import { district } from '../access/records.ts';

const SURVEYS = '/api/v1/surveys';
const words = (text: string) => ({ en: text, es: text });
const draft = {
  title: words('Fall'),
  audience: 'families',
  schoolIds: ['school-0', 'school-1'],
  term: 'Fall 2030',
  languages: ['en', 'es'],
  named: false,
  opensOn: '2030-09-02',
  closesOn: '2030-09-20',
  questions: [
    { kind: 'needs', id: 'needs', text: words('What?'), terms: ['food-pantry', 'dental-care'] },
    { kind: 'text', id: 'said', text: words('Else?') },
  ],
};

describe('Surveys', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let now: Date;
  let leader: Agent;
  let coordinator: Agent;
  const told = () => ({ ...at.deps, clock: () => now });

  before(async () => {
    at = await testApp({
      routes: (deps) => surveyRoutes({ ...deps, clock: () => now }),
      collections: [...allCollections],
    });
    const town = littleTown({ studentCount: 6 });
    await storeTown(at.deps.db, town);
    await saveDistrict(at.deps.db, { ...district('district'), timezone: 'America/Chicago' });
    leader = await at.signIn({ role: 'district-leader', districtId: 'district' });
    coordinator = await at.signIn({ role: 'coordinator', districtId: 'district', schoolIds: ['school-0'] });
  });
  beforeEach(() => {
    now = new Date('2030-09-10T12:00:00Z');
  });
  after(() => at.close());

  async function opened(change: object = {}): Promise<{ id: string; codes: Record<string, string> }> {
    const { body } = await leader
      .post(SURVEYS)
      .send({ ...draft, ...change })
      .expect(201);
    const reply = await leader.post(`${SURVEYS}/${body.id}/open`).send({ version: 1 }).expect(200);
    const links = reply.body.links as { schoolId: string; code: string }[];
    return { id: body.id, codes: Object.fromEntries(links.map(({ schoolId, code }) => [schoolId, code])) };
  }
  const answer = (code: string | undefined, parts: object = {}, id = randomUUID()) =>
    at
      .visitor()
      .post('/api/v1/survey-answers')
      .send({ id, code, choices: { needs: ['dental-care'] }, texts: {}, ...parts });
  const stored = (surveyId: string) => at.deps.db.collection('survey_answers').find({ surveyId }).toArray();

  it('are written, opened with a code for each school, and changed no more', async () => {
    const { body } = await leader.post(SURVEYS).send(draft).expect(201);
    const path = `${SURVEYS}/${body.id}`;
    expect(body).to.include({ state: 'draft', version: 1, answersFrom: null });
    const change = { version: 1, draft: { ...draft, term: 'Autumn' } };
    await leader.put(path).send(change).expect(200);
    expect((await leader.put(path).send(change).expect(409)).body.code).to.equal('survey-changed');
    await leader.post(`${path}/open`).send({ version: 1 }).expect(409);
    const open = (await leader.post(`${path}/open`).send({ version: 2 }).expect(200)).body;
    expect(open).to.include({ state: 'open', term: 'Autumn' });
    expect(open.links.map(({ schoolId }: { schoolId: string }) => schoolId)).to.deep.equal([
      'school-0',
      'school-1',
    ]);
    await leader.put(path).send({ version: 2, draft }).expect(409);
    await leader.delete(path).expect(409);
    const seen = (await coordinator.get(path).expect(200)).body;
    expect(seen.links).to.deep.equal([open.links[0]]);
  });

  it('are not opened without a question, and refuse terms that nobody knows', async () => {
    const { body } = await leader
      .post(SURVEYS)
      .send({ ...draft, questions: [] })
      .expect(201);
    const reply = await leader.post(`${SURVEYS}/${body.id}/open`).send({ version: 1 }).expect(409);
    expect(reply.body.code).to.equal('no-questions');
    await leader.delete(`${SURVEYS}/${body.id}`).expect(204);
    const [needs] = draft.questions;
    const refused = await leader
      .post(SURVEYS)
      .send({ ...draft, questions: [{ ...needs, terms: ['wishing-well'] }] });
    expect(refused.body.code).to.equal('unknown-term');
  });

  it('show their questions to whoever has the code, however it was typed', async () => {
    const { codes } = await opened();
    const typed = ` ${codes['school-1']!.toLowerCase().replace(/(.{4})/g, '$1 ')}`;
    const look = (code: string) => at.visitor().post('/api/v1/survey-forms/look').send({ code });
    const { body } = await look(typed).expect(200);
    expect(body).to.deep.include({ school: 'School 1', state: 'open', questions: draft.questions });
    expect(body).to.not.have.any.keys('id', 'links', 'districtId', 'schoolIds');
    expect((await look('AAAABBBBCCCC').expect(404)).body.code).to.equal('no-survey');
  });

  it('take each answer once, however often and at however many doors at once it is sent', async () => {
    const { id, codes } = await opened();
    const once = randomUUID();
    await Promise.all([1, 2, 3].map(() => answer(codes['school-0'], {}, once).expect(204)));
    await answer(codes['school-0'], { choices: { needs: ['food-pantry'] } }, once).expect(204);
    const found = await stored(id);
    expect(found).to.have.length(1);
    expect(found[0]).to.deep.include({ choices: { needs: ['dental-care'] }, day: '2030-09-10', via: 'link' });
    expect(found[0]).to.have.all.keys('_id', 'surveyId', 'schoolId', 'via', 'day', 'choices', 'textIds');
  });

  it('refuse answers to other questions, with a name where none is asked, and before the first day', async () => {
    const { codes } = await opened();
    const by = { name: 'Ana', student: 'Luz', mayBecomeNeeds: true };
    for (const parts of [{ choices: { other: ['yes'] } }, { choices: {} }, { by }])
      expect((await answer(codes['school-0'], parts).expect(400)).body.code).to.equal('invalid-input');
    now = new Date('2030-09-02T03:00:00Z');
    expect((await answer(codes['school-0']).expect(409)).body.code, 'the evening before').to.equal(
      'survey-not-open',
    );
    now = new Date('2030-09-02T13:00:00Z');
    await answer(codes['school-0']).expect(204);
  });

  it('take what was late and what is typed in from paper until they are counted, and nothing afterwards', async () => {
    const { id, codes } = await opened();
    now = new Date('2030-09-25T12:00:00Z');
    const late = randomUUID();
    await answer(codes['school-0'], {}, late).expect(204);
    const sheet = { choices: { needs: ['dental-care'] }, texts: {}, schoolId: 'school-0' };
    await coordinator
      .post(`${SURVEYS}/${id}/answers`)
      .send({ ...sheet, id: randomUUID() })
      .expect(204);
    await leader.post(`${SURVEYS}/${id}/count`).expect(200);
    expect((await answer(codes['school-0']).expect(409)).body.code).to.equal('survey-closed');
    await answer(codes['school-0'], {}, late).expect(204);
    expect((await stored(id)).map(({ via }) => via).sort()).to.deep.equal(['link', 'paper']);
  });

  it('tell their results when they are counted, from ten on; words too, and to whoever may read them', async () => {
    const { id, codes } = await opened();
    const secret = 'My neighbor Zebulon drives us';
    for (let n = 0; n < 12; n += 1)
      await answer(codes['school-0'], { texts: { said: n === 0 ? secret : `Thanks ${n}` } }).expect(204);
    for (let n = 0; n < 11; n += 1)
      await answer(codes['school-0'], { choices: { needs: ['food-pantry'] } }).expect(204);
    await answer(codes['school-1'], { texts: { said: 'Alone' } }).expect(204);
    expect(JSON.stringify(await stored(id))).to.not.include('Zebulon');
    expect((await leader.get(`${SURVEYS}/${id}/texts`).expect(200)).body.items).to.deep.equal([]);
    const before = (await coordinator.get(`${SURVEYS}/${id}`).expect(200)).body;
    expect(before).to.include({ answersFrom: 20 }).and.not.have.property('results');

    const { results } = (await leader.post(`${SURVEYS}/${id}/count`).expect(200)).body;
    expect(results.groups).to.deep.equal([
      {
        schoolIds: ['school-0', 'school-1'],
        answersFrom: 20,
        questions: [
          { id: 'needs', counts: { 'food-pantry': 11, 'dental-care': 13 }, texts: null },
          { id: 'said', counts: {}, texts: 10 },
        ],
      },
    ]);
    const { items } = (await leader.get(`${SURVEYS}/${id}/texts`).expect(200)).body;
    expect(items[0]).to.deep.include({ questionId: 'said', schoolIds: ['school-0', 'school-1'] });
    expect(items[0].texts).to.have.length(13).and.include(secret);
    expect(items[0].texts).to.deep.equal([...items[0].texts].sort((a, b) => a.localeCompare(b)));
    // The words of two schools together are for who leads both.
    expect((await coordinator.get(`${SURVEYS}/${id}/texts`).expect(200)).body.items).to.deep.equal([]);
    const again = (await leader.post(`${SURVEYS}/${id}/count`).expect(200)).body;
    expect(again.results).to.deep.equal(results);

    const ledger = await readLedger(told(), undefined);
    const wished = ledger.items.filter(({ source }) => source === 'survey');
    expect(wished).to.deep.equal([
      { source: 'survey', term: 'dental-care', where: 'several', from: '2030-09', to: '2030-09', times: 13 },
    ]);
  });

  it('wait for whoever leads them while few have answered, when they are over, and with names', async () => {
    await at.deps.db.collection('surveys').deleteMany({});
    const { id, codes } = await opened({ named: true });
    const account = (grant: object) =>
      at.createAccount({ role: 'coordinator', districtId: 'district', ...grant });
    const own = await account({ schoolIds: ['school-0'] });
    const both = await account({ schoolIds: ['school-0', 'school-1'] });
    const waits = (who: typeof own) => waitingSurveys(told(), who);
    expect(await waits(both)).to.deep.equal([]);
    const by = { name: 'Ana', student: 'Luz', mayBecomeNeeds: true };
    await answer(codes['school-0'], { by }).expect(204);
    await answer(codes['school-1'], { by }).expect(204);
    const address = `/surveys/${id}`;
    expect(await waits(own)).to.deep.equal([{ kind: 'survey-names', count: 1, address }]);
    now = new Date('2030-09-18T12:00:00Z');
    const about = { count: 1, oldest: '2030-09-20', address };
    const names = { kind: 'survey-names', count: 2, address };
    expect(await waits(both)).to.deep.equal([{ kind: 'surveys-few', ...about }, names]);
    now = new Date('2030-09-22T12:00:00Z');
    expect(await waits(both)).to.deep.equal([{ kind: 'surveys-to-count', ...about }, names]);
    await leader.post(`${SURVEYS}/${id}/count`).expect(200);
    expect(await waits(both)).to.deep.equal([names]);
  });

  describe('with names', () => {
    const by = { name: 'Ana López', student: 'Luz López', number: 'T-2', mayBecomeNeeds: true };
    const studentId = 'student-00002';

    beforeEach(async () => {
      const sealed = sealNewStudent(at.deps.sealing, studentId, {
        name: { given: 'Luz', family: 'López' },
        contacts: [],
      });
      await at.deps.db
        .collection<{ _id: string }>('students')
        .updateOne({ _id: studentId }, { $set: { ...sealed } as object });
      await changeStudent(at.deps, studentId, { needs: [{ term: 'food-pantry', urgency: 3 }] }, now);
    });

    it('put what is needed into the record of the student whom somebody knows, and forget the name', async () => {
      const { id, codes } = await opened({ named: true });
      const choices = { needs: ['food-pantry', 'dental-care'] };
      await answer(codes['school-0'], { by, choices }).expect(204);
      expect(JSON.stringify(await stored(id))).to.not.include('López');
      const { items } = (await coordinator.get(`${SURVEYS}/${id}/named`).expect(200)).body;
      expect(items).to.have.length(1);
      expect(items[0]).to.deep.include({ schoolId: 'school-0', by, needs: choices.needs });
      expect(await at.deps.db.collection('audit').countDocuments({ action: 'survey-names.read' })).to.equal(
        1,
      );
      const settle = (body: object) =>
        coordinator.post(`/api/v1/survey-answers/${items[0].id}/settle`).send(body);
      await settle({ studentId: 'student-00001' }).expect(404);
      await settle({ studentId }).expect(204);
      expect((await settle({ studentId }).expect(409)).body.code).to.equal('already-settled');
      const record = await at.deps.db.collection<{ _id: string }>('students').findOne({ _id: studentId });
      expect(record).to.deep.include({
        needs: [
          { term: 'food-pantry', urgency: 3 },
          { term: 'dental-care', urgency: 1, source: 'survey', since: '2030-09-10' },
        ],
      });
      expect((await stored(id))[0]).to.not.have.property('sealedBy');
      const entry = await at.deps.db
        .collection('audit')
        .findOne({ action: 'survey-names.settle', studentIds: studentId });
      expect(entry).to.not.equal(null);
    });

    it('keep no name without a need or the word that it may be written down, and none for long', async () => {
      const { id, codes } = await opened({ named: true });
      await answer(codes['school-0'], { by: { ...by, mayBecomeNeeds: false } }).expect(204);
      await answer(codes['school-0'], { by, choices: {}, texts: { said: 'Thanks' } }).expect(204);
      await answer(codes['school-0']).expect(204);
      expect((await stored(id)).filter((each) => each.sealedBy)).to.deep.equal([]);
      await answer(codes['school-0'], { by }).expect(204);
      const [named] = (await coordinator.get(`${SURVEYS}/${id}/named`).expect(200)).body.items;
      await coordinator.post(`/api/v1/survey-answers/${named.id}/leave`).expect(204);
      expect((await coordinator.get(`${SURVEYS}/${id}/named`).expect(200)).body.items).to.deep.equal([]);
      await answer(codes['school-0'], { by }).expect(204);
      const days = at.deps.rules.retention.find(({ kind }) => kind === 'survey-names')!.days;
      const late = new Date(now.getTime() + (days + 1) * 86_400_000);
      expect(await sweepSurveyNames(at.deps, keptUntil(late, { days }))).to.deep.include({
        oldest: '2030-09-10',
      });
      expect((await stored(id)).filter((each) => each.sealedBy)).to.deep.equal([]);
      expect(await stored(id)).to.have.length(5);
    });
  });
});
