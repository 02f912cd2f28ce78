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

  async function openSchoolSite(page: Page, asked: string): Promise<void> {
    code = `<iframe src="${site.url}/embed?${asked}" title="Find help" height="640" style="width:100%;border:0"></iframe>
      <script src="${site.url}/embed.js" async></script>`;
    await page.setViewportSize(PHONE);
    await page.goto(`http://127.0.0.1:${(school.address() as AddressInfo).port}/`);
  }

  it('is searched by keyboard on a phone, fits its frame, keeps nothing and sends no cookie', async function () {
    this.timeout(60_000);
    const reader = await site.openAs('coordinator');
    await reader.addInitScript(REFUSE_STORAGE);
    const signedIn = await reader.cookies();
    const page = await reader.newPage();
    const asked: Promise<string>[] = [];
    page.on('request', (request) => {
      if (!request.url().includes('/api/')) return;
      asked.push(request.allHeaders().then(({ cookie }) => `${new URL(request.url()).pathname} ${cookie}`));
    });
    const failed: string[] = [];
    page.on('pageerror', ({ message }) => failed.push(message));
    await openSchoolSite(page, 'school=school-0&accent=ffd200&title=Help+near+us');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1, name: 'Help near us' }).waitFor();
    await frame.locator('.offer-card').nth(9).waitFor();
    await screenshot(page, 'embed-phone');
    const inside = page.frame({ url: /\/embed/ })!;
    await expectAccessible(inside);
    // The height is told once the list has been laid out.
    await page.waitForFunction(() => document.querySelector('iframe')!.clientHeight > 1_500);
    expect(await inside.evaluate(() => document.documentElement.scrollHeight), 'nothing to scroll').to.equal(
      await page.locator('iframe').evaluate((element) => element.clientHeight),
    );

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
    expect(beside.url()).to.include(`${site.url}/services/`);
    expect(
      await beside.evaluate(() => window.opener === null),
      'the new page does not know this one',
    ).to.equal(true);
    await beside.close();
    await frame.getByRole('button', { name: 'Español' }).click();
    await frame.getByText('6 servicios').waitFor();

    const questions = await Promise.all(asked);
    expect(questions).to.include('/api/v1/offers undefined');
    expect(questions.filter((question) => /session|session=/.test(question))).to.deep.equal([]);
    expect(await reader.cookies()).to.deep.equal(signedIn);
    expect(failed).to.deep.equal([]);
  });
});
