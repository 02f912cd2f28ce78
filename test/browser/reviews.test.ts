import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { addChange } from '../../server/opportunity-plans/plan-change-store.ts';
import { sharedTown } from '../server/consents/shared-town.ts';
import { type SignInAs, TEST_PASSWORD } from '../support/app.ts';
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
import { webDir } from '../support/instance.ts';

describeInBrowser('The monthly check', () => {
  let town: Awaited<ReturnType<typeof sharedTown>>;
  let browser: Browser;
  before(async function () {
    this.timeout(60_000);
    [town, browser] = await Promise.all([sharedTown({ WEB_DIR: webDir }), openBrowser()]);
    const edits = [{ field: 'goals/goal-number-1/text', kind: 'set' as const, to: 'Read a whole book' }];
    const begun = { studentId: 'student', number: 1, at: '2026-08-20T15:00:00.000Z', by: 'x', edits };
    await addChange(town.deps, { ...begun, as: 'student' });
    const student = await town.signIn({ role: 'student', studentIds: ['student'] });
    for (const month of ['2026-09', '2026-10']) {
      town.goTo(`${month}-15`);
      await student
        .put(`/api/v1/students/student/reviews/${month}`)
        .send({ saw: 0, answers: { feeling: 4, school: 5, people: 4, plan: 3 } })
        .expect(200);
    }
    town.goTo('2026-11-10');
  });
  after(async () => {
    await closeWindows(browser);
    await town.close();
  });

  async function openAs(as: SignInAs, address: string, window: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({
      baseURL: town.url,
      locale: 'en-US',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      ...window,
    });
    context.setDefaultTimeout(20_000);
    const { email } = await town.createAccount(as);
    await context.request.post('/api/v1/session', { data: { email, password: TEST_PASSWORD } });
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  it('goes from the list of who is due to a phone in Spanish, and back to the coordinator when it falls', async function () {
    this.timeout(120_000);
    const coordinator = { role: 'coordinator' as const, schoolIds: ['school'] };
    const desk = await openAs(coordinator, '/reviews', { viewport: DESKTOP });
    await desk.getByRole('link', { name: 'Ask now: Zephyrine Quillfeather' }).waitFor();
    await expectAccessible(desk);
    await screenshot(desk, 'reviews-due');

    const phone = await openAs({ role: 'student', studentIds: ['student'] }, '/students/student/reviews', {
      viewport: PHONE,
      isMobile: true,
      hasTouch: true,
      locale: 'es-US',
    });
    const ask = (question: string) => phone.getByRole('group', { name: question });
    await ask('¿Cómo te has sentido?').getByRole('button', { name: 'Muy mal' }).tap();
    await ask('¿Cómo te va en la escuela?').getByRole('button', { name: 'Mal', exact: true }).tap();
    await ask('¿Cómo te va con tus amigos').getByRole('button', { name: 'Bien', exact: true }).tap();
    await ask('¿Cómo va tu plan?').getByRole('button', { name: 'Prefiero no decirlo' }).tap();
    await phone.getByText('Guardado. Gracias.').waitFor();
    await expectNoSidewaysScrolling(phone);
    await expectAccessible(phone);
    await screenshot(phone, 'review-phone');
    await phone.getByRole('button', { name: 'Deshacer' }).tap();
    await phone.getByText('Deshecho.').waitFor();
    await ask('¿Cómo te has sentido?').getByRole('button', { name: 'Mal', exact: true }).focus();
    for (const key of ['1', '2', '4', '0']) await phone.keyboard.press(key);
    await phone.getByText('Guardado. Gracias.').waitFor();
    await phone.getByText('llama al 988').waitFor();

    await desk.goto('/home');
    await desk.getByRole('link', { name: '1 student is doing worse' }).click();
    await desk.getByText('Doing worse', { exact: true }).waitFor();
    await desk.getByRole('link', { name: 'Open the checks of Zephyrine Quillfeather' }).click();
    const fall = desk.getByRole('region', { name: 'Somebody should look: November 2026' });
    await fall.getByText('Feeling: from “Good” to “Very bad”').waitFor();
    await desk.getByText('Only they or the student can change it.').waitFor();
    await expectAccessible(desk);
    await screenshot(desk, 'reviews');
    await fall.getByLabel('What was done?').fill('Talked with her after class');
    await fall.getByRole('button', { name: 'Note it' }).click();
    await desk.getByRole('region', { name: 'Looked after: November 2026' }).waitFor();
    expect(await desk.getByRole('table').getByRole('row').count()).to.equal(4);

    await desk.getByRole('button', { name: 'Plan a meeting' }).click();
    await desk.getByRole('heading', { name: 'Meeting about Zephyrine Quillfeather' }).waitFor();
    await desk.getByLabel('Name', { exact: true }).fill('Aunt Rosa');
    await desk.keyboard.press('Enter');
    await desk.getByText('Aunt Rosa').first().waitFor();
    await desk.getByRole('button', { name: 'Write what was said: Goal: Read a whole book' }).click();
    await desk.getByLabel('What was said: Goal: Read a whole book').fill('She likes comics');
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('She likes comics').first().waitFor();
    await desk.getByLabel('Decision').fill('Read ten minutes every evening');
    await desk.getByRole('button', { name: 'Add a decision' }).click();
    await desk.getByRole('button', { name: 'Take out: Read ten minutes every evening' }).click();
    await desk.getByRole('button', { name: 'Put back' }).click();
    await desk.getByRole('button', { name: 'Take out: Read ten minutes every evening' }).waitFor();
    await desk.getByLabel('What is done').fill('Get a library card');
    await desk.getByLabel('For which goal').selectOption('Read a whole book');
    await desk.getByRole('button', { name: 'Add to the plan' }).click();
    await desk.getByText('not started').first().waitFor();
    await expectAccessible(desk);
    await screenshot(desk, 'conference');
    await desk.setViewportSize(PHONE);
    await expectNoSidewaysScrolling(desk);
    const pdf = (await desk.pdf({ format: 'Letter' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).to.have.length(1);
    await phone.goto('/students/student/plan?view=all');
    await phone.getByText('Get a library card').first().waitFor();
  });
});
