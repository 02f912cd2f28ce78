import { Readable } from 'node:stream';
import { expect } from 'chai';
import type { RoleGrant } from '../../core/accounts/role.ts';
import { accountStore } from '../../server/accounts/account-store.ts';
import { startGapRun } from '../../server/gaps/start-gap-run.ts';
import { startImport } from '../../server/imports/start-import.ts';
import { readJob } from '../../server/jobs/job-store.ts';
import { startMatchRun } from '../../server/matches/start-match-run.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { computeGapRun } from '../../workers/compute-gaps.ts';
import { runImport } from '../../workers/import.ts';
import { beginMatchRun } from '../../workers/match-begin.ts';
import { testApp } from '../support/app.ts';
import { littleTown, storeTown } from '../support/little-town.ts';

const OWN = { districtId: 'district', schoolIds: ['school-0'] };
const ROSTER = { kind: 'students', source: 'sis', filename: 'students.csv' } as const;

describe('A job whose asker lost the right to it before it began', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  beforeEach(async () => {
    at = await testApp({ collections: [...allCollections] });
    await storeTown(at.deps.db, littleTown());
  });
  afterEach(() => at.close());

  async function demoted(role: RoleGrant['role']): Promise<string> {
    const { id } = await at.createAccount({ role, ...OWN });
    await accountStore(at.deps.db).update(id, { grants: [] });
    return id;
  }
  const endOf = async (jobId: string) => {
    const job = await readJob(at.deps.db, jobId);
    return `${job?.status}: ${job?.error}`;
  };
  const REFUSED = 'failed: The account that asked for this may no longer do it. Nothing was changed.';

  it('matches nobody', async () => {
    const accountId = await demoted('coordinator');
    const scope = { scope: 'school', schoolId: 'school-0' } as const;
    const job = await startMatchRun(at.deps, scope, { ...OWN, accountId });
    await beginMatchRun(at.deps, job.id);
    expect(await endOf(job.id)).to.equal(REFUSED);
  });

  it('imports nothing and keeps no file', async () => {
    const accountId = await demoted('administrator');
    const job = await startImport(at.deps, ROSTER, Readable.from([Buffer.from('id,grade\n1,2\n')]), {
      accountId,
      districtId: 'district',
    });
    await runImport(at.deps, job.id);
    expect(await endOf(job.id)).to.equal(REFUSED);
    expect(await at.deps.db.collection('uploads.files').countDocuments()).to.equal(0);
  });

  it('measures nothing once the account is switched off', async () => {
    const { id } = await at.createAccount('staff');
    await accountStore(at.deps.db).update(id, { active: false });
    const params = { terms: ['food-pantry'], minutes: 30, mode: 'car', demand: 'students' } as never;
    const job = await startGapRun(at.deps, params, id);
    await computeGapRun(at.deps, job.id);
    expect(await endOf(job.id)).to.equal(REFUSED);
  });
});
