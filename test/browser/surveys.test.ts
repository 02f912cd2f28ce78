import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { saveDistrict } from '../../server/settings/district-store.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
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
import { littleTown, storeTown } from '../support/little-town.ts';

const webDir = process.env.WEB_DIR ?? fileURLToPath(new URL('../../web/dist', import.meta.url));

describeInBrowser('A survey', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let browser: Browser;
  before(async () => {
    [at, browser] = await Promise.all([
      testApp({ collections: [...allCollections], env: { WEB_DIR: webDir } }),
      openBrowser(),
    ]);
    await storeTown(at.deps.db, littleTown({ studentCount: 4 }));
    await saveDistrict(at.deps.db, district('district'));
  });
  after(async () => {
    await closeWindows(browser);
    await at.close();
  });

  const open = (options: BrowserContextOptions) =>
    browser.newContext({ baseURL: at.url, reducedMotion: 'reduce', ...options });
  const answers = () => at.deps.db.collection('survey_answers').countDocuments();

  async function signedIn(): Promise<Page> {
    const { email } = await at.createAccount({ role: 'district-leader', districtId: 'district' });
    const context = await open({ viewport: DESKTOP, locale: 'en-US' });
    await context.request.post('/api/v1/session', { data: { email, password: TEST_PASSWORD } });
    const page = await context.newPage();
    await page.goto('/surveys');
    return page;
  }

  /** Writes a survey from questions that are ready, opens it, and gives its address. */
  async function write(page: Page): Promise<string> {
    await page.getByRole('link', { name: 'Write a survey' }).click();
    await page.getByLabel('Title in English').fill('What helps?');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('The title is missing in one language.').waitFor();
    await page.getByLabel('Title in Spanish').fill('¿Qué ayuda?');
    await page.getByLabel('School term').fill('Fall');
    await page.getByLabel('School 1').check();
    await page.getByRole('button', { name: 'Add: What would help your child' }).click();
    await page.getByRole('button', { name: 'Add: How welcome do you feel' }).click();
    await page.getByRole('button', { name: 'Move up: How welcome do you feel' }).click();
    await expectAccessible(page);
    await screenshot(page, 'survey-editor');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Open the survey' }).click();
    await page.getByRole('heading', { name: 'How people answer' }).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'survey-open');
    return (await page.locator('.survey-links a[target]').textContent()) ?? '';
  }

  it('is written from ready questions, answered on a phone in Spanish without a network, and hides what is small', async function () {
    this.timeout(120_000);
    const page = await signedIn();
    const address = await write(page);

    const phone = await open({ viewport: PHONE, locale: 'es-US', colorScheme: 'dark' });
    const first = await phone.newPage();
    await first.goto(address);
    await first.getByRole('heading', { level: 1, name: '¿Qué ayuda?' }).waitFor();
    await first.getByText('1. ¿Qué tan bienvenido se siente en esta escuela?').waitFor();
    await first.getByRole('radio', { name: '4' }).check();
    await first.getByRole('checkbox', { name: /tutor/i }).first().check();
    await expectAccessible(first);
    await expectNoSidewaysScrolling(first);
    await screenshot(first, 'survey-phone');
    await phone.setOffline(true);
    await first.getByRole('button', { name: 'Enviar mis respuestas' }).click();
    await first.getByText(/^Ahora no hay conexión/).waitFor();
    expect(await answers()).to.equal(0);
    await first.close();

    await phone.setOffline(false);
    const second = await phone.newPage();
    const sent = second.waitForResponse((reply) => reply.url().endsWith('/survey-answers'));
    await second.goto(address);
    expect((await sent).status()).to.equal(204);
    await second.getByText(/espera en este aparato/).waitFor({ state: 'detached' });
    expect(await answers()).to.equal(1);

    await page.getByRole('button', { name: 'End it and count the answers' }).click();
    await page.getByRole('button', { name: 'End and count' }).click();
    await page.getByText('Fewer than 10 people answered here, so we show no results.').waitFor();
    await expectAccessible(page);
    await page.goto('/unmet');
    await page.getByRole('heading', { name: 'Nothing to show here yet' }).waitFor();
    await expectAccessible(page);
  });
});
