import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { AuditEntry } from '../../../core/audit/entry.ts';
import { districtCommand } from '../../../scripts/command-line/district-command.ts';
import { importCommand } from '../../../scripts/command-line/import-command.ts';
import { openDetails } from '../../../server/audit/seal-details.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { runCommand } from '../../scripts/command-line/run-command.ts';
import { testApp } from '../../support/app.ts';
import { organization, school, service } from '../access/records.ts';
import { put } from '../access/world.ts';
import { readEntries } from './check-chain.ts';

describe('What is changed', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let folder: string;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    folder = await mkdtemp(join(tmpdir(), 'trellis-audit-'));
    await runCommand(at.deps, districtCommand, { name: 'Prairie', bounds: '-125,24,-66,50' });
    await put(at.deps.db, 'schools', school({ schoolId: 'cedar', districtId: 'district' }));
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    await at.close();
  });

  it('by an import is in the log: which students are new, and which fields of which others change', async () => {
    const first = await importStudents('1,cedar,3,en,Ana\n2,cedar,4,en,Ben\n');
    expect(first).to.have.length(1);
    expect(first[0]?.studentIds).to.have.length(2);
    expect([first[0]?.counts, first[0]?.fieldsOfMany]).to.deep.equal([{ added: 2, changed: 0 }, []]);

    expect(await importStudents('1,cedar,3,en,Ana\n2,cedar,4,en,Ben\n'), 'nothing changed').to.deep.equal([]);

    const [change, ...more] = await importStudents('1,cedar,5,en,Ana\n2,cedar,4,en,Ben\n');
    expect(more).to.deep.equal([]);
    const [group] = change?.fieldsOfMany ?? [];
    expect(group?.fields).to.include('grade').and.not.include('languages');
    expect(group?.studentIds).to.deep.equal(change?.studentIds).and.have.length(1);
    expect(change?.on?.kind).to.equal('import');
    expect(JSON.stringify(change)).to.not.match(/Ana|Ben/);
  });

  it('of the district’s settings is in the log, from what to what', async () => {
    const { db, sealing } = at.deps;
    await runCommand(at.deps, districtCommand, { units: 'kilometers' });
    const entry = (await readEntries(db)).findLast(({ action }) => action === 'system.settings');
    const details = await openDetails({ db, sealing }, [entry!]);
    expect(details.get(entry!.ref)?.changes).to.deep.equal([
      { field: 'units', from: 'miles', to: 'kilometers' },
    ]);
  });

  it('of free places is in the log, with who said so', async () => {
    await put(at.deps.db, 'organizations', organization({ organizationId: 'o1' }));
    await put(at.deps.db, 'services', service({ id: 'service-1', organizationId: 'o1' }));
    const partner = await at.signIn({ role: 'partner', organizationIds: ['o1'] });
    await partner.patch('/api/v1/services/service-1/capacity').send({ available: 3 }).expect(200);
    const entry = (await readEntries(at.deps.db)).at(-1);
    expect([entry?.action, entry?.on, entry?.fields, entry?.actor.roles]).to.deep.equal([
      'capacity.change',
      { kind: 'service', id: 'service-1' },
      ['available'],
      ['partner'],
    ]);
  });

  /** The entries that an import of these rows makes. */
  async function importStudents(rows: string): Promise<AuditEntry[]> {
    const before = (await readEntries(at.deps.db)).length;
    const path = join(folder, 'students.csv');
    await writeFile(path, `student_id,school,grade,languages,first_name\n${rows}`);
    const { code } = await runCommand(at.deps, importCommand, { source: 'sis' }, ['students', path]);
    expect(code).to.equal(0);
    return (await readEntries(at.deps.db)).slice(before);
  }
});
