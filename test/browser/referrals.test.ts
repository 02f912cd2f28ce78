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

const SERVICE = 'Reading Friends';
const OTHER_NEED = 'Glasses';

describeInBrowser('Referrals', () => {
  const { story, openWindow, sessionOf, api } = demoStories();

  story(
    'go from a match to the partner and back, and the family sees what came of it',
    { as: 'coordinator' },
    async (page) => {
      const student = await studentOfFamily();
      await page.goto(student);
      const match = page.locator('.match', { hasText: SERVICE }).first();
      await match.getByRole('button', { name: /^Refer to/ }).click();
      await match.getByText('sent, no answer yet').waitFor();
      await match.getByRole('button', { name: 'Undo' }).click();
      await match.getByText('Taken back. Nobody had seen it.').waitFor();
      await match.getByRole('button', { name: /^Refer to/ }).click();
      await match.getByText('sent, no answer yet').waitFor();
      await expectAccessible(page);
      await screenshot(page, 'referral-match');

      await seeWhatIsMissing(page);
      await takeLetterAlong(page);
      await answerAsPartner();

      await page.goto('/referrals');
      const row = page.locator('.referral-table tbody tr', { hasText: SERVICE });
      await row.getByText('place given').waitFor();
      await expectAccessible(page);
      await screenshot(page, 'referrals');
      await row.getByRole('button', { name: /^It has started/ }).click();
      await row.getByText('going on').waitFor();
      await row.getByRole('button', { name: /^Done/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What came of it?').selectOption({ label: 'The student got the help' });
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Done' }).click();
      await page.getByLabel('Show').selectOption({ label: 'Ended (4)' });
      await row.getByText('The student got the help').waitFor();
      await page.setViewportSize(PHONE);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, 'referrals-phone');

      await seeAsFamily(student);
      await markStepDone(page);
    },
  );

  /** No mail is set up: the school hands the partner's link over itself. */
  async function takeLetterAlong(page: Page): Promise<void> {
    await page.goto('/referrals?state=no-address');
    const letter = page.getByRole('link', { name: new RegExp(`^Letter to hand over: .*${SERVICE}`) });
    await letter.click();
    await page.getByRole('button', { name: 'Make the letter' }).click();
    await page.getByRole('img', { name: 'Code that leads to the page for your answer' }).waitFor();
    expect(await page.getByLabel('The link').inputValue()).to.match(/\/answer#[\w-]{43}$/);
    await expectAccessible(page);
    await page.goto('/referrals?state=no-address');
    await page.getByText('1 referral', { exact: true }).waitFor();
    expect(await letter.count(), 'the demo has another that waits').to.equal(0);
  }

  /** A step of a plan whose referral has ended with the help is done by one click, and by nobody else. */
  async function markStepDone(page: Page): Promise<void> {
    const { body } = await (await api('coordinator')).get('/api/v1/referrals?state=completed').expect(200);
    const { studentId } = body.items.find(({ localId }: { localId: string }) => localId === 'D-11350');
    await page.goto(`/students/${studentId}/plan`);
    const step = page.locator('.plan-item', { hasText: 'Have my eyes looked at and get glasses' });
    await step.getByText('The partner gave the help. Is this step done?').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'plan-step-done');
    await step.getByRole('button', { name: /^Mark as done/ }).click();
    await page.getByText('Saved.').waitFor();
    expect(await step.getByRole('button', { name: /^Mark as done/ }).count()).to.equal(0);
    expect(await step.getByRole('combobox').inputValue()).to.equal('done');
  }

  /** Without a consent it stays a draft, and the way to the consent brings the partner along. */
  async function seeWhatIsMissing(page: Page): Promise<void> {
    const wish = page.locator('.wish', { has: page.getByRole('heading', { name: OTHER_NEED }) });
    await wish
      .getByRole('button', { name: /^Refer to/ })
      .first()
      .click();
    await wish.getByText('not sent yet').waitFor();
    await screenshot(page, 'referral-draft');
    await wish.getByRole('link', { name: 'Get consent' }).click();
    const giving = page.locator('.consent-giving');
    await giving.getByRole('radio', { name: 'Alder Creek Sight Club', checked: true }).waitFor();
    await giving.getByRole('checkbox', { name: 'What the student needs', checked: true }).waitFor();
    await screenshot(page, 'referral-consent');
  }

  /** With the partner's own account: opens what was asked, and says yes. */
  async function answerAsPartner(): Promise<void> {
    await within('partner', {}, async (page) => {
      await page.goto('/shared');
      const asked = page.locator('.referral', { hasText: 'answer expected by' });
      await asked.getByRole('button', { name: /^Open/ }).click();
      const opened = page.locator('.referral', { hasText: 'opened, not answered yet' });
      await opened.getByText('Reading and writing tutoring').waitFor();
      expect(await opened.innerText()).to.not.contain('Ortega');
      await expectAccessible(page);
      await screenshot(page, 'partner-referral');
      await opened.getByRole('button', { name: /^We have a place/ }).click();
      await page.locator('.referral', { hasText: 'place given' }).first().waitFor();
    });
  }

  async function seeAsFamily(address: string): Promise<void> {
    await within('family', { viewport: PHONE, isMobile: true, hasTouch: true }, async (page) => {
      await page.goto(address);
      await page.getByRole('button', { name: 'Español' }).click();
      const part = page.locator('.referral', { hasText: 'El estudiante recibió la ayuda' });
      await part.scrollIntoViewIfNeeded();
      expect(await part.getByRole('button').count()).to.equal(0);
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, 'referrals-family-phone');
    });
  }

  async function within(
    role: 'partner' | 'family',
    window: object,
    tell: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await openWindow({ ...window, storageState: await sessionOf(role) });
    await tell(await context.newPage());
    await context.close();
  }

  async function studentOfFamily(): Promise<string> {
    const { body } = await (await api('family')).get('/api/v1/session').expect(200);
    return `/students/${body.account.grants[0].studentIds[0]}`;
  }
});
