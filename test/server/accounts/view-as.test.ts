import { expect } from 'chai';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { type Agent, signInWith, testApp } from '../../support/app.ts';
import { school, student } from '../access/records.ts';
import { put } from '../access/world.ts';

const SESSION = '/api/v1/session';
const why = 'She cannot find her list of students.';
const MINUTE = 60_000;

describe('Looking through another’s eyes', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let now: number;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    for (const [schoolId, districtId] of [
      ['oak', 'north'],
      ['elm', 'north'],
      ['fir', 'south'],
    ] as const) {
      await put(at.deps.db, 'schools', school({ schoolId, districtId }));
      await put(at.deps.db, 'students', student({ id: `student-${schoolId}`, schoolId, districtId }));
    }
  });
  beforeEach(() => {
    now = Date.now();
    at.deps.clock = () => new Date(now);
  });
  after(() => at.close());

  const coordinator = (schoolId = 'oak', districtId = 'north') =>
    at.createAccount({ role: 'coordinator', districtId, schoolIds: [schoolId] });

  async function look(agent: Agent, id: string) {
    const { body } = await agent.post(`/api/v1/accounts/${id}/view-as`).send({ why }).expect(200);
    agent.set('x-csrf-token', body.csrfToken);
    return body;
  }

  it('shows what the other sees, and no more', async () => {
    const { id, name } = await coordinator();
    const agent = await at.signIn('administrator');
    const session = await look(agent, id);
    expect(session.account).to.include({ id, name });
    expect(session.viewing).to.include({ name, over: false });
    await agent.get('/api/v1/students/student-oak').expect(200);
    await agent.get('/api/v1/students/student-elm').expect(404);
    await agent.get('/api/v1/accounts').expect(403);
  });

  it('changes nothing, not even by what the other may do', async () => {
    const { id } = await coordinator();
    const agent = await at.signIn('administrator');
    await look(agent, id);
    await agent
      .patch('/api/v1/students/student-oak')
      .send({ travelModes: ['walk'] })
      .expect(403);
    await agent.patch('/api/v1/own-account').send({ name: 'Other' }).expect(403);
    await agent.post('/api/v1/own-account/second-factor').expect(403);
    await agent.delete('/api/v1/own-account/sessions').expect(403);
  });

  it('is written down when it begins, with its reason sealed, and in each reading with both', async () => {
    const { id } = await coordinator();
    const account = await at.createAccount('administrator');
    const agent = await signInWith(at.visitor(), account.email);
    await look(agent, id);
    await agent.get('/api/v1/students/student-oak').expect(200);
    const log = at.deps.db.collection('audit');
    const begun = await log.findOne({ action: 'accounts.view-as', 'actor.accountId': account.id });
    expect(begun?.on).to.deep.equal({ kind: 'account', id });
    expect(JSON.stringify(begun)).not.to.include('students.');
    const reading = await log.findOne({ action: 'student.read', 'actor.accountId': id });
    expect(reading?.actor).to.include({ accountId: id, viewedBy: account.id });
  });

  it('ends when it is stopped, and gives the own eyes back', async () => {
    const { id } = await coordinator();
    const account = await at.createAccount('administrator');
    const agent = await signInWith(at.visitor(), account.email);
    const session = await look(agent, id);
    const { body } = await agent.delete(`${SESSION}/view-as`).expect(200);
    expect(body.account).to.include({ id: account.id });
    expect(body).not.to.have.property('viewing');
    await agent
      .set('x-csrf-token', session.csrfToken)
      .patch('/api/v1/own-account')
      .send({ name: 'Old page' })
      .expect(403);
  });

  it('is over after half an hour: then nothing opens until it is stopped', async () => {
    const { id } = await coordinator();
    const agent = await at.signIn('administrator');
    await look(agent, id);
    now += 30 * MINUTE;
    await agent.get('/api/v1/students/student-oak').expect(401);
    expect((await agent.get(SESSION)).body.viewing).to.include({ over: true });
    const { body } = await agent.delete(`${SESSION}/view-as`).expect(200);
    expect(body.account.grants[0].role).to.equal('administrator');
  });

  it('is over at once when the other is switched off, or becomes an administrator', async () => {
    for (const change of [{ active: false }, { grants: [{ role: 'administrator' }] }]) {
      const { id } = await coordinator();
      const agent = await at.signIn('administrator');
      await look(agent, id);
      const other = await at.signIn('administrator');
      await other.patch(`/api/v1/accounts/${id}`).send(change).expect(200);
      expect((await agent.get(SESSION)).body).to.deep.include({ account: null });
    }
  });

  it('is not for administrators’ accounts, nor for another district’s', async () => {
    const agent = await at.signIn({ role: 'administrator', districtId: 'north' });
    const [boss, stranger, hidden] = [
      await at.createAccount({ role: 'administrator', districtId: 'north' }),
      await coordinator('fir', 'south'),
      await coordinator('fir', 'north'),
    ];
    const statuses: number[] = [];
    for (const { id } of [boss, stranger, hidden])
      statuses.push((await agent.post(`/api/v1/accounts/${id}/view-as`).send({ why })).status);
    expect(statuses).to.deep.equal([409, 404, 404]);
  });

  it('asks for a reason', async () => {
    const { id } = await coordinator();
    const agent = await at.signIn('administrator');
    await agent.post(`/api/v1/accounts/${id}/view-as`).send({ why: ' ' }).expect(400);
  });

  it('cannot be had by giving one’s own district’s name to another’s school or student', async () => {
    const agent = await at.signIn({ role: 'administrator', districtId: 'north' });
    const { id } = await coordinator();
    for (const part of [
      { schoolIds: ['fir'] },
      { studentIds: ['student-fir'] },
      { schoolIds: ['unknown'] },
    ]) {
      const grants = [{ role: 'family', districtId: 'north', ...part }];
      const reply = await agent.patch(`/api/v1/accounts/${id}`).send({ grants });
      expect([reply.status, reply.body.code]).to.deep.equal([403, 'out-of-scope']);
    }
  });
});
