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

describeInBrowser('Who has seen a record', () => {
  const { story, api, deps } = demoStories();
  let address: string;
  let studentId: string;

  before(async () => {
    const family = await api('family');
    const { body } = await family.get('/api/v1/session').expect(200);
    studentId = body.account.grants[0].studentIds[0];
    address = `/students/${studentId}`;
    const coordinator = await api('coordinator');
    await coordinator.get(`/api/v1${address}`).expect(200);
    await coordinator.get(`/api/v1${address}`).expect(200);
    await coordinator
      .patch(`/api/v1${address}`)
      .send({ travelModes: ['walk'] })
      .expect(200);
    await deps().audit.record({
      action: 'system.disclosure-delivered',
      account: null,
      studentIds: [studentId],
      why: 'consent',
      disclosure: {
        recipient: { kind: 'organization', id: 'clinic', name: 'Riverbend Clinic' },
        records: ['needs'],
        purpose: 'Finding glasses',
      },
    });
  });

  story(
    'is told to the family on a phone, and can be printed',
    { as: 'family', viewport: PHONE, isMobile: true, hasTouch: true },
    async (page) => {
      await page.goto(address);
      await page.getByRole('link', { name: 'Who has seen this record' }).click();
      await page.getByRole('heading', { level: 1, name: 'Who has seen this record' }).waitFor();
      const given = page.getByRole('article').filter({ hasText: 'To Riverbend Clinic' });
      expect(await given.innerText()).to.match(/needs[\s\S]*Finding glasses[\s\S]*agreed in writing/);
      const rosa = page.getByRole('listitem').filter({ hasText: 'Rosa Delgado, coordinator' });
      expect(await rosa.innerText()).to.match(
        /opened it 2 times and changed it|changed it and opened it 2 times/,
      );
      await page.getByRole('listitem').filter({ hasText: 'looked at this list' }).first().waitFor();
      expect(await changed(page)).to.match(/ways to travel[\s\S]*On foot/);
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, 'disclosures-phone');
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button', { name: 'Print' }).isVisible()).to.equal(false);
      await page.getByText(/^Confidential\. Printed on/).waitFor();
      await rosa.waitFor();
    },
  );

  story('is told in Spanish, too', { as: 'family' }, async (page) => {
    await page.goto(`${address}/disclosures`);
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('heading', { level: 1, name: 'Quién ha visto este expediente' }).waitFor();
    await page.getByText('Rosa Delgado, coordinación').first().waitFor();
    await expectAccessible(page);
    await screenshot(page, 'disclosures-es');
  });

  story('goes along as a file', { as: 'family' }, async (page) => {
    await page.goto(`${address}/disclosures`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download list (CSV)' }).click(),
    ]);
    expect(file.suggestedFilename()).to.equal('access-record.csv');
  });

  story(
    'is found by the administrator, by student, person and action',
    { as: 'administrator' },
    async (page) => {
      await page.goto('/audit');
      await page.getByRole('heading', { level: 1, name: 'Search the log' }).waitFor();
      await page.getByLabel('Student: name or number').fill('D-11423');
      await page.getByLabel('What they did').selectOption({ label: 'changed it' });
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await page.getByRole('heading', { level: 2, name: /^About .*D-11423/ }).waitFor();
      const row = page.getByRole('row').filter({ hasText: 'Rosa Delgado, coordinator' });
      expect(await row.innerText()).to.match(/changed it[\s\S]*ways to travel: .*→ On foot/);
      expect(new URL(page.url()).search).to.contain(`student=${studentId}`).and.not.contain('D-11423');
      await page.getByLabel('Person').selectOption({ label: 'Rosa Delgado' });
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await row.waitFor();
      await expectAccessible(page);
      await screenshot(page, 'audit');
      await page.setViewportSize(PHONE);
      await expectNoSidewaysScrolling(page);
      await page.getByRole('button', { name: 'Español' }).click();
      await page.getByRole('heading', { level: 1, name: 'Buscar en el registro' }).waitFor();
      await expectAccessible(page);
      await screenshot(page, 'audit-es-phone');
    },
  );

  story(
    'is not told to people of other offices',
    { as: 'staff', complaints: /status of 403/ },
    async (page) => {
      await page.goto(`${address}/disclosures`);
      await page.getByRole('alert').waitFor();
      expect(await page.locator('main').innerText()).to.not.contain('Rosa Delgado');
      await expectAccessible(page);
    },
  );
});

async function changed(page: Page): Promise<string> {
  return page.getByRole('table', { name: 'What was changed' }).innerText();
}
