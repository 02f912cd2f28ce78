import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { sessionCollection } from '../../server/accounts/account-collection.ts';
import { DEMO_PASSWORD } from '../../server/accounts/demo-accounts.ts';
import { runRetention } from '../../server/retention/run-retention.ts';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

describeInBrowser('Forgetting, and what is kept', () => {
  const { story, api, deps } = demoStories();

  /** A student of the demo district: the last but so many of the first page. */
  async function someStudent(n: number) {
    const administrator = await api('administrator');
    const { body } = await administrator.post('/api/v1/students/search').send({}).expect(200);
    const line = body.items.at(-n);
    const reply = await administrator.get(`/api/v1/students/${line.id}`).expect(200);
    const { student, school } = reply.body;
    const name = `${student.name.preferred ?? student.name.given} ${student.name.family}`;
    return { id: student.id as string, number: student.localId as string, name, school };
  }

  story(
    'is done by the administrator with the keyboard, who shows once more who it is; then nobody finds the student',
    { as: 'administrator', complaints: /status of (400|403|404)/ },
    async (page) => {
      const student = await someStudent(1);
      await page.goto(`/students/${student.id}`);
      const summary = page.locator('summary').filter({ hasText: 'Forget this student' });
      await summary.focus();
      await page.keyboard.press('Enter');
      const form = page.getByRole('form', { name: 'Forget this student' });
      await form.waitFor();
      await page.getByText('It cannot be undone.').waitFor();
      await expectAccessible(page);
      await form.scrollIntoViewIfNeeded();
      await screenshot(page, 'forget');

      const number = form.getByLabel('Student number');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await form.getByText('Type the student number.').waitFor();
      await page.keyboard.type('another number');
      await page.keyboard.press('Enter');
      await form.getByText('This is not the number of this student.').waitFor();
      expect(await number.evaluate((input) => input === document.activeElement)).to.equal(true);
      expect(await number.inputValue()).to.equal('another number');
      await expectAccessible(page);

      // The sign-in was longer ago than the server lets pass.
      await deps()
        .db.collection(sessionCollection.name)
        .updateMany({}, { $unset: { 'session.confirmedAt': 1 } });
      await number.fill(student.number);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Your password').fill(DEMO_PASSWORD);
      await expectAccessible(page);
      await screenshot(page, 'forget-confirm');
      await page.keyboard.press('Enter');

      await page.getByRole('heading', { level: 1, name: student.school.name }).waitFor();
      await page.getByRole('status').filter({ hasText: 'The student is forgotten.' }).waitFor();
      await expectAccessible(page);
      await screenshot(page, 'forgotten');
      await page.getByLabel('Search by name or number').fill(student.number);
      await page.getByRole('heading', { name: /^Nobody here has/ }).waitFor();
      await page.goto(`/students/${student.id}`);
      await page.getByRole('heading', { level: 1, name: 'This page is not here' }).waitFor();
      expect(await page.locator('main').innerText()).not.to.include(student.number);

      await page.goto('/audit?action=student.forget');
      await page.getByRole('row').filter({ hasText: 'had it removed' }).waitFor();
    },
  );

  story('is not offered to a coordinator', { as: 'coordinator' }, async (page) => {
    const coordinator = await api('coordinator');
    const { body } = await coordinator.post('/api/v1/students/search').send({}).expect(200);
    await page.goto(`/students/${body.items[0].id}`);
    await page.locator('.wish').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('Forget this student').count()).to.equal(0);
  });

  story(
    'is told to administrators: what is kept how long and why, what was deleted, and the way back',
    { as: 'administrator' },
    async (page) => {
      await page.goto('/accounts/own');
      await page.getByRole('link', { name: 'What is kept and deleted' }).click();
      await page.getByRole('heading', { level: 1, name: 'What is kept, and what was deleted' }).waitFor();
      const students = page.locator('.kept > div').filter({ hasText: 'Five years on no roster' });
      expect(await students.innerText()).to.match(/Students\s+5 years\s+Five years/);
      await page.getByRole('heading', { name: 'Nothing has been deleted yet' }).waitFor();
      await expectAccessible(page);

      const student = await someStudent(2);
      const administrator = await api('administrator');
      await administrator
        .delete(`/api/v1/students/${student.id}`)
        .send({ number: student.number })
        .expect(200);
      await deps()
        .db.collection(sessionCollection.name)
        .insertOne({ expires: new Date('2020-03-01T12:00:00Z'), session: {} });
      await runRetention(deps());
      await page.reload();
      const row = page.getByRole('row').filter({ hasText: 'Sessions' });
      expect(await row.innerText()).to.match(/Sessions\s+1\s+Mar 1, 2020/);
      const main = page.locator('main');
      await main.getByText(/\d+ students? (is|are) forgotten\./).waitFor();
      expect(await main.innerText()).not.to.include(student.number);
      await expectAccessible(page);
      await screenshot(page, 'retention');

      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download what was deleted (CSV)' }).click(),
      ]);
      const text = await readFile(await file.path(), 'utf8');
      expect(text).to.match(/^started,finished,kind,days,deleted,oldest\r\n/);
      expect(text).to.match(/,sessions,0,1,2020-03-01T12:00:00.000Z\r\n/);

      const form = page.getByRole('form', { name: 'Let a student come back' });
      const number = form.getByLabel('Student number');
      await number.fill('no such number');
      await page.keyboard.press('Enter');
      await form.getByText('Nobody with this number is forgotten.').waitFor();
      await number.fill(student.number);
      await page.keyboard.press('Enter');
      await page.getByRole('status').filter({ hasText: 'The next roster may bring in' }).waitFor();
      await form.scrollIntoViewIfNeeded().catch(() => undefined);
      await expectAccessible(page);
      await screenshot(page, 'retention-lifted');

      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('link', { name: 'Trellis' }).first().isVisible()).to.equal(false);
      await page.getByText(/^Printed on/).waitFor();
    },
  );

  story(
    'reads well on a phone, in Spanish, too',
    { as: 'administrator', viewport: PHONE, isMobile: true, hasTouch: true },
    async (page) => {
      const student = await someStudent(3);
      await page.goto(`/students/${student.id}`);
      const summary = page.locator('summary').filter({ hasText: 'Forget this student' });
      await summary.click();
      await summary.scrollIntoViewIfNeeded();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, 'forget-phone');
      await page.goto('/retention');
      await page.getByRole('button', { name: 'Español' }).click();
      await page.getByRole('heading', { level: 1, name: 'Qué se guarda y qué se borró' }).waitFor();
      await page.getByText('Cinco años sin estar en ninguna lista').waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, 'retention-es-phone');
    },
  );
});
