import { describeInBrowser, expectAccessible, screenshot } from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

const API = '/api/v1';
const DAY_MS = 86_400_000;

function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

describeInBrowser('Agreements', () => {
  const { story, api } = demoStories();

  story('are made, ask for papers and warn of one that ends', { as: 'coordinator' }, async (page) => {
    const partner = await (await api('partner')).get(`${API}/session`).expect(200);
    const organizationId: string = partner.body.account.grants[0].organizationIds[0];
    const { body: found } = await (await api('partner')).get(`${API}/organizations/${organizationId}`);
    const { name } = found.organization;
    await page.goto('/agreements');
    await page.getByRole('heading', { name: 'No agreements yet' }).waitFor();
    await page.getByRole('link', { name: 'New agreement' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'Choose the partner.' }).waitFor();
    await page.getByLabel('Name of the organization').fill(name);
    await page.getByRole('radio', { name }).click();
    await page.getByLabel('What about').fill('Tutors for this year');
    await page.getByRole('group', { name: 'For' }).getByRole('checkbox').check();
    await page.getByLabel('Background checks').uncheck();
    await page.getByRole('button', { name: 'Add a promise' }).click();
    await page.getByLabel('What', { exact: true }).fill('Volunteer tutors');
    await page.getByLabel('How much').fill('120');
    await page.getByLabel('Of what').fill('hours');
    await expectAccessible(page);
    await screenshot(page, 'agreement-new');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('button', { name: 'Signed by both sides' }).click();
    await page.getByText('Missing: Liability insurance').waitFor();

    await page.getByLabel('Valid until').fill(inDays(12));
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByText('Approves this partner until').waitFor();
    await page.getByText('12 days left').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'agreement');
    await page.getByRole('link', { name: 'All agreements' }).click();
    await page.getByRole('cell', { name: '1 ends soon' }).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'agreements');
  });
});
