import { expect } from 'chai';
import { beginJob, completeJob, createJob, failJob } from '../../../server/jobs/job-store.ts';
import { type Agent, signInWith } from '../../support/app.ts';
import { put } from '../access/world.ts';
import { recorded, sharedTown, TERMS, TODAY } from '../consents/shared-town.ts';

const ENDS = '2026-11-30';

describe('What waits on Today', () => {
  let town: Awaited<ReturnType<typeof sharedTown>>;
  before(async () => {
    town = await sharedTown();
  });
  after(() => town.close());

  async function waiting(agent: Agent, kind: string): Promise<object | undefined> {
    const { body } = await agent.get('/api/v1/home').expect(200);
    return body.items.find((item: { kind: string }) => item.kind === kind);
  }

  it('is a consent that ends, for the school and for the family, until a longer one is there', async () => {
    await recorded(town.coordinator, {}, { ...TERMS, expiresAt: ENDS });
    const expected = {
      kind: 'consents-ending',
      count: 1,
      oldest: ENDS,
      address: '/students/student/consents',
    };
    expect(await waiting(town.coordinator, 'consents-ending')).to.deep.equal(expected);
    expect(await waiting(town.family, 'consents-ending')).to.deep.equal(expected);
    const { body } = await town.coordinator.get('/api/v1/consents/ending').expect(200);
    expect(body.items).to.have.length(1);
    expect(body.items[0]).to.include({ id: 'student', name: 'Zephyrine Quillfeather', expiresAt: ENDS });
    const elsewhere = await town.signIn({
      role: 'coordinator',
      districtId: 'district',
      schoolIds: ['next'],
    });
    expect(await waiting(elsewhere, 'consents-ending')).to.equal(undefined);
    expect((await elsewhere.get('/api/v1/consents/ending').expect(200)).body.items).to.deep.equal([]);
    await recorded(town.coordinator);
    expect(await waiting(town.coordinator, 'consents-ending')).to.equal(undefined);
  });

  it('is a shared record that is closed, for the partner, until its own copy is deleted', async () => {
    const { id } = await recorded(town.coordinator, {}, { ...TERMS, expiresAt: ENDS });
    await put(town.deps.db, 'disclosures', {
      id: 'shared',
      studentId: 'student',
      schoolId: 'school',
      organizationId: 'org',
      records: ['needs'],
      purpose: 'give-help',
      consentIds: [id],
      status: 'delivered',
      requestedAt: '2026-11-10T15:00:00.000Z',
      requestedBy: 'somebody',
    });
    expect(await waiting(town.partner, 'shared-to-delete'), 'still open').to.equal(undefined);
    town.goTo('2026-12-01');
    expect(await waiting(town.partner, 'shared-to-delete')).to.include({ count: 1, address: '/shared' });
    expect(await waiting(town.otherPartner, 'shared-to-delete')).to.equal(undefined);
    await town.partner.post('/api/v1/disclosures/shared/confirm-deletion').expect(200);
    expect(await waiting(town.partner, 'shared-to-delete')).to.equal(undefined);
  });

  it('is what one began oneself and did not end well', async () => {
    town.goTo(TODAY);
    const { id: accountId, email } = await town.createAccount('administrator');
    const agent = await signInWith(town.visitor(), email);
    const { db } = town.deps;
    const of = async (source: string, findings: number) => {
      const params = { kind: 'students', source, filename: 'roster.csv' };
      const { id } = await createJob(db, { kind: 'import', params, step: 'waiting', accountId });
      await beginJob(db, id);
      await completeJob(db, id, { findings });
      return id;
    };
    const first = await of('roster', 2);
    const failed = await createJob(db, { kind: 'match', params: {}, step: 'waiting', accountId });
    await failJob(db, failed.id, 'The work could not be finished.');
    expect(await waiting(agent, 'imports-findings')).to.include({ count: 1, address: `/import/${first}` });
    expect(await waiting(agent, 'runs-failed')).to.include({ count: 1, address: `/runs/${failed.id}` });
    await of('library', 1);
    expect(await waiting(agent, 'imports-findings')).to.include({ count: 2, address: '/import' });
    const somebodyElse = await town.signIn('administrator');
    expect(await waiting(somebodyElse, 'imports-findings')).to.equal(undefined);
  });
});
