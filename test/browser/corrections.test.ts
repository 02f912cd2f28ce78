import type { Page } from 'playwright-core';
import { createDirectoryStore } from '../../server/imports/directory-store.ts';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

describeInBrowser('Corrections', () => {
  const { story, deps } = demoStories();

  /** The source brings the service again, with another telephone. */
  async function importAgain(id: string, number: string): Promise<void> {
    const { db } = deps();
    const found = await db.collection<{ _id: string }>('services').findOne({ _id: id });
    const { _id, contentHash, changedAt, saidAt, fieldTimes, corrected, ...said } = { ...found } as Record<
      string,
      unknown
    >;
    const phones = [{ number, languages: [] }];
    await createDirectoryStore(db).upsertMany('services', [{ ...said, id, phones } as { id: string }]);
  }

  const field = (page: Page, name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

  story(
    'stay when the source comes again, which then asks',
    { as: 'administrator', complaints: /400/ },
    async (page) => {
      const { db } = deps();
      const service = await db
        .collection<{ _id: string; name: string }>('services')
        .findOne({ status: 'active', confidentiality: 'public' });
      const { _id: id, name } = service!;
      await page.goto(`/services/${id}`);
      await page.getByRole('link', { name: 'Correct this' }).click();
      await page.getByRole('heading', { name: `Correct: ${name}` }).waitFor();
      await page.getByRole('button', { name: 'Telephones: correct' }).click();
      await page.getByRole('textbox', { name: 'Telephones' }).fill('soon');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Write one telephone number a line').waitFor();
      await page.locator('textarea:focus[aria-invalid]').waitFor();
      await expectAccessible(page);
      await screenshot(page, 'correct-field');
      await page.getByRole('textbox', { name: 'Telephones' }).fill('308-555-0123');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Telephones: saved. Everybody sees it now.').waitFor();
      await field(page, 'Telephones')
        .getByText(/^Corrected by .*, today$/)
        .waitFor();
      await screenshot(page, 'correct-record');
      await importAgain(id, '308-555-0199');
      await page.setViewportSize(PHONE);
      await page.goto('/verify?show=proposals');
      await page.getByRole('link', { name }).waitFor();
      await page.getByText('308-555-0123').waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, 'proposals-phone');
      await page.getByRole('button', { name: /Telephones: keep ours$/ }).click();
      await page.getByText('Telephones: stays as it is.').waitFor();
      await page.getByRole('button', { name: /Telephones: take what/ }).click();
      await page.getByText(/Telephones: what .* says counts now\./).waitFor();
      await page.getByRole('link', { name }).click();
      await field(page, 'Telephones').getByText('308-555-0199').waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.goto('/verify?show=proposals');
      await page.getByText('No source disagrees').waitFor();
    },
  );
});
