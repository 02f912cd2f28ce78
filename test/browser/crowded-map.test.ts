import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { multiplyOffers } from '../../scripts/bench/multiply-offers.ts';
import { describeInBrowser, expectAccessible, screenshot } from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

/** More than the map is sent at once. */
const OFFERS = 5_400;

describeInBrowser('A map with more places than are sent at once', () => {
  const { story, deps } = demoStories();

  story(
    'goes from clusters to one place by keyboard, and keeps what it shows while moved',
    {},
    async (page) => {
      await multiplyOffers(deps().db, OFFERS);
      await page.goto('/');
      await page
        .getByRole('button', { name: /^\d+ places\. Zoom in$/ })
        .first()
        .waitFor();
      expect(await placesShown(page), 'clusters and pins tell of many').to.be.above(1_000);
      await screenshot(page, 'crowded-map');
      await expectAccessible(page);
      while ((await page.locator('.pin').count()) === 0) {
        const cluster = page.locator('.cluster').first();
        const answer = page.waitForResponse((reply) => reply.url().includes('/offers/clusters'));
        await cluster.focus();
        await page.keyboard.press('Enter');
        await answer;
      }
      await page.locator('.pin').first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('complementary', { name: 'The chosen place' }).waitFor();
      await page.getByRole('combobox', { name: 'What do you need?' }).fill('chess');
      await page.keyboard.press('Enter');
      await page
        .getByRole('status')
        .filter({ hasText: /for “chess”/ })
        .waitFor();
    },
  );
});

/** All that the clusters in sight count, and the pins. */
async function placesShown(page: Page): Promise<number> {
  const counts = await page.locator('.cluster').allInnerTexts();
  return counts.reduce((sum, count) => sum + Number(count), await page.locator('.pin').count());
}
