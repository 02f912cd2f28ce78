import { expect } from 'chai';
import type { Page } from 'playwright-core';
import {
  DESKTOP,
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { ownSite } from '../support/own-site.ts';

const table = (about: string, column = 'Anlaufstelle') => ({
  name: 'clinics.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      `${column},Street,Lat,Lon,Phone,Type,About,Remarks`,
      `North clinic,1 Elm St,40.5,-96.5,402-555-0101,Food Pantry,${about},for us alone`,
      'South clinic,9 Oak St,40.51,-96.51,555,Walk-in eyes,,for us alone',
    ].join('\n'),
  ),
});

describeInBrowser('A table that nobody has seen before', () => {
  let at: Awaited<ReturnType<typeof ownSite>>;
  before(async () => {
    at = await ownSite({ districtId: 'district' });
  });
  after(() => at?.close());

  async function choose(page: Page, file: ReturnType<typeof table>): Promise<void> {
    await page.goto('/import?kind=directory-table');
    await page.getByLabel('Name of the source').fill('Clinics');
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByRole('heading', { name: 'What the columns are' }).waitFor();
  }

  it('is mapped, tried, imported, corrected, imported again with what was corrected kept, and merged', async function () {
    this.timeout(120_000);
    const context = await at.openAs('community-leader');
    const page = await context.newPage();

    await choose(page, table('Open to all.'));
    await page.getByText('Still needed: Name of the service or Organization').waitFor();
    await page.getByRole('button', { name: 'Save & import' }).click();
    await page.getByRole('alert').getByText('Still needed').waitFor();
    await page.getByLabel('What is “Anlaufstelle”?').selectOption('Name of the service');
    await page.getByLabel('What is “Remarks”?').selectOption('Leave out');
    await page.getByLabel('Organization', { exact: true }).fill('County Health');
    await page.getByLabel('What is “Walk-in eyes” in our words?').selectOption('vision-glasses');
    expect(await page.getByLabel('What is “Food Pantry” in our words?').inputValue()).to.equal('food-pantry');
    await page.getByText('1 row: This does not look like a telephone number.').waitFor();
    await page.getByRole('cell', { name: 'South clinic', exact: true }).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'import-mapping');
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await screenshot(page, 'import-mapping-phone');
    await page.getByRole('button', { name: 'Save & import' }).click();
    await page.getByRole('heading', { name: 'What came in' }).waitFor();
    const services = await at.deps.db.collection('services').find().toArray();
    expect(services.map(({ terms }) => terms)).to.deep.equal([['food-pantry'], ['vision-glasses']]);
    expect(JSON.stringify(services)).not.to.contain('for us alone');

    await page.setViewportSize(DESKTOP);
    await page.goto(`/services/${services[0]!._id}`);
    await page.getByRole('link', { name: 'Correct this' }).click();
    await page.getByRole('button', { name: 'Description: correct' }).click();
    await page.getByRole('textbox', { name: 'Description' }).fill('Open to everybody.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Description: saved.').waitFor();

    await choose(page, table('Closed on Sundays.', 'Clinic'));
    await page.getByText('Not in the file any more: Anlaufstelle').waitFor();
    await page.getByText('New in this file: Clinic.').waitFor();
    expect(await page.getByLabel('What is “Remarks”?').inputValue()).to.equal('-');
    await page.getByLabel('What is “Clinic”?').selectOption('Name of the service');
    await page.getByRole('button', { name: 'Save & import' }).click();
    await page.getByRole('heading', { name: 'What came in' }).waitFor();
    const again = await at.deps.db.collection('services').find().toArray();
    expect(again.map(({ description }) => description)).to.deep.equal(['Open to everybody.', '']);
    await page.goto('/verify?show=proposals');
    await page.getByText('Closed on Sundays.').waitFor();

    const [keep, drop] = again.map(({ _id }) => String(_id));
    const { csrfToken } = await (await context.request.get('/api/v1/session')).json();
    const headers = { 'x-csrf-token': csrfToken };
    const merged = await context.request.post('/api/v1/merges', {
      headers,
      data: { kind: 'service', keep, drop },
    });
    expect(merged.ok(), await merged.text()).to.equal(true);
    await page.goto(`/services/${drop}`);
    await page.getByRole('heading', { name: 'North clinic', level: 1 }).waitFor();
  });
});
