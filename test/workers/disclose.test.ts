import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { checkConsent } from '../../server/consents/check-consent.ts';
import { consents } from '../../server/consents/consent-collection.ts';
import { insertConsent, markWithdrawn } from '../../server/consents/consent-store.ts';
import { withdrawConsent } from '../../server/consents/withdraw-consent.ts';
import type { Deps } from '../../server/deps.ts';
import { deliverDisclosure } from '../../server/disclosures/deliver-disclosure.ts';
import { type DisclosureRecord, disclosures } from '../../server/disclosures/disclosure-collection.ts';
import { readDisclosure } from '../../server/disclosures/disclosure-store.ts';
import { sendDisclosure } from '../../server/disclosures/send-disclosure.ts';
import { model } from '../../server/store/collection.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { readNamedStudent } from '../../server/students/named-student-store.ts';
import { askAgainForDisclosures } from '../../workers/disclose.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { organization, school, service, student } from '../server/access/records.ts';
import { signedForm } from '../server/access/shared-records.ts';
import { put } from '../server/access/world.ts';
import { testApp } from '../support/app.ts';
import { endWorker, startWorker } from '../support/worker-process.ts';
import { hookedDatabase } from './hooked-database.ts';

const SHARED = { studentId: 'student', organizationId: 'org', records: ['needs'] };

