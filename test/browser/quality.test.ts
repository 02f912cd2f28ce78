import { expect } from 'chai';
import type { Connection } from 'mongoose';
import type { BrowserContext } from 'playwright-core';
import { Location, Organization, Service, ServiceAtLocation } from '../../core/directory/service.ts';
import { rebuildOffers } from '../../server/directory/rebuild-offers.ts';
import { createDirectoryStore } from '../../server/imports/directory-store.ts';
import { readRules } from '../../server/rules.ts';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { ownSite } from '../support/own-site.ts';

const base = (id: string, name: string, system = 'County') => ({ id, name, source: { system, id } });
const service = (id: string, name: string, more: object = {}) =>
  Service.parse({ ...base(id, name), organizationId: 'o', terms: ['tutoring-homework'], ...more });

async function fill(db: Connection): Promise<void> {
  const store = createDirectoryStore(db);
  await store.upsertMany('organizations', [
    Organization.parse({ ...base('o', 'Reading Friends', 'City library'), website: 'https://r.example.org' }),
  ]);
  await store.upsertMany('services', [
    service('tutors', 'Reading tutors', { email: 'hello at r.example.org', assuredDate: '2020-05-01' }),
    service('club', 'Homework club', { feesDescription: 'Free' }),
  ]);
  await store.upsertMany('locations', [Location.parse(base('p', 'Library'))]);
  await store.upsertMany('services_at_locations', [
    ServiceAtLocation.parse({ ...base('l', ''), serviceId: 'tutors', locationId: 'p' }),
  ]);
  await rebuildOffers({ db, taxonomy: (await readRules()).taxonomy });
}

describeInBrowser('Quality of data', () => {
  let at: Awaited<ReturnType<typeof ownSite>>;
  let window: BrowserContext;

  before(async function () {
    this.timeout(60_000);
    at = await ownSite({ districtId: 'north', fill });
    window = await at.openAs('community-leader');
  });
  after(() => at?.close());

  it('is counted, looked at source by source, and put right record by record', async function () {
    this.timeout(60_000);
    const page = await window.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto('/quality');
    await page.getByText('Nobody has counted yet').waitFor();
    await page.getByRole('button', { name: 'Count now' }).click();
    const fault = page.getByRole('link', { name: 'An e-mail address that is none', exact: true });
    await fault.waitFor();
    await page.getByText('Nothing has changed since.').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'quality');
    await fault.click();
    await page.getByText('hello at r.example.org').waitFor();
    await page.getByRole('link', { name: 'Correct Reading tutors' }).click();
    await page.getByRole('button', { name: 'E-mail: correct' }).click();
    await page.getByRole('textbox', { name: 'E-mail' }).fill('hello@r.example.org');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('E-mail: saved. Everybody sees it now.').waitFor();
    await page.goto('/quality?rule=bad-email');
    await page.getByText('Put right').waitFor();
    await page.setViewportSize(PHONE);
    await page.goto('/quality?rule=not-checked');
    await page.getByRole('button', { name: 'Reading tutors: still right' }).click();
    await page.getByText('Thank you. Reading tutors counts as checked today.').waitFor();
    await page.getByText('Put right', { exact: true }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'quality-list-phone');
    await page.getByRole('link', { name: 'All that is wrong' }).click();
    await page.getByText('The directory has changed since.').waitFor();
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'quality-phone');
    await page.getByRole('button', { name: 'Count again' }).click();
    await page.getByText('Nothing has changed since.').waitFor();
    expect(await fault.count()).to.equal(0);
  });
});
