import { expect } from 'chai';
import type { BrowserContext } from 'playwright-core';
import { Organization } from '../../core/directory/service.ts';
import { createDirectoryStore } from '../../server/imports/directory-store.ts';
import {
  DESKTOP,
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { ownSite } from '../support/own-site.ts';

const partner = (id: string, name: string, more: object = {}) =>
  Organization.parse({ id, name, source: { system: 'County', id }, ...more });

describeInBrowser('Duplicates', () => {
  let at: Awaited<ReturnType<typeof ownSite>>;
  let window: BrowserContext;

  before(async function () {
    this.timeout(60_000);
    const partners = [
      partner('a', 'Academy of Hope', { website: 'https://hope.example.org' }),
      partner('b', 'Academy of Hopes', {
        website: 'https://hope.example.org',
        email: 'info@hope.example.org',
      }),
      ...Array.from({ length: 30 }, (_, n) => partner(`z${n}`, `Partner number${n} quite${n}`)),
    ];
    at = await ownSite({
      districtId: 'north',
      fill: (db) => createDirectoryStore(db).upsertMany('organizations', partners),
    });
    window = await at.openAs('community-leader');
  });
  after(() => at?.close());

  it('are looked for, compared, merged with a field of the other, and made two again', async function () {
    this.timeout(60_000);
    const page = await window.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto('/duplicates');
    await page.getByText('Nothing to decide here').waitFor();
    await page.getByRole('button', { name: 'Look for duplicates' }).click();
    const pair = page.getByRole('region', { name: 'Academy of Hope · Academy of Hopes' });
    await pair.getByText('The same web page').waitFor();
    await pair.getByLabel('Take this over: info@hope.example.org').check();
    await expectAccessible(page);
    await screenshot(page, 'duplicates');
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'duplicates-phone');
    await page.setViewportSize(DESKTOP);
    await pair.getByRole('button', { name: 'keep this one (Academy of Hope,' }).click();
    await page.getByText('“Academy of Hopes” is now found as “Academy of Hope”.').waitFor();
    const merged = await (await window.request.get('/api/v1/organizations/b')).json();
    expect(merged.organization).to.include({ id: 'a', email: 'info@hope.example.org' });
    await page.getByRole('button', { name: 'Undo: Academy of Hopes' }).click();
    await pair.getByRole('button', { name: 'These are two' }).click();
    await page.getByText('You said that these are two.').waitFor();
    await pair.waitFor({ state: 'detached' });
  });
});
