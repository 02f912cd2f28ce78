import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser, expectAccessible, PHONE, screenshot } from '../support/browser.ts';
import { littleTown, storeTown } from '../support/little-town.ts';
import { ownSite } from '../support/own-site.ts';

/** As a browser does that lets frames of other sites keep nothing. */
const REFUSE_STORAGE = `for (const store of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, store, { get() { throw new DOMException('refused', 'SecurityError'); } });`;

describeInBrowser('Find in the page of another site', () => {
  let site: Awaited<ReturnType<typeof ownSite>>;
  /** What the school has put into its own page. */
  let code = '';
  const school = createServer((_req, res) => {
    const head = '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">';
    res.setHeader('Content-Type', 'text/html');
    res.end(`${head}<title>Our school</title><h1>Our school</h1>${code}`);
  });

  before(async function () {
    this.timeout(60_000);
    site = await ownSite({ districtId: 'district', fill: (db) => storeTown(db, littleTown()) });
    // Another origin and, as with www.district.example, the same site: the browser would send our cookies along.
    await new Promise<void>((resolve) => school.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    school.close();
    school.closeAllConnections();
    await site?.close();
  });

  /** Makes the code on our page as the coordinator of a school does, and takes it along. */
  async function takeCode(page: Page): Promise<string> {
    await page.goto('/embeds');
    await page.getByLabel('Near').selectOption({ label: 'School 0' });
    await page.getByLabel('Title above it').fill('Help near us');
    await page.getByLabel('Code of your color').fill('#FFD200');
    await page.getByRole('status').filter({ hasText: 'There we show it darker, as #826b00.' }).waitFor();
    const preview = page.frameLocator('iframe[title="Preview"]');
    await preview.getByRole('heading', { level: 1, name: 'Help near us' }).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'embed-builder');
    await page.getByRole('button', { name: 'Copy the code' }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied.' }).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  }

  it('is made by a coordinator, searched by keyboard on a phone, keeps nothing and sends no cookie', async function () {
    this.timeout(60_000);
    const reader = await site.openAs('coordinator');
    await reader.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
    const cookies = async () => (await reader.cookies()).map(({ name, value }) => `${name}=${value}`);
    const signedIn = await cookies();
    const builder = await reader.newPage();
    code = await takeCode(builder);
    await builder.close();

    const page = await reader.newPage();
    await page.addInitScript(REFUSE_STORAGE);
    await page.setViewportSize(PHONE);
    const asked: Promise<string>[] = [];
    page.on('request', (request) => {
      if (!request.url().includes('/api/')) return;
      asked.push(request.allHeaders().then(({ cookie }) => `${new URL(request.url()).pathname} ${cookie}`));
    });
    const failed: string[] = [];
    page.on('pageerror', ({ message }) => failed.push(message));
    await page.goto(`http://127.0.0.1:${(school.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1, name: 'Help near us' }).waitFor();
    await frame.locator('.offer-card').nth(9).waitFor();
    await screenshot(page, 'embed-phone');
    const inside = page.frame({ url: /\/embed/ })!;
    await expectAccessible(inside);
    // As high as the whole list: nothing is left to scroll.
    await inside.waitForFunction(
      () => innerHeight > 1_500 && document.documentElement.scrollHeight === innerHeight,
    );

    const steps = await page.evaluate(() => history.length);
    await frame.getByRole('link', { name: 'Next' }).press('Enter');
    await frame.getByText('Page 2 of 3').waitFor();
    await frame.getByRole('combobox', { name: 'What do you need?' }).focus();
    await page.keyboard.type('glasses');
    await frame
      .getByRole('option', { name: /glasses/i })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await frame
      .getByRole('status')
      .filter({ hasText: /^6 services for/ })
      .waitFor();
    const opened = reader.waitForEvent('page');
    await frame.locator('.offer-card h2 a').first().focus();
    await page.keyboard.press('Enter');
    const beside = await opened;
    await beside.waitForURL(`${site.url}/services/*`);
    expect(
      await beside.evaluate(() => window.opener === null),
      'the new page does not know this one',
    ).to.equal(true);
    await beside.close();
    expect(await page.evaluate(() => history.length), '“back” leads to the page before').to.equal(steps);
    await frame.getByRole('button', { name: 'Español' }).click();
    await frame.getByText('6 servicios').waitFor();

    const questions = await Promise.all(asked);
    expect(questions).to.include('/api/v1/offers undefined');
    expect(questions.filter((question) => /session|session=/.test(question))).to.deep.equal([]);
    expect(await cookies()).to.deep.equal(signedIn);
    expect(failed).to.deep.equal([]);
  });
});
