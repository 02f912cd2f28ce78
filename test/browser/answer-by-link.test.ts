import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { sendMail } from '../../server/mail/send-mail.ts';
import { sendReferralMail } from '../../server/referral-links/send-referral-mail.ts';
import { type ReferralTown, referralTown } from '../server/referrals/referral-town.ts';
import { TEST_PASSWORD } from '../support/app.ts';
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
import { linkIn, smtpCatcher } from '../support/smtp-catcher.ts';

const WEB_DIR = process.env.WEB_DIR ?? fileURLToPath(new URL('../../web/dist', import.meta.url));

describeInBrowser('A partner who gets a mail', () => {
  let town: ReferralTown;
  let browser: Browser;
  let catcher: Awaited<ReturnType<typeof smtpCatcher>>;
  before(async function () {
    this.timeout(60_000);
    catcher = await smtpCatcher();
    [town, browser] = await Promise.all([
      referralTown({
        WEB_DIR,
        SMTP_URL: catcher.url,
        MAIL_FROM: 'Trellis <trellis@example.org>',
        PUBLIC_URL: 'http://trellis.example.org',
      }),
      openBrowser(),
    ]);
  });
  after(async () => {
    await closeWindows(browser);
    await town?.close();
    await catcher?.close();
  });

  /** Asks the partner by mail, and gives the path that the mail's link leads to. */
  async function askByMail(studentId: string): Promise<string> {
    const referral = await town.store({ studentId, urgency: 2 });
    await sendReferralMail(town.deps, referral);
    const mails = town.deps.db.collection<{ _id: string }>('mails');
    for (const { _id } of await mails.find({ status: 'waiting' }).toArray()) await sendMail(town.deps, _id);
    const { pathname, hash } = new URL(linkIn(catcher.mails.at(-1)!));
    return pathname + hash;
  }

  async function open(path: string, viewport: typeof PHONE): Promise<Page> {
    const context = await browser.newContext({
      baseURL: town.url,
      viewport,
      locale: 'en-US',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  it('asks and says yes on a phone, comes again on a desktop, and is closed and opened by who may', async function () {
    this.timeout(60_000);
    await town.deps.db
      .collection('organizations')
      .updateOne({ _id: 'org' as never }, { $set: { email: 'desk@org.example.org' } });
    await town.consent(['name', 'contacts', 'grade-and-languages', 'needs', 'free-times']);
    const path = await askByMail('student');

    const page = await open(path, PHONE);
    await page.getByRole('heading', { level: 1, name: /asks whether you have a place/ }).waitFor();
    expect(await page.locator('main').innerText()).not.to.match(/[Gg]lasses for|grade|Zephyrine/);
    await page.getByRole('button', { name: 'Read what is needed' }).click();
    await page.getByRole('heading', { name: 'What is needed' }).waitFor();
    expect(await page.locator('main').innerText()).not.to.match(/Zephyrine/);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'answer-phone');

    await page.getByRole('button', { name: 'Ask the school' }).click();
    await page.getByRole('button', { name: 'Send the question' }).click();
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.getByLabel('Your question').fill('Which day?');
    await page.getByRole('button', { name: 'Send the question' }).click();
    await page.getByRole('status').filter({ hasText: 'Your question is with the school' }).waitFor();

    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('button', { name: 'Tenemos un lugar' }).click();
    await page.getByRole('button', { name: 'Sí, tenemos un lugar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Gracias: el lugar queda guardado' }).waitFor();
    await page.getByText(/Mara Quillfeather.*555-0188/).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'answer-yes-phone');
    await page.context().close();

    const again = await open(path, DESKTOP);
    await again.getByRole('heading', { level: 1, name: 'Thank you: the place is kept' }).waitFor();
    expect(await again.locator('main').innerText()).not.to.match(/Quillfeather|555-0188/);
    await again.goto('/answer#nothing');
    await again.getByRole('heading', { level: 1, name: 'This link does not work any more' }).waitFor();
    await expectAccessible(again);

    const { email } = await town.createAccount({ role: 'community-leader' });
    await again.context().request.post('/api/v1/session', { data: { email, password: TEST_PASSWORD } });
    await again.goto('/organizations/org');
    await again.getByRole('button', { name: 'It has closed…' }).click();
    expect(await again.evaluate(() => document.activeElement?.textContent)).to.match(/^Close org\?/);
    await expectAccessible(again);
    await screenshot(again, 'close-organization');
    await again.getByRole('button', { name: 'Close it' }).click();
    await again.getByText('It is closed: none of its services is in Find.').waitFor();
    await again.getByRole('button', { name: 'Open it again' }).click();
    await again.getByRole('status').filter({ hasText: 'Its service is in Find again.' }).waitFor();
    await again.context().close();
  });
});
