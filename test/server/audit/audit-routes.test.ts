import { expect } from 'chai';
import { auditCollections } from '../../../server/audit/audit-collections.ts';
import { auditRoutes } from '../../../server/audit/audit-routes.ts';
import { model } from '../../../server/store/collection.ts';
import { students } from '../../../server/students/student-collection.ts';
import { studentRoutes } from '../../../server/students/student-routes.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { school, student } from '../access/records.ts';
import { put } from '../access/world.ts';

describe('Who has seen a record', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let family: Agent;
  let coordinator: Agent;
  let administrator: Agent;
  before(async () => {
    at = await testApp({
      routes: (deps) => [...studentRoutes(deps), ...auditRoutes(deps)],
      collections: [...auditCollections, students],
    });
    await put(at.deps.db, 'schools', school({ schoolId: 'a', districtId: 'd' }));
    for (const id of ['s1', 's2'])
      await put(at.deps.db, 'students', student({ id, schoolId: 'a', districtId: 'd' }));
    family = await at.signIn({ role: 'family', studentIds: ['s1'] });
    coordinator = await at.signIn({ role: 'coordinator', districtId: 'd', schoolIds: ['a'] });
    administrator = await at.signIn({ role: 'administrator', districtId: 'd' });
    await coordinator.get('/api/v1/students').expect(200);
    await coordinator.get('/api/v1/students/s1').expect(200);
    await coordinator
      .patch('/api/v1/students/s1')
      .send({ languages: ['en', 'so'] })
      .expect(200);
    await at.deps.audit.record({
      action: 'system.disclosure-delivered',
      account: null,
      studentIds: ['s1'],
      why: 'consent',
      disclosure: {
        recipient: { kind: 'organization', id: 'o1', name: 'Riverbend Clinic' },
        records: ['needs'],
        purpose: 'glasses',
        consentId: 'c1',
      },
    });
  });
  after(() => at.close());

  it('is told to the family: who, in which role, why, what changed, and that they looked themselves', async () => {
    const { body } = await family.get('/api/v1/students/s1/disclosures').expect(200);
    const lines = body.accesses.map(({ action, who, why }: Line) => [action, who.roles[0], who.name, why]);
    expect(lines).to.deep.equal([
      ['access-record.read', 'family', 'Person 1', 'own-record'],
      ['student.change', 'coordinator', 'Person 2', 'school-official'],
      ['student.read', 'coordinator', 'Person 2', 'school-official'],
      ['students.list', 'coordinator', 'Person 2', 'school-official'],
    ]);
    expect(body.accesses[1].changes).to.deep.equal([{ field: 'languages', from: ['en'], to: ['en', 'so'] }]);
  });

  it('tells every disclosure in full: to whom, what, for what, under which consent', async () => {
    const { body } = await family.get('/api/v1/students/s1/disclosures').expect(200);
    expect(body.disclosures.map(({ disclosure }: { disclosure: object }) => disclosure)).to.deep.equal([
      {
        recipient: { kind: 'organization', id: 'o1', name: 'Riverbend Clinic' },
        records: ['needs'],
        purpose: 'glasses',
        consentId: 'c1',
      },
    ]);
  });

  it('is a table to take along, with every entry once and the reason in words', async () => {
    const reply = await family.get('/api/v1/students/s1/disclosures.csv').expect(200);
    expect(reply.headers['content-type']).to.match(/^text\/csv/);
    const lines = reply.text.trim().split('\r\n');
    expect(lines.filter((line) => line.includes(',student.change,'))).to.have.length(1);
    expect(reply.text).to.contain(',Riverbend Clinic,needs,glasses,c1');
    expect(reply.text).to.contain('The family or the student read their own record');
  });

  it('is found by the administrator by student, person, action and time', async () => {
    const [change] = await search({ studentId: 's1', action: 'student.change' });
    const byPerson = await search({ accountId: change?.who.accountId, action: 'student.read' });
    expect(byPerson.map(({ students: named }) => named.map(({ localId }) => localId))).to.deep.equal([
      ['s1'],
    ]);
    const now = Date.now();
    const hour = (n: number) => new Date(now + n * 3_600_000).toISOString();
    expect(await search({ action: 'student.change', from: hour(-1), to: hour(1) })).to.have.length(1);
    expect(await search({ action: 'student.change', from: hour(1) })).to.have.length(0);
    expect(await search({ studentId: 's1', to: hour(-1) })).to.have.length(0);
  });

  it('writes the search down too', async () => {
    const before = (await search({ studentId: 's2' })).length;
    expect((await search({ studentId: 's2', action: 'audit.search' })).length).to.be.above(0);
    expect((await search({ studentId: 's2' })).length).to.be.above(before);
  });

  it('goes on page by page without leaving one out or telling one twice', async () => {
    for (let n = 0; n < 120; n += 1)
      await at.deps.audit.record({ action: 'system.many', account: null, studentIds: ['s2'] });
    const seen: number[] = [];
    let before: number | null | undefined;
    do {
      const { body } = await administrator
        .post('/api/v1/audit/search')
        .send({ action: 'system.many', ...(before && { before }) })
        .expect(200);
      seen.push(...body.items.map(({ seq }: { seq: number }) => seq));
      before = body.next;
    } while (before);
    expect(seen).to.have.length(120);
    expect(seen).to.deep.equal([...new Set(seen)].sort((a, b) => b - a));
  });

  it('of a student who is gone still says that, and nothing of what it was', async () => {
    await put(at.deps.db, 'students', student({ id: 'gone', schoolId: 'a', districtId: 'd' }));
    await coordinator
      .patch('/api/v1/students/gone')
      .send({ languages: ['fr'] })
      .expect(200);
    await model(at.deps.db, students).deleteOne({ _id: 'gone' });
    const all = await at.signIn({ role: 'administrator' });
    const { body } = await all.post('/api/v1/audit/search').send({ studentId: 'gone' }).expect(200);
    expect(body.items[0].fields).to.deep.equal(['languages']);
    expect(JSON.stringify(body)).to.not.contain('"fr"');
    expect(
      (await administrator.post('/api/v1/audit/search').send({ studentId: 'gone' })).body.items,
    ).to.deep.equal([]);
  });

  it('refuses a search that is not one', async () => {
    for (const body of [{ from: 'yesterday' }, { action: { $gt: '' } }, { before: 0 }, { else: 1 }])
      await administrator.post('/api/v1/audit/search').send(body).expect(400);
    await family.get('/api/v1/students/s1/disclosures?before=x').expect(400);
  });

  async function search(body: object): Promise<Line[]> {
    return (await administrator.post('/api/v1/audit/search').send(body).expect(200)).body.items;
  }
});

interface Line {
  action: string;
  why: string;
  who: { accountId: string; roles: string[]; name: string };
  students: { localId: string }[];
}
