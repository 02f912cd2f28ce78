import type { Connection } from 'mongoose';
import { rebuildOffers } from '../../server/directory/rebuild-offers.ts';
import { createDirectoryStore } from '../../server/imports/directory-store.ts';
import { readRules } from '../../server/rules.ts';
import { location, organization, place, service } from '../server/access/records.ts';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { geocoderStub } from '../support/geocoder-stub.ts';
import { ownSite } from '../support/own-site.ts';

/** Two places with an address and no point: the geocoder knows the one, and puts the other in the next county. */
async function fill(db: Connection): Promise<void> {
  const store = createDirectoryStore(db);
  await store.upsertMany('organizations', [organization({ organizationId: 'o' })]);
  const places = [
    ['library', 'Alder Creek Library', '12 Mill Road'],
    ['hall', 'Elm Hall', '9 Far Road'],
  ] as const;
  for (const [id, name, address1] of places) {
    const addresses = [{ address1, city: 'Alder Creek', stateProvince: 'MO', postalCode: '65001' }];
    const where = { ...location({ id }), name, organizationId: 'o', addresses };
    await store.upsertMany('locations', [where]);
    await store.upsertMany('services', [service({ id: `s-${id}`, organizationId: 'o' })]);
    const link = place({ id: `at-${id}`, serviceId: `s-${id}`, locationId: id });
    await store.upsertMany('services_at_locations', [link]);
  }
  const { taxonomy } = await readRules();
  await rebuildOffers({ db, taxonomy, today: new Date().toISOString().slice(0, 10) });
}

describeInBrowser('Points of addresses', () => {
  let stub: Awaited<ReturnType<typeof geocoderStub>>;
  let at: Awaited<ReturnType<typeof ownSite>>;
  before(async function () {
    this.timeout(60_000);
    stub = await geocoderStub();
    stub.places.set('12 MILL ROAD', [{ point: [-92.3, 38.95], label: '12 MILL RD, ALDER CREEK, MO, 65001' }]);
    stub.places.set('9 FAR ROAD', [{ point: [-89, 38.95], label: '9 FAR RD, ALDER CREEK, MO, 65001' }]);
    const env = { GEOCODER: 'census', GEOCODER_ADDRESS: `${stub.address}/addressbatch` };
    at = await ownSite({ districtId: 'district', fill, env });
  });
  after(async () => {
    await at?.close();
    await stub.close();
  });

  it('are found on their own where they are certain, and by a person where they are not', async function () {
    this.timeout(60_000);
    const window = await at.openAs('community-leader');
    const page = await window.newPage();
    await page.goto('/import');
    await page.getByRole('button', { name: 'Find points for 2 addresses' }).click();
    await page.getByText('The last search: 1 put on the map, 1 to decide, 0 not found.').waitFor();
    await screenshot(page, 'find-points');
    await page.getByRole('link', { name: 'See them all' }).click();
    await page.getByText('Something was found: you decide · 1 point to choose from').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'points');
    await page.getByRole('link', { name: 'Put it on the map: Elm Hall' }).click();
    await page.getByRole('heading', { name: 'Where is Elm Hall?' }).waitFor();
    await page.getByText('The house · outside your community').waitFor();
    await page.getByRole('textbox', { name: 'Latitude' }).fill('38.9, -92.2');
    const pin = page.getByRole('button', { name: 'The pin: 38.90000, -92.20000' });
    await pin.focus();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('button', { name: 'The pin: 38.90004, -92.20000' }).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'move-pin');
    await page.getByRole('button', { name: 'Save the pin' }).click();
    await page.getByText('Saved. Elm Hall is on the map at this point.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back. It is as it was.').waitFor();
    await page.getByText('It has no point yet.').waitFor();
    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: 'Put the pin here: 1, 9 FAR RD' }).click();
    await page.getByRole('button', { name: 'The pin: 38.95000, -89.00000' }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'move-pin-phone');
    await page.getByRole('button', { name: 'Save the pin' }).click();
    await page.getByText('Saved. Elm Hall is on the map at this point.').waitFor();
    await page.getByRole('link', { name: 'All places without a point' }).click();
    await page.getByText('Every place is on the map').waitFor();
    await expectNoSidewaysScrolling(page);
    await window.close();
  });
});
