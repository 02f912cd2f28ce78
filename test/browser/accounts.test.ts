import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { authenticator } from '../server/accounts/authenticator.ts';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

const PASSWORD = 'seven quiet lanterns';
const SCHOOL = 'Cedar Hollow Elementary';
const EVERYWHERE = { schoolIds: [], organizationIds: [], studentIds: [] };

describeInBrowser('Accounts, as a new administrator', () => {
  const { story, api, openWindow } = demoStories();
  const email = (name: string) => `${name}@example.org`;

  async function newAccount(name: string, role: 'administrator' | 'coordinator', schoolIds: string[] = []) {
    const agent = await api('administrator');
    const { body } = await agent
      .post('/api/v1/accounts')
      .send({ name, email: email(name), password: PASSWORD, grants: [{ role, ...EVERYWHERE, schoolIds }] })
      .expect(201);
    return body.id as string;
  }

  async function signIn(page: Page, name: string) {
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(email(name));
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  story('sets up a second step and signs in with it', {}, async (page) => {
    await newAccount('Noor', 'administrator');
    await signIn(page, 'Noor');
    await page.getByRole('link', { name: 'Signed in as Noor' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
    await page.getByText('this browser').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'own-account');
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'second-factor');
    const app = authenticator((await page.locator('.factor-key').innerText()).replaceAll(' ', ''));
    await page.getByLabel('The 6 digits that the app shows').fill(app.codeAt(new Date()));
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    const [recoveryCode = ''] = await page.locator('.recovery-codes code').allInnerTexts();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 recovery codes are left.').waitFor();

    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await signIn(page, 'Noor');
    await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'second-step');
    await page.getByLabel('Code').fill(recoveryCode);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('link', { name: 'Signed in as Noor' }).waitFor();
    await page.goto('/accounts/own');
    await page.getByText('9 recovery codes are left.').waitFor();
  });

  story(
    'invites a coordinator for one school, who chooses a password and sees just that school',
    {},
    async (page) => {
      await newAccount('Ines', 'administrator');
      await signIn(page, 'Ines');
      await page.getByRole('link', { name: 'Signed in as Ines' }).click();
      await page.getByRole('link', { name: 'Users and roles' }).click();
      await page.getByRole('heading', { level: 1, name: 'Users and roles' }).waitFor();
      await page.getByRole('table', { name: 'Users and roles' }).waitFor();
      await expectAccessible(page);
      await screenshot(page, 'users-and-roles');
      await page.getByRole('button', { name: 'Add a person' }).click();
      const form = page.getByRole('form', { name: 'Add a person' });
      await form.getByRole('button', { name: 'Invite' }).click();
      await form.getByText('Nothing is saved yet').waitFor();
      await form.getByLabel('Name', { exact: true }).fill('Tomas Reyes');
      await form.getByLabel('Email address').fill(email('tomas'));
      await form.getByLabel(SCHOOL).check();
      await expectAccessible(page);
      await screenshot(page, 'invite');
      await form.getByRole('button', { name: 'Invite' }).click();
      const link = await page.locator('.card .factor-key').innerText();

      const theirs = await openWindow();
      const other = await theirs.newPage();
      await other.goto(link);
      await other.getByLabel('New password').fill(PASSWORD);
      await other.getByRole('button', { name: 'Save and sign in' }).click();
      await other.getByRole('link', { name: 'Signed in as Tomas Reyes' }).waitFor();
      const reply = await other.request.get('/api/v1/own-account');
      const [grant] = (await reply.json()).grants;
      expect(grant).to.include({ role: 'coordinator' });
      expect(grant.schoolIds).to.have.length(1);
      await other.goto(`/schools/${grant.schoolIds[0]}`);
      await other.getByRole('table', { name: 'What its students need' }).waitFor();
      const schools = (await (await other.request.get('/api/v1/schools')).json()).items as { id: string }[];
      const elsewhere = schools.find(({ id }) => id !== grant.schoolIds[0]);
      expect((await other.request.get(`/api/v1/schools/${elsewhere?.id}/needs`)).status()).to.equal(404);
      await theirs.close();
    },
  );

  story('sees Trellis as a coordinator, stops, and ends a session', {}, async (page) => {
    await newAccount('Amal', 'administrator');
    const agent = await api('administrator');
    const { body } = await agent.get('/api/v1/schools').expect(200);
    const school = body.items.find(({ name }: { name: string }) => name === SCHOOL);
    await newAccount('Bruno', 'coordinator', [school.id]);
    await signIn(page, 'Amal');
    await page.getByRole('link', { name: 'Signed in as Amal' }).waitFor();
    await page.goto('/accounts');
    await page.getByLabel('Search by name or email').fill('bruno');
    await page.getByRole('status').filter({ hasText: '1 person' }).waitFor();
    await page.getByRole('button', { name: 'Change Bruno' }).click();
    await page.getByRole('button', { name: 'See Trellis as Bruno' }).click();
    const dialog = page.getByRole('dialog', { name: 'See Trellis as Bruno' });
    await dialog.getByLabel('Why do you need this?').fill('He cannot find his list of students.');
    await expectAccessible(page);
    await screenshot(page, 'view-as-why');
    await dialog.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('You see Trellis as Bruno. Nothing can be changed.').waitFor();
    await page.getByRole('link', { name: 'Signed in as Bruno' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Hello, Bruno' }).waitFor();
    await page.getByRole('link', { name: 'Schools and their students' }).click();
    await page.getByRole('link', { name: SCHOOL }).click();
    await page.getByRole('table', { name: 'What its students need' }).waitFor();
    await expectAccessible(page);
    await screenshot(page, 'view-as');
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('link', { name: 'Signed in as Amal' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Users and roles' }).waitFor();

    const elsewhere = await openWindow();
    const second = await elsewhere.newPage();
    await signIn(second, 'Amal');
    await second.getByRole('link', { name: 'Signed in as Amal' }).waitFor();
    await page.goto('/accounts/own');
    await page.getByRole('button', { name: /^Sign out Chrome/ }).click();
    await page.getByText('Signed out.').waitFor();
    expect((await second.request.get('/api/v1/own-account')).status()).to.equal(401);
    await elsewhere.close();
  });

  story('switches somebody off and takes it back, on a phone', { viewport: PHONE }, async (page) => {
    await newAccount('Pia', 'administrator');
    await newAccount('Olek', 'coordinator');
    await signIn(page, 'Pia');
    await page.getByRole('link', { name: 'Signed in as Pia' }).waitFor();
    for (const address of ['/accounts/own', '/accounts']) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectNoSidewaysScrolling(page);
      await expectAccessible(page);
      await screenshot(page, `phone${address.replaceAll('/', '-')}`);
    }
    await page.getByLabel('Search by name or email').fill('olek');
    await page.getByRole('button', { name: 'Change Olek' }).click();
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'phone-person');
    await page.getByRole('button', { name: 'Switch off' }).click();
    await page.getByText('Olek is switched off and signed out.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Olek can sign in again.').waitFor();
  });

  story('is told before the session ends, and keeps what was typed', {}, async (page) => {
    await newAccount('Wren', 'coordinator');
    await page.clock.install();
    await signIn(page, 'Wren');
    await page.getByRole('link', { name: 'Signed in as Wren' }).click();
    await page.getByLabel('Your name').fill('Wren Alder');
    await page.clock.fastForward('07:58:30');
    await page
      .getByRole('alert')
      .filter({ hasText: /You will be signed out in \d minutes?\./ })
      .waitFor();
    await page.getByRole('button', { name: 'Stay' }).waitFor();
    await expectAccessible(page);
    await page.clock.fastForward('02:00');
    await page.getByText('You are signed out. What you typed is still on this page.').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).to.equal('Wren Alder');
  });
});
