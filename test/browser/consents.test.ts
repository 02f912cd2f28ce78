import { expect } from 'chai';
import type { Page } from 'playwright-core';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

const PARTNER = 'Cedar Hollow Reading Friends';
const NEEDS = 'Reading and writing tutoring';
/** What the stories agree to; the demo's own consent has another purpose. */
const PURPOSE = 'plan the help together';

describeInBrowser('Consents', () => {
  const { story, api } = demoStories();

  story(
    'are printed in the family’s language, recorded from paper, and let the school share what they name',
    { as: 'coordinator' },
    async (page) => {
      await page.goto(await addressOfConsents());
      await page.getByRole('heading', { level: 1, name: /^Consents and sharing/ }).waitFor();
      await page.getByRole('heading', { name: new RegExp(`${PARTNER} may have`) }).waitFor();
      await expectAccessible(page);
      await screenshot(page, 'consents');

      await page.getByRole('button', { name: 'Show the form' }).click();
      await page.getByText('Choose with whom.').first().waitFor();
      await expectAccessible(page);
      const giving = page.locator('.consent-giving');
      await giving.getByLabel('Name of the organization').fill('reading friends');
      await giving.getByRole('radio', { name: PARTNER }).check();
      await giving.getByLabel('What the student needs help with', { exact: false }).check();
      await giving.getByRole('radio', { name: new RegExp(PURPOSE) }).check();
      await giving.getByRole('radio', { name: 'Spanish' }).check();
      await giving.getByRole('button', { name: 'Show the form' }).click();

      const form = giving.locator('.form-sheet');
      await form.getByText('Permiso para compartir datos de la escuela').waitFor();
      expect(await form.innerText())
        .to.contain(`Con quién: ${PARTNER}.`)
        .and.to.contain('en qué necesita ayuda');
      expect(await form.locator('.form-text').getAttribute('lang')).to.equal('es');
      await expectAccessible(page);
      await page.emulateMedia({ media: 'print' });
      expect(await form.getByText('Firma', { exact: true }).isVisible()).to.equal(true);
      expect(await page.getByRole('heading', { name: 'What was agreed to' }).isVisible()).to.equal(false);
      expect(await page.getByText('When the form is signed').isVisible()).to.equal(false);
      await screenshot(page, 'consent-form-print');
      await page.emulateMedia({ media: 'screen' });

      await giving.getByRole('button', { name: 'Record the consent' }).click();
      await page.getByText('Recorded.').waitFor();
      const consent = page.locator('.consent', { hasText: PURPOSE }).first();
      await consent.getByText(/valid until/).waitFor();
      await expectAccessible(page);

      const sharing = page.locator('section', { has: page.getByRole('heading', { name: 'Share now' }) });
      await sharing
        .getByLabel('Consent')
        .selectOption({ label: `${PARTNER} – to ${PURPOSE} with the school` });
      await sharing.getByLabel('What the student needs help with', { exact: false }).check();
      await sharing.getByRole('button', { name: 'Share it' }).click();
      await page.getByText('On its way.').waitFor();
      await expectAccessible(page);
    },
  );

  story('bring the partner what was agreed to, and nothing else', { as: 'partner' }, async (page) => {
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'More' }).click();
    await page.getByRole('link', { name: 'Shared with us' }).click();
    await page.getByRole('heading', { level: 1, name: 'Shared with us' }).waitFor();
    const received = receivedFor(page);
    await received.getByText(/open until/).waitFor();
    await expectAccessible(page);
    await received.getByRole('button', { name: 'Open' }).click();
    await received.getByText(NEEDS).waitFor();
    expect(await received.innerText()).to.not.match(/Ortega|D-11423/);
    await expectAccessible(page);
    await screenshot(page, 'shared-with-us');
  });

  story(
    'are withdrawn by the family on a phone',
    { as: 'family', viewport: PHONE, isMobile: true, hasTouch: true },
    async (page) => {
      await page.goto('/');
      await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'More' }).click();
      await page.getByRole('link', { name: 'School record' }).click();
      await page.getByRole('link', { name: 'Consents and sharing' }).click();
      await page.getByText('You can take your yes back at any time.').waitFor();
      const consent = page.locator('.consent', { hasText: PURPOSE }).first();
      await consent.getByRole('button', { name: 'Withdraw…' }).click();
      await consent.getByText('This cannot be undone').waitFor();
      await expectNoSidewaysScrolling(page);
      await expectAccessible(page);
      await screenshot(page, 'consent-withdraw-phone');
      await consent.getByRole('button', { name: 'Withdraw the consent' }).click();
      await page.getByText('Withdrawn. Nothing more is shared under it.').waitFor();
      await consent.getByText(/withdrawn on/).waitFor();
      await page.getByText('We asked them to delete it. They have not confirmed yet.').waitFor();
      await expectAccessible(page);
    },
  );

  story(
    'once withdrawn, close what the partner got, who confirms that it is deleted',
    { as: 'partner' },
    async (page) => {
      await page.goto('/shared');
      const received = receivedFor(page);
      await received.getByText('The consent was withdrawn on').waitFor();
      expect(await received.getByRole('button', { name: 'Open' }).count()).to.equal(0);
      expect(await received.innerText()).to.not.contain(NEEDS);
      await expectAccessible(page);
      await received.getByRole('button', { name: 'We have deleted it' }).click();
      await received.getByText(/You confirmed on/).waitFor();
      await expectAccessible(page);
      await screenshot(page, 'shared-closed');
    },
  );

  story('show the school that the partner has deleted what it kept', { as: 'coordinator' }, async (page) => {
    await page.goto(await addressOfConsents());
    await page.getByText(/They say they deleted it on/).waitFor();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByText(/Dicen que lo borraron el/).waitFor();
    await expectAccessible(page);
  });

  story('are signed by the family with the own account', { as: 'family' }, async (page) => {
    await page.goto(await addressOfConsents());
    const giving = page.locator('.consent-giving');
    await giving.getByRole('radio', { name: 'Everyone who offers something' }).check();
    await giving.getByLabel('What they offer').selectOption({ label: '\u2003Glasses' });
    await giving.getByLabel('the grade and the languages', { exact: false }).check();
    await giving.getByRole('button', { name: 'Show the form' }).click();
    await giving.getByText('every organization in our directory that offers Glasses').waitFor();
    await giving.getByRole('button', { name: 'Sign', exact: true }).click();
    await giving.getByText('Tick the box if you agree.').first().waitFor();
    await expectAccessible(page);
    await giving.getByLabel('Your full name').fill('Lucía Ortega');
    await giving.getByLabel('I have read this form and I agree.').check();
    await giving.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByText('Signed. Thank you.').waitFor();
    await page.getByRole('heading', { name: 'Everyone who offers Glasses may have:' }).waitFor();
    await expectAccessible(page);
  });

  const receivedFor = (page: Page) => page.locator('.consent', { hasText: PURPOSE }).first();

  /** Of the family's child. */
  async function addressOfConsents(): Promise<string> {
    const agent = await api('family');
    const { body } = await agent.get('/api/v1/session').expect(200);
    return `/students/${body.account.grants[0].studentIds[0]}/consents`;
  }
});
