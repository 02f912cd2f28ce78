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
import { demoStories } from './demo-stories.ts';

const API = '/api/v1';
const QUESTION = 'Is it written down who gives what, until when, and who looks after it?';

/** Rates a question with the keyboard alone, with a figure of today as evidence. */
async function rate(page: Page): Promise<void> {
  await page.getByRole('button', { name: `Rate: ${QUESTION}` }).press('Enter');
  await page.getByRole('radio', { name: /1 · Not yet/ }).waitFor();
  await page.getByRole('button', { name: 'Save the rating' }).press('Enter');
  await page.getByText('Choose how far you are.').waitFor();
  await page.getByRole('radio', { name: /1 · Not yet/ }).press('Space');
  await page.keyboard.press('ArrowDown');
  await page.getByLabel('What shows it?').fill('Two of our partners have signed.');
  await page.getByRole('checkbox', { name: /^1 agreement in force/ }).press('Space');
  await expectAccessible(page);
  await screenshot(page, 'assessment-rate');
  await page.getByRole('button', { name: 'Save the rating' }).press('Enter');
  await page.getByText('Saved: Begun.').waitFor();
  const again = page.getByRole('button', { name: `Rate again: ${QUESTION}` });
  await again.and(page.locator(':focus')).waitFor();
}

async function planAction(page: Page): Promise<void> {
  await page.getByRole('button', { name: `Plan an action: ${QUESTION}` }).click();
  await page.getByLabel('What is to be done').fill('Write an agreement with each partner');
  await page.getByRole('button', { name: 'Save the action' }).click();
  await page.getByText('Say what is to be done, who does it and by when.').waitFor();
  await page.getByLabel('Who does it').fill('Ms. Ortega');
  await page.getByLabel('By when').fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Save the action' }).click();
  await page.getByText('Saved: open.').waitFor();
}

describeInBrowser('Four Cs and six standards', () => {
  const { story, api } = demoStories();

  story(
    'a school is rated with what shows it, held against a goal, acted on and printed for the board',
    { as: 'coordinator', complaints: /409/ },
    async (page) => {
      await page.goto('/assessments');
      await page
        .getByRole('cell', { name: /· Mostly/ })
        .first()
        .waitFor();
      await page.getByRole('rowheader').first().getByRole('link').click();
      await rate(page);
      const address = new URL(page.url()).pathname;
      const leader = await api('district-leader');
      const { body: place } = await leader.get(`${API}${address}`).expect(200);
      const { districtId } = place.place;
      const on = { kind: 'group', id: 'cohesion' };
      const goal = { districtId, year: place.presentYear, on, target: 3, note: 'Partners ask for it.' };
      await leader.post(`${API}/assessment-goals`).send(goal).expect(201);
      await leader
        .post(`${API}${address}/ratings`)
        .send({
          year: place.presentYear - 1,
          question: 'cohesion-plan',
          level: 3,
          evidence: '',
          figures: [],
          basedOn: 0,
        })
        .expect(201);

      // Somebody else rates the same question meanwhile: both are kept.
      await page.getByRole('button', { name: `Rate again: ${QUESTION}` }).click();
      await leader
        .post(`${API}${address}/ratings`)
        .send({
          year: place.presentYear,
          question: 'cohesion-agreed',
          level: 3,
          evidence: 'Seen in the office.',
          figures: [],
          basedOn: 1,
        })
        .expect(201);
      await page.getByRole('radio', { name: /1 · Not yet/ }).check();
      await page.getByRole('button', { name: 'Save the rating' }).click();
      await page.getByText(/Somebody else has rated this in the meantime: Mostly/).waitFor();
      await page.getByText('Seen in the office.').waitFor();
      expect(await page.getByRole('radio', { name: /1 · Not yet/ }).isChecked()).to.equal(true);
      await page.getByRole('button', { name: 'Save the rating' }).click();
      await page.getByText('2 earlier ratings this year').waitFor();

      await planAction(page);
      await page.getByText('Cohesion: at least Mostly (3)').waitFor();
      await page.getByRole('img', { name: /^Cohesion: / }).waitFor();
      await expectAccessible(page);
      await screenshot(page, 'assessment');
      await page.setViewportSize(PHONE);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, 'assessment-phone');
      await page.setViewportSize(DESKTOP);

      await page.goto('/home');
      await page.getByRole('link', { name: /set out to do for your school/ }).click();
      await page
        .getByRole('button', { name: 'Done: Write an agreement with each partner', exact: true })
        .click();
      await page.getByText('Saved: done.').waitFor();
      await page.getByRole('button', { name: 'Not done after all: Write an agreement' }).waitFor();

      await page.getByRole('link', { name: 'Print for the board' }).click();
      await page.getByRole('heading', { name: 'Where most is to be done' }).waitFor();
      await page.emulateMedia({ media: 'print' });
      await screenshot(page, 'assessment-print');
      await page.emulateMedia({ media: 'screen' });
      await expectAccessible(page);
      await screenshot(page, 'assessment-report');
      expect(await page.getByRole('link', { name: 'Board report on gaps' }).getAttribute('href')).to.equal(
        '/report',
      );
    },
  );
});
