import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { District } from '../../../core/district/district.ts';
import { MOST_SAMPLES } from '../../../core/imports/import-preview.ts';
import { importCommand } from '../../../scripts/command-line/import-command.ts';
import { directoryCollections } from '../../../server/directory/directory-collections.ts';
import { importCollections } from '../../../server/imports/import-collections.ts';
import type { ImportResult } from '../../../server/imports/import-result.ts';
import { jobCollections } from '../../../server/jobs/job-collection.ts';
import { listJobs } from '../../../server/jobs/job-store.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { runCommand } from '../../scripts/command-line/run-command.ts';
import { testApp } from '../../support/app.ts';

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

const numbers = Array.from({ length: 30 }, (_, n) => n);

const yesterday = {
  'organizations.csv': csv('id,name', 'o1,Library', 'o2,Clinic'),
  'services.csv': csv(
    'id,organization_id,name,fees',
    's1,o1,Reading,Free',
    's2,o2,Counselling,Free',
    's3,o2,Glasses,',
  ),
  'locations.csv': csv(
    'id,organization_id,name,latitude,longitude',
    'l1,o1,Main,38.9,-77.0',
    'l2,o2,North,,',
  ),
  'physical_addresses.csv': csv('id,location_id,address_1,city', 'a2,l2,Confidential,Washington'),
  'service_at_location.csv': csv('id,service_id,location_id', 'x1,s1,l1'),
  'schedules.csv': csv('id,service_id,weekday,opens_at,closes_at', 'h1,s1,Monday,9am,5pm'),
};

const today = {
  ...yesterday,
  'organizations.csv': csv('id,name', 'o1,Library', 'o2,Clinic', 'o3,Food bank'),
  'services.csv': csv(
    'id,organization_id,name,fees',
    's1,o1,Reading friends,Free',
    's2,o2,Counselling,Free',
    ...numbers.map((n) => `n${n},o3,Pantry ${n},`),
  ),
  'locations.csv': csv(
    'id,organization_id,name,latitude,longitude',
    'l1,o1,Main,38.9,-77.0',
    'l2,o2,South,,',
  ),
  'schedules.csv': csv('id,service_id,weekday,opens_at,closes_at', 'h1,s1,Tuesday,9am,5pm'),
};

describe('A dry run of a directory', function () {
  this.timeout(30_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  let folder: string;
  before(async () => {
    at = await testApp({ collections: [...directoryCollections, ...importCollections, ...jobCollections] });
    folder = await mkdtemp(join(tmpdir(), 'trellis-dry-run-'));
    await importFrom(yesterday);
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    await at.close();
  });

  it('tells what would be new, change and be missing, and leaves the database as it is', async () => {
    const stored = await everything();
    const { preview, counts } = await importFrom(today, { 'dry-run': true });
    expect(await everything()).to.deep.equal(stored);
    expect(preview?.tables).to.deep.equal({
      organizations: { added: 1, changed: 0, unchanged: 2, missing: 0 },
      locations: { added: 0, changed: 1, unchanged: 1, missing: 0 },
      services: { added: 30, changed: 1, unchanged: 1, missing: 1 },
      service_at_locations: { added: 0, changed: 0, unchanged: 1, missing: 0 },
    });
    expect(counts.services).to.include({ added: 30, changed: 1, unchanged: 1, refused: 0 });
    const of = (change: string) => preview!.samples.filter((sample) => sample.change === change);
    expect(of('added').filter(({ table }) => table === 'services')).to.have.length(MOST_SAMPLES);
    expect(of('missing').map(({ name }) => name)).to.deep.equal(['Glasses']);
    expect(of('changed')).to.have.length(1);
    expect(of('changed')[0]).to.deep.include({
      table: 'services',
      name: 'Reading friends',
      fields: [{ field: 'name', from: 'Reading', to: 'Reading friends' }, { field: 'schedules' }],
    });
  });

  it('tells what the import then does', async () => {
    const { counts } = await importFrom(today);
    expect(counts.services).to.include({ added: 30, changed: 1, unchanged: 1 });
    const { preview } = await importFrom(today, { 'dry-run': true });
    for (const { added, changed } of Object.values(preview!.tables))
      expect([added, changed]).to.deep.equal([0, 0]);
    expect(preview!.samples.map(({ change }) => change)).to.deep.equal(['missing']);
  });

  it('is refused for what it cannot tell', async () => {
    const leader = await at.signIn('administrator');
    const { body } = await leader
      .post('/api/v1/imports?kind=areas&source=s&filename=s.csv&dryRun=1')
      .send('id,name')
      .expect(400);
    expect(JSON.stringify(body)).to.include('only a directory');
  });

  it('tells of schools what would be new, change and be missing', async () => {
    await saveDistrict(
      at.deps.db,
      District.parse({ id: 'd', name: 'Alder', bounds: [-78, 38, -76, 40], center: [-77, 39] }),
    );
    const schools = (...lines: string[]) => ({ 's.csv': csv('school_id,name,city', ...lines) });
    await importFrom(schools('1,Alder,Mill', '2,Birch,Mill', '3,Cedar,Mill'), {}, 'schools');
    const stored = await everything();
    const next = schools('1,Alder,Mill', '2,Birch,Hill', '4,Dale,Mill');
    const { preview } = await importFrom(next, { 'dry-run': true }, 'schools');
    expect(await everything()).to.deep.equal(stored);
    expect(preview?.tables).to.deep.equal({ schools: { added: 1, changed: 1, unchanged: 1, missing: 1 } });
    expect(preview?.samples.map(({ change, name, fields }) => [change, name, fields])).to.deep.equal([
      ['added', 'Dale', undefined],
      ['changed', 'Birch', [{ field: 'city', from: 'Mill', to: 'Hill' }]],
      ['missing', 'Cedar', undefined],
    ]);
    const { counts } = await importFrom(next, {}, 'schools');
    expect(counts.schools).to.include({ added: 1, changed: 1, unchanged: 1 });
  });

  async function importFrom(
    files: Record<string, string>,
    values: Record<string, string | boolean> = {},
    kind = 'hsds',
  ) {
    const path = join(folder, 'files');
    await rm(path, { recursive: true, force: true });
    await mkdir(path);
    for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
    const { code, said } = await runCommand(at.deps, importCommand, { source: 'dry', ...values }, [
      kind,
      path,
    ]);
    expect(code, said).to.equal(0);
    const [job] = await listJobs(at.deps.db, 'import');
    return job!.result as unknown as ImportResult;
  }

  /** All that is stored, but the jobs themselves and their reports. */
  async function everything(): Promise<Record<string, unknown[]>> {
    const own = ['jobs', 'counters', 'import_findings'];
    const names = (await at.deps.db.listCollections()).map(({ name }) => name).sort();
    const found = names
      .filter((name) => !own.includes(name))
      .map(async (name) => [name, await at.deps.db.collection(name).find().sort({ _id: 1 }).toArray()]);
    const stored = await Promise.all(found);
    return Object.fromEntries(stored.filter(([, records]) => records?.length));
  }
});
