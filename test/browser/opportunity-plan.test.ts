import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { sharedTown } from '../server/consents/shared-town.ts';
import type { SignInAs } from '../support/app.ts';
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
import { webDir } from '../support/instance.ts';

const ADDRESS = '/students/student/plan';

describeInBrowser('A student’s plan', () => {
  let town: Awaited<ReturnType<typeof sharedTown>>;
  let browser: Browser;
  before(async function () {
    this.timeout(60_000);
    [town, browser] = await Promise.all([sharedTown({ WEB_DIR: webDir }), openBrowser()]);
  });
  after(async () => {
    await closeWindows(browser);
    await town.close();
  });

  async function openAs(as: SignInAs, window: BrowserContextOptions): Promise<Page> {
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
    await page.goto(ADDRESS);
    return page;
  }

  it('is written by the student on a phone and the coordinator at a desk, who lose no word of each other', async function () {
    this.timeout(120_000);
    const [phone, desk] = await Promise.all([
      openAs(
        { role: 'student', studentIds: ['student'] },
        { viewport: PHONE, isMobile: true, hasTouch: true },
      ),
      openAs({ role: 'coordinator', schoolIds: ['school'] }, { viewport: DESKTOP }),
    ]);
    await desk.getByRole('button', { name: 'Write: What I am good at' }).click();
    await desk.getByRole('textbox', { name: 'What I am good at' }).fill('Patient with small children');

    await phone.getByRole('heading', { name: 'My plan' }).waitFor();
    await phone.getByRole('textbox', { name: 'What I am good at' }).fill('I fix bikes and I never give up');
    await expectAccessible(phone);
    await screenshot(phone, 'plan-phone');
    await phone.getByRole('button', { name: 'Save and go on' }).click();
    await phone.getByRole('textbox', { name: 'What I like and care about' }).waitFor();
    await phone.getByRole('button', { name: 'Save and go on' }).click();
    await phone.getByRole('button', { name: 'Add a goal' }).click();
    await phone.getByLabel('What I want to reach').fill('Run my own bike shop');
    await phone.getByLabel('When').selectOption('later');
    await phone.getByRole('button', { name: 'Add', exact: true }).click();
    await phone.getByText('Run my own bike shop', { exact: true }).waitFor();
    await expectNoSidewaysScrolling(phone);
    await expectAccessible(phone);
    await screenshot(phone, 'plan-phone-goals');

    await desk.getByRole('button', { name: 'Save' }).click();
    const both = desk.getByRole('group', { name: 'Two people wrote this at the same time' });
    await both.getByText('I fix bikes and I never give up', { exact: true }).waitFor();
    await both.getByText('Patient with small children', { exact: true }).waitFor();
    await expectAccessible(desk);
    await screenshot(desk, 'plan-two-texts');
    await both.getByRole('button', { name: 'Write one text from both' }).click();
    await both.getByRole('button', { name: 'Save' }).click();
    await both.waitFor({ state: 'detached' });

    await desk.getByRole('button', { name: 'Add a step' }).click();
    await desk.getByLabel('What is done').fill('Visit the workshop');
    await desk.getByLabel('For which goal').selectOption('Run my own bike shop');
    await desk.getByLabel('Who helps').fill('Uncle Ned');
    await desk.getByRole('button', { name: 'Add', exact: true }).click();
    const saved = desk.waitForResponse((reply) => reply.request().method() === 'PATCH');
    await desk.getByLabel('How far: Visit the workshop').selectOption('under way');
    await saved;
    await desk.locator('.plan-step-under-way').waitFor();
    await desk.getByRole('button', { name: 'Undo the last change' }).click();
    await desk.getByText('Taken back.').waitFor();
    expect(await desk.getByLabel('How far: Visit the workshop').inputValue()).to.equal('not-started');

    await desk.getByRole('button', { name: 'Show what was changed' }).click();
    const history = desk.locator('.plan-history');
    await history
      .getByText('What I am good at: I fix bikes and I never give up', { exact: false })
      .first()
      .waitFor();
    await history.getByText('written at the same time: Patient with small children').waitFor();
    await history.getByText('took back the change before').waitFor();
    await expectAccessible(desk);
    await screenshot(desk, 'plan');
  });

  it('is found from the list of who should have one, and printed on one page, however much stands in it', async function () {
    this.timeout(120_000);
    const long = 'Ride to the workshop after school and help with repairs. ';
    const many = (count: number, list: string, values: object) =>
      Array.from({ length: count }, (_, n) =>
        Object.entries(values).map(([part, to]) => ({
          field: `${list}/item-number-${n}/${part}`,
          saw: 0,
          to,
        })),
      );
    const items = [
      ...many(12, 'goals', { text: long.repeat(3).trim() }),
      ...many(30, 'steps', { text: long.repeat(3).trim(), helper: 'the coach of the bike club' }),
      ...many(10, 'supporters', { name: 'Somebody with a long name', relation: 'neighbour' }),
    ];
    for (let from = 0; from < items.length; from += 18)
      await town.coordinator
        .patch('/api/v1/students/student/opportunity-plan')
        .send({ edits: items.slice(from, from + 18).flat() })
        .expect(200);
    await town.coordinator
      .patch('/api/v1/students/student')
      .send({ circumstances: { attributes: { 'reading-level': 'two-behind' } } })
      .expect(200);
    const page = await openAs({ role: 'administrator', districtId: 'district' }, { viewport: DESKTOP });
    await page.goto('/opportunity-plans');
    await page.getByText('Reading level: two or more grades behind').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'plans-due');
    await page.getByRole('link', { name: 'Open the plan of Zephyrine Quillfeather' }).click();
    await page.getByRole('heading', { name: 'People who help me' }).waitFor();
    const margin = { top: '0.5in', bottom: '0.5in', left: '0.5in', right: '0.5in' };
    const pdf = (await page.pdf({ format: 'Letter', margin })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).to.have.length(1);
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Long texts are cut short here', { exact: false }).waitFor();
    await screenshot(page, 'plan-print');
  });
});
