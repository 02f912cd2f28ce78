import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser, expectAccessible, screenshot } from '../support/browser.ts';
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
});

function wish(page: Page, name: string) {
  return page.locator('.wish').filter({ has: page.getByRole('heading', { level: 3, name }) });
}
