import { expect } from 'chai';
import { accountStore } from '../../server/accounts/account-store.ts';
import { readDigest } from '../../server/digests/digest-store.ts';
import { stopToken } from '../../server/digests/stop-token.ts';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoStories, emailOf } from './demo-stories.ts';

/** Two lines of links would be higher. */
const ONE_LINE = 60;

describeInBrowser('Today', () => {
  const { story, deps } = demoStories();

  story(
    'shows a coordinator what waits, puts it off and back, tells of it by mail, and leads to it',
    { as: 'coordinator', viewport: PHONE },
    async (page) => {
      await page.goto('/home');
      const main = page.getByRole('navigation', { name: 'Main' });
      const more = main.getByRole('button', { name: 'More' });
      await more.focus();
      await page.keyboard.press('Enter');
      await main.getByRole('link', { name: 'Placement plans' }).waitFor();
      await expectAccessible(page);
      await screenshot(page, 'more-phone');
      await page.keyboard.press('Escape');
      await page.locator('#more-pages:not([hidden])').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('More');
      const { height = ONE_LINE } = (await main.boundingBox()) ?? {};
      expect(height, 'the navigation is one line').to.be.below(ONE_LINE);

      const item = page.locator('.waits-item').first();
      const what = await item.locator('strong').innerText();
      await page.getByRole('button', { name: `Not today: ${what}` }).click();
      const back = page.getByRole('button', { name: `Show again: ${what}` });
      await page.waitForFunction(() => document.activeElement?.id.startsWith('back-'));
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, 'home-phone');
      await page.keyboard.press('Enter');
      await back.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: `Not today: ${what}` }).waitFor();

      await page.getByRole('link', { name: 'Get this by mail' }).click();
      await page.getByLabel('Once a week').check();
      await page.getByText('Saved.').waitFor();
      await expectAccessible(page);
      await screenshot(page, 'digest-phone');
      const account = await accountStore(deps().db).findByEmail(emailOf('coordinator'));
      const id = account?.id ?? '';
      expect(await readDigest(deps().db, id)).to.include({ turn: 'weekly' });
      await page.goto(`/accounts/digest#${stopToken(deps(), id)}`);
      await page.getByRole('button', { name: 'Stop these mails' }).click();
      await page.getByText('Stopped.').waitFor();
      await expectAccessible(page);
      expect(await readDigest(deps().db, id)).to.equal(undefined);

      await page.goto('/home');
      const address = await item.getAttribute('href');
      await item.click();
      await page.waitForURL(`**${address}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByRole('heading', { level: 1 }).innerText()).to.not.equal('');
    },
  );
});
