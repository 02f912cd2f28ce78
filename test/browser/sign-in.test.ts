import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { type Agent, signInWith, testApp } from '../support/app.ts';
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
import { oidcIssuer } from '../support/oidc-issuer.ts';
import { linkIn, smtpCatcher } from '../support/smtp-catcher.ts';

const webDir = process.env.WEB_DIR ?? fileURLToPath(new URL('../../web/dist', import.meta.url));
const PASSWORD = 'nine lamps under a bridge';

describeInBrowser('Somebody who signs in', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let service: Awaited<ReturnType<typeof oidcIssuer>>;
  let catcher: Awaited<ReturnType<typeof smtpCatcher>>;
  let browser: Browser;
  let administrator: Agent;

  before(async function () {
    this.timeout(60_000);
    [service, catcher, browser] = await Promise.all([oidcIssuer(), smtpCatcher(), openBrowser()]);
    at = await testApp({
      collections: [...allCollections],
      env: {
        WEB_DIR: webDir,
        PUBLIC_URL: 'http://127.0.0.1',
        SMTP_URL: catcher.url,
        MAIL_FROM: 'Trellis <trellis@example.org>',
        OIDC_PROVIDERS: 'district',
        ...service.env('DISTRICT', { LABEL: 'your Cedar account' }),
      },
    });
    // Which port it is is only known now.
    at.deps.config.publicUrl = at.url;
    runTasks(at.deps);
    administrator = await at.signIn('administrator');
  });

  after(async () => {
    await closeWindows(browser);
    await at?.close();
    await Promise.all([service?.close(), catcher?.close()]);
  });

  function story(name: string, options: BrowserContextOptions, tell: (page: Page) => Promise<void>): void {
    it(name, async function () {
      this.timeout(60_000);
      const context = await browser.newContext({
        baseURL: at.url,
        viewport: DESKTOP,
        locale: 'en-US',
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
        ...options,
      });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      const heard: string[] = [];
      page.on('pageerror', (error) => heard.push(error.message));
      page.on('console', (message) => {
        // The browser writes down every answer above 399 by itself, also those that the page tells in words.
        if (message.type() === 'error' && !/status of (400|410)/.test(message.text()))
          heard.push(message.text());
      });
      await tell(page).finally(() => context.close());
      expect(heard, 'what the browser complained about').to.deep.equal([]);
    });
  }

  async function invite(person: object): Promise<string> {
    const count = catcher.mails.length;
    await administrator.post('/api/v1/invitations').send(person).expect(201);
    return linkIn((await catcher.until(count + 1)).at(-1)!);
  }

  const signedInAs = (page: Page, name: string) => page.getByText(`Signed in as ${name}`).waitFor();

  story('is invited by mail, chooses a password and is in', { viewport: PHONE }, async (page) => {
    const link = await invite({ email: 'nia@example.org', name: 'Nia Brooks', grants: [] });
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: 'Welcome to Trellis' }).waitFor();
    await page.getByText('Hello Nia Brooks.').waitFor();
    expect(await page.getByLabel('Email').inputValue()).to.equal('nia@example.org');
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'set-password-phone');

    const field = page.getByLabel('New password');
    await field.fill('password1234');
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.locator('.field-error', { hasText: 'one of the passwords that are guessed first' }).waitFor();
    expect(await field.evaluate((element) => element === document.activeElement)).to.equal(true);
    await expectAccessible(page);
    await page.reload();
    await field.fill(PASSWORD);
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.waitForURL('**/home');
    expect((await page.request.get('/api/v1/session').then((reply) => reply.json())).account).to.include({
      name: 'Nia Brooks',
    });

    await page.goto('about:blank');
    await page.goto(link);
    await page.getByText('This link does not work any more.').waitFor();
    await expectAccessible(page);
  });

  story('asks for a new password, in Spanish', { locale: 'es-US', viewport: PHONE }, async (page) => {
    const { email } = await at.createAccount('staff');
    await page.goto('/sign-in');
    await page.getByRole('link', { name: '¿Olvidó su contraseña?' }).click();
    await page.getByRole('heading', { level: 1, name: '¿Olvidó su contraseña?' }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'forgot-password-phone');
    const count = catcher.mails.length;
    await page.getByLabel('Correo electrónico').fill(email);
    await page.getByRole('button', { name: 'Enviar el enlace' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `Si ${email} tiene una cuenta aquí` })
      .waitFor();
    await expectAccessible(page);
    const link = linkIn((await catcher.until(count + 1)).at(-1)!);
    await page.goto(link);
    await page.getByLabel('Contraseña nueva').fill(PASSWORD);
    await page.getByRole('button', { name: 'Guardar e iniciar sesión' }).click();
    await page.waitForURL('**/home');
    await signInWith(at.visitor(), email, PASSWORD);
  });

  story('goes out to the district’s service and comes back where they wanted to be', {}, async (page) => {
    const account = await at.createAccount('coordinator');
    service.state.person = { sub: 'rosa', email: account.email, email_verified: true };
    await page.goto('/sign-in?next=%2Fgaps');
    await page.getByRole('link', { name: 'Sign in with your Cedar account' }).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'sign-in-services');
    await page.getByRole('link', { name: 'Sign in with your Cedar account' }).click();
    await page.waitForURL('**/gaps');
    await signedInAs(page, account.name);
    expect(page.url()).not.to.match(/code=|state=/);
  });

  story('reads in plain words why the service opened nothing', { viewport: PHONE }, async (page) => {
    service.state.person = { sub: 'stranger', email: 'stranger@example.org', email_verified: true };
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Sign in with your Cedar account' }).click();
    await page
      .getByText('There is no account here for the email address that your Cedar account knows.')
      .waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'sign-in-trouble-phone');
    expect(await page.getByLabel('Password', { exact: true }).count()).to.equal(1);
  });
});
