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

const QUESTION = '/gaps?terms=counseling&method=e2sfca';

describeInBrowser('How well a district is served', () => {
  const { story } = demoStories();

  story(
    'is measured, read on the map and in the table, and how equally it is shared',
    { as: 'district-leader' },
    async (page) => {
      await page.goto('/gaps?terms=counseling');
      await page.getByLabel('Measure', { exact: true }).selectOption('e2sfca');
      await page.getByText('and more with those who are near').waitFor();
      await page.getByRole('button', { name: 'Measure', exact: true }).click();
      await page
        .getByRole('heading', {
          level: 2,
          name: /^On average .* places per 100 students within 30 min by car$/,
        })
        .waitFor();
      expect(new URL(page.url()).searchParams.get('method')).to.equal('e2sfca');

      const rows = await tableRows(page);
      expect(rows[0]!.slice(2, 4), 'the worst on top').to.deep.equal(['0', '45']);
      const figures = rows.map(([, , places]) => Number(places));
      expect(figures).to.deep.equal([...figures].sort((a, b) => a - b));
      const legend = page.getByRole('region', { name: 'Places per 100, nearer counts more (E2SFCA)' });
      await legend.getByText('up to 0, or nothing within reach').waitFor();
      await legend.getByText('Luo and Qi, 2009').waitFor();

      const fair = page.getByRole('region', { name: 'How equally is it shared?' });
      await fair.getByText(/^The worse-served half of all people has \d+% of the places\.$/).waitFor();
      await fair.getByRole('row', { name: /^country/ }).waitFor();
      await page.getByText('How this is worked out').click();
      await page.getByText('nobody has told us how many places').waitFor();
      await expectAccessible(page);
      await screenshot(page, 'access');
    },
  );

  story('is said of one place in words, and the nearest by its name', {}, async (page) => {
    await page.goto('/gaps?terms=counseling&by=cell');
    await page.locator('.gap-table .row-button').first().press('Enter');
    const detail = page.locator('.gap-detail');
    await detail.getByText(/^The nearest is/).waitFor();
    await detail.getByRole('link').first().click();
    await page.waitForURL('**/services/*');
  });

  story('is printed for the board with who is affected, and nothing to press', {}, async (page) => {
    await page.goto(QUESTION);
    await page.getByRole('link', { name: 'Report for the board' }).click();
    await page
      .getByRole('heading', { level: 1, name: 'Report for the board: Counseling and mental health' })
      .waitFor();
    await page.getByText(/^3 schools have nothing within 30 min by car: .*Tallgrass School/).waitFor();
    await page.locator('path.leaflet-interactive').first().waitFor();
    await page.getByRole('row', { name: /^Tallgrass School 80 0/ }).waitFor();
    await page.getByText('Confidential places are left out on purpose').waitFor();
    await expectAccessible(page);
    await page.emulateMedia({ media: 'print' });
    const pressable = page.locator('nav, select, input, button:not(.row-button, .sort-button), .button');
    expect(await pressable.filter({ visible: true }).allInnerTexts()).to.deep.equal([]);
    await screenshot(page, 'report-print');
  });

  story('fits a phone in the dark', { viewport: PHONE, colorScheme: 'dark' }, async (page) => {
    for (const path of [QUESTION, QUESTION.replace('/gaps', '/report')]) {
      await page.goto(path);
      await page.locator('.lorenz').waitFor();
      await expectNoSidewaysScrolling(page);
      await expectAccessible(page);
    }
  });
});

/** The table, cell by cell. */
async function tableRows(page: Page): Promise<string[][]> {
  await page.locator('.gap-table tbody tr').first().waitFor();
  const rows = await page.locator('.gap-table tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}
