import { expect } from 'chai';
import type { BrowserContext } from 'playwright-core';
import { webhooks } from '../../server/webhooks/webhook-collections.ts';
import { isSigned, receiver } from '../server/webhooks/receiver.ts';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { ownSite } from '../support/own-site.ts';

describeInBrowser('Webhooks', () => {
  let at: Awaited<ReturnType<typeof ownSite>>;
  let window: BrowserContext;
  let other: Awaited<ReturnType<typeof receiver>>;

  before(async function () {
    this.timeout(60_000);
    other = await receiver();
    at = await ownSite({ districtId: 'north', env: { WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' } });
    window = await at.openAs({ role: 'administrator', districtId: 'north' });
  });
  after(async () => {
    await at?.close();
    await other.close();
  });

  it('are added with a secret that is shown once, tested, sent again, removed and brought back', async function () {
    this.timeout(60_000);
    const page = await window.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto('/accounts');
    await page.getByRole('link', { name: /webhooks$/ }).click();
    await page.getByText('No webhook yet').waitFor();
    await page.getByRole('button', { name: 'Add a webhook' }).press('Enter');
    await page.getByLabel('Which program is it for?').fill('County 211');
    await page.getByLabel('Address').fill('http://example.org/hook');
    await page.getByLabel('A referral has come to another state').check();
    await page.getByRole('group', { name: 'Only referrals to one partner' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add a webhook' }).press('Enter');
    await page.getByText('Give an address that begins with https://').first().waitFor();
    await page.getByLabel('Address').and(page.locator(':focus')).fill(other.address);
    await page.getByRole('button', { name: 'Add a webhook' }).press('Enter');
    const secret = await page.getByLabel('Secret of “County 211”').inputValue();

    other.answer.status = 500;
    other.answer.body = 'no room in the inbox';
    await page.getByRole('button', { name: 'Send a test' }).press('Enter');
    await page.getByText('Did not arrive').waitFor();
    await page.getByText('Look at it').click();
    await page.getByText('no room in the inbox').waitFor();
    await screenshot(page, 'webhooks');
    other.answer.status = 204;
    await page.getByRole('button', { name: /^Send again: Test/ }).press('Enter');
    await page.getByText('Arrived', { exact: true }).waitFor();
    expect(other.received.map((message) => isSigned(message, secret))).to.deep.equal([true, true]);

    await page.getByRole('button', { name: 'Remove' }).press('Enter');
    await page.getByText('No webhook yet').waitFor();
    await page.getByRole('button', { name: 'Bring it back' }).press('Enter');
    await page.getByText('“County 211” is back.').waitFor();

    const off = { at: at.deps.clock().toISOString(), because: 'failing' };
    await at.deps.db.collection(webhooks.name).updateOne({}, { $set: { off } });
    await page.setViewportSize(PHONE);
    await page.goto('/home');
    await page.getByRole('link', { name: '1 webhook has switched itself off' }).click();
    await page.getByText('because nothing had arrived for days', { exact: false }).waitFor();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await screenshot(page, 'webhooks-phone');
    await page.getByRole('button', { name: 'Switch on' }).press('Enter');
    await page.getByText('“County 211” goes on.').waitFor();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
  });
});
