import { expect } from 'chai';
import type { Page } from 'playwright-core';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

const API = '/api/v1';
const DAY_MS = 86_400_000;

function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

/** Opens on Sunday, too, with a mistake on the way; and takes it back. */
async function keepHours(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /: change hours$/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Add a time on Sunday' }).click();
  const sunday = page.getByRole('group', { name: 'Sunday' });
  await sunday.getByLabel('From').fill('soon');
  await page.getByRole('button', { name: 'Save these hours' }).click();
  await sunday.getByText('Write a time such as 3:30 pm').waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScrolling(page);
  await screenshot(page, 'partner-hours-phone');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('10:15 am');
  await sunday.getByLabel('To', { exact: true }).fill('12:45 pm');
  await page.getByRole('button', { name: 'Save these hours' }).click();
  await page.getByText('Everybody sees these hours now').waitFor();
  await page.getByText('10:15 am–12:45 pm').waitFor();
  await page.getByRole('button', { name: /: take back the last change of hours$/ }).click();
  await page.getByText('The hours are as they were before.').waitFor();
  expect(await page.getByText('10:15 am–12:45 pm').count()).to.equal(0);
}

describeInBrowser('Agreements', () => {
  const { story, api } = demoStories();

  story('are made, ask for papers and warn of one that ends', { as: 'coordinator' }, async (page) => {
    const name = 'Side by Side Mentoring';
    await page.goto('/agreements');
    await page.getByRole('row', { name: /1 promise is late/ }).waitFor();
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
    await page.getByRole('link', { name: 'Is the directory still right?' }).click();
    await page.getByText(/of \d+ services are due/).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'verify');
  });

  story(
    'and a right directory are kept by the partner on a phone',
    { as: 'partner', viewport: PHONE, isMobile: true, hasTouch: true, complaints: /415/ },
    async (page) => {
      await page.goto('/partner');
      await page
        .getByRole('button', { name: /: still right$/ })
        .first()
        .click();
      await page.getByText('counts as checked today').waitFor();
      await page.getByText('today by the partner').waitFor();
      await keepHours(page);
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, 'partner-phone');

      await page.getByRole('link', { name: 'Cedar Hollow Reading Friends' }).click();
      await page.getByText('Hand in a paper').click();
      await page.getByLabel('Valid until').fill(inDays(400));
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByText('to be checked', { exact: true }).waitFor();
      const send = (words: string) =>
        page
          .getByLabel(/^File for /)
          .setInputFiles({ name: 'scan', mimeType: 'application/pdf', buffer: Buffer.from(words) });
      await send('no paper at all');
      await page.getByText('This is no PDF and no photo.').waitFor();
      await send('%PDF-1.7 insured');
      await page.getByText('The file is here.').waitFor();
      await page.getByRole('link', { name: /: PDF, 1 KB$/ }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: /: take back the last change of the file$/ }).click();
      await page.getByText('The file is as it was before.').waitFor();
      expect(await page.getByRole('link', { name: /: PDF, 1 KB$/ }).count()).to.equal(0);
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      const address = new URL(page.url()).pathname;
      const coordinator = await api('coordinator');
      const { body } = await coordinator.get(`${API}${address}`).expect(200);
      const [paper] = body.documents;
      const check = `${API}${address}/documents/${paper.id}/check`;
      await coordinator.post(check).send({ state: 'accepted' }).expect(200);
      await page.reload();
      await page.getByText('Approves this partner until').waitFor();
      expect(await page.getByText('25 days left').count()).to.equal(0);

      await page.goto('/partner');
      await page.getByRole('link', { name: 'How it is shown' }).last().click();
      await page.getByText(/Checked .* by the partner/).waitFor();
      await page.getByRole('button', { name: 'Something wrong?' }).click();
      await page.getByLabel('What is wrong').fill('There is no lift.');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Send' }).click();
      const kept = await page.getByRole('link', { name: /#suggestion=/ }).getAttribute('href');
      await page.goto('/partner');
      await page.getByText('There is no lift.').waitFor();
      await page.getByLabel('Your answer').fill('True: we say so now.');
      await page.getByRole('button', { name: 'We put it right' }).click();
      await page.getByText('Answered.').waitFor();
      await page.goto(kept!);
      await page.getByText('It was put right. True: we say so now.').waitFor();
      await screenshot(page, 'suggestion-phone');
    },
  );
});
