import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

const STUDENT = 'D-11423';
const TUTORING = 'Reading and writing tutoring';

describeInBrowser('Matches that explain themselves', () => {
  const { story, api } = demoStories();

  async function idOfStudent(): Promise<string> {
    const agent = await api('coordinator');
    const { body } = await agent.post('/api/v1/students/search').send({ q: STUDENT }).expect(200);
    return body.items[0].id;
  }

  story(
    'say what a score is made of, why not another and what would help',
    { as: 'coordinator' },
    async (page) => {
      await page.goto(`/students/${await idOfStudent()}`);
      const tutoring = wish(page, TUTORING);
      const first = tutoring.locator('.match').first();
      const bar = await first.locator('.match-head').getByRole('img').getAttribute('aria-label');
      expect(bar).to.match(/^Score 0\.\d\d of 1\. Fits the wish: 0\.\d\d/);

      await first.locator('summary').click();
      const rows = first.locator('tbody tr');
      await rows.nth(2).getByText('All points next door, half at 15 minutes').waitFor();
      const points = (await rows.locator('td').allInnerTexts()).map((words) => Number(words.split(' ')[0]));
      const score = Number((await first.locator('tfoot td').innerText()).split(' ')[0]);
      expect(points.reduce((sum, n) => sum + n, 0)).to.be.closeTo(score, 0.04);

      const whyNot = tutoring.locator('details', { hasText: 'Why not another place?' }).last();
      await whyNot.locator('summary').first().click();
      await whyNot.getByLabel('Name of the place or partner').fill('robotics');
      await whyNot
        .getByRole('button', { name: /Alder Creek High Robotics Team/ })
        .first()
        .click();
      await whyNot.getByText(/offers another kind of help than this/).waitFor();
      await expectAccessible(page);

      const robotics = wish(page, 'Robotics and coding');
      const other = robotics.locator('details', { hasText: 'Why not another place?' }).last();
      await other.locator('summary').first().click();
      await other.getByLabel('Name of the place or partner').fill('robotics');
      await other
        .getByRole('button', { name: /Alder Creek High Robotics Team/ })
        .first()
        .click();
      await other.getByText(/is no match: it takes grades .*, the student is in grade 4/).waitFor();
      await screenshot(page, 'why-not');

      await other.getByRole('button', { name: 'What would make it possible?' }).click();
      await other.getByText('No single change would make it possible').waitFor();
      await robotics.getByRole('button', { name: 'What would help with Robotics and coding?' }).click();
      await robotics.getByText('Each of these alone would open something').waitFor();
      const helps = await robotics.locator('.what-helps').first().getByRole('listitem').allInnerTexts();
      expect(helps.join('\n')).to.match(/more minutes of travel|ride by car|Free time/);
      await expectAccessible(page);
      await screenshot(page, 'what-would-help');
    },
  );

  story(
    'move at once with the weights, which a coordinator can try and not save',
    { as: 'coordinator' },
    async (page) => {
      const id = await idOfStudent();
      await page.goto(`/students/${id}`);
      await wish(page, TUTORING).locator('.match').first().locator('summary').click();
      await wish(page, TUTORING).getByRole('link', { name: 'See and try the weights' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Weights' }).waitFor();
      const order = page.getByRole('region', { name: 'The order with these weights' });
      await order.getByText('No place moves. Checked with all places.').waitFor();
      const before = await names(order);
      expect(before[0]).to.contain('Reading Friends');
      await expectAccessible(page);
      expect(await page.getByRole('button', { name: 'Save for the district' }).count()).to.equal(0);

      // The network stands still: what moves now is computed here.
      await page.route('**/matches/preview', () => undefined);
      const travel = page.getByRole('slider', { name: 'Short way' });
      await travel.focus();
      await page.keyboard.press('Home');
      await page.getByRole('slider', { name: 'Free places' }).fill('10');
      await order.getByText(/places? moves?\. Checking with all places…/).waitFor();
      const during = await names(order);
      expect(during).to.have.members(before);
      expect(during).to.not.deep.equal(before);
      expect(await order.getByText(/^▲ (up \d+ ranks?|new)$/).count()).to.be.above(0);

      await page.unrouteAll();
      await page.getByRole('spinbutton', { name: 'Free places' }).fill('9');
      await page.getByRole('spinbutton', { name: 'Free places' }).blur();
      await order.getByText(/Checked with all places/).waitFor();
      await expectAccessible(page);
      await screenshot(page, 'weights');
      await page.getByRole('button', { name: 'Back to what is saved' }).click();
      await order.getByText('No place moves. Checked with all places.').waitFor();
      expect(await names(order)).to.deep.equal(before);
    },
  );

  story(
    'go by what a district leader saves, until an older version is used again',
    { as: 'district-leader' },
    async (page) => {
      await page.goto('/weights');
      await page.getByText('Choose a student to see the order').waitFor();
      await page.getByRole('slider', { name: 'Cost' }).fill('4');
      await page.getByLabel('Why (others read it)').fill('Families cannot pay');
      await page.getByRole('button', { name: 'Save for the district' }).click();
      await page.getByText('Saved. The next matching run goes by it.').waitFor();
      const first = page.getByRole('listitem').filter({ hasText: 'Version 1' });
      await first.getByText('Families cannot pay').waitFor();
      await expectAccessible(page);

      await page.goto(`/students/${await idOfStudent()}`);
      await page.getByText('Something changed since these matches were made.').waitFor();
      await page.setViewportSize(PHONE);
      await page.goto('/weights');
      await page.getByRole('button', { name: 'Use what Trellis comes with again' }).click();
      await expectNoSidewaysScrolling(page);
      await expectAccessible(page);
      await screenshot(page, 'weights-phone');
      await page.getByRole('button', { name: 'Save for the district' }).click();
      await page.getByText('Version 2', { exact: true }).waitFor();
      await page.goto(`/students/${await idOfStudent()}`);
      await wish(page, TUTORING).waitFor();
      expect(await page.getByText('Something changed since').count()).to.equal(0);
    },
  );
});

function wish(page: Page, name: string) {
  return page.locator('.wish').filter({ has: page.getByRole('heading', { level: 3, name }) });
}

function names(order: Locator): Promise<string[]> {
  return order.locator('.match-name').allInnerTexts();
}
