import { expect } from 'chai';
import type { Browser, BrowserContext } from 'playwright-core';
import { Organization } from '../../core/directory/service.ts';
import { createDirectoryStore } from '../../server/imports/directory-store.ts';
import { saveDistrict } from '../../server/settings/district-store.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { district } from '../server/access/records.ts';
import { TEST_PASSWORD, testApp } from '../support/app.ts';
import {
  closeWindows,
  DESKTOP,
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  openBrowser,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { webDir } from '../support/instance.ts';

const partner = (id: string, name: string, more: object = {}) =>
  Organization.parse({ id, name, source: { system: 'County', id }, ...more });

describeInBrowser('Duplicates', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let browser: Browser;
  let window: BrowserContext;

  before(async function () {
    this.timeout(60_000);
    [at, browser] = await Promise.all([
      testApp({ collections: [...allCollections], env: { WEB_DIR: webDir } }),
      openBrowser(),
    ]);
    await saveDistrict(at.deps.db, district('north'));
    await createDirectoryStore(at.deps.db).upsertMany('organizations', [
      partner('a', 'Academy of Hope', { website: 'https://hope.example.org' }),
      partner('b', 'Academy of Hopes', {
        website: 'https://hope.example.org',
        email: 'info@hope.example.org',
      }),
      ...Array.from({ length: 30 }, (_, n) => partner(`z${n}`, `Partner number${n} quite${n}`)),
    ]);
    runTasks(at.deps);
    window = await browser.newContext({
      baseURL: at.url,
      viewport: DESKTOP,
      locale: 'en-US',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    const { email } = await at.createAccount('community-leader');
    await window.request.post('/api/v1/session', { data: { email, password: TEST_PASSWORD } });
  });
  after(async () => {
    await closeWindows(browser);
    await at?.close();
  });

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
