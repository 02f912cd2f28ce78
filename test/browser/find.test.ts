import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import {
  COLOUR_RULES,
  closeWindows,
  DESKTOP,
  describeInBrowser,
  expectAccessible,
  openBrowser,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoInstance } from '../support/instance.ts';

const SCHOOL = 'Cedar Hollow Elementary';

describeInBrowser('Finding help', () => {
  let instance: Awaited<ReturnType<typeof demoInstance>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  before(async function () {
    this.timeout(180_000);
    instance = await demoInstance();
    browser = await openBrowser();
  });

  after(async () => {
    await closeWindows(browser);
    await instance?.close();
  });

  beforeEach(function () {
    this.timeout(30_000);
  });

  afterEach(async () => {
    await context?.close();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
    context = await browser.newContext({ viewport: DESKTOP, locale: 'en-US', ...options });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(instance.url + path);
    await page.locator('.offer-card h2, .page h1').first().waitFor();
  }

  const count = () => page.locator('.find-count').innerText();
  const counted = (words: RegExp) => page.getByRole('status').filter({ hasText: words }).first().waitFor();
  const titles = () => page.locator('.offer-card h2').allInnerTexts();
  const address = () => new URL(page.url()).searchParams;

  async function chooseSchool(): Promise<void> {
    await page.getByLabel('Near').selectOption({ label: SCHOOL });
    await counted(/Cedar Hollow/);
  }

  it('answers a coordinator: a reading tutor, in Spanish, 20 minutes by bus from the school', async () => {
    await open('/');
    await page.getByRole('combobox', { name: 'What do you need?' }).fill('reading tutor');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await counted(/for Reading and writing tutoring/);
    await chooseSchool();
    await page.getByLabel('Within', { exact: true }).selectOption('20');
    await counted(/within 20 minutes by bus of Cedar Hollow Elementary/);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByLabel('Spoken there').selectOption('es');
    await page.waitForURL(/language=es/);
    await page.locator('.offer-card', { hasText: 'Reading Friends' }).waitFor();
    const trips = (await page.locator('.offer-trip').allInnerTexts()).map((trip) =>
      Number.parseInt(trip, 10),
    );
    expect(trips).to.deep.equal([...trips].sort((a, b) => a - b));
    expect(Math.max(...trips)).to.be.at.most(20);
    await screenshot(page, 'find');
  });

  it('is taken along as a file, which holds what was found and says the search', async () => {
    await open('/?q=tutor&free=1', { viewport: PHONE, acceptDownloads: true });
    const [found] = /\d+/.exec(await count()) ?? [];
    await page.getByRole('link', { name: 'Download' }).click();
    await page.getByRole('heading', { name: 'Download what you found' }).waitFor();
    await page.getByText(`${found} services for “tutor” · Free`).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'download');
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download a table (CSV)' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).to.match(/-selection-\d{4}-\d\d-\d\d\.csv$/);
    const rows: Record<string, string>[] = parse(await text(await file.createReadStream()), {
      columns: true,
      bom: true,
    });
    expect(rows).to.have.lengthOf(Number(found));
    expect(new Set(rows.map(({ filter }) => filter))).to.deep.equal(new Set(['q=tutor&free=1']));
    await page.getByRole('link', { name: 'Change the search' }).click();
    await page.waitForURL(/\?q=tutor&free=1$/);
  });

  it('opens the same view from the address, and goes back step by step', async () => {
    await open('/?terms=academic');
    await chooseSchool();
    const [url, list] = [page.url(), await titles()];
    await page.goBack();
    await counted(/^\d+ services for Learning ·/);
    expect(address().has('school')).to.equal(false);
    await page.goForward();
    await counted(/near Cedar Hollow/);
    await page.goto(url);
    await counted(/near Cedar Hollow/);
    expect(await titles()).to.deep.equal(list);
  });

  it('keeps list and map one thing: pointing, choosing, closing', async () => {
    await open('/?terms=reading-tutoring');
    await chooseSchool();
    const card = page.locator('.offer-card', { hasText: 'Reading Friends' }).first();
    await card.hover();
    await page.locator('.pin-hovered .pin-name').waitFor();
    await card.getByRole('button', { name: /on the map/ }).click();
    const panel = page.getByRole('complementary', { name: 'The chosen place' });
    await panel.getByRole('link', { name: 'Reading Friends' }).waitFor();
    expect(address().get('place')).to.equal(await card.getAttribute('data-place'));
    expect(await page.locator('.pin[aria-pressed="true"]').count()).to.equal(1);
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
    expect(address().has('place')).to.equal(false);
  });

  it('lets the keyboard skip the map, and choose a pin on it', async () => {
    await open('/?terms=reading-tutoring');
    await chooseSchool();
    const pin = page.locator('.pin[role="button"]').first();
    await pin.focus();
    await page.keyboard.press('Enter');
    await page.locator('.pin[aria-pressed="true"]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).to.equal('true');
    await page.getByRole('link', { name: 'Skip the map' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.map'))).to.equal(null);
  });

  it('gives the focus to the heading of a service, and back to its link', async () => {
    await open('/?terms=reading-tutoring');
    const link = page.locator('.offer-card h2 a').nth(2);
    const id = await link.getAttribute('id');
    await link.focus();
    await page.keyboard.press('Enter');
    await page.locator('.page h1').waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.goBack();
    await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
  });

  it('teaches when nothing is found: what was asked, and what one press would bring', async () => {
    await open('/?terms=reading-tutoring');
    await chooseSchool();
    await page.getByLabel('Within', { exact: true }).selectOption('10');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByLabel('Open on').selectOption('SU');
    await page.getByLabel('Spoken there').selectOption('vi');
    await page.getByText('Nothing found for Reading and writing tutoring within 10 minutes by bus').waitFor();
    const widen = page.getByRole('button', { name: /: \d+ services?$/ }).first();
    const promised = Number(/(\d+) service/.exec(await widen.innerText())?.[1]);
    await widen.click();
    await counted(new RegExp(`^${promised} service`));
    expect((await titles()).length).to.be.greaterThan(0);
  });

  it('asks rather than guesses where nobody said', async () => {
    await open('/?age=4&perPage=25');
    const asks = await page.locator('.offer-ask').allInnerTexts();
    for (const ask of asks) expect(ask).to.contain('we don’t know whether they take age 4');
  });

  it('never draws a place that is kept private', async () => {
    await open('/?q=shelter');
    const hidden = page.locator('.offer-card', { hasText: 'Place kept private' }).first();
    await hidden.waitFor();
    expect(await hidden.getByRole('button').count()).to.equal(0);
    await hidden.getByRole('link').click();
    await page.locator('.page h1').waitFor();
    await page.getByText('Place kept private').waitFor();
    expect(await page.locator('.side-map').count()).to.equal(0);
  });

  it('speaks Spanish, and still does after a reload', async () => {
    await open('/?terms=reading-tutoring');
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('combobox', { name: '¿Qué necesita?' }).waitFor();
    expect(await count()).to.match(/servicios? de Tutoría de lectura y escritura/);
    await page.reload();
    await page.getByRole('combobox', { name: '¿Qué necesita?' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).to.equal('es');
  });

  it('begins on a phone with the list, and brings the map when it is wanted', async () => {
    await open('/?terms=academic', { viewport: PHONE, isMobile: true, hasTouch: true });
    expect(await page.locator('.map').count()).to.equal(0);
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.locator('.pin, .cluster').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(PHONE.width);
    await screenshot(page, 'find-phone-map');
    await page.goBack();
    await page.locator('.offer-card').first().waitFor();
    expect(address().has('view')).to.equal(false);
  });

  it('says on a service what a family needs to know', async () => {
    await open('/?q=reading+friends');
    await page.getByRole('link', { name: 'Reading Friends', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Reading Friends' }).waitFor();
    for (const question of ['For whom', 'Cost', 'Languages'])
      await page.getByText(question, { exact: true }).waitFor();
    for (const part of ['How to begin', /^Where and when/])
      await page.getByRole('heading', { name: part }).waitFor();
    expect(await page.locator('a[href^="tel:"]').count()).to.be.greaterThan(0);
    await screenshot(page, 'service');
  });

  it('opens everything at a place, and from there a search for what is missing', async () => {
    await open('/?terms=reading-tutoring');
    await page.locator('.offer-card h2 a').first().click();
    await page.locator('.place-card h3 a').first().click();
    await page.getByRole('heading', { name: /services? here$/ }).waitFor();
    await page.getByRole('heading', { name: 'What is missing around here' }).waitFor();
    await page.locator('.chip-link').first().click();
    await counted(/near Chosen point/);
  });

  it('shows what was seen last where there is no network', async () => {
    await open('/?terms=reading-tutoring');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    const seen = await titles();
    await page.locator('.offer-card').first().waitFor();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.reload();
    await page.getByText('You are offline.').waitFor();
    await page.locator('.offer-card').first().waitFor();
    expect((await titles()).length).to.be.at.least(seen.length);
    const keys = await page.evaluate(async () =>
      Promise.all(
        (await caches.keys()).map(async (name) =>
          (await (await caches.open(name)).keys()).map(({ url }) => url),
        ),
      ),
    );
    for (const url of keys.flat()) expect(url).to.not.match(/students|session|needs|match-runs|accounts/);
  });

  it('comes light: the words before the map, and no more script than a phone can bear', async () => {
    await open('/', { viewport: PHONE, isMobile: true });
    await page.waitForLoadState('networkidle');
    expect(await scriptBytes()).to.be.lessThan(45_000);
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.locator('.pin, .cluster').first().waitFor();
    expect(await scriptBytes()).to.be.lessThan(100_000);
  });

  /** As it travelled: compressed, with heads. */
  function scriptBytes(): Promise<number> {
    return page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, { transferSize }) => sum + transferSize, 0),
    );
  }

  it('passes axe in both themes: Find, a service, a place, an organization, a wrong address', async function () {
    this.timeout(60_000);
    // Colours that change slowly would be looked at on their way.
    await open('/?terms=reading-tutoring', { colorScheme: 'light', reducedMotion: 'reduce' });
    await chooseSchool();
    await page.locator('.offer-show').first().click();
    await page.locator('.chosen-place a').first().waitFor();
    await passesInBothThemes();
    await page.locator('.offer-card h2 a').first().click();
    await page.locator('.facts').waitFor();
    await passesInBothThemes();
    await page.locator('.place-card h3 a').first().click();
    await page.getByRole('heading', { name: /services? here$/ }).waitFor();
    await passesInBothThemes();
    await page.goBack();
    await page.locator('.page-head a').first().click();
    await page.locator('.service-line').first().waitFor();
    await passesInBothThemes();
    await page.goto(`${instance.url}/services/none`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await passesInBothThemes();
  });

  /** The theme is the style sheet's alone: the page is the same but for its colours. */
  async function passesInBothThemes(): Promise<void> {
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, COLOUR_RULES);
    await page.emulateMedia({ colorScheme: 'light' });
  }
});
