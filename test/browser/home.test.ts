import { expect } from 'chai';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

describeInBrowser('Today', () => {
  const { story } = demoStories();

  story(
    'shows a coordinator what waits, and leads to it',
    { as: 'coordinator', viewport: PHONE },
    async (page) => {
      await page.goto('/home');
      const item = page.locator('.waits-item').first();
      await item.waitFor();
      await page.getByRole('navigation', { name: 'Your pages' }).waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, 'home-phone');
      const address = await item.getAttribute('href');
      await item.click();
      await page.waitForURL(`**${address}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByRole('heading', { level: 1 }).innerText()).to.not.equal('');
    },
  );
});
