import { expect } from 'chai';
import { auditEntries, entriesOf, type StoredEntry } from '../../../server/audit/audit-collections.ts';
import { auditSigner } from '../../../server/audit/audit-signer.ts';
import { createAuditTrail } from '../../../server/audit/audit-trail.ts';
import { openDetails, openForStudent } from '../../../server/audit/seal-details.ts';
import { model } from '../../../server/store/collection.ts';
import { students } from '../../../server/students/student-collection.ts';
import { testApp } from '../../support/app.ts';
import { hookedDatabase } from '../../workers/hooked-database.ts';
import { student } from '../access/records.ts';
import { put } from '../access/world.ts';
import { faultsOf, readEntries } from './check-chain.ts';
import { ended, startWriter } from './writing-process.ts';

const read = { action: 'student.read', account: null, studentIds: ['s1'] } as const;

describe('The audit trail', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  const signer = () => auditSigner(at.deps.config.keyRing);
  before(async () => {
    at = await testApp({ routes: [], collections: [auditEntries, students] });
    for (const id of ['s1', 's2'])
      await put(at.deps.db, 'students', student({ id, schoolId: 'a', districtId: 'd' }));
  });
  after(() => at.close());
  beforeEach(() =>
    entriesOf(at.deps.db)
      .deleteMany({})
      .then(() => fresh()),
  );

  /** A trail that knows nothing of the entries that another test removed. */
  function fresh(db = at.deps.db) {
    const { sealing, rules, log } = at.deps;
    at.deps.audit = createAuditTrail({ db, sealing, signer: signer(), reasons: rules.reasons, log });
    return at.deps.audit;
  }

  it('writes down who did what, when, with whose eyes and why, and chains it', async () => {
    const account = { id: 'a1', viewedBy: 'boss', grants: [grant('family'), grant('staff'), grant('staff')] };
    await at.deps.audit.record({ ...read, account, why: 'school-official' });
    await at.deps.audit.record({ action: 'system.import', account: null, counts: { students: 3 } });
    const log = await readEntries(at.deps.db);
    expect(faultsOf(log, signer())).to.deep.equal([]);
    expect(log.map(({ seq, action, why, counts }) => ({ seq, action, why, counts }))).to.deep.equal([
      { seq: 1, action: 'student.read', why: 'school-official', counts: undefined },
      { seq: 2, action: 'system.import', why: undefined, counts: { students: 3 } },
    ]);
    expect(log.map(({ actor }) => actor)).to.deep.equal([
      { kind: 'account', accountId: 'a1', viewedBy: 'boss', roles: ['family', 'staff'] },
      { kind: 'system', roles: [] },
    ]);
  });

  it('stores what waits together in one insert', async () => {
    let inserts = 0;
    const count = () => {
      inserts += 1;
    };
    const counted = fresh(hookedDatabase(at.deps.db, auditEntries, 'insertMany', count));
    await Promise.all(Array.from({ length: 300 }, () => counted.record(read)));
    expect(await readEntries(at.deps.db)).to.have.length(300);
    expect(inserts).to.equal(2);
  });

  it('refuses a reason that is in no list', async () => {
    const error = await at.deps.audit.record({ ...read, why: 'because' }).catch((thrown) => thrown);
    expect(error.message).to.contain('reasons.json has no reason because');
    expect(await readEntries(at.deps.db)).to.deep.equal([]);
  });

  it('keeps names, purposes, notes and values of a student so that only the student’s key opens them', async () => {
    const disclosure = {
      recipient: { kind: 'person' as const, name: 'Aunt Petunia' },
      records: ['needs'],
      purpose: 'finding glasses',
    };
    const changes = [{ field: 'languages', from: ['en'], to: ['en', 'so'] }];
    await at.deps.audit.record({ ...read, studentIds: ['s1', 's2'], disclosure, changes, note: 'by phone' });
    const [entry] = await readEntries(at.deps.db);
    expect(JSON.stringify(entry)).to.not.match(/Petunia|glasses|"so"|phone/);
    expect(entry?.fields).to.deep.equal(['languages']);
    expect(entry?.disclosure).to.deep.equal({ recipient: { kind: 'person' }, records: ['needs'] });
    const opened = await openForStudent(at.deps, 's2', [entry!]);
    expect(opened.get(entry!.ref)).to.deep.equal({
      changes,
      recipientName: 'Aunt Petunia',
      purpose: 'finding glasses',
      note: 'by phone',
    });
  });

  it('has nothing left to read of a student who is gone, and the chain holds all the same', async () => {
    await put(at.deps.db, 'students', student({ id: 'gone', schoolId: 'a', districtId: 'd' }));
    const changes = [{ field: 'grade', from: 1, to: 2 }];
    await at.deps.audit.record({ ...read, studentIds: ['gone', 's1'], changes });
    await model(at.deps.db, students).deleteOne({ _id: 'gone' });
    await at.deps.audit.record({ ...read, studentIds: ['gone'], changes });
    const log = await readEntries(at.deps.db);
    expect((await openForStudent(at.deps, 'gone', log)).size).to.equal(0);
    expect((await openForStudent(at.deps, 's1', log)).get(log[0]!.ref)).to.deep.equal({ changes });
    expect(log[1]).to.not.have.property('sealed');
    expect(faultsOf(log, signer())).to.deep.equal([]);
  });

  it('seals what is about no student with the ring', async () => {
    const changes = [{ field: 'name', from: 'Ana', to: 'Ana María' }];
    await at.deps.audit.record({ action: 'accounts.change', account: null, changes });
    const [entry] = await readEntries(at.deps.db);
    expect(JSON.stringify(entry)).to.not.contain('Ana');
    expect((await openDetails(at.deps, [entry!])).get(entry!.ref)).to.deep.equal({ changes });
  });

  it('says 503 when the log cannot be written, and goes on when it can again', async () => {
    let broken = true;
    const trail = fresh(
      hookedDatabase(at.deps.db, auditEntries, 'insertMany', () => {
        if (broken) throw new Error('no more space');
      }),
    );
    const errors = await Promise.all([1, 2].map(() => trail.record(read).catch((error) => error)));
    expect(errors.map(({ status, code }) => [status, code])).to.deep.equal([
      [503, 'log-unavailable'],
      [503, 'log-unavailable'],
    ]);
    broken = false;
    await trail.record(read);
    expect(faultsOf(await readEntries(at.deps.db), signer())).to.deep.equal([]);
  });

  it('counts what is there when the answer to an insert was lost and the insert repeated', async () => {
    let first = true;
    const twice = hookedDatabase(at.deps.db, auditEntries, 'insertMany', async (documents) => {
      if (first) await entriesOf(at.deps.db).insertMany(documents as StoredEntry[]);
      first = false;
    });
    await fresh(twice).record(read);
    expect(await readEntries(at.deps.db)).to.have.length(1);
  });

  it('is one chain when two processes write at the same time, with every entry once', async () => {
    const writers = [startWriter(at.deps.config, 150), startWriter(at.deps.config, 150)];
    const own = Promise.all(Array.from({ length: 50 }, () => at.deps.audit.record(read)));
    expect(await Promise.all(writers.map(ended))).to.deep.equal([0, 0]);
    await own;
    const log = await readEntries(at.deps.db);
    expect(faultsOf(log, signer())).to.deep.equal([]);
    expect(log).to.have.length(350);
    expect(new Set(log.map(({ ref }) => ref)).size).to.equal(350);
  });

  it('keeps what it has promised when a process is killed, and the chain goes on', async () => {
    const writer = startWriter(at.deps.config, 100_000);
    const promised: string[] = [];
    await new Promise<void>((resolve) => {
      writer.on('message', (id) => {
        promised.push(String(id));
        if (promised.length === 100) resolve();
      });
    });
    writer.kill('SIGKILL');
    await ended(writer);
    await at.deps.audit.record(read);
    const log = await readEntries(at.deps.db);
    expect(faultsOf(log, signer())).to.deep.equal([]);
    const kept = new Set(log.flatMap(({ studentIds }) => studentIds));
    expect(promised.filter((id) => !kept.has(id))).to.deep.equal([]);
    expect(log.at(-1)?.studentIds).to.deep.equal(['s1']);
  });
});

function grant(role: 'family' | 'staff') {
  return { role, schoolIds: [], organizationIds: [], studentIds: [] };
}
