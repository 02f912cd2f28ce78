import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ZipFile } from 'yazl';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { listJobs } from '../../server/jobs/job-store.ts';
import { saveDistrict } from '../../server/settings/district-store.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { leaveRoll } from '../../server/students/leave-roll.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { district } from '../server/access/records.ts';
import { type Pupil, rosterFiles } from '../server/rosters/roster-files.ts';
import { TEST_PASSWORD, testApp } from '../support/app.ts';
import {
  closeWindows,
  DESKTOP,
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  openBrowser,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { littleTown, storeTown } from '../support/little-town.ts';

const webDir = process.env.WEB_DIR ?? fileURLToPath(new URL('../../web/dist', import.meta.url));

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
  let at: Awaited<ReturnType<typeof testApp>>;
  let browser: Browser;
  before(async () => {
    [at, browser] = await Promise.all([
      testApp({ collections: [...allCollections], env: { WEB_DIR: webDir } }),
      openBrowser(),
    ]);
    await saveDistrict(at.deps.db, district('district'));
    await storeTown(at.deps.db, littleTown({ studentCount: 1, offerCount: 1 }));
    runTasks(at.deps);
  });
  after(async () => {
    await closeWindows(browser);
    await at.close();
  });

  it('is tried, seen school by school, and then imported without choosing the file again', async function () {
    this.timeout(120_000);
    const { email } = await at.createAccount('administrator');
    const context = await browser.newContext({
      baseURL: at.url,
      viewport: DESKTOP,
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    await context.request.post('/api/v1/session', { data: { email, password: TEST_PASSWORD } });
    const page = await context.newPage();
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
