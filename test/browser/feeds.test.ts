import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { ownSite } from '../support/own-site.ts';

/** A directory of so many services at one place, as the county tells it. */
function directory(services: readonly string[]): string {
  return JSON.stringify({
    organizations: [{ id: 'o', name: 'County' }],
    services: services.map((name) => ({ id: name.slice(-2), name, organization_id: 'o', status: 'active' })),
  });
}

describeInBrowser('Feeds', () => {
  let at: Awaited<ReturnType<typeof ownSite>>;
  let window: BrowserContext;
  let county: Server;
  let services = ['Tutoring no1', 'Pantry no2', 'Clinic no3'];

  before(async function () {
    this.timeout(60_000);
    county = createServer((_req, res) => void res.end(directory(services)));
    await new Promise<void>((listening) => county.listen(0, '127.0.0.1', listening));
    at = await ownSite({ districtId: 'north', env: { FEED_PRIVATE_HOSTS: '127.0.0.1' } });
    window = await at.openAs('community-leader');
  });
  after(async () => {
    county.closeAllConnections();
    await new Promise((closed) => county.close(closed));
    await at?.close();
  });

  it('are added, bring what is new, are looked through and taken, and stop where half is lost', async function () {
    this.timeout(60_000);
    const page = await window.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto('/import');
    await page.getByRole('link', { name: /feeds$/ }).click();
    await page.getByText('No feed yet').waitFor();
    await addFeed(page, `http://127.0.0.1:${(county.address() as AddressInfo).port}/hsds.json`);
    await page.getByText('Waits for you').first().waitFor();
    await expectAccessible(page);
    await screenshot(page, 'feeds');
    await page.getByRole('link', { name: 'See what is different' }).click();
    await page.getByRole('heading', { name: 'What “County” brought' }).waitFor();
    await page.getByText('Pantry no2').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByText('4 records: 4 new.').waitFor();

    services = ['Free clinic no3'];
    await page.goto('/import/feeds');
    await page.getByRole('button', { name: 'Look now' }).press('Enter');
    await page.getByText('“County” is being fetched.').waitFor();
    await page.getByText('Stopped: much is missing').waitFor();
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScrolling(page);
    await page.goto('/home');
    await page.getByRole('link', { name: '1 feed has brought changes for you to look at' }).click();
    await page.getByText('This feed has lost a large part of what it had.', { exact: false }).waitFor();
    await page.getByText('was').first().waitFor();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await screenshot(page, 'feed-review');
    await page.getByRole('button', { name: 'Skip it' }).click();
    await page.getByText('Skipped. Nothing was changed.', { exact: false }).waitFor();
    const stored = await at.deps.db.collection('services').find().toArray();
    expect(stored.map(({ status }) => status)).to.deep.equal(['active', 'active', 'active']);

    await page.getByLabel('What the file no longer has').selectOption('mark');
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByText('2 records that the file no longer has were marked.').waitFor();

    await page.goto('/import');
    await page.getByLabel('Name of the source').fill('county');
    const file = {
      name: 'hsds.json',
      mimeType: 'application/json',
      buffer: Buffer.from(directory(['New no9'])),
    };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByLabel('Only try it', { exact: false }).check();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('Nothing was stored. This is what an import would do.').waitFor();
    await page.getByText('New no9').waitFor();
    expect(await at.deps.db.collection('services').countDocuments()).to.equal(3);
    await page.getByRole('button', { name: 'Import it now' }).click();
    await page.getByText('2 records: 1 new and 1 the same.').waitFor();
  });

  async function addFeed(page: Page, address: string): Promise<void> {
    await page.getByRole('button', { name: 'Add a feed' }).press('Enter');
    await page.getByLabel('Name', { exact: true }).fill('County');
    await page.getByLabel('Name of the source').fill('county');
    await page.getByRole('button', { name: 'Add a feed' }).press('Enter');
    await page.getByText('Give an address that begins with https://').first().waitFor();
    await page.getByLabel('Address').and(page.locator(':focus')).fill(address);
    await page.getByRole('button', { name: 'Add a feed' }).press('Enter');
    await page.getByText('The feed was added. It is being fetched.').waitFor();
  }
});