describe('Handing over what was shared', function () {
  this.timeout(60_000);
  let deps: Deps;
  let close: () => Promise<void>;
  let consentId = '';

  beforeEach(async () => {
    ({ deps, close } = await testApp({ collections: [...allCollections], env: { JOB_LOCK_MS: '1000' } }));
    const place = { districtId: 'district', schoolId: 'school' };
    await put(deps.db, 'schools', school(place));
    await put(deps.db, 'students', student({ ...place, id: 'student' }));
    await put(deps.db, 'organizations', organization({ organizationId: 'org' }));
    await put(deps.db, 'services', service({ id: 'service', organizationId: 'org' }));
    consentId = await consent();
  });
  afterEach(() => close());

  async function consent(): Promise<string> {
    const by = { accountId: 'somebody', now: deps.clock() };
    const signed = await signedForm(deps, SHARED);
    const given = await checkConsent(deps, (await readNamedStudent(deps, 'student'))!, signed, by);
    await insertConsent(deps.db, given);
    return given.id;
  }
  const send = async () => {
    const asked = { organizationId: 'org', records: ['needs' as const], purpose: 'give-help' };
    const by = { accountId: 'somebody', now: deps.clock() };
    return (await sendDisclosure(deps, (await readNamedStudent(deps, 'student'))!, asked, by)).id;
  };
  const withdraw = (at: Deps = deps) =>
    withdrawConsent(at, { studentId: 'student', id: consentId }, { accountId: 'family', now: deps.clock() });
  const handedOver = () =>
    deps.db.collection('audit').countDocuments({ action: 'system.disclosure-delivered' });
  const statuses = async () => {
    const all = await model<DisclosureRecord>(deps.db, disclosures).find().lean();
    return all.map(({ status }) => status);
  };
  /** Asks until it is so; the test's own limit ends it otherwise. */
  const until = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo())) await setTimeout(20);
  };
  const noneWaits = async () => !(await statuses()).includes('queued');

  it('is done by the worker, once, however often it is asked for', async () => {
    const id = await send();
    runTasks(deps);
    await until(noneWaits);
    const delivered = await readDisclosure(deps.db, id);
    await deliverDisclosure(deps, id);
    expect(await readDisclosure(deps.db, id)).to.deep.equal(delivered);
    expect(delivered).to.deep.include({ status: 'delivered', consentIds: [consentId] });
    expect(await handedOver()).to.equal(1);
  });

  it('does not happen when the consent is withdrawn while it waits', async () => {
    const id = await send();
    await withdraw();
    expect(await statuses(), 'at once, without any worker').to.deep.equal(['cancelled']);
    runTasks(deps);
    await until(async () => (await deps.queues.open('disclosures').count()) === 0);
    await deliverDisclosure(deps, id);
    expect(await readDisclosure(deps.db, id)).to.include({
      status: 'cancelled',
      cancelledBecause: 'withdrawn',
    });
    expect(await handedOver()).to.equal(0);
  });

  it('does not happen when whoever withdrew died right after the consent was marked', async () => {
    const id = await send();
    const at = deps.clock().toISOString();
    await markWithdrawn(deps.db, 'student', consentId, { withdrawnAt: at, withdrawnBy: 'family' });
    await deliverDisclosure(deps, id);
    expect(await readDisclosure(deps.db, id)).to.include({
      status: 'cancelled',
      cancelledBecause: 'no-consent',
    });
    expect(await handedOver()).to.equal(0);
  });

  it('does not happen when the withdrawal falls between the last check and the last write', async () => {
    const id = await send();
    let withdrawn = false;
    const db = hookedDatabase(deps.db, disclosures, 'updateOne', async () => {
      if (withdrawn) return;
      withdrawn = true;
      await withdraw();
    });
    await deliverDisclosure({ ...deps, db }, id);
    expect(withdrawn).to.equal(true);
    const found = await readDisclosure(deps.db, id);
    expect(found).to.include({ status: 'cancelled', cancelledBecause: 'withdrawn' });
    expect(found).to.not.have.property('sealedContent');
  });

  it('does not happen when the log cannot be written, and is done when it can be again', async () => {
    const id = await send();
    const audit = { record: () => Promise.reject(new Error('no room')) };
    const failed = await deliverDisclosure({ ...deps, audit }, id).catch((error: Error) => error.message);
    expect(failed).to.equal('no room');
    expect(await statuses()).to.deep.equal(['queued']);
    await deliverDisclosure(deps, id);
    expect(await statuses()).to.deep.equal(['delivered']);
  });

  it('is asked for again when its task was lost', async () => {
    await send();
    await deps.queues.open('disclosures').empty();
    expect(await askAgainForDisclosures(deps), 'too early').to.equal(0);
    const later = { ...deps, clock: () => new Date(Date.now() + 60_000) };
    expect(await askAgainForDisclosures(later)).to.equal(1);
    runTasks(deps);
    await until(noneWaits);
    expect(await statuses()).to.deep.equal(['delivered']);
  });

  it('is finished by another worker when the first is killed in the middle', async () => {
    await insertMany(150);
    const first = await startWorker(deps.config);
    await until(async () => (await statuses()).includes('delivered'));
    await endWorker(first, 'SIGKILL');
    expect(await statuses()).to.include('queued');
    const second = await startWorker(deps.config);
    await until(noneWaits);
    await endWorker(second);
    expect(new Set(await statuses())).to.deep.equal(new Set(['delivered']));
    expect(await handedOver(), 'never not in the log').to.be.at.least(150);
  });

  it('stops at the withdrawal with two workers at work: what came before closes, what waited never goes', async () => {
    await insertMany(120);
    const workers = await Promise.all([startWorker(deps.config), startWorker(deps.config)]);
    await until(async () => (await statuses()).includes('delivered'));
    await withdraw();
    const atOnce = await statuses();
    expect(atOnce).to.not.include('queued');
    await until(async () => (await deps.queues.open('disclosures').count()) === 0);
    await Promise.all(workers.map((worker) => endWorker(worker)));
    expect((await statuses()).sort()).to.deep.equal(atOnce.sort());
    expect(new Set(atOnce)).to.deep.equal(new Set(['delivered', 'cancelled']));
    const [stored] = await model(deps.db, consents).find().lean();
    expect(stored).to.have.property('withdrawnAt');
  });

  /** As if so many had been sent; asked for in one go, so that they wait together. */
  async function insertMany(count: number): Promise<void> {
    const now = deps.clock().toISOString();
    const ids = Array.from({ length: count }, () => randomUUID());
    const records = ids.map((_id) => ({
      _id,
      studentId: 'student',
      schoolId: 'school',
      organizationId: 'org',
      records: ['needs'],
      purpose: 'give-help',
      consentIds: [consentId],
      status: 'queued',
      requestedAt: now,
      requestedBy: 'somebody',
    }));
    await model(deps.db, disclosures).collection.insertMany(records as never);
    await Promise.all(ids.map((jobId) => deps.queues.ask('disclosures', 'deliver', { jobId })));
  }
});
