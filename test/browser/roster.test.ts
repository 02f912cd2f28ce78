import { buffer } from 'node:stream/consumers';
import { expect } from 'chai';
import { ZipFile } from 'yazl';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { listJobs } from '../../server/jobs/job-store.ts';
import { leaveRoll } from '../../server/students/leave-roll.ts';
import { type Pupil, rosterFiles } from '../server/rosters/roster-files.ts';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { littleTown, storeTown } from '../support/little-town.ts';
import { ownSite } from '../support/own-site.ts';

const PUPILS: Pupil[] = [0, 1, 2, 3].map((n) => ({ id: `u-${n}`, org: ['o-0', 'o-1', 'gotham'][n % 3]! }));

async function roster(): Promise<Buffer> {
  const zip = new ZipFile();
  const files = rosterFiles(PUPILS, {
    orgs: [
      ['o-0', 'School 0'],
      ['o-1', 'School 1'],
      ['gotham', 'Gotham High'],
    ],
  });
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

describeInBrowser('A roster', () => {
  let at: Awaited<ReturnType<typeof ownSite>>;
  before(async () => {
    const town = littleTown({ studentCount: 1, offerCount: 1 });
    at = await ownSite({ districtId: 'district', fill: (db) => storeTown(db, town) });
  });
  after(() => at?.close());

  it('is tried, seen school by school, and then imported without choosing the file again', async function () {
    this.timeout(120_000);
    const page = await (await at.openAs('administrator')).newPage();
    const brought = () => at.deps.db.collection('students').countDocuments({ 'source.system': 'Our SIS' });

    await page.goto('/import?kind=oneroster');
    await page.getByLabel('Name of the source').fill('Our SIS');
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'roster.zip', mimeType: 'application/zip', buffer: await roster() });
    expect(await page.getByLabel('Try it first').isChecked()).to.equal(true);
    await expectAccessible(page);
    await screenshot(page, 'roster-options');
    await page.getByRole('button', { name: 'Import', exact: true }).click();

    await page.getByText('This is what would happen. Nothing was stored.').waitFor();
    await page.getByText('1 student waits: we do not know the school.').waitFor();
    await page.getByRole('row', { name: /School 0 2/ }).waitFor();
    expect(await brought()).to.equal(0);
    await expectAccessible(page);
    await screenshot(page, 'roster-tried');
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await screenshot(page, 'roster-tried-phone');

    await page.getByRole('button', { name: 'Import it now' }).click();
    await page.getByText('Nothing was stored').waitFor({ state: 'hidden' });
    const [newest] = await listJobs(at.deps.db, 'import');
    await jobEnd(at.deps, newest?.id ?? '');
    await page.getByRole('row', { name: /School 0 2/ }).waitFor();
    expect(await brought()).to.equal(3);

    const [gone] = await at.deps.db.collection('students').find({ 'source.id': 'u-0' }).toArray();
    await leaveRoll(at.deps.db, [String(gone?._id)], '2031-06-20T12:00:00.000Z');
    await page.goto('/schools/school-0');
    const student = page.getByRole('link', { name: /Ana López.*u-0/ });
    await page.getByRole('link', { name: /u-3/ }).waitFor();
    expect(await student.count()).to.equal(0);
    await page.getByLabel('Show those who have left').check();
    await screenshot(page, 'students-left');
    await student.click();
    await page.getByText(/Left the school, by the list of Jun/).waitFor();
  });
});
